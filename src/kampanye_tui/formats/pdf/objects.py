"""The private parts of fpdf2 2.8.9 that this program leans on, all in this one module.

fpdf2 keeps pages, images, outline, metadata and the cross-reference table. Replaced are its fonts (it looks
at each character and subsets with fontTools, 40 ms a document; HarfBuzz does the three faces in under 1 ms
and keeps glyph ids) and the clock in its metadata. ``tests/unit/formats/test_fpdf_contract.py`` holds what
this module expects of the pinned version.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from functools import lru_cache
from typing import Any, NamedTuple

import uharfbuzz as hb
from fpdf import FPDF
from fpdf.enums import FontDescriptorFlags
from fpdf.fonts import PDFFontDescriptor
from fpdf.image_parsing import preload_image
from fpdf.outline import OutlineSection
from fpdf.output import (
    CIDSystemInfo,
    OutputProducer,
    PDFFont,
    PDFFontStream,
    PDFInfo,
    PDFType3Font,
    _build_cmap_blocks,
    _cid_font_widths,
)
from fpdf.syntax import DestinationXYZ, Name, PDFArray, PDFContentStream

from kampanye_tui.model.document import Document, Picture
from kampanye_tui.typeset.font import Font, Metrics
from kampanye_tui.typeset.units import POINT

SUBSET_TAG = "KMPAAA"
"""Six capitals before the name of a font say that it is a subset (ISO 32000-1, 9.6.4)."""
_DROPPED = ("GSUB", "GPOS", "GDEF", "name", "post", "OS/2", "cmap", "gasp", "DSIG", "kern", "BASE")
_TO_UNICODE = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo
<</Registry (Adobe)
/Ordering (UCS)
/Supplement 0
>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{blocks}endcmap
CMapName currentdict /CMap defineresource pop
end
end"""


class FontUse(NamedTuple):
    """A face as one document uses it: the file, and the text that each of its glyphs shows."""

    number: int
    font: Font
    shown: Mapping[int, str]


class Bookmark(NamedTuple):
    """An entry of the outline; ``y`` from the foot of its page, in points."""

    title: str
    level: int
    page: int
    y: float


class File(FPDF):
    """An FPDF that writes our fonts and knows no clock."""

    def __init__(self, document: Document, width: int, height: int) -> None:
        """Set the metadata; lengths in thousandths of a point."""
        super().__init__(unit="pt", format=(width / POINT, height / POINT))
        self.uses: tuple[FontUse, ...] = ()
        self.dated = document.day is not None
        # fpdf2 would take the clock, for the date and for the file's id.
        day = document.day or date.min
        self.set_creation_date(datetime.combine(day, time.min, UTC))
        self.set_title(document.title)
        self.set_author(document.author)
        self.set_lang(document.language)
        self.single_resources_object = True
        self.set_auto_page_break(auto=False)

    def add_picture(self, picture: Picture) -> int:
        """Take in a picture and return its number."""
        from io import BytesIO

        _name, _data, info = preload_image(self.image_cache, BytesIO(picture.data))
        info["usages"] = 1
        number: int = info["i"]  # type: ignore[assignment]
        return number

    def add_content(self, content: bytes) -> None:
        """Add a page with this content stream."""
        self.add_page()
        self.pages[self.page].contents[:] = content  # type: ignore[index]

    def add_bookmark(self, bookmark: Bookmark) -> None:
        """Add an entry to the outline."""
        place = DestinationXYZ(bookmark.page, top=bookmark.y)
        self._outline.append(OutlineSection(bookmark.title, bookmark.level, bookmark.page, place))

    def finished(self, uses: tuple[FontUse, ...]) -> bytes:
        """Return the bytes of the file with these fonts."""
        self.uses = uses
        return bytes(self.output(output_producer_class=_Producer))


class _Producer(OutputProducer):
    """Writes fonts whose codes are glyph ids, and no date that nobody gave."""

    fpdf: File

    def _add_fonts(self, *_unused: Any) -> dict[int, PDFFont | PDFType3Font]:
        return {use.number: self._add_font(use) for use in self.fpdf.uses}

    def _add_font(self, use: FontUse) -> PDFFont:
        metrics = use.font.metrics
        name = f"{SUBSET_TAG}+{metrics.name}"
        whole = PDFFont(subtype="Type0", base_font=name, encoding="Identity-H")
        self._add_pdf_obj(whole, "fonts")
        widths = {glyph: use.font.advance(glyph) for glyph in use.shown}
        part = PDFFont(
            subtype="CIDFontType2",
            base_font=name,
            d_w=use.font.advance(0),
            w=_cid_font_widths(widths),
        )
        self._add_pdf_obj(part, "fonts")
        whole.descendant_fonts = PDFArray([part])
        # Glyph 0 is "no glyph" and has no text; fpdf2 maps it to U+0000, which PDF/A refuses.
        lines = [
            f"<{glyph:04X}> <{text.encode('utf-16-be').hex().upper()}>\n"
            for glyph, text in sorted(use.shown.items())
            if glyph and text
        ]
        blocks = _build_cmap_blocks(lines, "bfchar")
        whole.to_unicode = self._add_stream(_TO_UNICODE.format(blocks=blocks).encode())
        system = CIDSystemInfo()
        self._add_pdf_obj(system, "fonts")
        part.c_i_d_system_info = system
        descriptor = _descriptor(metrics, use.font.advance(0))
        descriptor.font_name = Name(name)
        self._add_pdf_obj(descriptor, "fonts")
        part.font_descriptor = descriptor
        part.c_i_d_to_g_i_d_map = Name("Identity")  # type: ignore[assignment]
        program = PDFFontStream(contents=subset(use.font, frozenset(use.shown)))
        self._add_pdf_obj(program, "fonts")
        descriptor.font_file2 = program  # type: ignore[attr-defined]
        return whole

    def _add_stream(self, content: bytes) -> PDFContentStream:
        stream = PDFContentStream(content, compress=True)
        self._add_pdf_obj(stream, "fonts")
        return stream

    def _add_info(self) -> PDFInfo:
        info = super()._add_info()
        if not self.fpdf.dated:
            info.creation_date = None  # type: ignore[assignment]
        return info


def _descriptor(metrics: Metrics, missing_width: int) -> PDFFontDescriptor:
    flags = FontDescriptorFlags.SYMBOLIC
    if metrics.fixed_pitch:
        flags |= FontDescriptorFlags.FIXED_PITCH
    if metrics.italic_angle:
        flags |= FontDescriptorFlags.ITALIC
    if metrics.weight >= 600:
        flags |= FontDescriptorFlags.FORCE_BOLD
    left, bottom, right, top = metrics.box
    return PDFFontDescriptor(
        ascent=metrics.ascent,
        descent=metrics.descent,
        cap_height=metrics.cap_height,
        flags=flags,
        font_b_box=f"[{left} {bottom} {right} {top}]",
        italic_angle=metrics.italic_angle,
        # StemV is not in a TrueType file; this is the usual estimate from the weight.
        stem_v=50 + (metrics.weight // 65) ** 2,
        missing_width=missing_width,
    )


@lru_cache(maxsize=64)
def subset(font: Font, glyphs: frozenset[int]) -> bytes:
    """Return the font with only these glyphs, under their own ids."""
    wanted = hb.SubsetInput()
    wanted.glyph_set.update(glyphs)
    wanted.flags = hb.SubsetFlags.RETAIN_GIDS | hb.SubsetFlags.NOTDEF_OUTLINE
    for tag in _DROPPED:
        wanted.drop_table_tag_set.add(int.from_bytes(tag.ljust(4).encode(), "big"))
    made: bytes = hb.subset(font.face, wanted).blob.data
    return made
