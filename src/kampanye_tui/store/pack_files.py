"""A pack put on the disk: the whole folder or nothing of it."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from kampanye_tui.model.problem import Declined, Problem
from kampanye_tui.store.atomic import sync_folder

_FOLDER_MODE, _FILE_MODE = 0o755, 0o644


def write_pack(path: Path, files: Mapping[str, bytes]) -> None:
    """Write a new folder ``path`` with these files, named relative to it; raises OSError.

    Raises :class:`Declined` when something is there already. Nobody but its owner may write in it.
    """
    _refuse_existing(path)
    path.parent.mkdir(mode=0o755, parents=True, exist_ok=True)
    temporary = Path(tempfile.mkdtemp(prefix=f".{path.name[:40]}.", suffix=".sementara", dir=path.parent))
    try:
        for name, data in files.items():
            file = temporary / name
            file.parent.mkdir(mode=_FOLDER_MODE, parents=True, exist_ok=True)
            _write(file, data)
        temporary.chmod(_FOLDER_MODE)
        try:
            temporary.rename(path)
        except OSError:
            _refuse_existing(path)
            raise
    except BaseException:
        shutil.rmtree(temporary, ignore_errors=True)
        raise
    sync_folder(path.parent)


def _write(file: Path, data: bytes) -> None:
    handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, _FILE_MODE)
    with os.fdopen(handle, "wb") as stream:
        stream.write(data)
        stream.flush()
        os.fchmod(stream.fileno(), _FILE_MODE)
        os.fsync(stream.fileno())


def _refuse_existing(path: Path) -> None:
    if path.exists() or path.is_symlink():
        what = "folder ini sudah ada, jadi tidak ditulis ulang"
        hint = "Pindahkan atau ganti nama folder yang lama, lalu ulangi"
        raise Declined([Problem(what=what, hint=hint, file=str(path))])
