"""A made-up typeface whose every glyph is half an em wide, so that lines can be counted by hand."""

from __future__ import annotations

from functools import cache
from io import BytesIO

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

from kampanye_tui.typeset.font import Family, Font

CHARACTERS = [chr(code) for code in range(0x20, 0x7F)] + list("éÉ’ʼ“”–—…·§")
WIDTH = 500


@cache
def monospaced_bytes(embedding: int = 0) -> bytes:
    """Return the bytes of the font; ``embedding`` is its fsType."""
    names = [".notdef", *(f"uni{ord(character):04X}" for character in CHARACTERS)]
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({ord(c): f"uni{ord(c):04X}" for c in CHARACTERS})
    empty = TTGlyphPen(None).glyph()
    builder.setupGlyf(dict.fromkeys(names, empty))
    builder.setupHorizontalMetrics(dict.fromkeys(names, (WIDTH, 0)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupOS2(sTypoAscender=800, sTypoDescender=-200, sCapHeight=700, fsType=embedding)
    builder.setupNameTable({"familyName": "Uji", "styleName": "Regular", "psName": "Uji-Regular"})
    builder.setupPost()
    stream = BytesIO()
    builder.save(stream)
    return stream.getvalue()


def monospaced() -> Family:
    """Return a family of four faces, all alike."""
    return Family(*(Font(monospaced_bytes(), label) for label in ("biasa", "tebal", "miring", "keduanya")))
