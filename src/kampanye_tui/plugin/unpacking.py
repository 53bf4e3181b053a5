"""The zip file of a pack → its files, by name; nothing is written, and nothing leads elsewhere.

A zip file comes over chat and memory sticks. Its names are judged before anything is read, and of no entry is
more read than a pack may hold.
"""

from __future__ import annotations

import stat
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import PurePosixPath
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from kampanye_tui.model.problem import refuse
from kampanye_tui.model.source import LARGEST
from kampanye_tui.model.text import printable, unseen
from kampanye_tui.plugin.folder import MANIFEST, MOST_BYTES, MOST_FILES, PackFolder
from kampanye_tui.store.bundle import BROKEN_ZIP, bundled

LARGEST_ZIP = MOST_BYTES
"""Bytes of a zip file; what is in it is limited as a folder is."""
LONGEST_NAME = 200
"""Characters of a name with its folders; ours have a fifth of it, and every file system takes them."""
_ENCRYPTED = 0x1
_READ = (ZIP_STORED, ZIP_DEFLATED)
"""Ways of packing; others are slow to unpack, and nobody's tool chooses them unasked."""


def packed(folder: PackFolder) -> bytes:
    """Return a pack as one zip file, whose bytes depend on nothing but its files."""
    pack_id = folder.manifest.plugin.id
    return bundled((f"{pack_id}/{name}", data) for name, data in folder.files.items())


def unpacked(data: bytes, file: str) -> tuple[str, dict[str, bytes]]:
    """Return the id of the pack, which is its only folder, and its files relative to that.

    Raises :class:`Refused` for what is no zip file, for names that lead elsewhere, for links, and for more
    or larger files than a pack may have.
    """
    if len(data) > LARGEST_ZIP:
        raise refuse(f"berkas lebih besar daripada {LARGEST_ZIP} bita", "Perkecil paket", file=file)
    try:
        with ZipFile(BytesIO(data)) as bundle:
            entries = [entry for entry in bundle.infolist() if not entry.is_dir()]
            if len(entries) > MOST_FILES:
                raise refuse(f"lebih dari {MOST_FILES} berkas", "Perkecil paket", file=file)
            for entry in entries:
                for what in _faults(entry):
                    raise refuse(
                        f"{printable(entry.filename[:LONGEST_NAME])} {what}",
                        "Minta berkas yang utuh",
                        file=file,
                    )
            names = [entry.filename for entry in entries]
            if len(set(names)) < len(names):
                raise refuse("ada dua berkas dengan nama yang sama", "Minta berkas yang utuh", file=file)
            for name in _both(names):
                raise refuse(f"{name} adalah berkas dan juga folder", "Minta berkas yang utuh", file=file)
            files = dict(_contents(bundle, entries, file))
    except (*BROKEN_ZIP, OSError) as error:
        what = f"bukan berkas zip yang utuh ({type(error).__name__})"
        raise refuse(what, "Minta berkas yang utuh", file=file) from None
    return _of_one_folder(files, file)


def _faults(entry: ZipInfo) -> Iterator[str]:
    """Yield why the name or the kind of an entry cannot be taken."""
    name = entry.filename
    parts = name.split("/")
    if name.startswith("/") or "\\" in name or ":" in name or any(part in ("", ".", "..") for part in parts):
        yield "bernama yang menunjuk ke luar folder paket"
    if any(unseen(name)):
        yield "bernama dengan karakter tak terlihat"
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind not in (0, stat.S_IFREG):
        yield "adalah tautan atau bukan berkas biasa"
    if entry.flag_bits & _ENCRYPTED:
        yield "bersandi"
    if entry.compress_type not in _READ:
        yield "dimampatkan dengan cara yang tidak dibaca di sini"
    if len(name) > LONGEST_NAME:
        yield f"bernama lebih dari {LONGEST_NAME} karakter"


def _both(names: list[str]) -> list[str]:
    """Return the names that are also folders of others."""
    folders = {str(folder) for name in names for folder in PurePosixPath(name).parents}
    return [name for name in names if name in folders]


def _contents(bundle: ZipFile, entries: list[ZipInfo], file: str) -> Iterator[tuple[str, bytes]]:
    """Yield names and bytes; what an entry says of its size is not believed."""
    total = 0
    for entry in entries:
        with bundle.open(entry) as stream:
            data = stream.read(LARGEST + 1)
        total += len(data)
        if len(data) > LARGEST or total > MOST_BYTES:
            what = f"{entry.filename} lebih besar daripada yang boleh ada di dalam paket"
            raise refuse(what, "Perkecil paket", file=file)
        yield entry.filename, data


def _of_one_folder(files: Mapping[str, bytes], file: str) -> tuple[str, dict[str, bytes]]:
    tops = {PurePosixPath(name).parts[0] for name in files if "/" in name}
    if len(tops) != 1 or any("/" not in name for name in files):
        what = f"harus memuat satu folder paket dengan {MANIFEST} di dalamnya"
        raise refuse(what, "Buat dengan: kampanye paket kemas FOLDER", file=file)
    top = tops.pop()
    return top, {name.removeprefix(f"{top}/"): data for name, data in files.items()}
