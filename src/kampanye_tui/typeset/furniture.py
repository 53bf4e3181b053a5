"""What every page carries: the mark at its head, words and page number at its foot."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import accumulate
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
    # The foot is the same on all pages, so the widest number leaves it its room.
    widest, *_cut = set_lines(
        (Run(_count(document, total, total)),), family, style.tiny, style.width, Align.RIGHT
    )
    room = style.width - widest.width - 3 * style.tiny
    return Said(mark, _shortened(told.foot, family, style.tiny, room), _count(document, number, total))


def _count(document: Document, number: int, total: int) -> str:
    told = document.furniture
    if not (told.numbered or (told.foot and total > 1)):
        return ""
    return f"Halaman {number} dari {total}"


def carried(document: Document, family: Family, style: Style, total: int) -> tuple[Item, ...]:
    """Return what each of ``total`` pages carries alike, placed on the page."""
    left = millimetres(document.page.left)
    words = said(document, family, style, total, total)
    items = [*_mark(words.mark, family, style, left)] if words.mark else []
    if not (document.furniture.numbered or document.furniture.foot):
        return tuple(items)
    items.append(Ink(left, _rule(document, style), style.width, POINT // 4))
    y = _baseline(document)
    return (*items, *_at_foot(words.foot, family, style, Align.LEFT, left, y))


def page_number(
    document: Document, family: Family, style: Style, number: int, total: int
) -> tuple[Item, ...]:
    """Return the number of page ``number`` of ``total``, placed on the page."""
    count = _count(document, number, total)
    return _at_foot(count, family, style, Align.RIGHT, millimetres(document.page.left), _baseline(document))


@lru_cache(maxsize=512)
def _at_foot(text: str, family: Family, style: Style, align: Align, left: int, y: int) -> tuple[Item, ...]:
    line, *_cut = set_lines((Run(text),), family, style.tiny, style.width, align)
    return tuple(item.at(left, y) for item in line.items)


def _baseline(document: Document) -> int:
    return millimetres(document.page.height) - FOOT_RAISE


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


@lru_cache(maxsize=64)
def _mark(text: str, family: Family, style: Style, left: int) -> tuple[Item, ...]:
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
    return tuple(items)


@lru_cache(maxsize=64)
def _shortened(text: str, family: Family, size: int, room: int) -> str:
    """Return as many words of ``text`` as fit on one line; what is cut shows as an ellipsis."""
    font = family.regular
    space = font.space.advance

    def widths(words: Iterable[str]) -> Iterator[int]:
        """Yield how wide the text is up to the end of each word."""
        return accumulate(
            (font.word(word).advance if word else 0 for word in words), lambda a, b: a + space + b
        )

    words = text.split(" ")
    *_shorter, whole = widths(words)
    if whole * size // EM <= room:
        return text
    room -= (space + font.word("…").advance) * size // EM
    fitting = sum(width * size // EM <= room for width in widths(words))
    return f"{' '.join(words[: max(1, fitting)])} …"
