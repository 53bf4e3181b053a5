"""``ekspor``: documents as files, or one document on stdout."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kampanye_tui.cli.check import print_findings, summary
from kampanye_tui.cli.options import as_json, config
from kampanye_tui.cli.output import Exit, Progress, data_json, table, talk
from kampanye_tui.cli.session import Session, choose, findings_of, tell_problems

if TYPE_CHECKING:
    from kampanye_tui.export import Job, Made
    from kampanye_tui.model.finding import Finding
    from kampanye_tui.store.outputs import Written

STDOUT = "-"
USUAL = ("naskah", "berita-acara-kesepakatan", "salinan-peserta")
"""Documents that are written when neither the command nor the configuration names any."""


@click.command("ekspor", options_metavar="[OPSI]")
@click.argument("agreement_id", metavar="[NASKAH]", required=False)
@click.option("--templat", "templates", metavar="T", multiple=True, help="Dokumen; boleh diulang.")
@click.option("--format", "formats", metavar="F", multiple=True, help="pdf, teks, …; boleh diulang.")
@click.option(
    "--untuk", "recipients", metavar="semua|ID", multiple=True, help="Penerima salinan; boleh diulang."
)
@click.option("-o", "target", metavar="FOLDER|BERKAS|-", help="Tujuan; - berarti stdout.")
@click.option("--timpa", "overwrite", is_flag=True, help="Ganti berkas yang isinya berbeda.")
@config
@as_json
def export(
    agreement_id: str | None,
    templates: tuple[str, ...],
    formats: tuple[str, ...],
    recipients: tuple[str, ...],
    target: str | None,
    overwrite: bool,
    as_json: bool,
) -> Exit:
    """Tulis dokumen naskah ke berkas."""
    from kampanye_tui.export import Request, make_all, plan
    from kampanye_tui.model.problem import refuse
    from kampanye_tui.store.outputs import Output, write_outputs

    session = choose(agreement_id)
    choice = session.located.configuration.export
    request = Request(
        templates or choice.templates or USUAL,
        formats or choice.formats,
        recipients or choice.recipients,
    )
    jobs = plan(session.agreement, session.library, request)
    maker = _maker(session)
    if target == STDOUT:
        if len(jobs) != 1:
            raise refuse(
                f"permintaan ini menghasilkan {len(jobs)} dokumen; stdout hanya memuat satu",
                "Persempit dengan --templat, --format, dan --untuk",
            )
        sys.stdout.buffer.write(maker.make(jobs[0]).data)
        return Exit.DONE
    paths = _paths(target, jobs, session)
    made = make_all(maker, jobs, Progress("Menyusun dokumen", len(jobs)))
    known = session.library.host.problems()
    became = write_outputs(
        [Output(*pair) for pair in zip(paths, (one.data for one in made), strict=True)], overwrite=overwrite
    )
    rows = [_row(*written, session) for written in zip(made, paths, became, strict=True)]
    if as_json:
        data_json(rows)
    else:
        _print(rows)
    tell_problems(session.library, known)
    pages = sum(one.pages or 0 for one in made)
    _tell_older(jobs, paths)
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
    from kampanye_tui.model.problem import refuse

    if target is None:
        return tuple(_folder(session) / job.name for job in jobs)
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


def _tell_older(jobs: tuple[Job, ...], paths: tuple[Path, ...]) -> None:
    """Name numbered papers of earlier exports beside these: their numbers may be others' by now."""
    from kampanye_tui.model.template import Scope

    older = {
        beside.name
        for job, path in zip(jobs, paths, strict=True)
        if job.template.front.scope is not Scope.AGREEMENT
        for beside in path.parent.glob(f"{job.template.front.stem or job.template.front.id}-[0-9]*_*")
        if beside not in paths and beside.name.endswith(job.format.suffix)
    }
    if older:
        named = ", ".join(sorted(older)[:3])
        more = f", dan {len(older) - 3} lainnya" if len(older) > 3 else ""
        talk(f"Perhatian: {len(older)} berkas dari ekspor sebelumnya tidak dibuat kali ini: {named}{more}.")


def _row(made: Made, path: Path, became: Written, session: Session) -> dict:
    """Tell the packs of a document that was written, and return its row of the list."""
    from kampanye_tui.model.export_format import ExportReceipt
    from kampanye_tui.store.outputs import Written

    if became is not Written.SAME:
        receipt = ExportReceipt(
            path=path,
            format=made.job.format.id,
            template=made.job.template.address,
            agreement=session.agreement.id,
            pages=made.pages,
            sha256=made.sha256,
        )
        session.library.host.tell("kampanye_exported", receipt=receipt)
    words = {Written.NEW: "baru", Written.SAME: "tetap", Written.REPLACED: "diganti"}
    return {
        "berkas": str(path),
        "halaman": made.pages,
        "sha256": made.sha256,
        "keadaan": words[became],
    }


def _maker(session: Session):
    from kampanye_tui.agreement.state import state
    from kampanye_tui.export import Maker
    from kampanye_tui.model.export_format import ExportOptions, FontFiles
    from kampanye_tui.store.pictures import read_picture

    configuration, folder = session.located.configuration, session.located.folder
    office = session.agreement.office
    fonts = configuration.fonts
    return Maker(
        session.agreement,
        state(session.agreement),
        session.library,
        logo=read_picture(folder / office.logo, f"Logo {office.name}") if office.logo else None,
        paper=configuration.export.paper,
        options=ExportOptions(
            fonts=FontFiles(
                name="pada tabel [huruf]",
                regular=folder / fonts.regular,
                bold=folder / fonts.bold,
                italic=folder / fonts.italic,
                bold_italic=folder / fonts.bold_italic,
            )
            if fonts
            else None
        ),
    )


def _folder(session: Session) -> Path:
    chosen = session.located.configuration.export.folder
    if chosen:
        return session.located.folder / chosen
    if session.saved is not None:
        return session.saved.path.parent / "keluaran"
    return session.located.workspace / "keluaran"


def _print(rows: list[dict]) -> None:
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
