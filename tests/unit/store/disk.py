"""A disk that refuses: which calls of the system fail, and with what."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, NoReturn

import pytest

ERRORS = {
    "full": errno.ENOSPC,
    "quota": errno.EDQUOT,
    "read-only": errno.EROFS,
    "permission lost": errno.EACCES,
    "broken": errno.EIO,
}
"""What a disk may come to."""
WRITING = ("write", "fsync", "fchmod", "replace", "link", "ftruncate", "mkdir")
"""Calls by which files are written, but for the one that opens them."""


def refusing(code: int) -> Callable[..., NoReturn]:
    """Return a call that fails."""

    def refused(*_arguments: object, **_more: object) -> NoReturn:
        raise OSError(code, os.strerror(code))

    return refused


@contextmanager
def refusing_to_write(code: int, *calls: str) -> Iterator[None]:
    """Let a disk be read, and written no longer: the calls fail that would, or those that are named."""
    really = os.open

    def opened(path: Any, flags: int, *more: Any, **named: Any) -> int:
        if flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
            raise OSError(code, os.strerror(code), os.fspath(path))
        return really(path, flags, *more, **named)

    with pytest.MonkeyPatch.context() as patched:
        for name in calls or WRITING:
            patched.setattr(os, name, refusing(code))
        if not calls:
            patched.setattr(os, "open", opened)
        yield
