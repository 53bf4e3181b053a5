"""A pack as whoever decides about it sees it: who made it, what it does, its files, what is new in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import unified_diff

from kampanye_tui.agreement.fingerprint import short_code
from kampanye_tui.plugin.folder import PackFolder
from kampanye_tui.plugin.host import ADDS


def view(folder: PackFolder) -> Iterator[str]:
    """Yield what a pack says of itself, its code for the telephone, and its files with their sizes."""
    plugin, maintainer, code = folder.manifest.plugin, folder.manifest.maintainer, folder.manifest.code
    yield f"Paket: {plugin.name} ({plugin.id}), versi {plugin.version}"
    if maintainer is not None:
        yield f"Penanggung jawab: {maintainer.unit}" + (
            f", {maintainer.contact}" if maintainer.contact else ""
        )
    yield f"Wilayah: {', '.join(code or 'nasional' for code in plugin.regions)}"
    yield f"Jenis: {plugin.kind.words}"
    if code is not None:
        yield f"Yang dilakukannya: menambah {', '.join(ADDS.get(hook, hook) for hook in code.hooks)}"
    yield f"Kode paket: {short_code(folder.fingerprint)}"
    yield f"SHA-256: {folder.fingerprint}"
    yield "Berkas:"
    for name, data in sorted(folder.files.items()):
        yield f"  {name} ({len(data)} bita)"


def difference(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> Iterator[str]:
    """Yield what differs between two versions of a pack: files that came and went, lines that changed."""
    for name in sorted({*before, *after}):
        old, new = before.get(name), after.get(name)
        if old == new:
            continue
        if old is None:
            yield f"+ berkas baru: {name}"
        elif new is None:
            yield f"- berkas dihapus: {name}"
            continue
        else:
            yield f"~ berkas berubah: {name}"
        yield from (f"    {line}" for line in _lines(old or b"", new or b""))


def _lines(before: bytes, after: bytes) -> Iterator[str]:
    try:
        old, new = before.decode().splitlines(), after.decode().splitlines()
    except UnicodeDecodeError:
        yield f"(bukan teks: {len(before)} bita menjadi {len(after)} bita)"
        return
    for line in unified_diff(old, new, lineterm="", n=1):
        if not line.startswith(("---", "+++")):
            yield line
