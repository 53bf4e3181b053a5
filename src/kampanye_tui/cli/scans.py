"""``pindaian``: scans of signed sheets and mandates, kept as evidence; and what is kept."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kampanye_tui.cli.editing import naskah
from kampanye_tui.cli.options import as_json, config
from kampanye_tui.cli.output import Exit, data_json, table, talk
from kampanye_tui.cli.recording import begin_recording, kejadian, say
from kampanye_tui.cli.typed import Line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kampanye_tui.agreement.chain import Book
    from kampanye_tui.model.event import Evidence


@click.group("pindaian", options_metavar="[OPSI]", subcommand_metavar="PERINTAH [ARGUMEN]...")
@config
def scans() -> None:
    """Simpan pindaian naskah asli dan surat mandat."""


@scans.command("catat", options_metavar="[OPSI]")
@click.argument("path", metavar="BERKAS", type=click.Path(path_type=Path))
@click.option("--tentang", "about", type=Line(), default="", metavar="T", help="Tentang apa berkas ini.")
@click.option(
    "--asli",
    "original",
    type=click.IntRange(1),
    metavar="N",
    help="Bila ini pindaian asli nomor sekian.",
)
@click.option("--pihak", "party", metavar="PIHAK", help="Bila hanya menyangkut satu pihak.")
@naskah
@kejadian
@config
def keep(
    path: Path,
    about: str,
    original: int | None,
    party: str | None,
    agreement_id: str | None,
    when: str | None,
) -> Exit:
    """Simpan sebuah PDF, JPEG, atau PNG sebagai bukti, dan catat.

    Berkasnya disalin ke folder bukti/ dan tidak pernah diganti. Nama berkas
    dan keterangannya tidak boleh memuat nomor telepon, NIK, atau surel. Yang
    menyangkut satu pihak tidak disertakan dalam bukti untuk pihak lain.

    \b
    Contoh:
      kampanye pindaian catat asli-1.pdf --asli 1 \\
        --tentang "asli yang sudah ditandatangani"
      kampanye pindaian catat mandat.pdf --tentang "surat mandat" --pihak PKB
    """
    import hashlib

    from kampanye_tui.agreement.entries import line_of
    from kampanye_tui.agreement.evidencing import kept, suffix_of
    from kampanye_tui.export import named_party
    from kampanye_tui.store.evidence import keep_evidence, read_offered

    content = read_offered(path)
    suffix, sha256 = suffix_of(content), hashlib.sha256(content).hexdigest()
    recording = begin_recording(agreement_id, when)
    concerned = named_party(recording.agreement, party).id if party else ""

    def make(book: Book) -> Iterable[Evidence]:
        event = kept(
            recording.agreement,
            book.events,
            sha256=sha256,
            name=line_of(path.name),
            about=about,
            original=original or 0,
            party=concerned,
            **recording.said,
        )
        # On the disk before the ledger says so.
        keep_evidence(recording.editing.saved.path.parent, content, suffix)
        return [event]

    (event,) = recording.record(make)
    say(sha256)
    what = f"pindaian asli nomor {original}" if original else "bukti"
    talk(f"Tersimpan sebagai {what}, kejadian nomor {event.number}.")
    return Exit.DONE


@scans.command("daftar", options_metavar="[OPSI]")
@naskah
@config
@as_json
def listing(agreement_id: str | None, as_json: bool) -> None:
    """Tampilkan semua berkas yang disimpan sebagai bukti.

    \b
    Contoh:
      kampanye pindaian daftar
    """
    from kampanye_tui.agreement.facts import of_kind
    from kampanye_tui.model.event import Evidence

    rows = of_kind(begin_recording(agreement_id, None).book().events, Evidence)
    if as_json:
        data_json([_row(row) for row in rows])
        return
    if not rows:
        talk("Belum ada berkas yang disimpan sebagai bukti.")
        return
    table(
        ("NO", "ASLI", "PIHAK", "TENTANG", "BERKAS", "TERJADI", "SHA-256"),
        [
            (
                str(row.number),
                str(row.original or ""),
                row.party,
                row.about,
                row.name,
                f"{row.occurred:%d-%m-%Y}",
                row.sha256,
            )
            for row in rows
        ],
        whole=2,
    )


def _row(row: Evidence) -> dict[str, Any]:
    return {
        "kejadian": row.number,
        "sha256": row.sha256,
        "nama": row.name,
        "tentang": row.about,
        "asli": row.original or None,
        "pihak": row.party or None,
        "terjadi": row.occurred.isoformat(),
        "dicatat": row.recorded.isoformat(),
        "operator": row.operator,
    }
