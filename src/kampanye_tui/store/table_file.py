"""A table that somebody names: its path as it is typed, and its bytes, of a plain file that is not too large.

Paths that people type begin in the workspace, and ``~`` is their home.
"""

from __future__ import annotations

import stat
from pathlib import Path

from kampanye_tui.model.messages import system_error
from kampanye_tui.model.problem import refuse

LARGEST = 1_000_000
"""Bytes of a table; one of a hundred pihak has twenty thousand."""


def typed_path(workspace: Path, typed: str) -> Path:
    """Return the path that somebody typed; raises :class:`Refused` for a home that there is not."""
    try:
        return workspace / Path(typed).expanduser()
    except RuntimeError:
        raise refuse(f'folder rumah pada "{typed}" tidak dikenal', "Tulis alamat lengkapnya") from None


def table_bytes(path: Path, typed: str) -> bytes:
    """Return the content of a file; what is no plain file might never end, so it is refused first.

    Raises :class:`Refused` with the path as it was ``typed``.
    """
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise refuse("bukan berkas", file=typed)
        if found.st_size > LARGEST:
            raise refuse("terlalu besar untuk tabel ini", file=typed)
        return path.read_bytes()
    except OSError as error:
        raise refuse(system_error(error), file=typed) from None
