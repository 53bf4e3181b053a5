"""A layout → the bytes of a PDF file, the same for the same input: PDF/A-3 (level A) and PDF/UA-1.

fpdf2 makes the frame (``objects``); what differs from copy to copy is put behind it here. Each piece is made
once and kept, so the next copy of a paper costs little more than its bytes.
"""

from __future__ import annotations

from itertools import accumulate

from kampanye_tui.formats.pdf.content import Content, carried_content, text_content, word_content
from kampanye_tui.formats.pdf.frames import NO_DAY, Attached, Frame, Shape, digest, frame
from kampanye_tui.formats.pdf.glyph_sets import font_uses
from kampanye_tui.formats.pdf.metadata import information, pdf_day, xmp
from kampanye_tui.formats.pdf.outline import Bookmark
from kampanye_tui.formats.pdf.packing import Packed, packed_objects
from kampanye_tui.formats.pdf.streams import PACKED, PLAIN, WIDTHS, plain_stream, row, stream
from kampanye_tui.formats.pdf.tags import WORD
from kampanye_tui.model.document import Document
from kampanye_tui.model.export_format import Attachment
from kampanye_tui.typeset.font import Family
from kampanye_tui.typeset.page import Layout
from kampanye_tui.typeset.structure import PART, Element


def pdf_bytes(
    document: Document, layout: Layout, family: Family, attachments: tuple[Attachment, ...] = ()
) -> bytes:
    """Return the file."""
    # The keys of a name tree are sorted (ISO 32000-1, 7.9.6).
    attachments = tuple(sorted(attachments, key=lambda one: one.name))
    texts = [text_content(page.text, layout.height) for page in layout.pages]
    numbered = [carried_content(page.numbered, layout.height) for page in layout.pages]
    carried = carried_content(layout.pages[0].carried, layout.height)
    behind = carried_content(layout.behind, layout.height)
    told = behind
    if layout.word:
        # Blocks of a page count from its first one, and the word comes before all blocks.
        block = WORD - layout.pages[0].first
        told = word_content(layout.behind, layout.height, block, len(texts[0].spans))
    marks = _bookmarks(layout)
    contents = (*texts, *numbered, carried, behind)
    made = frame(_shape(document, layout, family, contents, attachments, outline=bool(marks)))
    marked = (texts[0].spans + told.spans, *(text.spans for text in texts[1:]))
    spans = tuple((page.first, of_page) for page, of_page in zip(layout.pages, marked, strict=True))
    word = (Element("Figure", PART, alternative=layout.word),) if layout.word else ()
    packed = packed_objects((word, *layout.elements), spans, marks, made.pages, made.roots, made.size)
    bodies = [
        *((number, stream(text.data)) for number, text in zip(made.texts, texts, strict=True)),
        *((number, stream(one.data)) for number, one in zip(made.numbered, numbered, strict=True)),
        (made.carried, stream(carried.data)),
        *((number, stream(one.data)) for number, one in zip(made.behind, (told, behind), strict=False)),
        (made.metadata, plain_stream(xmp(document), b"/Type/Metadata/Subtype/XML")),
        *((number, _attached(one, document)) for number, one in zip(made.attached, attachments, strict=True)),
        (packed.container, packed.data),
        (packed.container + 1, information(document)),
    ]
    return _assembled(made, bodies, packed)


def _bookmarks(layout: Layout) -> tuple[Bookmark, ...]:
    # They lead through the text, though a sheet of a booklet may hold its end beside its beginning.
    marks = sorted(
        ((number, mark) for number, page in enumerate(layout.pages) for mark in page.marks),
        key=lambda one: one[1].leaf,
    )
    return tuple(
        Bookmark(mark.anchor.title, mark.anchor.level, number, layout.height - mark.y)
        for number, mark in marks
    )


def _shape(
    document: Document,
    layout: Layout,
    family: Family,
    contents: tuple[Content, ...],
    attachments: tuple[Attachment, ...],
    *,
    outline: bool,
) -> Shape:
    return Shape(
        width=layout.width,
        height=layout.height,
        pages=len(layout.pages),
        first=layout.first,
        language=document.language,
        outline=outline,
        pictures=tuple(dict.fromkeys(picture for content in contents for picture in content.pictures)),
        fonts=font_uses(frozenset().union(*(content.used for content in contents)), family),
        attached=tuple(
            Attached(one.name, one.mime, one.description, one.relationship) for one in attachments
        ),
        day=document.day,
        behind=bool(layout.behind),
        cut=layout.cut,
        bleed=layout.bleed,
    )


def _attached(one: Attachment, document: Document) -> bytes:
    """Return an attached file; its day is that of the document."""
    day = pdf_day(document.day or NO_DAY)
    kind = one.mime.replace("/", "#2F").encode()
    return stream(
        one.data, b"/Type/EmbeddedFile/Subtype/%s/Params<</Size %d/ModDate(%s)>>" % (kind, len(one.data), day)
    )


def _assembled(made: Frame, bodies: list[tuple[int, bytes]], packed: Packed) -> bytes:
    """Return the frame with the open objects behind it, and the table that says where each object is."""
    objects = [b"%d 0 obj\n%s\nendobj\n" % one for one in bodies]
    behind = b"".join(objects)
    # A file's identity is its content: no clock, no path (ISO 32000-1, 14.4).
    whole = digest(made.data).copy()
    whole.update(behind)
    identity = whole.hexdigest().encode()
    table = bodies[-1][0] + 1
    end = len(made.data) + len(behind)
    rows = bytearray(made.rows + packed.rows + bytes(row.size * (table + 1 - packed.container)))
    starts = accumulate(map(len, objects), initial=len(made.data))
    for number, start in zip([*(number for number, _body in bodies), table], starts, strict=True):
        row.pack_into(rows, number * row.size, PLAIN, start, 0)
    for number, place in packed.roots:
        row.pack_into(rows, number * row.size, PACKED, packed.container, place)
    entries = b"/Type/XRef/Size %d/W[%s]/Root %d 0 R/Info %d 0 R/ID[<%s><%s>]" % (
        table + 1, WIDTHS, made.catalogue, table - 1, identity, identity,
    )  # fmt: skip
    last = b"%d 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (table, stream(bytes(rows), entries), end)
    return b"".join((made.data, behind, last))
