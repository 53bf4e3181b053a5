"""A font file, given as bytes → its tables, the characters that it can print, and why it is of no use.

Reads with struct alone: HarfBuzz knows most of this as well, but takes 40 ms to import, too long for a check
that runs after each edit.
"""

from __future__ import annotations

import struct
import unicodedata
from collections.abc import Callable

NEEDED = frozenset({"OS/2", "head", "hhea", "hmtx", "maxp", "post"})
TRUETYPE = NEEDED | {"glyf", "loca"}
"""The tables of a font whose outlines are TrueType's."""
POSTSCRIPT = NEEDED | {"CFF "}
"""The tables of a font whose outlines are PostScript's, as most .otf files are."""
_SHORTEST_OS2 = 78
"""Bytes of the table's version 0."""
_FONTS = (b"\x00\x01\x00\x00", b"true", b"OTTO")
_OTHER_KINDS = {
    b"wOFF": "adalah jenis huruf untuk laman (WOFF)",
    b"wOF2": "adalah jenis huruf untuk laman (WOFF2)",
    b"ttcf": "adalah kumpulan beberapa jenis huruf (TTC)",
    b"%!PS": "adalah jenis huruf Type 1",
    b"\x80\x01%!": "adalah jenis huruf Type 1",
}
"""How files begin that people take for a .ttf or .otf."""
_BEST_FIRST = ((3, 10), (0, 6), (0, 4), (3, 1), (0, 3), (0, 2), (0, 1), (0, 0))
"""Kinds of character maps, as platform and encoding, in the order in which HarfBuzz prefers them."""
_RIGHT_TO_LEFT = ("R", "AL", "AN")
_LAST = 0x10FFFF
_MOST_CHARACTERS = 200_000
"""Of a character map; the largest fonts have 65,535 glyphs."""


def directory(data: bytes) -> dict[str, tuple[int, int]]:
    """Return start and length of each table, from the beginning of a file; none where that is cut short."""
    if len(data) < 12 or not data.startswith(_FONTS):
        return {}
    (count,) = struct.unpack_from(">4xH", data)
    if len(data) < 12 + 16 * count:
        return {}
    records = (struct.unpack_from(">4s4xII", data, 12 + 16 * number) for number in range(count))
    return {tag.decode("latin-1"): (start, length) for tag, start, length in records}


def tables(data: bytes) -> dict[str, bytes]:
    """Return the tables that a file holds whole, by tag: a file cut short has none of use."""
    found = directory(data)
    if any(start + length > len(data) for start, length in found.values()):
        return {}
    return {tag: data[start : start + length] for tag, (start, length) in found.items()}


def fault(data: bytes) -> str:
    """Return what keeps a file from being used, to follow its name in a sentence; empty: nothing."""
    other = next((words for start, words in _OTHER_KINDS.items() if data.startswith(start)), "")
    if other:
        return other
    if not data.startswith(_FONTS):
        return "bukan jenis huruf TrueType atau OpenType"
    found = tables(data)
    if not found:
        return "tidak utuh, mungkin terpotong ketika disalin"
    if "CFF2" in found:
        return "adalah jenis huruf variabel"
    lacks = (POSTSCRIPT if "CFF " in found else TRUETYPE) - found.keys()
    if lacks:
        return f"tidak lengkap: tabel {', '.join(sorted(lacks))} tidak ada"
    return "" if len(found["OS/2"]) >= _SHORTEST_OS2 else "tidak lengkap: tabel OS/2 terpotong"


def forbids_embedding(table: bytes) -> bool:
    """Tell from the table ``OS/2`` whether a font may not be put into a document (OpenType, fsType)."""
    (embedding,) = struct.unpack_from(">8xH", table)
    return bool(embedding & 0x000F == 0x0002)


def characters(data: bytes) -> frozenset[int] | None:
    """Return the code points that a file has glyphs for; None where its map cannot be read."""
    table = tables(data).get("cmap", b"")
    try:
        (count,) = struct.unpack_from(">2xH", table)
        kinds = dict(_record(table, number) for number in range(count))
        start = next(kinds[kind] for kind in _BEST_FIRST if kind in kinds)
        (form,) = struct.unpack_from(">H", table, start)
        return frozenset(_MAPS[form](table[start:]))
    except (struct.error, StopIteration, KeyError, MemoryError):
        return None


def lacking(text: str, has: Callable[[str], object]) -> set[str]:
    """Return the characters of a normalised text that cannot be set with a face that ``has`` some.

    Right-to-left writing counts as lacking even where the font has it: lines are set from the left.
    """
    return {
        character
        for character in set(text)
        if character not in "\n\u00a0"
        and (not has(character) or unicodedata.bidirectional(character) in _RIGHT_TO_LEFT)
    }


def _record(table: bytes, number: int) -> tuple[tuple[int, int], int]:
    platform, encoding, start = struct.unpack_from(">HHI", table, 4 + 8 * number)
    return (platform, encoding), start


def _segments(table: bytes) -> set[int]:
    """Read a map of format 4: segments of the first 65,536 code points."""
    (doubled,) = struct.unpack_from(">H", table, 6)
    count = doubled // 2
    ends = struct.unpack_from(f">{count}H", table, 14)
    starts = struct.unpack_from(f">{count}H", table, 16 + doubled)
    deltas = struct.unpack_from(f">{count}H", table, 16 + 2 * doubled)
    at_offsets = 16 + 3 * doubled
    offsets = struct.unpack_from(f">{count}H", table, at_offsets)
    found = set()
    looked_at = 0
    for number, (first, last, delta, offset) in enumerate(zip(starts, ends, deltas, offsets, strict=True)):
        # Segments do not overlap in a font that is one.
        looked_at += max(0, last - first)
        if looked_at > _MOST_CHARACTERS:
            raise struct.error("a map of more characters than a font has glyphs")
        for code in range(first, min(last, 0xFFFE) + 1):
            glyph = code
            if offset:
                (glyph,) = struct.unpack_from(
                    ">H", table, at_offsets + 2 * number + offset + 2 * (code - first)
                )
            if (glyph or not offset) and (glyph + delta) % 0x10000:
                found.add(code)
    return found


def _groups(table: bytes) -> set[int]:
    """Read a map of format 12: groups of any code points."""
    (count,) = struct.unpack_from(">I", table, 12)
    found: set[int] = set()
    for number in range(count):
        first, last, glyph = struct.unpack_from(">III", table, 16 + 12 * number)
        last = min(last, _LAST)
        if last - first > _MOST_CHARACTERS or len(found) > _MOST_CHARACTERS:
            raise struct.error("a map of more characters than a font has glyphs")
        found.update(range(first + (glyph == 0), last + 1))
    return found


_MAPS: dict[int, Callable[[bytes], set[int]]] = {4: _segments, 12: _groups}
