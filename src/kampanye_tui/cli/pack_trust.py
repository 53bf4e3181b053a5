"""``paket rincian``, ``setujui``, ``cabut``, ``aktifkan``, ``nonaktifkan``: what a user decides about packs.

None of these runs a pack's code, and none writes the office's configuration.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click
import msgspec

from kampanye_tui.cli.asking import Questions
from kampanye_tui.cli.options import config
from kampanye_tui.cli.output import Exit, data, talk
from kampanye_tui.cli.session import locate

if TYPE_CHECKING:
    from kampanye_tui.model.pack import PackStatus
    from kampanye_tui.plugin.folder import PackFolder
    from kampanye_tui.store.configuration import Located

named = click.argument("pack_id", metavar="ID")


@click.command("rincian", options_metavar="[OPSI]")
@named
@config
def details(pack_id: str) -> None:
    """Tampilkan pembuat dan isi paket. Yang berubah sejak disetujui ikut ditunjukkan."""
    located = locate()
    status, folder = _found(located, pack_id)
    data(f"Keadaan: {status.state.value}")
    if status.reason:
        data(status.reason)
    data(f"Folder: {status.folder}")
    _show(folder)
    _show_log(pack_id)


@click.command("setujui", options_metavar="[OPSI]")
@named
@config
def accept(pack_id: str) -> Exit:
    """Setujui kode sebuah paket Python, persis isinya yang tampil.

    Bacalah dahulu siapa pembuatnya, apa yang dilakukannya, dan apa yang berubah.
    Program di dalam paket bekerja dengan hak Anda sendiri: ia dapat membaca dan
    mengubah semua yang dapat Anda ubah. Untuk menyetujui, ketik id paket itu.
    """
    from kampanye_tui.model.own_packs import OwnAcceptance
    from kampanye_tui.model.pack import PackKind
    from kampanye_tui.model.problem import Refused, refuse
    from kampanye_tui.plugin.unpacking import packed
    from kampanye_tui.store.breadcrumb import forgive
    from kampanye_tui.store.own_packs import keep_accepted, read_own, write_own
    from kampanye_tui.store.settings import data_home
    from kampanye_tui.store.strict_modes import loose

    located = locate()
    _status, folder = _found(located, pack_id)
    plugin = folder.manifest.plugin
    if plugin.kind is PackKind.DATA:
        raise refuse(f"paket {plugin.id} tidak berisi kode, jadi tidak memerlukan persetujuan")
    _refuse_decided_above(located, plugin.id)
    if loosely := loose(folder.path):
        raise Refused(loosely)
    _show(folder)
    asks = Questions(silent=False)
    talk(
        "Program di dalam paket bekerja dengan hak Anda sendiri. Setujui hanya bila Anda mengenal pembuatnya."
    )
    typed = asks.ask(f"Ketik {plugin.id} untuk menyetujui, atau Enter untuk membatalkan", "id paket", str)
    if typed != plugin.id:
        talk("Tidak disetujui; tidak ada yang berubah.")
        return Exit.REFUSED
    home = data_home()
    own = read_own(home)
    made = OwnAcceptance(id=plugin.id, version=plugin.version, fingerprint=folder.fingerprint)
    others = tuple(one for one in own.accepted if one.id != plugin.id)
    keep_accepted(home, folder.fingerprint, packed(folder))
    write_own(home, msgspec.structs.replace(own, accepted=(*others, made)))
    forgive(home, plugin.id)
    talk(f"Paket {plugin.id} versi {plugin.version} disetujui; dipakai mulai program dibuka berikutnya.")
    return Exit.DONE


@click.command("cabut", options_metavar="[OPSI]")
@named
@config
def revoke(pack_id: str) -> None:
    """Cabut persetujuan Anda atas sebuah paket Python."""
    from kampanye_tui.model.messages import nearest
    from kampanye_tui.model.problem import refuse
    from kampanye_tui.store.own_packs import read_own, write_own
    from kampanye_tui.store.settings import data_home

    own = read_own(data_home())
    left = tuple(one for one in own.accepted if one.id != pack_id)
    if left == own.accepted:
        hint = nearest(pack_id, [one.id for one in own.accepted])
        raise refuse(
            f'Anda tidak mempunyai persetujuan atas paket "{pack_id}"',
            hint or "Persetujuan kantor berada pada [[paket.setuju]] di kampanye.toml",
        )
    write_own(data_home(), msgspec.structs.replace(own, accepted=left))
    talk(f"Persetujuan atas paket {pack_id} dicabut.")


@click.command("nonaktifkan", options_metavar="[OPSI]")
@named
@config
def turn_off(pack_id: str) -> None:
    """Jangan pakai sebuah paket, bagi pengguna ini saja."""
    from kampanye_tui.model.pack import NATIONAL_ID
    from kampanye_tui.model.problem import refuse
    from kampanye_tui.store.own_packs import read_own, write_own
    from kampanye_tui.store.settings import data_home

    if pack_id == NATIONAL_ID:
        raise refuse("paket nasional tidak dapat dinonaktifkan", "Semua naskah memerlukannya")
    _status_of(locate(), pack_id)
    own = read_own(data_home())
    write_own(data_home(), msgspec.structs.replace(own, off=tuple(sorted({*own.off, pack_id}))))
    talk(f"Paket {pack_id} dinonaktifkan. Naskah yang disusun dengannya belum dapat difinalkan.")


@click.command("aktifkan", options_metavar="[OPSI]")
@named
@config
def turn_on(pack_id: str) -> None:
    """Pakai lagi paket yang dinonaktifkan. Berlaku juga bagi yang pernah menghentikan program."""
    from kampanye_tui.model.messages import nearest
    from kampanye_tui.model.problem import refuse
    from kampanye_tui.store.breadcrumb import culprits, forgive
    from kampanye_tui.store.own_packs import read_own, write_own
    from kampanye_tui.store.settings import data_home

    home = data_home()
    own = read_own(home)
    off = {*own.off, *culprits(home)}
    if pack_id not in off:
        raise refuse(f'paket "{pack_id}" tidak dinonaktifkan', nearest(pack_id, off))
    write_own(home, msgspec.structs.replace(own, off=tuple(one for one in own.off if one != pack_id)))
    forgive(home, pack_id)
    talk(f"Paket {pack_id} diaktifkan.")


def _found(located: Located, pack_id: str) -> tuple[PackStatus, PackFolder]:
    """Return what became of a pack and its files as they are now; raises :class:`Refused`."""
    from kampanye_tui.plugin.folder import read_folder

    status = _status_of(located, pack_id)
    return status, read_folder(Path(status.folder), pack_id)


def _status_of(located: Located, pack_id: str) -> PackStatus:
    from kampanye_tui.model.messages import nearest
    from kampanye_tui.model.problem import refuse
    from kampanye_tui.plugin.host import listed

    configuration = located.configuration
    statuses = listed(configuration.packs, located.folder, configuration.office.region, located.own).statuses
    if pack_id not in statuses:
        raise refuse(f'paket "{pack_id}" tidak ditemukan', nearest(pack_id, statuses))
    return statuses[pack_id]


def _refuse_decided_above(located: Located, pack_id: str) -> None:
    """Raise :class:`Declined` for what the office's configuration has decided already."""
    from kampanye_tui.model.problem import Declined, Problem

    packs = located.configuration.packs
    if packs.only_admin:
        what = "kantor ini menyerahkan persetujuan kepada administrator (hanya_admin)"
    elif pack_id in [one.id for one in packs.accepted]:
        what = f"isi paket {pack_id} yang boleh dipakai ditetapkan kantor pada [[paket.setuju]]"
    else:
        return
    raise Declined([Problem(what=what, hint="Sampaikan kepada administrator", file=located.label)])


def _show(folder: PackFolder) -> None:
    """Show a pack, and what is new in it since it was accepted."""
    from kampanye_tui.plugin.pack_view import difference, view
    from kampanye_tui.plugin.unpacking import unpacked
    from kampanye_tui.store.own_packs import kept_accepted, read_own
    from kampanye_tui.store.settings import data_home

    for line in view(folder):
        data(line)
    pack_id = folder.manifest.plugin.id
    before = next((one for one in read_own(data_home()).accepted if one.id == pack_id), None)
    kept = kept_accepted(data_home(), before.fingerprint) if before else None
    if before is None or kept is None or before.fingerprint == folder.fingerprint:
        return
    data(f"Perbedaan dari versi {before.version} yang Anda setujui sebelumnya:")
    for line in difference(unpacked(kept, pack_id)[1], folder.files):
        data(f"  {line}")


def _show_log(pack_id: str) -> None:
    """Show the end of what a pack has printed."""
    from kampanye_tui.store.own_packs import LOGS
    from kampanye_tui.store.settings import data_home

    try:
        lines = (data_home() / LOGS / f"{pack_id}.log").read_text("utf-8", "replace").splitlines()
    except OSError:
        return
    data("Yang terakhir dicetaknya:")
    for line in lines[-20:]:
        data(f"  {line}")
