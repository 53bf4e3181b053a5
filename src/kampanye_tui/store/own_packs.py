"""A user's packs in the data home: acceptances, which are off, those installed, the bytes accepted before.

The office's configuration comes first: what it accepts is a pin that no user changes, and ``hanya_admin``
leaves Python packs to it alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import count
from pathlib import Path

from kampanye_tui.model.office import PackChoice
from kampanye_tui.model.own_packs import OwnChoice, OwnPacks
from kampanye_tui.model.problem import Refused
from kampanye_tui.model.writing import write
from kampanye_tui.store.atomic import write_whole
from kampanye_tui.store.breadcrumb import culprits
from kampanye_tui.store.cache import cache_home
from kampanye_tui.store.own_file import read_own_file
from kampanye_tui.store.pack_files import write_pack
from kampanye_tui.store.settings import data_home

FILE = "paket.toml"
INSTALLED = "paket"
"""The folder of packs that ``paket pasang`` put there."""
KEPT = "paket-disetujui"
"""The folder of accepted packs as they were, one zip file each: the next version is compared with it."""
LOGS = "paket-log"
"""The folder of what packs print, a file each."""
OFF = "dinonaktifkan; aktifkan lagi dengan: kampanye paket aktifkan {0}"
WITHOUT = "tidak dimuat karena --tanpa-paket"
DEADLY = (
    "program terhenti ketika paket ini bekerja terakhir kali, jadi paket ini tidak dimuat; hubungi "
    "penanggung jawabnya, atau coba lagi dengan: kampanye paket aktifkan {0}"
)


def read_own(home: Path) -> OwnPacks:
    """Return what the user decided, nothing where there is no file; raises :class:`Refused`."""
    return read_own_file(OwnPacks, home / FILE)


def write_own(home: Path, own: OwnPacks) -> None:
    """Write what the user decided; raises OSError."""
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    write_whole(home / FILE, write(own))


def own_choice(
    packs: PackChoice, home: Path, without: Iterable[str] = (), *, cache: Path | None = None
) -> OwnChoice:
    """Return what of the user's decisions counts beside the configuration.

    ``without`` are packs left out this once, ``cache`` is where what was read from packs is kept. A file of
    the user's own that cannot be read accepts nothing and stops nobody; the commands about packs say what is
    wrong with it.
    """
    try:
        own = read_own(home)
    except Refused:
        own = OwnPacks()
    pinned = {one.id for one in packs.accepted}
    accepted = () if packs.only_admin else tuple(one for one in own.accepted if one.id not in pinned)
    off = {one: OFF.format(one) for one in own.off}
    off |= dict.fromkeys(without, WITHOUT)
    deadly = {one: DEADLY.format(one) for one in culprits(home)}
    folders = (home / INSTALLED,) if (home / INSTALLED).is_dir() else ()
    return OwnChoice(folders, accepted, off, home, cache, deadly)


def users_choice(packs: PackChoice, without: Iterable[str] = ()) -> OwnChoice:
    """Return what the user who runs the program decided, with the folders that are theirs."""
    return own_choice(packs, data_home(), without, cache=cache_home())


def keep_accepted(home: Path, fingerprint: str, bundle: bytes) -> None:
    """Keep the zip file of an accepted pack; raises OSError."""
    folder = home / KEPT
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    write_whole(folder / f"{fingerprint}.zip", bundle)


def kept_accepted(home: Path, fingerprint: str) -> bytes | None:
    """Return the zip file of a pack accepted before, None where none was kept."""
    try:
        return (home / KEPT / f"{fingerprint}.zip").read_bytes()
    except OSError:
        return None


def installed_at(home: Path, pack_id: str) -> Path:
    """Return where a pack of the user's own lies."""
    return home / INSTALLED / pack_id


def install_pack(home: Path, pack_id: str, files: Mapping[str, bytes]) -> Path | None:
    """Write a pack of the user's own, whole; return where the one that was there lies now. Raises OSError."""
    path = installed_at(home, pack_id)
    if not (path.exists() or path.is_symlink()):
        write_pack(path, files)
        return None
    aside = next(
        one for number in count(1) if not (one := path.with_name(f".{pack_id}-lama-{number}")).exists()
    )
    path.rename(aside)
    try:
        write_pack(path, files)
    except BaseException:
        aside.rename(path)
        raise
    return aside
