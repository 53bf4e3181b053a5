"""Pages two by two on sheets that are folded once and stapled in the fold (saddle stitch).

Sheets are printed on both sides and turned over their short edge. On a sheet the last page stands
beside the first, so each piece of text keeps the number of its page for those who hear it.
"""

from __future__ import annotations

from kampanye_tui.model.template import Sheet
from kampanye_tui.typeset.page import Item, Layout, Page, Text
from kampanye_tui.typeset.placing import moved
from kampanye_tui.typeset.units import millimetres

PAGES_OF_A_SHEET = 4
BLANK = 0
_FOLDED = {page.millimetres: max(page.folded_from.millimetres) for page in Sheet if page.folded_from}
"""Page → width of the lying sheet that is folded to it; ISO 216 rounds down, so a fold may gain 1 mm."""


def sheet_width(layout: Layout) -> int:
    """Return how wide a sheet is that folds to pages of this size; 0 where no office paper does."""
    for (width, height), sheet in _FOLDED.items():
        if (millimetres(width), millimetres(height)) == (layout.width, layout.height):
            return millimetres(sheet)
    return 0


def booklet_order(count: int) -> tuple[tuple[int, int], ...]:
    """Return the numbers of the pages on each side, left and right: front and back of each sheet.

    The outermost sheet comes first. Pages that are wanting at the end of a booklet are :data:`BLANK`.
    """
    whole = -(-count // PAGES_OF_A_SHEET) * PAGES_OF_A_SHEET
    sides = []
    for first in range(1, whole // 2, 2):
        last = whole + 1 - first
        sides += [(last, first), (first + 1, last - 1)]
    return tuple(
        (left if left <= count else BLANK, right if right <= count else BLANK) for left, right in sides
    )


def folded(layout: Layout) -> Layout:
    """Return the sides of the sheets, for a size of page that :func:`sheet_width` knows."""
    width = sheet_width(layout)
    places = (width // 2 - layout.width, width // 2)
    sides = []
    for numbers in booklet_order(len(layout.pages)):
        halves = [
            _half(layout.pages[number - 1], number, x)
            for number, x in zip(numbers, places, strict=True)
            if number != BLANK
        ]
        sides.append(_side(halves))
    return layout._replace(
        width=width,
        pages=tuple(sides),
        body=len(sides),
        behind=tuple(item.at(x, 0) for x in places for item in layout.behind),
    )


def _half(page: Page, number: int, x: int) -> Page:
    """Return a page at its place on the sheet; what it holds of the text knows which page it was."""
    text = moved(page, x, 0).text
    shares = tuple(share._replace(block=page.first + share.block, leaf=number) for share in text.shares)
    marks = tuple(mark._replace(leaf=number) for mark in text.marks)
    return moved(page, x, 0)._replace(text=Text(shares, marks), first=0)


def _side(halves: list[Page]) -> Page:
    alike: list[Item] = [item for half in halves for item in (*half.carried, *half.numbered)]
    text = Text(
        tuple(share for half in halves for share in half.text.shares),
        tuple(mark for half in halves for mark in half.text.marks),
    )
    return Page(text, numbered=tuple(alike))
