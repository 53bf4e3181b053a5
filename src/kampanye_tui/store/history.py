"""The undo journal of an agreement: earlier versions of ``naskah.toml`` in ``.riwayat/``, bounded.

``0007.toml`` is the text as it was before the seventh change. What an undo takes back is kept as
``0007.batal.toml`` until the next change, so an undo can itself be taken back. ``oleh.jsonl`` says of every
text that came over SSH who saved it, from where, by which key. Callers hold the lock.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Final, NamedTuple

import msgspec

from kampanye_tui.model.value import Value, key
from kampanye_tui.store.at_work import at_work, whence
from kampanye_tui.store.atomic import write_whole
from kampanye_tui.store.plain_file import kept_bytes

FOLDER: Final = ".riwayat"
SAVERS: Final = "oleh.jsonl"
MOST: Final = 50
"""Versions that are kept; an agreement of 25 pihak takes 60 kB."""


class SavedBy(Value, frozen=True, kw_only=True):
    """A line of ``oleh.jsonl``: a text, by the SHA-256 of its file, and who saved it."""

    text: str = key("naskah")
    at: datetime = key("saat")
    operator: str = key("operator")
    host: str = key("dari", default="")
    fingerprint: str = key("kunci", default="")


class Version(NamedTuple):
    """An earlier text: its file, and what is in it."""

    path: Path
    data: bytes

    @property
    def label(self) -> str:
        """The file as problems name it."""
        return _label(self.path)


def note_saver(folder: Path, stamp: str, now: datetime) -> None:
    """Note who is about to save a text, where they come over SSH: one that never got there harms nobody."""
    came = whence()
    if not came:
        return
    line = msgspec.json.encode(SavedBy(text=stamp, at=now, operator=at_work().name, **came)) + b"\n"
    journal = folder / FOLDER
    journal.mkdir(exist_ok=True)
    flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW
    handle = os.open(journal / SAVERS, flags, 0o666)
    try:
        os.write(handle, line)
        os.fsync(handle)
    finally:
        os.close(handle)


def record(folder: Path, data: bytes) -> None:
    """Keep a version that is about to be replaced by a new change."""
    journal = folder / FOLDER
    journal.mkdir(exist_ok=True)
    versions = versions_of(journal)
    # Not only after those: what is no file of ours may stand under a number as well, and stays.
    number = max(map(_number, filter(_has_number, journal.glob("*.toml"))), default=0) + 1
    write_whole(journal / f"{number:04d}.toml", data)
    for old in sorted(versions)[: max(0, len(versions) + 1 - MOST)]:
        versions[old].unlink()


def forget_undone(folder: Path) -> None:
    """Forget what undos took back: a new change, saved by now, leads somewhere else."""
    for path in undone_of(folder / FOLDER).values():
        path.unlink()


def last(folder: Path, current: bytes) -> Version | None:
    """Return the version before the last change; None when there is none.

    A version that equals the current text was kept by a save that a power failure cut short. Raises what
    :func:`kept_bytes` does.
    """
    versions = versions_of(folder / FOLDER)
    return _first_other((versions[number] for number in sorted(versions, reverse=True)), current)


def taken_back(folder: Path, current: bytes) -> Version | None:
    """Return the version that the last undo took back; None when there is none.

    One that equals the current text was kept by an undo that a power failure cut short. Raises as
    :func:`last` does.
    """
    undone = undone_of(folder / FOLDER)
    return _first_other((undone[number] for number in sorted(undone)), current)


def keep(version: Path, current: bytes) -> None:
    """Keep the text that ``version`` is about to replace: where an undo, or its undo, looks for it."""
    undone = version.name.endswith(".batal.toml")
    write_whole(version.with_name(f"{_number(version):04d}{'' if undone else '.batal'}.toml"), current)


def forget(version: Path) -> None:
    """Forget a version that is the text again, and with it what came after it."""
    if version.name.endswith(".batal.toml"):
        version.unlink()
        return
    for number, path in versions_of(version.parent).items():
        if number >= _number(version):
            path.unlink()


def versions_of(journal: Path) -> dict[int, Path]:
    """Return number → file of each version before a change."""
    return {_number(path): path for path in journal.glob("*.toml") if _numbered(path) and path.stem.isdigit()}


def undone_of(journal: Path) -> dict[int, Path]:
    """Return number → file of each version that an undo took back; the lowest was taken back last."""
    return {_number(path): path for path in journal.glob("*.batal.toml") if _numbered(path)}


def _first_other(paths: Iterable[Path], current: bytes) -> Version | None:
    versions = (Version(path, kept_bytes(path, _label(path))) for path in paths)
    return next((version for version in versions if version.data != current), None)


def _label(path: Path) -> str:
    return f"{FOLDER}/{path.name}"


def _numbered(path: Path) -> bool:
    """Tell whether it is a file whose name begins with a number of ours: anybody can put others there."""
    return _has_number(path) and path.is_file()


def _has_number(path: Path) -> bool:
    number = path.name.partition(".")[0]
    return number.isascii() and number.isdigit()


def _number(path: Path) -> int:
    return int(path.name.partition(".")[0])
