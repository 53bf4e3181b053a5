"""What pages are filled with: strips that stay whole, and rows of cells that may run over a page's end."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kampanye_tui.typeset.page import Anchor, Glyphs, Ink, Item
from kampanye_tui.typeset.units import POINT

RULE = POINT // 2
"""Thickness of the rules of tables: half a point prints on every office printer."""


def frame(x: int, y: int, width: int, height: int) -> Iterator[Ink]:
    """Yield the four sides of a frame."""
    yield Ink(x, y, width, RULE)
    yield Ink(x, y + height, width, RULE)
    yield Ink(x, y, RULE, height + RULE)
    yield Ink(x + width, y, RULE, height + RULE)


LEAST = 3
"""Lines of a cell on either side of a page's end; one that has fewer than twice as many is never divided."""


class Strip(NamedTuple):
    """A band across the page that stays whole: a line of text, a letterhead, a row of places to sign.

    Items are placed from its top left corner. ``before`` is space above it, dropped at the head of a page;
    ``keep`` holds it on one page with what follows.
    """

    height: int
    items: tuple[Item, ...]
    before: int = 0
    keep: bool = False
    anchor: Anchor | None = None

    @property
    def text(self) -> str:
        """The words that are set in it, in reading order."""
        return "".join(word.text for item in self.items if isinstance(item, Glyphs) for word in item.words)

    def place(self, x: int, y: int) -> Iterator[Item]:
        """Yield the items at their places on the page."""
        for item in self.items:
            yield item.at(x, y)


class Cell(NamedTuple):
    """A cell: where it begins, how wide it is, and its lines, one below the other."""

    x: int
    width: int
    lines: tuple[Strip, ...]

    @property
    def height(self) -> int:
        """The height of its lines."""
        return sum(line.height for line in self.lines)

    @property
    def text(self) -> str:
        """The words that are set in it, in reading order."""
        return "".join(line.text for line in self.lines)


class Row(NamedTuple):
    """A row of a table. ``head`` is set again at the head of a page that a row of the table begins."""

    cells: tuple[Cell, ...]
    padding: int
    least: int
    head: tuple[Row, ...] = ()
    before: int = 0
    keep: bool = False
    grey: int = 100
    anchor: Anchor | None = None
    whole: bool = False
    """Never divided: a row that is written on by hand."""

    @property
    def full(self) -> int:
        """The height that its text takes, with padding."""
        return max((cell.height for cell in self.cells), default=0) + 2 * self.padding

    @property
    def height(self) -> int:
        """The height of its text with padding, and no less than ``least``."""
        return max(self.least, self.full)

    @property
    def low(self) -> bool:
        """Whether all its cells are of few lines, so that none is divided."""
        return all(len(cell.lines) < 2 * LEAST for cell in self.cells)

    @property
    def least_part(self) -> int:
        """The height of the smallest part that may stand at a page's foot: some lines of each long cell."""
        if self.whole or self.low:
            return self.height
        parts = [cell.lines[:LEAST] if len(cell.lines) >= 2 * LEAST else cell.lines for cell in self.cells]
        return max(sum(line.height for line in lines) for lines in parts) + 2 * self.padding

    def split(self, room: int) -> tuple[Row, Row]:
        """Return the part that fits into ``room``, no less than ``least_part``, and the rest."""
        inner = room - 2 * self.padding
        first, rest = [], []
        for cell in self.cells:
            used = taken = 0
            for line in cell.lines:
                if used + line.height > inner:
                    break
                used += line.height
                taken += 1
            if 0 < len(cell.lines) - taken < LEAST:
                taken = len(cell.lines) - LEAST
            first.append(cell._replace(lines=cell.lines[:taken]))
            rest.append(cell._replace(lines=cell.lines[taken:]))
        return (
            self._replace(cells=tuple(first), least=room, keep=False),
            self._replace(cells=tuple(rest), least=0, before=0, anchor=None),
        )

    def place(self, x: int, y: int) -> Iterator[Item]:
        """Yield shade and text cell by cell, so that text reads in order, then the frame."""
        height = self.height
        left = x + self.cells[0].x
        right = x + self.cells[-1].x + self.cells[-1].width
        if self.grey < 100:
            yield Ink(left, y, right - left, height, self.grey)
        for cell in self.cells:
            below = y + self.padding
            for line in cell.lines:
                yield from line.place(x + cell.x + self.padding, below)
                below += line.height
        yield Ink(left, y, right - left, RULE)
        yield Ink(left, y + height, right - left, RULE)
        for cell in self.cells:
            yield Ink(x + cell.x, y, RULE, height + RULE)
        yield Ink(right, y, RULE, height + RULE)
