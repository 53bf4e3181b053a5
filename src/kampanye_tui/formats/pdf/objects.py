"""The private parts of fpdf2 2.8.9 that this program leans on, all in this one module.

fpdf2 makes the frame of a file: catalogue, pages, resources, pictures, fonts, page labels, colour profile and
the entries of attachments. Left open in it is what differs from one paper to the next, for fpdf2 would write
all of it again: streams of pages, tags, outline, metadata, and what is attached. Replaced are its fonts
(it looks at each character and subsets with fontTools, 40 ms a document; HarfBuzz does the three faces in
under 1 ms and keeps glyph ids). ``tests/unit/formats/test_fpdf_contract.py`` holds what is expected of the
pinned version.
"""

from __future__ import annotations

from datetime import UTC, datetime, time
from functools import lru_cache
from io import BytesIO
from typing import Any

import uharfbuzz as hb
from fpdf import FPDF, ViewerPreferences
from fpdf.annotations import PDFEmbeddedFile
from fpdf.enums import FontDescriptorFlags
from fpdf.fonts import PDFFontDescriptor
from fpdf.image_parsing import preload_image
from fpdf.output import (
    CIDSystemInfo,
    OutputProducer,
    PDFFont,
    PDFPage,
    PDFType3Font,
    _build_cmap_blocks,
    _cid_font_widths,
)
from fpdf.syntax import Name, PDFArray, PDFContentStream, PDFObject

from kampanye_tui.formats.pdf.content import picture_name
from kampanye_tui.formats.pdf.frames import NO_DAY, Frame, Shape
from kampanye_tui.formats.pdf.glyph_sets import FontUse
from kampanye_tui.formats.pdf.streams import FREE, PLAIN, end_of, row, stream
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


def made(shape: Shape) -> Frame:
    """Return the frame of a file, as fpdf2 writes it."""
    file = _File(shape)
    file.output(output_producer_class=_Producer)
    return file.made


class _Open(PDFObject):
    """An object that only has its number here."""


class _Body(PDFObject):
    """An object whose body is written already."""

    def __init__(self, body: bytes) -> None:
        super().__init__()
        self._body = body

    def serialize(self, *_unused: Any, **_none: Any) -> str:
        return f"{self.id} 0 obj\n{self._body.decode('latin-1')}\nendobj"


class _File(FPDF):
    """An FPDF of empty pages that knows no clock."""

    made: Frame

    def __init__(self, shape: Shape) -> None:
        super().__init__(
            unit="pt",
            format=(shape.width / POINT, shape.height / POINT),
            enforce_compliance="PDF/A-3U",
        )
        self.shape = shape
        # fpdf2 would take the clock for the dates of attachments.
        day = datetime.combine(shape.day or NO_DAY, time.min, UTC)
        self.set_creation_date(day)
        self.set_lang(shape.language)
        self.viewer_preferences = ViewerPreferences(display_doc_title=True)
        self.single_resources_object = True
        self.set_auto_page_break(auto=False)
        for number in range(shape.pages):
            self.add_page(label_style="D", label_start=shape.first if number == 0 else None)
        for one in shape.attached:
            self.embed_file(
                bytes=b"-",
                basename=one.name,
                mime_type=one.mime,
                desc=one.description,
                associated_file_relationship=one.relationship,
                modification_date=day,
            )


class _Producer(OutputProducer):
    """Writes a frame: fonts whose codes are glyph ids, and only the numbers of what stays open."""

    fpdf: _File

    def __init__(self, file: _File) -> None:
        super().__init__(file)
        self.written: list[bytes] = []

    def bufferize(self) -> bytearray:
        """Write everything, and keep what is not open as the frame."""
        whole = super().bufferize()
        header, *bodies, _trailer = self.written
        data = bytearray(header)
        rows = [FREE] * (self.obj_id + 1)
        for one, body in zip(self.pdf_objs[1:-1], bodies, strict=True):
            if not isinstance(one, _Open | PDFEmbeddedFile):
                rows[one.id] = row.pack(PLAIN, len(data), 0)  # type: ignore[union-attr]
                data += _ended(one, body)
        self.fpdf.made = Frame(
            data=bytes(data),
            rows=b"".join(rows),
            size=self.obj_id + 1,
            catalogue=self._catalogue.id,
            pages=tuple(page.id for page in self._pages),
            texts=tuple(text.id for text, _number in self._open_pages),
            numbered=tuple(number.id for _text, number in self._open_pages),
            carried=self._carried.id,
            behind=tuple(one.id for one in self._behind),
            metadata=self._metadata.id,
            roots=tuple(root.id for root in self._roots),
            attached=tuple(one.id for one in self.fpdf.embedded_files),
        )
        return whole

    def _out(self, data: Any) -> None:
        line = data if isinstance(data, bytes) else str(data).encode("latin-1")
        self.written.append(line + b"\n")
        super()._out(data)

    def _opened(self) -> _Open:
        made = _Open()
        self._add_pdf_obj(made)
        return made

    def _add_body(self, body: bytes) -> Any:
        made = _Body(body)
        self._add_pdf_obj(made)
        return made

    def _add_catalog(self) -> Any:
        self._catalogue = super()._add_catalog()
        return self._catalogue

    def _add_pages(self, _slice: slice = slice(0, None)) -> list[PDFPage]:
        self._pages = []
        self._open_pages: list[tuple[_Open, _Open]] = []
        self._carried = self._opened()
        sorts = min(2, self.fpdf.shape.pages) if self.fpdf.shape.behind else 0
        self._behind = [self._opened() for _sort in range(sorts)]
        for number, page in enumerate(self._iter_pages_in_order()):
            self._add_pdf_obj(page)
            text, numbered = self._opened(), self._opened()
            behind = self._behind[:1] if number == 0 else self._behind[-1:]
            page.contents = PDFArray([*behind, text, self._carried, numbered])  # type: ignore[assignment]
            page.struct_parents = number
            page.tabs = Name("S")  # type: ignore[attr-defined]
            if self.fpdf.shape.cut:
                self._add_cut(page)
            self._pages.append(page)
            self._open_pages.append((text, numbered))
        return self._pages

    def _add_cut(self, page: Any) -> None:
        """Say where the sheet is cut, and how far it is printed beyond."""
        shape = self.fpdf.shape

        def box(off: int) -> str:
            right, top = shape.width - off, shape.height - off
            return f"[{' '.join(f'{edge / POINT:.2f}' for edge in (off, off, right, top))}]"

        page.trim_box, page.bleed_box = box(shape.cut), box(shape.cut - shape.bleed)

    def _add_structure_tree(self) -> PDFObject:
        self._roots = [self._opened()]
        return self._roots[0]

    def _add_document_outline(self) -> Any:
        if not self.fpdf.shape.outline:
            return None, ()
        self._roots.append(self._opened())
        return self._roots[1], ()

    def _add_xmp_metadata(self) -> Any:
        self._metadata = self._opened()
        return self._metadata

    def _add_images(self) -> Any:
        # fpdf2 puts an I before each.
        made = {}
        for picture in self.fpdf.shape.pictures:
            _name, _data, info = preload_image(self.fpdf.image_cache, BytesIO(picture.data))
            made[picture_name(picture).decode().removeprefix("I")] = self._add_image(info)
        return made

    def _add_fonts(self, *_unused: Any) -> dict[int, PDFFont | PDFType3Font]:
        return {use.number: self._add_font(use) for use in self.fpdf.shape.fonts}

    def _add_font(self, use: FontUse) -> PDFFont:
        metrics = use.font.metrics
        name = f"{SUBSET_TAG}+{metrics.name}"
        whole = PDFFont(subtype="Type0", base_font=name, encoding="Identity-H")
        self._add_pdf_obj(whole, "fonts")
        widths = {glyph: use.font.advance(glyph) for glyph, _text in use.shown}
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
            for glyph, text in use.shown
            if glyph and text
        ]
        blocks = _build_cmap_blocks(lines, "bfchar")
        whole.to_unicode = self._add_body(stream(_TO_UNICODE.format(blocks=blocks).encode()))
        system = CIDSystemInfo()
        self._add_pdf_obj(system, "fonts")
        part.c_i_d_system_info = system
        descriptor = _descriptor(metrics, use.font.advance(0))
        descriptor.font_name = Name(name)
        self._add_pdf_obj(descriptor, "fonts")
        part.font_descriptor = descriptor
        part.c_i_d_to_g_i_d_map = Name("Identity")  # type: ignore[assignment]
        program = subset(use.font, frozenset(glyph for glyph, _text in use.shown))
        descriptor.font_file2 = self._add_body(  # type: ignore[attr-defined]
            stream(program, b"/Length1 %d" % len(program))
        )
        return whole


def _ended(one: object, body: bytes) -> bytes:
    """Return an object as fpdf2 wrote it, with the end of line that its stream wants if it has one."""
    if not isinstance(one, PDFContentStream):
        return body
    before, mark, behind = body.rpartition(b"\nendstream")
    return b"".join((before, end_of(one.content_stream()), mark.removeprefix(b"\n"), behind))


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
