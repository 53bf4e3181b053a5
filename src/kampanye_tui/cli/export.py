"""``ekspor``: documents as files, or one document on stdout."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kampanye_tui.cli.check import print_findings, summary
from kampanye_tui.cli.options import as_json, config
from kampanye_tui.cli.output import Exit, Progress, data_json, table, talk
from kampanye_tui.cli.session import Session, choose, findings_of, tell_problems
from kampanye_tui.cli.typefaces import tell_conversion

if TYPE_CHECKING:
    from kampanye_tui.export import Delivered, Job
    from kampanye_tui.model.finding import Finding

STDOUT = "-"
PARTS = ("isi", "tanda-tangan")
BOOKLET = "buku-saku"
"""What is folded when nobody says which document."""


@click.command("ekspor", options_metavar="[OPSI]")
@click.argument("agreement_id", metavar="[NASKAH]", required=False)
@click.option("--templat", "templates", metavar="T", multiple=True, help="Dokumen; boleh diulang.")
@click.option("--format", "formats", metavar="F", multiple=True, help="pdf, teks, …; boleh diulang.")
@click.option(
    "--untuk", "recipients", metavar="semua|ID", multiple=True, help="Penerima salinan; boleh diulang."
)
@click.option(
    "--bagian",
    "part",
    type=click.Choice(PARTS),
    metavar="B",
    help="Halaman isi saja, atau tanda-tangan saja; hanya PDF.",
)
@click.option(
    "--lipat",
    "folded",
    is_flag=True,
    help="Dua halaman semuka, untuk dilipat dan dijilid di tengah; hanya PDF.",
)
@click.option("--ringkas", "small", is_flag=True, help="PDF kecil untuk dikirim lewat pesan; tanpa lampiran.")
@click.option("-o", "target", metavar="FOLDER|BERKAS|-", help="Tujuan; - berarti stdout.")
@click.option("--timpa", "overwrite", is_flag=True, help="Ganti berkas yang isinya berbeda.")
@config
@as_json
def export(
    agreement_id: str | None,
    templates: tuple[str, ...],
    formats: tuple[str, ...],
    recipients: tuple[str, ...],
    part: str | None,
    folded: bool,
    small: bool,
    target: str | None,
    overwrite: bool,
    as_json: bool,
) -> Exit:
    """Tulis dokumen naskah ke berkas.

    Dengan --bagian, halaman isi dapat dicetak lebih dahulu dan halaman tanda
    tangan menyusul; nomor halamannya tetap sama seperti seluruhnya.

    Dengan --lipat, halaman A5 disusun pada A4 rebah (A4 pada A3) menurut urutan
    buku. Cetak bolak-balik, dibalik pada sisi pendek, lalu lipat di tengah.

    Dengan --ringkas, PDF tidak membawa sumbernya dan logonya dikecilkan. Untuk
    dicetak dan disimpan, pakai PDF yang lengkap.

    \b
    Contoh:
      kampanye ekspor --bagian isi
      kampanye ekspor --templat buku-saku --lipat
    """
    from kampanye_tui.export import USUAL, Request, deliver, earlier_words, make_all, maker_for, plan
    from kampanye_tui.model.export_format import Part
    from kampanye_tui.model.problem import refuse

    if folded and part:
        raise refuse(
            "--lipat dan --bagian tidak dapat dipakai bersama", "Yang dilipat selalu seluruh dokumen"
        )
    session = choose(agreement_id)
    choice = session.located.configuration.export
    printed = Part.FOLDED if folded else Part(part) if part else None
    # Pages by themselves are asked of what is signed, and only PDF has pages.
    usual = (BOOKLET if folded else "naskah",) if printed else choice.templates or USUAL
    request = Request(
        templates or usual,
        formats or (("pdf",) if printed or small else choice.formats),
        recipients or choice.recipients,
        printed,
        small,
    )
    maker = maker_for(session.located, session.library, session.agreement, small=small)
    jobs = plan(session.agreement, session.library, request, maker.state)
    if target == STDOUT:
        if len(jobs) != 1:
            raise refuse(
                f"permintaan ini menghasilkan {len(jobs)} dokumen; stdout hanya memuat satu",
                "Persempit dengan --templat, --format, dan --untuk",
            )
        sys.stdout.buffer.write(maker.make(jobs[0]).data)
        return Exit.DONE
    paths = _paths(target, jobs, session)
    if any(job.format.id == "pdf" for job in jobs):
        tell_conversion(maker.options.fonts)
    made = make_all(maker, jobs, Progress("Menyusun dokumen", len(jobs)))
    known = session.library.host.problems()
    delivered = deliver(session.library, session.agreement.id, made, paths, overwrite=overwrite)
    rows = [_row(one) for one in delivered]
    if as_json:
        data_json(rows)
    else:
        _print(rows)
    tell_problems(session.library, known)
    pages = sum(one.pages or 0 for one in made)
    older = earlier_words(session.agreement, maker.state, jobs, paths)
    if older:
        talk(older)
    talk(f"Selesai: {len(rows)} berkas" + (f", {pages} halaman." if pages else "."))
    findings = findings_of(session)
    print_findings(_pressing(findings), talk)
    saved = f" {session.agreement.id}" if session.saved else ""
    talk(f"{summary(findings)} Rincian: kampanye periksa{saved}")
    return Exit.DONE


def _pressing(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Return the findings that somebody who prints has to know of; suggestions can wait."""
    from kampanye_tui.model.finding import Level

    return tuple(finding for finding in findings if finding.level is not Level.SUGGESTION)


def _paths(target: str | None, jobs: tuple[Job, ...], session: Session) -> tuple[Path, ...]:
    """Return where each document goes: into a folder under its own name, or one into the file named."""
    from kampanye_tui.export import folder_for
    from kampanye_tui.model.problem import refuse

    if target is None:
        folder = folder_for(session.located, session.agreement.id if session.saved else None)
        return tuple(folder / job.name for job in jobs)
    if not target:
        raise refuse("tujuan -o kosong", "Sebutkan folder atau berkas, atau hapus -o")
    named = Path(target)
    if named.is_dir() or not named.suffix:
        return tuple(named / job.name for job in jobs)
    if not any(named.name.endswith(job.format.suffix) for job in jobs):
        wanted = " atau ".join(dict.fromkeys(job.format.suffix for job in jobs))
        raise refuse(
            f'akhiran "{named.suffix}" tidak cocok dengan format yang diminta ({wanted})',
            "Ganti akhirannya atau --format; folder yang namanya bertitik dibuat lebih dahulu",
        )
    if len(jobs) != 1:
        raise refuse(
            f"permintaan ini menghasilkan {len(jobs)} dokumen, bukan satu berkas",
            "Sebutkan folder dengan -o, atau persempit permintaan",
        )
    return (named,)


def _row(one: Delivered) -> dict[str, Any]:
    """Return the row of the list for a document that was written."""
    return {
        "berkas": str(one.path),
        "halaman": one.made.pages,
        "sha256": one.made.sha256,
        "keadaan": one.became.word,
    }


def _print(rows: list[dict[str, Any]]) -> None:
    """Print the list; on a narrow terminal a hash is shortened, its whole is in ``--json``."""
    wide = not sys.stdout.isatty() or shutil.get_terminal_size().columns >= 130
    table(
        ("HALAMAN", "KEADAAN", "SHA-256", "BERKAS"),
        [
            (
                "-" if row["halaman"] is None else str(row["halaman"]),
                row["keadaan"],
                row["sha256"] if wide else f"{row['sha256'][:12]}…",
                row["berkas"],
            )
            for row in rows
        ],
    )
