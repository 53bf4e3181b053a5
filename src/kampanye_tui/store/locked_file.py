"""A file that is locked while somebody works on it: the very file that has the name.

The lock goes with the process that holds it. A share without locks is refused, never worked on in the hope
that nobody else is there.
"""

from __future__ import annotations

import errno
import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

NO_LOCKS = (errno.ENOLCK, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL)
"""What file systems answer that have no locks."""
_ATTEMPTS = 50
"""So often a file may be replaced while we wait for it."""


@contextmanager
def locked(path: Path) -> Iterator[int]:
    """Hold the lock of a file, which is made where there is none, and give its handle: to read and to append.

    Raises :class:`OSError` naming the file: ``ENOLCK`` where the file system has no locks, ``ESTALE`` where
    the name goes from one file to the next.
    """
    for _attempt in range(_ATTEMPTS):
        flags = os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW
        handle = os.open(path, flags, 0o666)
        try:
            _lock(handle, path)
            # Somebody may have put another file there between opening and locking.
            if is_named(handle, path):
                yield handle
                return
        finally:
            os.close(handle)
    raise replaced(path)


def is_named(handle: int, path: Path) -> bool:
    """Tell whether an opened file is the one that has this name."""
    try:
        named = path.stat(follow_symlinks=False)
    except (FileNotFoundError, NotADirectoryError):
        return False
    return os.path.samestat(os.fstat(handle), named)


def replaced(path: Path) -> OSError:
    """Return the error for a file in whose place there is another one by now."""
    return OSError(errno.ESTALE, os.strerror(errno.ESTALE), str(path))


def _lock(handle: int, path: Path) -> None:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
    except OSError as error:
        code = errno.ENOLCK if error.errno in NO_LOCKS else error.errno
        raise OSError(code, error.strerror, str(path)) from None
