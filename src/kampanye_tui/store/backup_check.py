"""An archive, from whoever → whether it is a whole backup and what it holds is whole; nothing is unpacked.

Files are read one after the other and never written. Names that lead elsewhere, links, names that stand twice
and archives that swell beyond measure are refused; only texts and ledgers are kept in memory, each within a
bound.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import re
import stat
import sys
import tarfile
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import IO, BinaryIO, NamedTuple
from zipfile import ZipFile

from kampanye_tui.agreement.chain import FILE as LEDGER
from kampanye_tui.agreement.verification import TEXT, Kept, register_check, verified
from kampanye_tui.model.problem import Problem, refuse
from kampanye_tui.model.text import printable
from kampanye_tui.store.backup import LISTING, fit_name
from kampanye_tui.store.bundle import BROKEN_ZIP

MOST_FILES = 500_000
LARGEST_TEXT = 64 * 2**20
"""Bytes of a text or ledger that is verified; a ledger of ten thousand events has four million."""
_SWELLING, _SWOLLEN = 150, 2**30
"""How many times its size an archive may grow to, and what any archive may.

Texts shrink to a tenth and an almost empty scan to a thousandth; a GiB of zeros is read in seconds.
"""
_ZIP_MARK = b"PK"
_REVISION = re.compile(r"r([0-9]{2,4})\.toml")
_REGISTER = re.compile(r"([0-9]{4})\.jsonl")
_BROKEN = (
    *BROKEN_ZIP,
    *(tarfile.TarError, OSError),
)
"""What the readers of archives raise for one that is damaged or was made by somebody else."""


class _UnwantedError(Exception):
    """Something that no archive of ours has; the words say what."""


class _SwollenError(Exception):
    """More than an archive of that size has, unless its files are mostly empty."""


class Checked(NamedTuple):
    """How many files and agreements an archive has, and everything that does not hold."""

    files: int
    agreements: int
    problems: tuple[Problem, ...]


class _Content(NamedTuple):
    """What was read of an archive: the hash of each file, and the bytes of those that are verified.

    Those among them that are larger than any of ours are named instead.
    """

    digests: dict[str, str]
    texts: dict[str, bytes]
    too_large: set[str]


def check_backup(stream: BinaryIO, called: str, *, ours: bool = False) -> Checked:
    """Return what an archive holds and what of it does not; raises :class:`Refused` for what is no backup.

    One that we have just packed, which is ``ours``, may have shrunk as far as it would.
    """
    content = _Content({}, {}, set())
    try:
        for name, source in _entries(stream, ours):
            _take(content, name, source)
    except _BROKEN:
        raise refuse("berkas ini bukan cadangan yang utuh", "Pakai cadangan yang lain", file=called) from None
    except _SwollenError:
        what = f"isinya lebih dari {_SWELLING} kali besar berkasnya, jadi tidak diperiksa"
        hint = (
            "Bila Anda membuatnya sendiri, bongkar di folder kosong, lalu: kampanye periksa-simpanan FOLDER"
        )
        raise refuse(what, hint, file=called) from None
    except _UnwantedError as unwanted:
        raise refuse(f"cadangan ini tidak dibuat program ini: {unwanted}", file=called) from None
    if LISTING not in content.texts:
        raise refuse(f"berkas ini bukan cadangan, atau terpotong: {LISTING} tidak ada", file=called)
    kept, registers = _kept(content)
    problems = [*_unlisted(content), *map(_unverified, sorted(content.too_large))]
    problems += [check.problem for one in kept for check in verified(one).checks if check.problem]
    checks = [register_check(content.texts[name], year, name) for year, name in registers]
    problems += [check.problem for check in checks if check.problem]
    return Checked(len(content.digests), len(kept), tuple(problems))


def _entries(stream: BinaryIO, ours: bool) -> Iterator[tuple[str, IO[bytes]]]:
    stream.seek(0)
    mark = stream.read(len(_ZIP_MARK))
    size = stream.seek(0, os.SEEK_END)
    stream.seek(0)
    most = sys.maxsize if ours else max(_SWOLLEN, size * _SWELLING)
    if mark == _ZIP_MARK:
        with ZipFile(stream) as archive:
            for entry in archive.infolist():
                kind = stat.S_IFMT(entry.external_attr >> 16)
                if entry.is_dir() or kind not in (0, stat.S_IFREG):
                    raise _UnwantedError(f"memuat yang bukan berkas: {printable(entry.filename)}")
                most -= entry.file_size
                if most < 0:
                    raise _SwollenError
                with archive.open(entry) as source:
                    yield entry.orig_filename, source
        return
    bounded = _Bounded(gzip.GzipFile(fileobj=stream, mode="rb"), most)
    with tarfile.open(fileobj=bounded, mode="r|") as archive:  # type: ignore[call-overload]
        for member in archive:
            content = archive.extractfile(member) if member.isreg() else None
            if content is None:
                raise _UnwantedError(f"memuat yang bukan berkas: {printable(member.name)}")
            yield member.name, content
    # Behind the last file stands what says whether all of it came through.
    while bounded.read(1 << 16):
        pass


class _Bounded:
    """A stream that ends in an error before it grows beyond measure."""

    def __init__(self, stream: gzip.GzipFile, most: int) -> None:
        self._stream = stream
        self._left = most

    def read(self, size: int) -> bytes:
        """Return the next bytes."""
        if size > self._left:
            raise _SwollenError
        piece = self._stream.read(size)
        self._left -= len(piece)
        return piece


def _take(content: _Content, name: str, source: IO[bytes]) -> None:
    parts = PurePosixPath(name).parts
    if not fit_name(name):
        raise _UnwantedError(f"memuat nama yang tidak wajar: {printable(name)}")
    if name in content.digests or len(content.digests) == MOST_FILES:
        raise _UnwantedError(f"memuat terlalu banyak berkas, atau dua kali yang bernama {printable(name)}")
    digest, size = hashlib.sha256(), 0
    pieces: list[bytes] = []
    wanted = _is_verified(parts)
    while piece := source.read(1 << 20):
        digest.update(piece)
        size += len(piece)
        if size > LARGEST_TEXT:
            pieces.clear()
        elif wanted:
            pieces.append(piece)
    content.digests[name] = digest.hexdigest()
    if wanted and size > LARGEST_TEXT:
        content.too_large.add(name)
    elif wanted:
        content.texts[name] = b"".join(pieces)


def _unverified(name: str) -> Problem:
    return Problem(
        what=f"lebih besar dari {LARGEST_TEXT // 2**20} MB, jadi tersimpan dalam cadangan tanpa diverifikasi",
        hint="Program ini tidak menulis berkas sebesar itu; periksa dengan: kampanye periksa-simpanan",
        file=name,
    )


def _is_verified(parts: tuple[str, ...]) -> bool:
    last, above = parts[-1], parts[-2] if len(parts) > 1 else ""
    return (
        last in (LISTING, TEXT, LEDGER)
        or (above == "revisi" and bool(_REVISION.fullmatch(last)))
        or (above == "register" and bool(_REGISTER.fullmatch(last)))
    )


def _kept(content: _Content) -> tuple[list[Kept], list[tuple[int, str]]]:
    """Return the agreements of an archive as they are verified, and its registers by year and name.

    Of what is larger than any of ours nothing can be verified.
    """
    registers, folders = [], {}
    for name in content.digests:
        path = PurePosixPath(name)
        met = _REGISTER.fullmatch(path.name)
        if met and path.parent.name == "register" and name in content.texts:
            registers.append((int(met[1]), name))
        if path.name in (TEXT, LEDGER) and path.parent.parent.name in ("naskah", "arsip", "cabang"):
            folders[str(path.parent)] = path.parent
    # What was set aside is no agreement any more.
    beyond = [PurePosixPath(name) for name in content.too_large]
    agreements = [
        folder
        for folder in folders.values()
        if "disisihkan" not in folder.parts and not any(one.is_relative_to(folder) for one in beyond)
    ]
    return [_agreement(content, folder) for folder in sorted(agreements)], sorted(registers)


def _agreement(content: _Content, folder: PurePosixPath) -> Kept:
    label = str(folder)
    below = {name.removeprefix(f"{label}/"): name for name in content.digests if name.startswith(f"{label}/")}
    revisions = {
        int(met[1]): content.texts[name]
        for short, name in below.items()
        if short.startswith("revisi/") and (met := _REVISION.fullmatch(short.removeprefix("revisi/")))
    }
    scans = {
        short.removeprefix("bukti/"): content.digests[name]
        for short, name in below.items()
        if short.startswith("bukti/") and short.count("/") == 1
    }
    texts = content.texts
    return Kept(
        folder.name, label, texts.get(f"{label}/{TEXT}"), texts.get(f"{label}/{LEDGER}"), revisions, scans
    )


def _unlisted(content: _Content) -> Iterator[Problem]:
    """Yield what is not what the list of the archive says."""
    lines = content.texts[LISTING].decode(errors="replace").splitlines()
    listed = {name: digest for digest, _blank, name in (line.partition("  ") for line in lines)}
    found = {name: digest for name, digest in content.digests.items() if name != LISTING}
    for name in sorted(listed.keys() | found.keys()):
        if listed.get(name) != found.get(name):
            yield Problem(what=f"hilang, berubah, atau tidak tertulis dalam {LISTING}", file=name)
