"""What arrived by rsync, mail or stick: agreements below a folder, and their bytes, whoever sent them.

Folders come in; places of agreements, and why others are none, go out; then the bytes of each, to be
verified. Nothing is written, run or unpacked here. No link is followed, nothing is read but plain files of
the names that an agreement has, and of none more than it may hold.
"""

from __future__ import annotations

import hashlib
import os
import re
import stat
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO, NamedTuple
from zipfile import ZipFile, ZipInfo

from kampanye_tui.agreement.chain import FILE as LEDGER
from kampanye_tui.agreement.verification import Kept
from kampanye_tui.model.messages import Words, system_error
from kampanye_tui.model.problem import Problem, Refused, refuse
from kampanye_tui.model.source import LARGEST as LARGEST_TEXT
from kampanye_tui.model.text import printable
from kampanye_tui.store import revisions, workspace
from kampanye_tui.store.at_work import refuse_reading
from kampanye_tui.store.bundle import BROKEN_ZIP
from kampanye_tui.store.configuration import NAME as CONFIGURATION
from kampanye_tui.store.plain_file import LARGEST_CHAIN, plain_bytes

LISTING = "DAFTAR-SHA256.txt"
"""The file that makes a folder an unpacked proof bundle."""
LARGEST_ZIP = 400_000_000
"""Bytes of a proof bundle; only with many scans it has more than a few million."""
MOST_ENTRIES = 2_000
"""Files in a proof bundle."""
LARGEST_LISTING = 1_000_000
"""Bytes of the list of entries at the end of a bundle."""
DEEPEST = 4
"""Folders between the one that was named and that of an office: ``negeri/provinsi/kantor``, and one more."""
_REVISION = re.compile(r"r([0-9]{2})\.toml")
_ENCRYPTED = 0x1
_END = re.compile(rb"PK\x05\x06")
_LARGE_FORM = b"PK\x06\x07"
"""Of zip files beyond four gigabytes."""
_TAIL = 22 + 2**16
"""Bytes in which the end of a zip file is."""
_HINT = "Minta kantor itu mengirimnya sekali lagi"


class Arrival(NamedTuple):
    """Where an agreement lies: a folder, or the zip file of a proof bundle; ``label`` names it."""

    path: Path
    label: str
    is_zip: bool = False


class Content(NamedTuple):
    """The bytes of an agreement, and their hash: the same bytes under the same names have the same."""

    kept: Kept
    sha256: str


def arrivals(place: Path) -> Iterator[Arrival | Problem]:
    """Yield what lies in a workspace, in a folder of workspaces or bundles, or is itself a bundle."""
    yield from _found(place, printable(str(place)), DEEPEST)


def _found(path: Path, label: str, deeper: int) -> Iterator[Arrival | Problem]:
    try:
        refuse_reading(path, label)
        if not path.is_dir():
            yield _bundle(path, label)
            return
        with os.scandir(path) as listed:
            entries = sorted((one for one in listed if not one.name.startswith(".")), key=_name)
        yield from _below(path, label, entries, deeper)
    except OSError as error:
        yield Problem(what=system_error(error), hint="Periksa nama dan izinnya", file=label)
    except Refused as refused:
        yield refused.problems[0]


def _name(entry: os.DirEntry[str]) -> str:
    return entry.name


def _bundle(path: Path, label: str) -> Arrival | Problem:
    if path.suffix.casefold() == ".zip" and path.is_file():
        return Arrival(path, label, is_zip=True)
    what = "bukan folder dan bukan berkas bukti (.zip)" if path.exists() else "tidak ada"
    return Problem(what=what, hint="Periksa nama dan foldernya", file=label)


def _below(
    path: Path, label: str, entries: Iterable[os.DirEntry[str]], deeper: int
) -> Iterator[Arrival | Problem]:
    listed = {entry.name: entry for entry in entries}
    if not {workspace.FILE, LEDGER, revisions.FOLDER}.isdisjoint(listed):
        yield Arrival(path, label)
        return
    if workspace.FOLDER in listed or CONFIGURATION in listed:
        yield from _of_workspace(path / workspace.FOLDER, f"{label}/{workspace.FOLDER}", label)
        return
    empty = True
    for entry in listed.values():
        inside = f"{label}/{printable(entry.name)}"
        if entry.is_symlink():
            yield _link(inside)
        elif entry.is_dir(follow_symlinks=False) and deeper:
            yield from _found(path / entry.name, inside, deeper - 1)
        elif entry.is_dir(follow_symlinks=False):
            yield Problem(what=f"lebih dari {DEEPEST} folder di bawah yang disebut", file=inside)
        elif entry.name.casefold().endswith(".zip"):
            yield _bundle(path / entry.name, inside)
        else:
            continue
        empty = False
    if empty:
        yield _nothing(label)


def _of_workspace(shelf: Path, shelf_label: str, label: str) -> Iterator[Arrival | Problem]:
    """Yield the agreements of a workspace; those that are put away are not counted any more."""
    if shelf.is_symlink():
        yield _link(shelf_label)
        return
    if not shelf.is_dir():
        yield _nothing(label)
        return
    with os.scandir(shelf) as listed:
        entries = sorted((one for one in listed if not one.name.startswith(".")), key=_name)
    for entry in entries:
        inside = f"{shelf_label}/{printable(entry.name)}"
        if entry.is_symlink():
            yield _link(inside)
        elif entry.is_dir():
            yield Arrival(shelf / entry.name, inside)
    if not entries:
        yield _nothing(label)


def _link(label: str) -> Problem:
    return Problem(what="tautan, tidak diikuti", hint="Salin folder aslinya", file=label)


def _nothing(label: str) -> Problem:
    return Problem(what="tidak memuat naskah atau berkas bukti", hint=_HINT, file=label)


def content_of(arrival: Arrival) -> Content:
    """Return the bytes of an agreement; raises :class:`Refused` and :class:`OSError`."""
    try:
        files = _of_zip(arrival) if arrival.is_zip else _of_folder(arrival)
    except BROKEN_ZIP as error:
        what = f"bukan berkas zip yang utuh ({type(error).__name__})"
        raise refuse(what, _HINT, file=arrival.label) from None
    if not files:
        raise Refused([_nothing(arrival.label)])
    found = {name: met for name in files if (met := _REVISION.fullmatch(name))}
    kept = Kept(
        name=printable(arrival.path.resolve().name),
        label=arrival.label,
        text=files.get(workspace.FILE),
        ledger=files.get(LEDGER),
        revisions={int(met[1]): files[name] for name, met in found.items()},
        evidence=None,
        for_outsiders=LISTING in files,
    )
    return Content(kept, _digest(kept.name, files))


def _digest(name: str, files: Mapping[str, bytes]) -> str:
    digest = hashlib.sha256(name.encode())
    for file in sorted(files):
        digest.update(b"\0%s\0%d\0" % (file.encode(), len(files[file])))
        digest.update(files[file])
    return digest.hexdigest()


def _largest(name: str) -> int:
    return LARGEST_CHAIN if name == LEDGER else LARGEST_TEXT


def _too_large(size: int) -> Words:
    return f"besarnya {size} bita, terlalu besar untuk sebuah naskah", _HINT


def _of_folder(arrival: Arrival) -> dict[str, bytes]:
    """Return the files of a folder by name, those of ``revisi/`` without it."""
    folder, label = arrival.path, arrival.label
    files: dict[str, bytes] = {}
    for name in (workspace.FILE, LEDGER):
        data = _plain(folder / name, f"{label}/{name}", _largest(name))
        if data is not None:
            files[name] = data
    below = folder / revisions.FOLDER
    if below.is_symlink():
        raise Refused([_link(f"{label}/{revisions.FOLDER}")])
    if below.is_dir():
        named = sorted(name for name in os.listdir(below) if _REVISION.fullmatch(name))  # noqa: PTH208
        for name in named:
            data = _plain(below / name, f"{label}/{revisions.FOLDER}/{name}", LARGEST_TEXT)
            if data is not None:
                files[name] = data
    if (folder / LISTING).is_file():
        files[LISTING] = b""
    return files


def _plain(path: Path, label: str, largest: int) -> bytes | None:
    """Return the bytes of a plain file; None where there is none. Raises :class:`Refused` for others."""
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        return None
    if stat.S_ISLNK(mode):
        raise Refused([_link(label)])
    return plain_bytes(path, label, largest, _too_large, "Periksa berkas dan izinnya")


def _of_zip(arrival: Arrival) -> dict[str, bytes]:
    """Return the files of a proof bundle that are of an agreement.

    What an entry says of its size is not believed.
    """
    if arrival.path.is_symlink():
        raise Refused([_link(arrival.label)])
    size = arrival.path.stat().st_size
    if size > LARGEST_ZIP:
        raise refuse(f"besarnya {size} bita, terlalu besar untuk berkas bukti", _HINT, file=arrival.label)
    files: dict[str, bytes] = {LISTING: b""}
    with arrival.path.open("rb") as stream:
        if _lists_too_much(stream, size):
            raise refuse("daftar isinya terlalu panjang untuk berkas bukti", _HINT, file=arrival.label)
        bundle = ZipFile(stream)
        entries = bundle.infolist()
        if len(entries) > MOST_ENTRIES:
            raise refuse(f"memuat lebih dari {MOST_ENTRIES} berkas", _HINT, file=arrival.label)
        for entry in entries:
            name = _name_of(entry)
            if not name:
                continue
            label = f"{arrival.label}/{name}"
            if name in files:
                raise refuse("ada dua berkas dengan nama yang sama", _HINT, file=label)
            files[name] = _unpacked(bundle, entry, label, _largest(name))
    if len(files) == 1:
        raise Refused([_nothing(arrival.label)])
    return files


def _lists_too_much(stream: BinaryIO, size: int) -> bool:
    """Tell whether a zip file says that its list of entries is longer than that of any bundle.

    The reader makes a value of each entry before anybody can count them, some hundred times its bytes. Where
    the end of a zip file is can be told in more than one way, so all of them are looked at.
    """
    stream.seek(max(0, size - _TAIL))
    tail = stream.read()
    stream.seek(0)
    sizes = (
        int.from_bytes(tail[met.start() + 12 : met.start() + 16], "little") for met in _END.finditer(tail)
    )
    return _LARGE_FORM in tail or any(listed > LARGEST_LISTING for listed in sizes)


def _name_of(entry: ZipInfo) -> str:
    """Return the name under which an entry counts; empty for the many that are of no use here."""
    folder, _slash, name = entry.filename.rpartition("/")
    if not folder and name in (workspace.FILE, LEDGER):
        return name
    return name if folder == revisions.FOLDER and _REVISION.fullmatch(name) else ""


def _unpacked(bundle: ZipFile, entry: ZipInfo, label: str, largest: int) -> bytes:
    if entry.flag_bits & _ENCRYPTED:
        raise refuse("bersandi, jadi tidak dapat dibaca", _HINT, file=label)
    if stat.S_IFMT(entry.external_attr >> 16) not in (0, stat.S_IFREG):
        raise refuse("bukan berkas biasa", _HINT, file=label)
    with bundle.open(entry) as stream:
        data = stream.read(largest + 1)
    if len(data) > largest:
        raise refuse(*_too_large(len(data)), file=label)
    return data
