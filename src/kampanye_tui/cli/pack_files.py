"""``paket kemas`` and ``paket pasang``: a pack as one file, for chat and memory sticks, and back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kampanye_tui.cli.asking import Questions
from kampanye_tui.cli.options import config, configured
from kampanye_tui.cli.output import Exit, data, talk
from kampanye_tui.cli.session import locate

if TYPE_CHECKING:
    from kampanye_tui.plugin.folder import PackFolder


@click.command("kemas", options_metavar="[OPSI]")
@click.argument("folder", metavar="FOLDER", type=click.Path(path_type=Path))
@click.option("--timpa", "overwrite", is_flag=True, help="Ganti berkas zip yang isinya berbeda.")
@config
def pack(folder: Path, overwrite: bool) -> None:
    """Jadikan sebuah paket satu berkas zip, dan tampilkan kodenya.

    Isi yang sama selalu menjadi berkas yang sama. Bacakan kodenya melalui telepon
    kepada penerima; kode yang sama tampil ketika ia memasang paket itu.
    """
    from kampanye_tui.agreement.fingerprint import short_code
    from kampanye_tui.plugin.folder import read_folder
    from kampanye_tui.plugin.unpacking import packed
    from kampanye_tui.store.outputs import Output, write_outputs

    path = folder.resolve()
    made = read_folder(path, path.name)
    target = Path(f"{made.manifest.plugin.id}.zip")
    write_outputs([Output(target, packed(made))], overwrite=overwrite)
    data(str(target))
    talk(f"Kode paket: {short_code(made.fingerprint)}")
    talk(f"SHA-256: {made.fingerprint}")
    talk(f"Penerima memasangnya dengan: kampanye paket pasang {target}")


@click.command("pasang", options_metavar="[OPSI]")
@click.argument("file", metavar="BERKAS.zip", type=click.Path(path_type=Path))
@config
def install(file: Path) -> Exit:
    """Pasang paket dari berkas zip untuk pengguna ini.

    Cocokkan kode paket yang tampil dengan yang dibacakan pengirimnya, lalu jawab
    "ya". Paket berisi kode masih harus disetujui sesudahnya.
    """
    from kampanye_tui.model.pack import PackKind
    from kampanye_tui.plugin.folder import pack_of
    from kampanye_tui.plugin.pack_view import view
    from kampanye_tui.plugin.unpacking import LARGEST_ZIP, unpacked
    from kampanye_tui.store.own_packs import install_pack, installed_at
    from kampanye_tui.store.plain_file import plain_bytes
    from kampanye_tui.store.settings import data_home

    too_large = (f"berkas lebih besar daripada {LARGEST_ZIP} bita", "Mintalah paket yang lebih kecil")
    content = plain_bytes(file, str(file), LARGEST_ZIP, lambda _size: too_large)
    pack_id, files = unpacked(content, file.name)
    folder = pack_of(Path(pack_id), files, pack_id)
    for line in view(folder):
        talk(line)
    asks = Questions(silent=False)
    if not asks.agreed("Pasang paket ini?"):
        talk("Tidak dipasang.")
        return Exit.REFUSED
    if _is_there(data_home(), folder):
        talk("Paket dengan isi yang sama persis sudah terpasang.")
        return Exit.DONE
    aside = install_pack(data_home(), pack_id, files)
    if aside is not None:
        talk(f"Versi yang lama disimpan di {aside}")
    data(str(installed_at(data_home(), pack_id)))
    talk(f"Paket {pack_id} dipasang.")
    if folder.manifest.plugin.kind is PackKind.PYTHON:
        talk(f"Kodenya belum berjalan; lihat dan setujui dengan: kampanye paket setujui {pack_id}")
    _tell_standing(folder)
    return Exit.DONE


def _is_there(home: Path, folder: PackFolder) -> bool:
    """Tell whether the very same pack is installed."""
    from kampanye_tui.model.problem import Refused
    from kampanye_tui.plugin.folder import read_folder
    from kampanye_tui.store.own_packs import installed_at

    pack_id = folder.manifest.plugin.id
    try:
        return read_folder(installed_at(home, pack_id), pack_id).fingerprint == folder.fingerprint
    except Refused:
        return False


def _tell_standing(folder: PackFolder) -> None:
    """Say what became of an installed pack in the office here, or how to begin one."""
    from kampanye_tui.model.pack import PackState
    from kampanye_tui.model.problem import Refused
    from kampanye_tui.plugin.host import listed
    from kampanye_tui.store.configuration import candidates

    if not any(path.is_file() for path in candidates(configured())):
        talk("Di folder ini belum ada kantor; buat dengan: kampanye mulai")
        return
    try:
        located = locate()
    except Refused:
        return
    configuration = located.configuration
    host = listed(configuration.packs, located.folder, configuration.office.region, located.own)
    used = host.statuses.get(folder.manifest.plugin.id)
    if used is None:
        return
    if used.fingerprint not in ("", folder.fingerprint):
        talk(
            f"Perhatian: kantor ini mempunyai paket dengan id yang sama di {used.folder}; "
            "itulah yang dipakai."
        )
    elif used.state is not PackState.WAITING:
        why = f"; {used.reason}" if used.reason else ""
        talk(f"Keadaannya di kantor ini: {used.state.value}{why}")
