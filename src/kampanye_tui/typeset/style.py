"""Sizes and distances of papers, all derived from the size of body text and the width of the page."""

from __future__ import annotations

from typing import NamedTuple

from kampanye_tui.model.document import Page
from kampanye_tui.typeset.units import POINT, millimetres

SIGNATURE_HEIGHT = millimetres(35)
"""Least height of a place to sign: room for ink and for an office stamp of 37 mm across its edge."""
SIGNATURE_INK = millimetres(21)
"""Height left free between office and name."""
LOGO_HEIGHT = millimetres(22)


class Style(NamedTuple):
    """What blocks are set with, in thousandths of a point."""

    width: int
    """Of the text between the margins."""
    size: int
    small: int
    tiny: int
    title: int
    gap: int
    """Between paragraphs."""
    label: int
    """Width of a hanging label such as ``(1)`` or ``a.``."""

    def leading(self, size: int) -> int:
        """Return the distance of baselines for text of ``size``: 1.32 times its size."""
        return size * 132 // 100

    def baseline(self, size: int) -> int:
        """Return the distance from the top of a line to its baseline."""
        return (self.leading(size) - size) // 2 + size * 78 // 100


def style_of(page: Page) -> Style:
    """Return the style for a page."""
    size = round(page.size * POINT)
    return Style(
        width=millimetres(page.width - page.left - page.right),
        size=size,
        small=size * 87 // 100,
        tiny=size * 74 // 100,
        title=size * 122 // 100,
        gap=size * 55 // 100,
        label=size * 200 // 100,
    )
