"""The program's own log: lines for whoever mends it. It is kept small, and never holds what people agreed."""

from __future__ import annotations

import os
from pathlib import Path

PROGRAM = "kesalahan.log"
"""The file, among the user's own, of errors that ended the program."""
LARGEST = 200_000
"""Bytes after which a file begins anew; the one before stays beside it."""
BEFORE = ".1"
"""How its name ends then."""


def append(path: Path, text: str) -> None:
    """Add ``text`` to a log; raises :class:`OSError`."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if path.exists() and path.stat().st_size > LARGEST:
        path.replace(path.with_name(f"{path.name}{BEFORE}"))
    # For the operator alone: what an error says may quote what people wrote.
    handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC, 0o600)
    with os.fdopen(handle, "a", encoding="utf-8", errors="backslashreplace") as stream:
        stream.write(text)
