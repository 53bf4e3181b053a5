"""An office by value: the bytes of all that its papers are made of, to be made wherever they are unpacked.

Whoever asks packs what lies in the office's folders; whoever works unpacks it into folders of their own and
needs to see none of those. The same bytes stand for what papers were made from, so a hash over them tells
whether the same would come of an office again.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
import tempfile
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

import msgspec

from kampanye_tui import __version__
from kampanye_tui.agreement.chain import FILE as LEDGER
from kampanye_tui.formats.pdf.setting import versions
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.export_format import FontFiles
from kampanye_tui.model.office import Configuration, FontChoice
from kampanye_tui.model.own_packs import OwnChoice
from kampanye_tui.model.problem import Problem, Refused, refuse
from kampanye_tui.model.reading import read
from kampanye_tui.plugin.folder import fingerprint, pack_folders, read_files
from kampanye_tui.store.configuration import NAME, Located
from kampanye_tui.store.pictures import picture_bytes
from kampanye_tui.store.plain_file import LARGEST_CHAIN, kept_bytes
from kampanye_tui.store.strict_modes import loose
from kampanye_tui.store.workspace import FILE, FOLDER, agreement_ids, folder_of

LARGEST_FONT = 30_000_000
"""Bytes of a font file that travels; those of Indonesian offices have less than one million."""
LOGOS = "logo"
_FRONTS = ("cli", "tui")
"""Rooms that make nothing of papers."""
_PREFIX = "kampanye-"
_FACES = ("regular", "bold", "italic", "bold_italic")

Files = tuple[tuple[str, bytes], ...]
"""Files by the place where they are unpacked; a name that ends with a stroke is a folder."""


class Parcel(NamedTuple):
    """An office: how problems name its configuration, its files, and what the user chose beside them.

    ``texts`` are its configuration, text, ledger and logo; ``shared`` its typeface and its packs from so many
    ``shelves``, which many offices have alike.
    """

    label: str
    texts: Files
    shared: Files
    shelves: int
    own: OwnChoice

    @property
    def sha256(self) -> str:
        """Return a hash over all that it holds, in hexadecimal: another for other papers."""
        own = self.own
        # Names as bytes: a folder beside the packs may have one that is no text.
        files = [
            (os.fsencode(name), hashlib.sha256(data).hexdigest())
            for name, data in (*self.texts, *self.shared)
        ]
        said = msgspec.json.encode(
            (
                files,
                sorted((one.id, one.fingerprint) for one in own.accepted),
                sorted({*own.off, *own.deadly}),
            )
        )
        return hashlib.sha256(said).hexdigest()


class Unpacked(NamedTuple):
    """A parcel in folders of this machine. What texts name as a logo lies in ``logos``."""

    located: Located
    logos: Path
    folders: tuple[Path, ...]

    @property
    def endangers_code(self) -> Problem | None:
        """What would keep code of packs from running here, though it was accepted; the first of it."""
        located = self.located
        if not (located.configuration.packs.accepted or located.own.accepted):
            return None
        return next((problem for folder in self.folders for problem in loose(folder)), None)

    def without_folders(self, words: str) -> str:
        """Return ``words`` with the names that files have in the parcel."""
        for folder in self.folders:
            words = words.replace(f"{folder}/", "")
        return words


def only_agreement(located: Located) -> str | None:
    """Return the id of the agreement of a workspace, None for none; raises :class:`Refused` for several."""
    ids = agreement_ids(located.workspace)
    if len(ids) > 1:
        raise refuse("ada beberapa naskah di ruang kerja ini", "Kerjakan kantor ini sendiri dengan: ekspor")
    return ids[0] if ids else None


def parcel_of(located: Located) -> Parcel:
    """Return an office by value; raises :class:`Refused` and OSError for what cannot be read.

    What is not there is not in it either: whoever misses it says so, as they would in the office's folders.
    """
    return Parcel(
        located.label,
        tuple(_texts(located)),
        (*_typeface(located), *_packs(located)),
        len(_shelves(located)),
        located.own._replace(folders=(), home=None, cache=None),
    )


@contextmanager
def unpacked(parcel: Parcel) -> Iterator[Unpacked]:
    """Unpack a parcel into folders that go again; what is shared stays for the next offices of this process.

    Raises :class:`Refused` for a configuration at fault.
    """
    shared = _shared(parcel.shared)
    if not shared.is_whole(parcel.shared):
        # A worker may stand for weeks; what lies idle in a folder for temporary files is cleaned away.
        _shared.cache_clear()
        shared = _shared(parcel.shared)
    with tempfile.TemporaryDirectory(prefix=_PREFIX) as made:
        folder = Path(made)
        _write(folder, parcel.texts)
        configuration = read(Configuration, dict(parcel.texts)[NAME], parcel.label)
        moved = _moved(configuration, parcel, shared.path)
        yield Unpacked(
            Located(moved, folder / NAME, parcel.label, parcel.own), folder / LOGOS, (folder, shared.path)
        )


def here() -> dict[str, str]:
    """Return the versions that have a say in the bytes of papers, for machines that have to have the same."""
    python = f"{sys.version_info.major}.{sys.version_info.minor}"
    return {"kampanye-tui": f"{__version__} ({_program()})", "python": python, **versions()}


@cache
def _program() -> str:
    """Return the beginning of a hash over the files of this program that have a say in papers.

    A version between two releases has many of them.
    """
    top = Path(__file__).parent
    files = sorted(path for path in top.rglob("*") if path.is_file() and path.suffix != ".pyc")
    read = {
        name: path
        for path in files
        if (name := path.relative_to(top).as_posix()).partition("/")[0] not in _FRONTS
    }
    return fingerprint({name: path.read_bytes() for name, path in read.items()})[:12]


def _texts(located: Located) -> Iterator[tuple[str, bytes]]:
    yield NAME, kept_bytes(located.path, located.label)
    logo = located.configuration.office.logo
    agreement_id = only_agreement(located)
    if agreement_id is not None:
        folder, place = folder_of(located.workspace, agreement_id), f"{FOLDER}/{agreement_id}"
        text = kept_bytes(folder / FILE, f"{place}/{FILE}")
        yield f"{place}/{FILE}", text
        yield from _found(f"{place}/{LEDGER}", folder / LEDGER, LARGEST_CHAIN)
        # Reading it takes as long as ten papers, and most have none.
        logo = read(Agreement, text, f"{place}/{FILE}").office.logo if b"logo" in text else ""
    if logo and (path := located.folder / logo).exists():
        yield f"{LOGOS}/{path.name}", picture_bytes(path)


def _typeface(located: Located) -> Iterator[tuple[str, bytes]]:
    fonts = located.configuration.fonts
    if fonts is not None:
        files = FontFiles.chosen(fonts, located.folder)
        for face in _FACES:
            path: Path = getattr(files, face)
            yield from _found(f"huruf/{face}/{path.name}", path, LARGEST_FONT)


def _found(name: str, path: Path, largest: int) -> Iterator[tuple[str, bytes]]:
    try:
        yield name, kept_bytes(path, path.name, largest)
    except FileNotFoundError:
        return


def _packs(located: Located) -> Iterator[tuple[str, bytes]]:
    choice, own = located.configuration.packs, located.own
    may_run = {(one.id, one.fingerprint) for one in (*choice.accepted, *own.accepted)}
    named = {pack_id for pack_id, _fingerprint in may_run}
    for number, folder in enumerate(_shelves(located)):
        for path in pack_folders(folder) if folder.is_dir() else ():
            place = f"paket/{number}/{path.name}/"
            try:
                files = read_files(path)
            except Refused:
                files = {}
            # Code that others could change runs nowhere: its folder travels empty, and is refused for that.
            if path.name in named and (path.name, fingerprint(files)) in may_run and loose(path):
                files = {}
            yield place, b""
            yield from ((f"{place}{name}", data) for name, data in files.items())


def _shelves(located: Located) -> tuple[Path, ...]:
    """Return the folders of packs: those that the configuration names, then the user's."""
    named = (located.folder / name for name in located.configuration.packs.folders)
    return (*named, *located.own.folders)


class _Folder:
    """A folder with files, which goes with the last who has it in hand."""

    def __init__(self, files: Files) -> None:
        self.path = Path(tempfile.mkdtemp(prefix=_PREFIX))
        weakref.finalize(self, shutil.rmtree, self.path, ignore_errors=True)
        _write(self.path, files)

    def is_whole(self, files: Files) -> bool:
        """Tell whether all files are still there."""
        return all((self.path / name).exists() for name, _data in files)


@lru_cache(maxsize=8)
def _shared(files: Files) -> _Folder:
    """Return a folder with files; the same one for the same, so that fonts and packs are read once."""
    return _Folder(files)


def _write(folder: Path, files: Files) -> None:
    """Write files where nobody else could change them; raises OSError."""
    for name, data in files:
        path = folder / name
        for above in reversed((Path(name) if name.endswith("/") else Path(name).parent, *Path(name).parents)):
            (folder / above).mkdir(mode=0o700, exist_ok=True)
        if not name.endswith("/"):
            path.write_bytes(data)
            path.chmod(0o600)


def _moved(configuration: Configuration, parcel: Parcel, shared: Path) -> Configuration:
    """Return a configuration whose typeface, packs and workspace are where they were unpacked."""
    shelves = tuple(str(shared / "paket" / str(number)) for number in range(parcel.shelves))
    fonts = configuration.fonts
    if fonts is not None:
        fonts = FontChoice(
            **{face: str(shared / "huruf" / face / Path(getattr(fonts, face)).name) for face in _FACES}
        )
    packs = msgspec.structs.replace(configuration.packs, folders=shelves)
    return msgspec.structs.replace(configuration, packs=packs, fonts=fonts, workspace="")
