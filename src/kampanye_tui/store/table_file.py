"""A table that somebody names: its path as it is typed, and its bytes, of a plain file that is not too large.

Paths that people type begin in the workspace, and ``~`` is their home.
"""

from __future__ import annotations

from pathlib import Path

from kampanye_tui.model.problem import refuse
from kampanye_tui.store.plain_file import plain_bytes

LARGEST = 1_000_000
"""Bytes of a table; one of a hundred pihak has twenty thousand."""


def typed_path(workspace: Path, typed: str) -> Path:
    """Return the path that somebody typed; raises :class:`Refused` for a home that there is not."""
    try:
        return workspace / Path(typed).expanduser()
    except RuntimeError:
        raise refuse(f'folder rumah pada "{typed}" tidak dikenal', "Tulis alamat lengkapnya") from None


def table_bytes(path: Path, typed: str) -> bytes:
    """Return the content of a table as :func:`plain_bytes` does; it is called as it was ``typed``."""
    words = ("terlalu besar untuk tabel ini", "Periksa apakah berkas ini yang dimaksud")
    return plain_bytes(path, typed, LARGEST, lambda _size: words)
