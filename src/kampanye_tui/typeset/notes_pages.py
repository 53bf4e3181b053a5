"""Pages that fill a booklet up: folded sheets have four pages each, and what is left over is for notes."""

from __future__ import annotations

from kampanye_tui.model.document import Document
from kampanye_tui.typeset.furniture import body_bottom, body_top
from kampanye_tui.typeset.page import Ink
from kampanye_tui.typeset.style import Style
from kampanye_tui.typeset.units import POINT, millimetres

APART = millimetres(9)
"""Between two lines: room for a hand."""
THIN = POINT // 4


def wanting(pages: int, multiple: int) -> int:
    """Return how many pages are wanting to a multiple."""
    return -pages % multiple


def ruled(document: Document, style: Style) -> tuple[Ink, ...]:
    """Return the lines of a page to write on."""
    left, top, bottom = (
        millimetres(document.page.left),
        body_top(document, style),
        body_bottom(document, style),
    )
    return tuple(Ink(left, y, style.width, THIN) for y in range(top + APART, bottom, APART))
