"""The glyphs that a document shows → those that its file holds of each face.

A face is cut down to whole alphabets: where one small letter is used, all are held. So the copies of a paper,
with different names on them, hold the same bytes of each typeface, and a copy made alone is the same file as
one made with all others.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from string import ascii_lowercase, ascii_uppercase, digits
from typing import NamedTuple

from kampanye_tui.formats.pdf.content import Used
from kampanye_tui.typeset.font import Family, Font

ALPHABETS = (ascii_lowercase, ascii_uppercase, digits, " .,:;-()/", "–—“”‘’…§")


class FontUse(NamedTuple):
    """A face as a file holds it: its number, the file, and the text of each glyph, by glyph."""

    number: int
    font: Font
    shown: tuple[tuple[int, str], ...]


def font_uses(used: Iterable[Used], family: Family) -> tuple[FontUse, ...]:
    """Return the faces that are used, in the order of their numbers."""
    faces: dict[int, set[int]] = {}
    for face, glyphs in used:
        faces.setdefault(face, set()).update(glyphs)
    return tuple(_use(face, family[face], _rounded(family[face], faces[face])) for face in sorted(faces))


def _rounded(font: Font, glyphs: set[int]) -> frozenset[int]:
    """Return these glyphs, and all of an alphabet where any of it is among them."""
    alphabets = (alphabet for alphabet in _alphabets(font) if not alphabet.isdisjoint(glyphs))
    return frozenset(glyphs).union(*alphabets)


@lru_cache(maxsize=16)
def _alphabets(font: Font) -> tuple[frozenset[int], ...]:
    return tuple(frozenset(map(font.nominal, alphabet)) - {0} for alphabet in ALPHABETS)


@lru_cache(maxsize=256)
def _use(face: int, font: Font, glyphs: frozenset[int]) -> FontUse:
    # A glyph that only shaping brings has no text of its own; words with it carry theirs.
    return FontUse(face + 1, font, tuple((glyph, font.text_of(glyph)) for glyph in sorted(glyphs)))
