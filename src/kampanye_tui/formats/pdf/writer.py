"""A layout → the bytes of a PDF file, the same for the same input: PDF/A-3 (level A) and PDF/UA-1.

fpdf2 makes the frame (``objects``); what differs from copy to copy is put behind it here. Each piece is made
once and kept, so the next copy of a paper costs little more than its bytes.
"""

from __future__ import annotations

import hashlib
import struct
from itertools import accumulate

from kampanye_tui.formats.pdf.content import Content, carried_content, text_content
from kampanye_tui.formats.pdf.glyph_sets import font_uses
from kampanye_tui.formats.pdf.metadata import information, pdf_day, xmp
from kampanye_tui.formats.pdf.objects import NO_DAY, Attached, Bookmark, Frame, Shape, frame
from kampanye_tui.formats.pdf.streams import plain_stream, stream
from kampanye_tui.formats.pdf.tags import packed_tree
from kampanye_tui.model.document import Document
from kampanye_tui.model.export_format import Attachment
from kampanye_tui.typeset.font import Family
from kampanye_tui.typeset.page import Layout

_ROW = struct.Struct(">BIH")
_PLAIN, _PACKED = 1, 2
_FREE = (0, 0, 65535)
"""Rows of the table of objects (ISO 32000-1, 7.5.8.3): kind, where the object is, and which one there."""


def pdf_bytes(
    document: Document, layout: Layout, family: Family, attachments: tuple[Attachment, ...] = ()
) -> bytes:
    """Return the file."""
    texts = [text_content(page.text, layout.height) for page in layout.pages]
    numbered = [carried_content(page.numbered, layout.height) for page in layout.pages]
    carried = carried_content(layout.pages[0].carried, layout.height)
    behind = carried_content(layout.behind, layout.height)
    made = frame(_shape(document, layout, family, (*texts, *numbered, carried, behind), attachments))
    spans = tuple((page.first, text.spans) for page, text in zip(layout.pages, texts, strict=True))
    tree = packed_tree(layout.elements, spans, made.pages, made.tree, made.size)
    container = max(tree.numbers) + 1
    bodies = [
        *((number, stream(text.data)) for number, text in zip(made.texts, texts, strict=True)),
        *((number, stream(one.data)) for number, one in zip(made.numbered, numbered, strict=True)),
        (made.carried, stream(carried.data)),
        *((number, stream(behind.data)) for number in made.behind),
        (made.metadata, plain_stream(xmp(document), b"/Type/Metadata/Subtype/XML")),
        *((number, _attached(one, document)) for number, one in zip(made.attached, attachments, strict=True)),
        (container, tree.data),
        (container + 1, information(document)),
    ]
    return _assembled(made, bodies, tree.numbers, container)


def _shape(
    document: Document,
    layout: Layout,
    family: Family,
    contents: tuple[Content, ...],
    attachments: tuple[Attachment, ...],
) -> Shape:
    return Shape(
        width=layout.width,
        height=layout.height,
        pages=len(layout.pages),
        first=layout.first,
        language=document.language,
        bookmarks=tuple(
            Bookmark(mark.anchor.title, mark.anchor.level, number, layout.height - mark.y)
            for number, page in enumerate(layout.pages, 1)
            for mark in page.marks
        ),
        pictures=tuple(dict.fromkeys(picture for content in contents for picture in content.pictures)),
        fonts=font_uses(frozenset().union(*(content.used for content in contents)), family),
        attached=tuple(
            Attached(one.name, one.mime, one.description, one.relationship) for one in attachments
        ),
        day=document.day,
        behind=bool(layout.behind),
    )


def _attached(one: Attachment, document: Document) -> bytes:
    """Return an attached file; its day is that of the document."""
    day = pdf_day(document.day or NO_DAY)
    kind = one.mime.replace("/", "#2F").encode()
    return stream(
        one.data, b"/Type/EmbeddedFile/Subtype/%s/Params<</Size %d/ModDate(%s)>>" % (kind, len(one.data), day)
    )


def _assembled(
    made: Frame, bodies: list[tuple[int, bytes]], packed: tuple[int, ...], container: int
) -> bytes:
    """Return the frame with the open objects behind it, and the table that says where each object is.

    ``packed`` are the numbers of the objects inside the stream numbered ``container``, in their order.
    """
    objects = [b"%d 0 obj\n%s\nendobj\n" % one for one in bodies]
    starts = accumulate(map(len, objects), initial=len(made.data))
    where = {number: start for (number, _body), start in zip(bodies, starts, strict=False)}
    whole = b"".join((made.data, *objects))
    about, table = container + 1, container + 2
    where[table] = len(whole)
    # A file's identity is its content: no clock, no path (ISO 32000-1, 14.4).
    identity = hashlib.md5(whole, usedforsecurity=False).hexdigest().encode()
    places = {number: (_PLAIN, start, 0) for number, start in (*made.offsets, *where.items())}
    places |= {number: (_PACKED, container, place) for place, number in enumerate(packed)}
    rows = b"".join(_ROW.pack(*places.get(number, _FREE)) for number in range(table + 1))
    entries = b"/Type/XRef/Size %d/W[1 4 2]/Root %d 0 R/Info %d 0 R/ID[<%s><%s>]" % (
        table + 1, made.catalogue, about, identity, identity,
    )  # fmt: skip
    end = b"%d 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (table, stream(rows, entries), len(whole))
    return whole + end
