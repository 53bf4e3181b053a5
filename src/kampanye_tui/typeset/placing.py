"""Pages that stand elsewhere on their sheet than where they were laid out."""

from __future__ import annotations

from collections.abc import Iterable

from kampanye_tui.typeset.page import Item, Page, Text


def moved(page: Page, x: int, y: int) -> Page:
    """Return a page with all that is on it moved to the right and down."""
    text = Text(
        tuple(share._replace(items=_moved(share.items, x, y)) for share in page.text.shares),
        tuple(mark._replace(y=mark.y + y) for mark in page.text.marks),
    )
    carried, numbered = _moved(page.carried, x, y), _moved(page.numbered, x, y)
    return page._replace(text=text, carried=carried, numbered=numbered)


def _moved(items: Iterable[Item], x: int, y: int) -> tuple[Item, ...]:
    return tuple(item.at(x, y) for item in items)
