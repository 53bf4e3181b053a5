"""The manifest of a batch: a line of JSON for each office, as each is done, and in order at the end."""

from __future__ import annotations

import fcntl
import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

import msgspec

from kampanye_tui.model.batch import Done
from kampanye_tui.model.messages import Words
from kampanye_tui.model.problem import Declined, Problem, Refused, refuse
from kampanye_tui.store.atomic import write_whole
from kampanye_tui.store.locked_file import NO_LOCKS, is_named, replaced
from kampanye_tui.store.plain_file import kept_bytes, plain_bytes

MANIFEST = "manifes.jsonl"
LARGEST = 30_000_000
"""Bytes; the manifest of every office of the country has some 4 million."""
_ATTEMPTS = 50
"""So often a run may end between our opening its manifest and our lock."""


def read_manifest(path: Path) -> tuple[Done, ...]:
    """Return the offices of a manifest, nothing where there is none; raises :class:`Refused`.

    Its last line may have been torn by a power failure: that office is done again.
    """
    if not path.exists():
        return ()
    whole, _newline, _torn = plain_bytes(path, str(path), LARGEST, _too_large).rpartition(b"\n")
    found = []
    for number, line in enumerate(filter(None, whole.split(b"\n")), 1):
        try:
            found.append(msgspec.json.decode(line, type=Done))
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            what = "manifes ini tidak dapat dibaca"
            raise refuse(what, "Hapus atau pindahkan, lalu ulangi", file=str(path), line=number) from None
    return tuple(found)


def _too_large(size: int) -> Words:
    return (
        f"besarnya {size // 1_000_000} MB; manifes paling besar {LARGEST // 1_000_000} MB",
        "Periksa berkasnya",
    )


@contextmanager
def begun(path: Path, *, resume: bool) -> Iterator[BinaryIO]:
    """Open a manifest to add lines to it, for one run at a time; it begins empty unless one is resumed.

    What is left of a torn line goes. Raises :class:`Declined` while another run writes to it, and
    :class:`Refused` for what is no plain file.
    """
    with _of_one_run(path) as stream:
        if resume:
            stream.seek(0)
            stream.truncate(stream.read().rfind(b"\n") + 1)
        else:
            stream.truncate(0)
        yield stream


@contextmanager
def _of_one_run(path: Path) -> Iterator[BinaryIO]:
    for _attempt in range(_ATTEMPTS):
        flags = os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW
        handle = os.open(path, flags, 0o666)
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            os.close(handle)
            raise refuse("bukan berkas", "Hapus atau pindahkan, lalu ulangi", file=str(path))
        with os.fdopen(handle, "a+b") as stream:
            _lock(stream, path)
            # A run that ended meanwhile has put its own there, whole and in order.
            if is_named(stream.fileno(), path):
                yield stream
                return
    raise replaced(path)


def _lock(stream: BinaryIO, path: Path) -> None:
    try:
        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        what, hint = "perintah massal lain sedang menulis ke folder ini", "Tunggu, atau pilih -o lain"
        raise Declined([Problem(what=what, hint=hint, file=str(path.parent))]) from None
    except OSError as error:
        # All that is here can be made again: a share without locks will do.
        if error.errno not in NO_LOCKS:
            raise


def append_line(stream: BinaryIO, done: Done) -> None:
    """Add an office to a manifest that is open."""
    stream.write(msgspec.json.encode(done) + b"\n")
    stream.flush()


def write_manifest(path: Path, offices: Iterable[Done]) -> None:
    """Write a manifest whole."""
    write_whole(path, b"".join(msgspec.json.encode(one) + b"\n" for one in offices))


def is_complete(done: Done, folder: Path) -> bool:
    """Tell whether an office has all its files in a folder, with the bytes that the manifest says."""
    try:
        return bool(done.files) and all(
            sha256(kept_bytes(folder / one.name, one.name, one.size)).hexdigest() == one.sha256
            for one in done.files
        )
    except (OSError, ValueError, Refused):
        # A name with a NUL is a ValueError to Python, and no file to us.
        return False
