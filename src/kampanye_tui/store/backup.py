"""Files → one archive, a ``.tar.gz`` or a ``.zip``, with a list of their hashes as its last file.

The order is that of the files as they come, and nothing in it tells of the clock or the user: the same files
make the same bytes. What went in is known by hash only as it is written, hence the list at the end.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import tarfile
import time
from collections.abc import Callable, Iterable
from io import BytesIO
from pathlib import Path
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from kampanye_tui.model.problem import refuse
from kampanye_tui.model.text import hidden
from kampanye_tui.store.backup_files import BackupFile
from kampanye_tui.store.plain_file import kept_file

LISTING = "DAFTAR-SHA256.txt"
TAR, ZIP = ".tar.gz", ".zip"
_LEVEL = 6
_EARLIEST, _LATEST = 315_532_800, 4_354_819_199
"""The first and last second that a zip file knows: of 1980 and of 2107."""
_UNIX = 3

Add = Callable[[BackupFile, BinaryIO, int], None]
"""Puts a file into an archive: its name and modes, its bytes, how many."""


def pack(files: Iterable[BackupFile], stream: BinaryIO, suffix: str) -> int:
    """Write an archive to a stream and return how many files it has.

    Raises :class:`OSError`, and :class:`Refused` for a name that no archive takes.
    """
    if suffix == ZIP:
        with ZipFile(stream, "w", ZIP_DEFLATED, compresslevel=_LEVEL) as archive:
            return _packed(files, lambda *one: _to_zip(archive, *one))
    with (
        gzip.GzipFile("", "wb", _LEVEL, stream, mtime=0) as narrow,
        tarfile.open(fileobj=narrow, mode="w", format=tarfile.PAX_FORMAT) as archive,
    ):
        return _packed(files, lambda *one: _to_tar(archive, *one))


def _packed(files: Iterable[BackupFile], add: Add) -> int:
    lines: dict[str, str] = {}
    latest = 0
    for file in files:
        if not fit_name(file.name):
            raise refuse(
                "nama berkas ini tidak dapat disimpan dalam cadangan", "Ganti namanya", file=file.name
            )
        content = file.content
        latest = max(latest, file.changed)
        with BytesIO(content) if isinstance(content, bytes) else kept_file(content, file.name) as source:
            digest = hashlib.file_digest(source, "sha256").hexdigest()
            size = source.seek(0, os.SEEK_END)
            source.seek(0)
            add(file, source, size)
        lines[file.name] = digest
    listing = "".join(f"{digest}  {name}\n" for name, digest in sorted(lines.items())).encode()
    add(BackupFile(LISTING, 0o644, latest, listing), BytesIO(listing), len(listing))
    return len(lines)


def _to_tar(archive: tarfile.TarFile, file: BackupFile, source: BinaryIO, size: int) -> None:
    entry = tarfile.TarInfo(file.name)
    entry.size, entry.mode, entry.mtime = size, file.mode, file.changed
    archive.addfile(entry, source)


def _to_zip(archive: ZipFile, file: BackupFile, source: BinaryIO, size: int) -> None:
    when = time.gmtime(min(max(file.changed, _EARLIEST), _LATEST))
    entry = ZipInfo(file.name, when[:6])
    entry.create_system, entry.external_attr, entry.compress_type = _UNIX, file.mode << 16, ZIP_DEFLATED
    entry.file_size = size
    with archive.open(entry, "w") as target:
        while piece := source.read(1 << 20):
            target.write(piece)


def fit_name(name: str) -> bool:
    """Tell whether archives take a file of that name: it leads nowhere else and is what it looks like."""
    parts = name.split("/")
    return (
        all(part not in ("", ".", "..") for part in parts) and "\\" not in name and not any(map(hidden, name))
    )


def suffix_of(path: Path) -> str:
    """Return the suffix that says what kind of archive a file is; empty for another kind."""
    name = path.name.lower()
    return next((suffix for suffix in (TAR, ".tgz", ZIP) if name.endswith(suffix)), "")
