"""A font with PostScript outlines (.otf) → the same font with TrueType outlines, the same bytes each time.

A PDF holds the outlines of TrueType fonts in one place and those of others in another, and no archive takes
what is in the wrong one. So there is one kind: cubic curves become quadratic ones that stay within
:data:`DEVIATION`. Widths, kerning, ligatures, names and the map of characters are those of the file, byte for
byte. Its hints go: they steer the pixels of screens.
"""

from __future__ import annotations

import logging
from io import BytesIO
from typing import TYPE_CHECKING

from kampanye_tui.model.problem import refuse
from kampanye_tui.typeset.font_file import POSTSCRIPT, tables

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

DEVIATION = 1 / 2000
"""How far a curve may go astray, in ems; coordinates are then rounded to whole units."""
SECONDS = 0.7
"""What a face of a thousand glyphs takes."""
MOST_GLYPHS = 10_000
"""A face of more, for Chinese or Japanese, would take minutes."""
_VERSION = 1
"""Counted up when the same file gives other bytes."""
_DROPPED = ("CFF ", "VORG", "DSIG")
_NOTHING = (
    "maxTwilightPoints",
    "maxStorage",
    "maxFunctionDefs",
    "maxInstructionDefs",
    "maxStackElements",
    "maxSizeOfInstructions",
    "maxComponentElements",
    "maxComponentDepth",
)
"""What a font without hints has none of (OpenType, ``maxp``)."""


def version() -> str:
    """Return what the bytes depend on beside the file: this module and fontTools, by their versions."""
    import fontTools

    return f"{_VERSION}-{fontTools.version}"


def is_postscript(data: bytes) -> bool:
    """Tell whether a file is a whole font whose outlines have to be converted."""
    return tables(data).keys() >= POSTSCRIPT


def converted(data: bytes, label: str) -> bytes:
    """Return the font with TrueType outlines; ``label`` names it in messages.

    Raises :class:`Refused` for outlines that cannot be read, and for more than :data:`MOST_GLYPHS` of them.
    """
    from fontTools.ttLib import TTFont

    # What it has to say of a damaged file it says in English.
    logging.getLogger("fontTools").setLevel(logging.CRITICAL)
    try:
        font = TTFont(BytesIO(data), recalcTimestamp=False)
        count = len(font.getGlyphOrder())
        if count <= MOST_GLYPHS:
            _convert(font)
            stream = BytesIO()
            font.save(stream)
            return stream.getvalue()
    except Exception as error:
        # A damaged file can break a reader in any way.
        raise refuse(
            f"jenis huruf {label} rusak, jadi bentuk hurufnya tidak dapat dibaca",
            "Salin ulang berkasnya, atau pakai berkas .ttf atau .otf lain",
        ) from error
    raise refuse(
        f"jenis huruf {label} memuat {count} bentuk huruf, terlalu banyak untuk diubah dari .otf",
        "Pakai berkas .ttf",
    )


def _convert(font: TTFont) -> None:
    from fontTools.pens.cu2quPen import Cu2QuPen
    from fontTools.pens.ttGlyphPen import TTGlyphPen
    from fontTools.ttLib import newTable

    order = font.getGlyphOrder()
    drawn = font.getGlyphSet()
    deviation = font["head"].unitsPerEm * DEVIATION
    outlines = newTable("glyf")
    outlines.glyphOrder = order
    outlines.glyphs = {}
    widths = font["hmtx"]
    for name in order:
        pen = TTGlyphPen(None)
        # The inside of an outline is on the other hand in the other kind.
        drawn[name].draw(Cu2QuPen(pen, deviation, reverse_direction=True))
        outlines.glyphs[name] = glyph = pen.glyph()
        glyph.recalcBounds(outlines)
        # Rounded outlines may begin a unit off; a bearing that differs would move them when they are drawn.
        widths[name] = widths[name][0], glyph.xMin
    font["glyf"], font["loca"] = outlines, newTable("loca")
    limits = newTable("maxp")
    limits.tableVersion, limits.numGlyphs, limits.maxZones = 0x00010000, len(order), 1
    for name in _NOTHING:
        setattr(limits, name, 0)
    font["maxp"] = limits
    for tag in _DROPPED:
        if tag in font:
            del font[tag]
    font.sfntVersion = "\x00\x01\x00\x00"
