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
    return _uses(frozenset(used), family)


@lru_cache(maxsize=256)
def _uses(used: frozenset[Used], family: Family) -> tuple[FontUse, ...]:
    faces: dict[int, dict[int, str]] = {}
    for face, glyphs in used:
        font = family[face]
        # A glyph that only shaping brings has no text of its own; words with it carry theirs.
        texts = {glyph: font.text_of(glyph) for glyph in glyphs}
        shown = faces.setdefault(face, {})
        shown |= texts
        for alphabet in ALPHABETS:
            if not set(alphabet).isdisjoint(texts.values()):
                shown |= dict(_alphabet(font, alphabet))
    return tuple(
        FontUse(face + 1, family[face], tuple(sorted(faces[face].items()))) for face in sorted(faces)
    )


@lru_cache(maxsize=64)
def _alphabet(font: Font, alphabet: str) -> tuple[tuple[int, str], ...]:
    glyphs = (font.nominal(character) for character in alphabet)
    return tuple((glyph, font.text_of(glyph)) for glyph in glyphs if glyph)
