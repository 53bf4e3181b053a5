"""What every page carries: the mark at its head, words and page number at its foot."""

from __future__ import annotations

from typing import NamedTuple

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


class Said(NamedTuple):
    """The words that one page carries: at its head, at the left of its foot, and at the right."""

    mark: str
    foot: str
    page: str


def said(document: Document, family: Family, style: Style, number: int, total: int) -> Said:
    """Return what page ``number`` of ``total`` carries, shortened to what fits.

    A foot that is not numbered counts only where there are several pages; without words there is no foot.
    """
    told = document.furniture
    mark = _shortened(told.mark, family, style.small, style.width)
    if not (told.numbered or told.foot):
        return Said(mark, "", "")
    count = _counted(number, total) if told.numbered or total > 1 else ""
    # The foot is the same on all pages, so the widest number leaves it its room.
    widest, *_cut = set_lines(
        (Run(count and _counted(total, total)),), family, style.tiny, style.width, Align.RIGHT
    )
    room = style.width - widest.width - 3 * style.tiny
    return Said(mark, _shortened(told.foot, family, style.tiny, room), count)


def _counted(number: int, total: int) -> str:
    return f"Halaman {number} dari {total}"


def carried(document: Document, family: Family, style: Style, total: int) -> tuple[Item, ...]:
    """Return what each of ``total`` pages carries alike, placed on the page."""
    left = millimetres(document.page.left)
    words = said(document, family, style, total, total)
    items: list[Item] = []
    if words.mark:
        items += _mark(words.mark, family, style, left)
    if not (document.furniture.numbered or document.furniture.foot):
        return tuple(items)
    items.append(Ink(left, _rule(document, style), style.width, POINT // 4))
    return (*items, *_at_foot(document, words.foot, family, style, Align.LEFT))


def page_number(
    document: Document, family: Family, style: Style, number: int, total: int
) -> tuple[Item, ...]:
    """Return the number of page ``number`` of ``total``, placed on the page."""
    return _at_foot(document, said(document, family, style, number, total).page, family, style, Align.RIGHT)


def _at_foot(document: Document, text: str, family: Family, style: Style, align: Align) -> tuple[Item, ...]:
    left, y = millimetres(document.page.left), millimetres(document.page.height) - FOOT_RAISE
    line, *_cut = set_lines((Run(text),), family, style.tiny, style.width, align)
    return tuple(item.at(left, y) for item in line.items)


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
    line, *_cut = set_lines((Run(text, bold=True),), family, style.small, style.width, Align.CENTRE)
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
