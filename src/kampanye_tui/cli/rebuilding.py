"""``bangun-ulang``: PDF files made again from what they carry, and what differs."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kampanye_tui.cli.options import as_json, config
from kampanye_tui.cli.output import Exit, data, data_json, talk
from kampanye_tui.cli.session import located_if_any

if TYPE_CHECKING:
    from kampanye_tui.model.agreement import Agreement
    from kampanye_tui.rebuilding import Here, Rebuilt
    from kampanye_tui.store.configuration import Located


@click.command("bangun-ulang", options_metavar="[OPSI]")
@click.argument("paths", metavar="BERKAS.pdf...", nargs=-1, required=True, type=click.Path(path_type=Path))
@config
@as_json
def rebuild(paths: tuple[Path, ...], as_json: bool) -> Exit:
    """Buat PDF sekali lagi dari lampirannya dan bandingkan.

    Dibuat dari naskah dan keterangan yang dibawa PDF itu sendiri, dengan paket
    dan jenis huruf di komputer ini. Yang berbeda disebutkan: halaman, lampiran,
    templat, huruf, atau versi. Tidak ada yang ditulis.

    \b
    Contoh:
      kampanye bangun-ulang salinan-14_partai-demokrat.pdf
      kampanye bangun-ulang keluaran/*.pdf
    """
    located = located_if_any()
    rows = [_row(located, path) for path in paths]
    if as_json:
        data_json(rows)
    else:
        for row in rows:
            _print(row)
    wrong = [row["nama"] for row in rows if row["hasil"] in ("berbeda", "tidak-dapat")]
    if wrong:
        talk(f"{len(wrong)} dari {len(rows)} berkas tidak dapat dibuat lagi dengan isi yang sama.")
        return Exit.REFUSED
    talk(f"{len(rows)} berkas dapat dibuat lagi dengan isi yang sama. Ini bukan tanda tangan elektronik.")
    return Exit.DONE


def _row(located: Located | None, path: Path) -> dict[str, Any]:
    from kampanye_tui.model.problem import Refused
    from kampanye_tui.rebuilding import rebuilt, text_of
    from kampanye_tui.reopening import carried_by, pdf_of

    row: dict[str, Any] = {"nama": path.name, "sha256": None, "perbedaan": [], "di_sini": []}
    try:
        content = pdf_of(path)
        row["sha256"] = hashlib.sha256(content).hexdigest()
        agreement, _record = text_of(carried_by(content))
        return row | _table(rebuilt(content, _here(located, agreement)))
    except Refused as refused:
        return row | {"hasil": "tidak-dapat", "penjelasan": " ".join(map(str, refused.problems))}


def _table(found: Rebuilt) -> dict[str, Any]:
    return {
        "hasil": found.verdict.value,
        "penjelasan": found.words,
        "perbedaan": [{"bagian": one.subject, "penjelasan": one.words} for one in found.differing],
        "di_sini": [{"bagian": one.subject, "penjelasan": one.words} for one in found.otherwise],
    }


def _print(row: dict[str, Any]) -> None:
    data(f"{row['nama']}: {row['penjelasan']}")
    for one in row["perbedaan"]:
        data(f"  - {one['bagian']}: {one['penjelasan']}")
    for one in row["di_sini"]:
        data(f"  lain di sini: {one['bagian']}: {one['penjelasan']}")


def _here(located: Located | None, agreement: Agreement) -> Here:
    """Return what papers of an agreement are made with here; without a configuration, the national pack."""
    from kampanye_tui.model.export_format import FontFiles
    from kampanye_tui.model.office import PackChoice
    from kampanye_tui.plugin.library import open_library
    from kampanye_tui.rebuilding import Here
    from kampanye_tui.work import library_for

    if located is None:
        region, election = agreement.reference.region.code, agreement.reference.election.id
        day = agreement.occasion.day
        return Here(open_library(PackChoice(), Path(), region, election, day, "naskah.toml"))
    fonts = located.configuration.fonts
    return Here(
        library_for(located, agreement),
        _logo(located, agreement),
        FontFiles.chosen(fonts, located.folder) if fonts else None,
    )


def _logo(located: Located, agreement: Agreement) -> Any:
    from kampanye_tui.store.pictures import read_picture

    logo = located.configuration.office.logo
    return read_picture(located.folder / logo, f"Logo {agreement.office.name}") if logo else None
