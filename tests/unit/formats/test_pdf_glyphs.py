"""Glyphs that a word needs beside those of its letters are on the page, too."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pypdfium2
from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from PIL import ImageOps

from kampanye_tui.formats.pdf import write
from kampanye_tui.formats.pdf.default_fonts import default_fonts
from kampanye_tui.model.document import Furniture
from kampanye_tui.model.export_format import ExportOptions, FontFiles
from kampanye_tui.typeset.font import Font
from tests.fonts import CHARACTERS
from tests.unit.formats.papers import document, pages_of, paragraph, pdf

FONT = Font(default_fonts().regular.read_bytes(), "biasa")


def splitting_font() -> bytes:
    """Return a font that sets é as two glyphs, only the second of which is to be seen."""
    letters = [".notdef", *(f"uni{ord(character):04X}" for character in CHARACTERS)]
    names = [*letters, "empty", "block"]
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({ord(c): f"uni{ord(c):04X}" for c in CHARACTERS})
    pen = TTGlyphPen(None)
    pen.moveTo((50, 0))
    for point in ((50, 700), (450, 700), (450, 0)):
        pen.lineTo(point)
    pen.closePath()
    empty = TTGlyphPen(None).glyph()
    builder.setupGlyf(dict.fromkeys(names, empty) | {"block": pen.glyph()})
    builder.setupHorizontalMetrics(dict.fromkeys(names, (500, 0)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupOS2()
    builder.setupNameTable({"familyName": "Uji", "styleName": "Regular", "psName": "Uji-Regular"})
    builder.setupPost()
    addOpenTypeFeaturesFromString(builder.font, "feature ccmp { sub uni00E9 by empty block; } ccmp;")
    stream = BytesIO()
    builder.save(stream)
    return stream.getvalue()


def split(folder: Path, text: str) -> bytes:
    """Return the PDF of a text in that font."""
    path = folder / "belah.ttf"
    path.write_bytes(splitting_font())
    fonts = FontFiles(name="belah", regular=path, bold=path, italic=path, bold_italic=path)
    stream = BytesIO()
    made = document(paragraph(text), furniture=Furniture())
    write(made, stream, ExportOptions(fonts=fonts))
    return stream.getvalue()


def test_a_letter_of_two_glyphs_is_printed_whole(tmp_path: Path) -> None:
    file = pypdfium2.PdfDocument(split(tmp_path, "é"))
    try:
        body = file[0].render().to_pil().convert("L").crop((80, 60, 200, 100))
    finally:
        file.close()
    assert ImageOps.invert(body).getbbox() is not None


def test_a_letter_of_two_glyphs_is_read_once(tmp_path: Path) -> None:
    assert pages_of(split(tmp_path, "kafé"))[0].startswith("kafé")


def letters(text: str) -> list[tuple[float, float]]:
    """Return where each letter of the first page begins and ends, in points."""
    file = pypdfium2.PdfDocument(pdf(document(paragraph(text), furniture=Furniture())))
    try:
        page = file[0].get_textpage()
        boxes = [page.get_charbox(number, loose=True) for number in range(page.count_chars())]
        return [(left, right) for left, _bottom, right, _top in boxes]
    finally:
        file.close()


def test_a_kerned_pair_stands_as_close_as_the_layout_says() -> None:
    first = FONT.word("AV").glyphs[0]
    apart = (FONT.advance(first.id) + first.kern) * 11.5 / 1000
    (left, _), (second, _) = letters("AV")[:2]
    assert abs(second - left - apart) < 0.05


def test_a_justified_line_ends_at_the_margin() -> None:
    ends = [right for _left, right in letters("kata " * 60)]
    assert abs(max(ends) - (210 - 20) * 72 / 25.4) < 3.5
