"""The bytes of a file that somebody names: a plain one, and not too large."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BufferedReader
from pathlib import Path

from kampanye_tui.model import messages
from kampanye_tui.model.messages import Words, system_error
from kampanye_tui.model.problem import refuse
from kampanye_tui.model.source import LARGEST
from kampanye_tui.store.at_work import refuse_reading

LARGEST_CHAIN = 16_000_000
"""Bytes of a ledger or a register; one of ten thousand events has four million."""
_HINT = "Periksa nama dan foldernya"


def plain_bytes(
    path: Path, named: str, largest: int, too_large: Callable[[int], Words], hint: str = _HINT
) -> bytes:
    """Return the content of a file; what is no plain file might never end, so it is refused first.

    Raises :class:`Refused` with the file as it was ``named`` and a ``hint``; ``too_large`` has the words for
    a size beyond ``largest``, both in bytes. So is a file that whoever works may not name.
    """
    refuse_reading(path, named)
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise refuse("bukan berkas", hint, file=named)
        if found.st_size > largest:
            raise refuse(*too_large(found.st_size), file=named)
        return path.read_bytes()
    except OSError as error:
        raise refuse(system_error(error), hint, file=named) from None


def kept_bytes(path: Path, label: str, largest: int = LARGEST) -> bytes:
    """Return the content of a file where one of ours is kept, whoever put it there.

    Raises :class:`OSError` as reading does, and :class:`Refused`, with the file as problems ``label`` it, for
    what is no plain file and for more than ``largest`` bytes: neither is waited for, nor taken into memory.
    """
    with kept_file(path, label) as stream:
        size = os.fstat(stream.fileno()).st_size
        if size > largest:
            raise refuse(*messages.too_large(size, largest), file=label)
        return stream.read()


@contextmanager
def kept_file(path: Path, label: str) -> Iterator[BufferedReader]:
    """Open a file to be read piece by piece, however large; raises as :func:`kept_bytes` does."""
    handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    try:
        # Asked of the handle: Python names no file in what it says of a folder that is opened as a stream.
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise refuse("bukan berkas", _HINT, file=label)
        with os.fdopen(handle, "rb", closefd=False) as stream:
            yield stream
    finally:
        os.close(handle)


def stamp(path: Path) -> tuple[int, ...] | None:
    """Return what is another once a file was changed or replaced, though its time may be that of before.

    None for what is no plain file, which might never end. Raises :class:`OSError`.
    """
    found = path.stat()
    if not stat.S_ISREG(found.st_mode):
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns
