"""Made-up typefaces. In the first, every glyph is half an em wide, so that lines can be counted by hand."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen

from kampanye_tui.typeset.font import Family, Font
from kampanye_tui.typeset.font_file import tables

CHARACTERS = [chr(code) for code in range(0x20, 0x7F)] + list("éÉ’ʼ“”–—…·§")
WIDTH = 500
FACES = (("a", 400, False), ("b", 700, False), ("c", 400, True), ("d", 700, True))
"""Name of the file, weight and slope of each face that :func:`install_family` makes."""


@cache
def monospaced_bytes(
    embedding: int = 0, family: str = "Uji", weight: int = 400, italic: bool = False
) -> bytes:
    """Return the bytes of the font; ``embedding`` is its fsType."""
    names = [".notdef", *(f"uni{ord(character):04X}" for character in CHARACTERS)]
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({ord(c): f"uni{ord(c):04X}" for c in CHARACTERS})
    empty = TTGlyphPen(None).glyph()
    builder.setupGlyf(dict.fromkeys(names, empty))
    builder.setupHorizontalMetrics(dict.fromkeys(names, (WIDTH, 0)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupOS2(
        sTypoAscender=800,
        sTypoDescender=-200,
        sCapHeight=700,
        fsType=embedding,
        usWeightClass=weight,
        fsSelection=int(italic),
    )
    builder.setupNameTable({"familyName": family, "styleName": "Regular", "psName": "Uji-Regular"})
    builder.setupPost()
    stream = BytesIO()
    builder.save(stream)
    return stream.getvalue()


@cache
def postscript_bytes(embedding: int = 0) -> bytes:
    """Return a tiny font with PostScript outlines; its ``a`` is a lens of two curves."""
    names = [".notdef", "space", "a"]
    builder = FontBuilder(1000, isTTF=False)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({32: "space", 0xA0: "space", 97: "a"})
    shapes = {}
    for name in names:
        pen = T2CharStringPen(WIDTH, None)
        if name == "a":
            pen.moveTo((50, 0))
            pen.curveTo((50, 300), (450, 300), (450, 0))
            pen.curveTo((450, -300), (50, -300), (50, 0))
            pen.closePath()
        shapes[name] = pen.getCharString()
    builder.setupCFF("Uji-Regular", {}, shapes, {})
    builder.setupHorizontalMetrics({".notdef": (WIDTH, 0), "space": (WIDTH, 0), "a": (WIDTH, 50)})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupOS2(sTypoAscender=800, sTypoDescender=-200, fsType=embedding)
    builder.setupNameTable({"familyName": "Uji", "styleName": "Regular", "psName": "Uji-Regular"})
    builder.setupPost()
    stream = BytesIO()
    builder.save(stream)
    return stream.getvalue()


def unreadable_bytes() -> bytes:
    """Return a font that is whole but for its outlines, which are zeros."""
    outlines = tables(postscript_bytes())["CFF "]
    return postscript_bytes().replace(outlines, bytes(len(outlines)))


def monospaced() -> Family:
    """Return a family of four faces, all alike."""
    return Family(*(Font(monospaced_bytes(), label) for label in ("biasa", "tebal", "miring", "keduanya")))


def install_family(folder: Path, family: str, suffix: str = ".otf", faces: str = "abcd") -> None:
    """Put the files of a family into a folder, under names that say nothing."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, weight, italic in FACES:
        if name in faces:
            (folder / f"{name}{suffix}").write_bytes(monospaced_bytes(0, family, weight, italic))
