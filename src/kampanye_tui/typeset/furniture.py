"""What every page carries: the mark at its head, words and page number at its foot."""

from __future__ import annotations

from kampanye_tui.model.document import Align, Document, Run
from kampanye_tui.typeset.font import EM, Family
from kampanye_tui.typeset.lines import set_lines
from kampanye_tui.typeset.page import Ink, Item
from kampanye_tui.typeset.style import Style
from kampanye_tui.typeset.units import POINT, millimetres

FRAME = POINT * 7 // 10
MARK_TOP = millimetres(9)
"""From the head of the page; office printers do not reach the outer 5 mm."""
FOOT_RAISE = millimetres(13)
"""From the foot of the page to the baseline."""


def furniture(document: Document, family: Family, style: Style, number: int, total: int) -> tuple[Item, ...]:
    """Return the items of page ``number`` of ``total``, placed on the page.

    A foot that is not numbered counts only where there are several pages; without words there is no foot.
    """
    page = document.page
    left = millimetres(page.left)
    items: list[Item] = []
    if document.furniture.mark:
        items += _mark(document.furniture.mark, family, style, left)
    y = millimetres(page.height) - FOOT_RAISE
    told = document.furniture
    if not (told.numbered or told.foot):
        return tuple(items)
    counted = told.numbered or total > 1
    count = Run(f"Halaman {number} dari {total}" if counted else "")
    numbered, *_cut = set_lines((count,), family, style.tiny, style.width, Align.RIGHT)
    room = style.width - numbered.width - 3 * style.tiny
    words = _shortened(told.foot, family, style.tiny, room)
    items.append(Ink(left, _rule(document, style), style.width, POINT // 4))
    foot, *_cut = set_lines((Run(words),), family, style.tiny, style.width, Align.LEFT)
    items += [item.at(left, y) for item in foot.items]
    items += [item.at(left, y) for item in numbered.items]
    return tuple(items)


def body_top(document: Document, style: Style) -> int:
    """Return where the body begins: at the margin, and always below the mark."""
    margin = millimetres(document.page.top)
    if not document.furniture.mark:
        return margin
    return max(margin, MARK_TOP + _mark_height(style) + millimetres(2))


def body_bottom(document: Document, style: Style) -> int:
    """Return where the body ends: at the margin, and always above the foot."""
    margin = millimetres(document.page.height - document.page.bottom)
    told = document.furniture
    return min(margin, _rule(document, style) - style.tiny) if told.numbered or told.foot else margin


def _rule(document: Document, style: Style) -> int:
    """Return the height of the rule above the foot."""
    return millimetres(document.page.height) - FOOT_RAISE - style.tiny * 14 // 10


def _mark_height(style: Style) -> int:
    return style.leading(style.small) + 4 * POINT


def _mark(text: str, family: Family, style: Style, left: int) -> list[Item]:
    """Return the mark in a frame in the middle of the head."""
    words = _shortened(text, family, style.small, style.width)
    line, *_cut = set_lines((Run(words, bold=True),), family, style.small, style.width, Align.CENTRE)
    width = line.width + 2 * style.small
    height = _mark_height(style)
    x = left + (style.width - width) // 2
    items: list[Item] = [
        Ink(x, MARK_TOP, width, FRAME),
        Ink(x, MARK_TOP + height, width, FRAME),
        Ink(x, MARK_TOP, FRAME, height + FRAME),
        Ink(x + width, MARK_TOP, FRAME, height + FRAME),
    ]
    y = MARK_TOP + 2 * POINT + style.baseline(style.small)
    items += [item.at(left, y) for item in line.items]
    return items


def _shortened(text: str, family: Family, size: int, room: int) -> str:
    """Return as many words of ``text`` as fit on one line; what is cut shows as an ellipsis."""

    def width(said: str) -> int:
        return family.regular.word(said).advance * size // EM if said else 0

    words = text.split(" ")
    if width(text) <= room:
        return text
    while len(words) > 1 and width(f"{' '.join(words)} …") > room:
        words.pop()
    return f"{' '.join(words)} …"
