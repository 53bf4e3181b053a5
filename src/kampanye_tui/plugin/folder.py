"""A pack's folder, read once: the bytes that are hashed are the bytes that are used.

Nothing is followed out of the folder, nothing is read twice, and nothing in it is run here.
"""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from fnmatch import fnmatchcase
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

from kampanye_tui import __version__
from kampanye_tui.model.canonical import digest
from kampanye_tui.model.messages import system_error
from kampanye_tui.model.pack import Manifest, newer
from kampanye_tui.model.problem import Refused, Step, refuse
from kampanye_tui.model.reading import read_table
from kampanye_tui.model.source import LARGEST, decode, parse_toml
from kampanye_tui.model.text import printable, unseen
from kampanye_tui.plugin.readings import NOTHING_KEPT, Readings

MANIFEST = "plugin.toml"
MOST_FILES = 200
DEEPEST = 8
"""Folders inside each other; ours are two deep."""
MOST_BYTES = 4 * 1024 * 1024


class PackFolder(NamedTuple):
    """All files of a pack, by their path relative to it, and what its manifest says."""

    path: Path
    files: dict[str, bytes]
    manifest: Manifest
    fingerprint: str

    def __hash__(self) -> int:
        """Tell packs apart by where they lie and what they hold."""
        return hash((self.path, self.fingerprint))

    def label(self, name: str) -> str:
        """Return how problems name one of its files."""
        return f"{self.path.name}/{name}"

    def named(self, pattern: str) -> list[str]:
        """Return the files that a pattern of the manifest names; raises :class:`Refused` for none."""
        names = [name for name in sorted(self.files) if fnmatchcase(name, pattern)]
        if not names:
            what = f'tidak ada berkas yang cocok dengan "{pattern}"'
            raise refuse(what, "Periksa tabel [isi]", file=self.label(MANIFEST))
        return names


def read_folder(path: Path, pack_id: str, readings: Readings = NOTHING_KEPT) -> PackFolder:
    """Return the pack in ``path``, which has to be ``pack_id``.

    Raises :class:`Refused` with every reason why it cannot be used.
    """
    return pack_of(path, read_files(path), pack_id, readings)


def pack_folders(folder: Path) -> list[Path]:
    """Return what may be packs in a folder of packs, by name; raises OSError."""
    found = (path for path in sorted(folder.iterdir()) if not path.name.startswith((".", "_")))
    return [path for path in found if path.is_dir()]


def pack_of(
    path: Path, files: dict[str, bytes], pack_id: str, readings: Readings = NOTHING_KEPT
) -> PackFolder:
    """Return the pack that these files are; raises as :func:`read_folder` does."""
    if MANIFEST not in files:
        raise _refused(path, f"tidak ada {MANIFEST} di dalam folder ini")
    label = f"{path.name}/{MANIFEST}"
    whole = fingerprint(files)
    manifest = readings.of(Manifest, whole, lambda: _manifest(files[MANIFEST], label))
    if manifest.plugin.id != pack_id:
        raise _refused(
            path,
            f'id "{manifest.plugin.id}" tidak sama dengan nama folder "{pack_id}"',
            "Samakan nama folder dengan id pada plugin.toml",
        )
    return PackFolder(path, files, manifest, whole)


def _manifest(data: bytes, label: str) -> Manifest:
    table = parse_toml(decode(data, label), label)
    _old_enough(table, label)
    return read_table(Manifest, table, label)


def _old_enough(table: dict[str, Any], label: str) -> None:
    """Refuse a pack for a later program by that alone: its other keys are not faults, only unknown here."""
    plugin = table.get("plugin")
    oldest = plugin.get("minimal") if isinstance(plugin, dict) else None
    if isinstance(oldest, str) and newer(oldest, __version__):
        raise refuse(
            f"paket memerlukan program versi {oldest}; program ini versi {__version__}",
            "Perbarui program ini",
            file=label,
            steps=(Step("plugin"),),
            key="minimal",
        )


def fingerprint(files: dict[str, bytes]) -> str:
    """Return the SHA-256 over path and content of every file, in hexadecimal."""
    return digest({name: hashlib.sha256(data).hexdigest() for name, data in files.items()})


def read_files(path: Path) -> dict[str, bytes]:
    """Return all files of a folder by their path relative to it; raises :class:`Refused`."""
    files: dict[str, bytes] = {}
    total = 0
    for folder, names, found in os.walk(path, onerror=partial(_unreadable, path)):
        names.sort()
        inside = Path(folder).relative_to(path).as_posix()
        before = "" if inside == "." else f"{inside}/"
        if inside.count("/") >= DEEPEST or len(names) > MOST_FILES:
            raise _refused(path, f"folder di dalamnya lebih dari {DEEPEST} tingkat atau {MOST_FILES} buah")
        for name in sorted(found):
            if any(unseen(name)):
                raise _refused(path, f"nama berkas {printable(name)} tidak dapat dipakai", "Ganti namanya")
            data = _read_regular(path, folder, name)
            total += len(data)
            files[f"{before}{name}"] = data
            if len(files) > MOST_FILES or total > MOST_BYTES:
                raise _refused(
                    path, f"lebih dari {MOST_FILES} berkas atau {MOST_BYTES} bita", "Perkecil paket"
                )
        for name in names:
            if Path(folder, name).is_symlink():
                raise _refused(path, _linked(name))
    return files


def _unreadable(path: Path, error: OSError) -> NoReturn:
    raise _refused(path, f"{Path(error.filename).name} {system_error(error)}") from error


def _read_regular(path: Path, folder: str, name: str) -> bytes:
    """Return the bytes of a regular file; a link, pipe or device is refused without reading from it."""
    try:
        opened = os.open(f"{folder}/{name}", os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError as error:
        if error.errno == errno.ELOOP:
            raise _refused(path, _linked(name)) from None
        raise _refused(path, f"{name} {system_error(error)}") from None
    with os.fdopen(opened, "rb") as stream:
        status = os.fstat(stream.fileno())
        if not stat.S_ISREG(status.st_mode):
            raise _refused(path, f"{name} bukan berkas biasa")
        if status.st_size > LARGEST:
            raise _refused(path, f"{name} lebih besar daripada {LARGEST} bita")
        return stream.read()


def _linked(name: str) -> str:
    return f"{name} adalah tautan; paket harus utuh di dalam foldernya"


def _refused(path: Path, what: str, hint: str = "") -> Refused:
    return refuse(what, hint, file=path.name)
