"""``periksa-simpanan``: whether all that a workspace keeps is whole, and what mends it where asked to."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kampanye_tui.cli.options import as_json, config
from kampanye_tui.cli.output import Exit, Progress, data, data_json, talk
from kampanye_tui.cli.session import locate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from kampanye_tui.store.storage_troubles import Trouble


@click.command("periksa-simpanan", options_metavar="[OPSI]")
@click.argument("named", metavar="[FOLDER]", required=False)
@click.option("--perbaiki", "mend", is_flag=True, help="Perbaiki; yang diganti disisihkan, tidak dihapus.")
@config
@as_json
def check_storage(named: str | None, mend: bool, as_json: bool) -> Exit:
    """Periksa apakah semua isi ruang kerja masih utuh.

    Yang diperiksa: naskah, riwayatnya, catatan kejadian, register nomor, bukti,
    ketikan yang belum disimpan, izin berkas, berkas yang tidak selesai ditulis,
    dan berkas yang tidak dikenal. Tanpa --perbaiki tidak ada yang diubah.

    Yang diganti saat diperbaiki disimpan di folder disisihkan, menurut hari dan
    jamnya. Naskah yang sedang dibuka tidak diperbaiki.

    \b
    Contoh:
      kampanye periksa-simpanan
      kampanye periksa-simpanan --perbaiki
      kampanye periksa-simpanan /media/usb/kantor --json
    """
    from kampanye_tui.store.lease import local_now
    from kampanye_tui.store.settings import data_home
    from kampanye_tui.store.storage_repair import mend_workspace

    workspace = Path(named) if named else locate().workspace
    now, home = local_now(), data_home()
    done = mend_workspace(workspace, home, now) if mend else ()
    found = tuple(found_in(workspace, home, now))
    if as_json:
        data_json(_as_table(workspace, found, done))
    else:
        _print(found, done)
    broken = [one for one in found if one.broken]
    _tell(found, len(broken), bool(done))
    return Exit.REFUSED if broken else Exit.DONE


def found_in(workspace: Path, home: Path, now: datetime) -> Iterator[Trouble]:
    """Yield what is wrong in a workspace; raises :class:`OSError`."""
    from kampanye_tui.store.storage_findings import (
        agreement_troubles,
        number_troubles,
        numbers_of,
        workspace_troubles,
    )
    from kampanye_tui.store.storage_scan import agreement_folders, see_agreement, see_workspace

    whole = see_workspace(workspace, now)
    yield from workspace_troubles(whole)
    folders = agreement_folders(workspace)
    progress = Progress("Diperiksa", len(folders))
    numbers = {}
    for count, folder in enumerate(folders, 1):
        seen = see_agreement(workspace, folder, home, now)
        yield from agreement_troubles(seen)
        numbers[seen.label] = numbers_of(seen)
        progress(count)
    yield from number_troubles(whole, numbers)


def _print(found: Sequence[Trouble], done: Sequence[Trouble]) -> None:
    for one in done:
        data(f"diperbaiki  {one.place}: {one.mend.words if one.mend else ''}")
    for one in found:
        data(f"{_word(one):10}  {_told(one)}")
        if one.mend:
            data(f"{'':10}  perbaikan: {one.mend.words}")


def _word(trouble: Trouble) -> str:
    return "RUSAK" if trouble.broken else "perhatikan"


def _told(trouble: Trouble) -> str:
    # What comes from the readers of files names its place, and often the line, itself.
    if trouble.words.startswith((f"{trouble.place}, ", f"{trouble.place}: ")):
        return trouble.words
    return f"{'ruang kerja' if trouble.place == '.' else trouble.place}: {trouble.words}"


def _tell(found: Sequence[Trouble], broken: int, mended: bool) -> None:
    if not found:
        talk("Semua yang tersimpan utuh.")
        return
    talk(f"{broken} rusak, {len(found) - broken} perlu diperhatikan.")
    if any(one.mend for one in found):
        talk("Yang disebut perbaikannya diperbaiki dengan: kampanye periksa-simpanan --perbaiki")
    elif broken and mended:
        talk("Yang masih rusak tidak dapat diperbaiki tanpa kehilangan isi; ambil dari cadangan.")


def _as_table(workspace: Path, found: Sequence[Trouble], done: Sequence[Trouble]) -> dict[str, Any]:
    return {
        "ruang_kerja": str(workspace),
        "utuh": not any(one.broken for one in found),
        "masalah": [
            {
                "tempat": one.place,
                "rusak": one.broken,
                "penjelasan": one.words,
                "perbaikan": one.mend.words if one.mend else None,
            }
            for one in found
        ],
        "diperbaiki": [
            {"tempat": one.place, "perbaikan": one.mend.words if one.mend else ""} for one in done
        ],
    }
