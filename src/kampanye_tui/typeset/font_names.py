"""What a font calls itself: its family and which face of it this is. Reads tables with struct alone."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from kampanye_tui.model.text import unseen

NEEDED = ("OS/2", "name")
"""The tables that are read here."""
_FAMILY = 1
"""The id of the name of a family of at most four faces, by which Word finds them as well."""
_ENGLISH = 0x409
_BOLD = 600
"""The weight from which on a face counts as bold: URW's Demi."""
_ITALIC_BIT = 1


class Naming(NamedTuple):
    """A face: the name of its family, and how it stands among the four that a paper needs."""

    family: str
    bold: bool
    italic: bool


def naming(tables: Mapping[str, bytes]) -> Naming | None:
    """Return what a font calls itself; None where it does not say so readably."""
    try:
        family = dict(_names(tables["name"]))[_FAMILY]
        weight, selection = struct.unpack_from(">4xH56xH", tables["OS/2"])
    except (KeyError, struct.error, UnicodeDecodeError):
        return None
    if any(True for _found in unseen(family)):
        return None
    return Naming(family, weight >= _BOLD, bool(selection & _ITALIC_BIT))


def _names(table: bytes) -> Iterator[tuple[int, str]]:
    """Yield id and text of the names in English for Windows, which every font has (OpenType, ``name``)."""
    count, texts = struct.unpack_from(">2xHH", table)
    for number in range(count):
        platform, encoding, language, name, length, start = struct.unpack_from(">6H", table, 6 + 12 * number)
        if (platform, encoding, language) == (3, 1, _ENGLISH):
            yield name, table[texts + start : texts + start + length].decode("utf-16-be")
