"""A layout → the bytes of a PDF file, the same for the same input."""

from __future__ import annotations

from kampanye_tui.formats.pdf.content import Encoder, TextOfGlyphs
from kampanye_tui.formats.pdf.objects import Bookmark, File, FontUse
from kampanye_tui.model.document import Document
from kampanye_tui.typeset.font import Family, Word
from kampanye_tui.typeset.page import Glyphs, Image, Layout
from kampanye_tui.typeset.units import POINT


def pdf_bytes(document: Document, layout: Layout, family: Family) -> bytes:
    """Return the file."""
    file = File(document, layout.width, layout.height)
    texts = _texts(layout)
    encoder = Encoder(texts, _pictures(layout, file))
    for number, page in enumerate(layout.pages, 1):
        file.add_content(encoder.content(page, layout.height))
        for mark in page.marks:
            y = (layout.height - mark.y) / POINT
            file.add_bookmark(Bookmark(mark.anchor.title, mark.anchor.level, number, y))
    uses = tuple(FontUse(face + 1, family[face], shown) for face, shown in sorted(texts.shown.items()))
    return file.finished(uses)


def _texts(layout: Layout) -> TextOfGlyphs:
    words: dict[int, set[Word]] = {}
    for page in layout.pages:
        for item in page.items:
            if isinstance(item, Glyphs):
                words.setdefault(item.face, set()).update(item.words)
    texts = TextOfGlyphs()
    for face, used in words.items():
        texts.learn(face, used)
    return texts


def _pictures(layout: Layout, file: File) -> dict[int, int]:
    numbers: dict[int, int] = {}
    for page in layout.pages:
        for item in page.items:
            if isinstance(item, Image) and id(item.picture) not in numbers:
                numbers[id(item.picture)] = file.add_picture(item.picture)
    return numbers
