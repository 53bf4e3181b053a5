"""A document → the bytes of a .docx file, the same for the same input."""

from __future__ import annotations

from kampanye_tui.formats.docx.blocks import add_block
from kampanye_tui.formats.docx.body import Body
from kampanye_tui.formats.docx.furniture import set_up
from kampanye_tui.formats.docx.package import blank, describe, packed
from kampanye_tui.formats.docx.styles import add_styles
from kampanye_tui.model.document import Document


def docx_bytes(document: Document, font: str) -> bytes:
    """Return the file, set in ``font``."""
    word = blank(document.language)
    describe(word, document)
    add_styles(word, document.page, font, document.language)
    set_up(word, document)
    body = Body(word, document.page)
    for block in document.blocks:
        add_block(block, body)
    body.end()
    return packed(word)
