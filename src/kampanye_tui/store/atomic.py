"""Writing a file whole: whoever reads it sees the old content or the new, never a part."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

TEMPORARY = ".sementara"
"""How the names of files end that were not finished yet."""


def write_whole(path: Path, data: bytes, *, durable: bool = True, new: bool = False) -> None:
    """Put ``data`` at ``path``: a temporary file in the same folder, fsync, rename, fsync of the folder.

    Without ``durable`` nothing is flushed to the disk; that is for outputs that can be made again. ``new``
    replaces nothing: it raises :class:`FileExistsError`. Raises :class:`OSError` naming the file; the old one
    is then as it was, and no temporary file stays behind where the disk lets it be removed.
    """
    with whole_file(path, durable=durable, new=new) as stream:
        stream.write(data)


@contextmanager
def whole_file(path: Path, *, durable: bool = True, new: bool = False) -> Iterator[BinaryIO]:
    """Give a stream to write, and to read again, whose bytes are at ``path`` once the block has ended well.

    As :func:`write_whole` in all else; whatever the block raises leaves the old file.
    """
    try:
        with _written(path, durable=durable, new=new) as stream:
            yield stream
    except OSError as error:
        # The name that people know; they never see the temporary one.
        if error.filename is None or str(error.filename).endswith(TEMPORARY):
            error.filename = str(path)
        raise


@contextmanager
def _written(path: Path, *, durable: bool, new: bool) -> Iterator[BinaryIO]:
    handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", suffix=TEMPORARY, dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "w+b") as stream:
            yield stream
            stream.flush()
            if durable:
                os.fsync(stream.fileno())
            os.fchmod(stream.fileno(), _mode(path))
        if new:
            _put_new(temporary, path)
        else:
            temporary.replace(path)
    except BaseException:
        # What failed first is told, also where the disk lets nothing be removed either.
        with suppress(OSError):
            temporary.unlink()
        raise
    if durable:
        sync_folder(path.parent)


def _put_new(temporary: Path, path: Path) -> None:
    """Give a finished file its name, which nobody may have; a rename would replace what is there."""
    try:
        path.hardlink_to(temporary)
    except OSError as error:
        if error.errno not in (errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS):
            raise
        # Memory sticks know no second names; the empty file holds the name until the rename.
        path.touch(exist_ok=False)
        temporary.replace(path)
    else:
        temporary.unlink()


def sync_folder(folder: Path) -> None:
    """Flush a folder, so that a rename in it survives a power failure."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    except OSError as error:
        # Some shares cannot flush a folder; the file itself is on the disk by then.
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise
    finally:
        os.close(handle)


def _mode(path: Path) -> int:
    """Return the permissions that the file has or, where it is new, those that the user's umask gives."""
    try:
        return path.stat().st_mode & 0o777
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
