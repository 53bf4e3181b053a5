"""What was read from packs, kept between starts: the same bytes are not read again by the same program.

Parsing is nearly all that a pack costs at a start. Values are kept and never code; they were checked when
they were read, and are read anew whenever one byte of the pack or of the program is another.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from threading import Lock
from typing import TypeVar

import msgspec

from kampanye_tui import __version__
from kampanye_tui.store.cache import Cache

S = TypeVar("S", bound=msgspec.Struct)

FOLDER = "paket"
_PROGRAM = Path(__file__).parent.parent
_READING = ("model", "agreement", "document", "plugin")
"""The rooms that decide what is read from a file, and whether it passes."""


class Readings:
    """Readings of packs by their fingerprint; without a folder nothing is kept."""

    def __init__(self, home: Path | None) -> None:
        self._cache = None if home is None else Cache(home / FOLDER, program())

    def of(self, kind: type[S], fingerprint: str, read: Callable[[], S]) -> S:
        """Return what ``read`` returned for that pack before, or returns now; it may raise."""
        if self._cache is None:
            return read()
        name = f"{fingerprint}.{kind.__name__.lower()}"
        kept = self._cache.get(name)
        if kept is not None:
            with suppress(msgspec.MsgspecError):
                return _decoder(kind).decode(kept)
        made = read()
        with suppress(msgspec.MsgspecError, TypeError):
            packed = msgspec.msgpack.encode(made)
            # A value that would not come back as it is, as a date among free conditions, is not kept.
            if _decoder(kind).decode(packed) == made:
                self._cache.put(name, packed)
        return made


def _decoder(kind: type[S]) -> msgspec.msgpack.Decoder[S]:
    """Return the decoder of a kind; screens read packs in several threads at once.

    msgspec looks at the fields of a type the first time that it meets it, and ends the program where two
    threads do so together. A decoder that is made has looked at all of them.
    """
    with _FIRST_LOOK:
        return _made_decoder(kind)


@cache
def _made_decoder(kind: type[S]) -> msgspec.msgpack.Decoder[S]:
    return msgspec.msgpack.Decoder(kind)


_FIRST_LOOK = Lock()


@cache
def readings_in(home: Path | None) -> Readings:
    """Return the readings kept in the user's cache folder; one for a process."""
    return Readings(home)


NOTHING_KEPT = readings_in(None)


@cache
def program() -> bytes:
    """Return what stands for this program: its version, and size and time of the files that read."""
    files = sorted(file for room in _READING for file in _sources(_PROGRAM / room))
    return hashlib.sha256(repr((__version__, files)).encode()).digest()


def _sources(folder: Path) -> Iterator[tuple[str, int, int]]:
    with os.scandir(folder) as found:
        for one in found:
            if one.is_dir():
                yield from _sources(Path(one.path))
            elif one.name.endswith(".py"):
                status = one.stat()
                yield one.path, status.st_size, status.st_mtime_ns
