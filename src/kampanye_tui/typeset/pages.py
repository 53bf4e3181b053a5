"""Boxes → pages: what fits goes on, what belongs together stays together, table heads come again.

Kept together are runs of boxes chained by ``keep``. A chain that fits no page is broken rather than lost.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby
from typing import NamedTuple

from kampanye_tui.typeset.boxes import Row, Strip
from kampanye_tui.typeset.page import Item, Mark, Share, Text

LOW = 4
"""Of rows lower than a page by this, or more, no part is left on the page before the last row."""


class Placed(NamedTuple):
    """A box, or a part of a row, where it landed on its page.

    ``number`` counts the boxes that were given, from 0; a table head that comes ``again`` has the number of
    the row below it.
    """

    number: int
    box: Strip | Row
    y: int
    again: bool = False

    @property
    def texts(self) -> tuple[str, ...]:
        """The words of each cell of a row; those of a strip stand alone."""
        box = self.box
        return tuple(cell.text for cell in box.cells) if isinstance(box, Row) else (box.text,)


def drawn(placed: Sequence[Placed], left: int, block_of: Callable[[int], int]) -> Text:
    """Return the text of a page with these boxes; ``block_of`` tells the block of a box by its number."""
    shares: list[Share] = []
    marks: list[Mark] = []
    for (block, again), boxes in groupby(placed, lambda one: (block_of(one.number), one.again)):
        items: list[Item] = []
        for one in boxes:
            if one.box.anchor is not None:
                marks.append(Mark(one.box.anchor, one.y))
            items.extend(one.box.place(left, one.y))
        shares.append(Share(block, tuple(items), again))
    return Text(tuple(shares), tuple(marks))


def place(
    boxes: Sequence[Strip | Row], top: int, bottom: int, tied: int = -1
) -> tuple[tuple[Placed, ...], ...]:
    """Return the boxes of each page at their places; ``top`` and ``bottom`` bound the body.

    The box numbered ``tied`` is held with the next one, whatever it says itself.
    """
    pages = _Pages(top, bottom)
    at = 0
    while at < len(boxes):
        end = at + 1
        while end < len(boxes) and (boxes[end - 1].keep or end - 1 == tied):
            end += 1
        pages.take(at, boxes[at:end])
        at = end
    return tuple(map(tuple, pages.finished()))


class _Pages:
    """The page being filled, and those that are full."""

    def __init__(self, top: int, bottom: int) -> None:
        self.top = top
        self.bottom = bottom
        self.done: list[list[Placed]] = []
        self.clear()

    def clear(self) -> None:
        self.placed: list[Placed] = []
        self.y = self.top

    def turn(self) -> None:
        """Begin a new page; one on which nothing is to be seen yet is begun anew."""
        if any(isinstance(one.box, Row) or one.box.items for one in self.placed):
            self.done.append(self.placed)
        self.clear()

    def finished(self) -> list[list[Placed]]:
        self.turn()
        return self.done

    def take(self, first: int, chain: Sequence[Strip | Row]) -> None:
        """Put a chain of boxes on this page, or on the next, or part by part where no page can hold it."""
        if not self.fits(chain):
            chain = self.begun(first, chain)
            self.turn()
        if self.fits(chain):
            for number, box in enumerate(chain[:-1], first):
                self.put(number, box)
            self.put_last(first + len(chain) - 1, chain[-1])
        else:
            for number, box in enumerate(chain, first):
                if not self.fits([box]):
                    self.turn()
                self.put_last(number, box)

    def begun(self, first: int, chain: Sequence[Strip | Row]) -> Sequence[Strip | Row]:
        """Return what is left of a chain when as much of its first row as may be stands on this page.

        That is a row which is held with the last one of its table; a low one goes along whole.
        """
        row = chain[0]
        if not isinstance(row, Row) or not row.head or row.height * LOW < self.bottom - self.top:
            return chain
        room = self.bottom - self.y - self.above(row, self.y) - self.heads(row, self.y)
        # Something is left, so that the last row does not stand alone.
        room = min(room, row.full - 1)
        if row.whole or room < row.least_part:
            return chain
        part, rest = row.split(room)
        self.put(first, part)
        return (rest, *chain[1:])

    def fits(self, chain: Sequence[Strip | Row]) -> bool:
        """Tell whether a chain fits; a row at its end only needs room for its first lines."""
        y = self.y
        for box in chain[:-1]:
            y += self.above(box, y) + self.heads(box, y) + box.height
        last = chain[-1]
        y += self.above(last, y) + self.heads(last, y)
        height = last.least_part if isinstance(last, Row) else last.height
        return y + height <= self.bottom

    def above(self, box: Strip | Row, y: int) -> int:
        return box.before if y > self.top else 0

    def heads(self, box: Strip | Row, y: int) -> int:
        """Return the height of the table head that has to come again before ``box``."""
        if isinstance(box, Row) and y == self.top:
            return sum(head.height for head in box.head)
        return 0

    def put_last(self, number: int, box: Strip | Row) -> None:
        """Put a box; a row whose text is too tall runs on to the next pages."""
        while isinstance(box, Row):
            room = self.bottom - self.y - self.above(box, self.y) - self.heads(box, self.y)
            if box.height <= room:
                break
            if box.full > room >= box.least_part:
                part, box = box.split(room)
                self.put(number, part)
            elif self.y == self.top:
                break
            self.turn()
        self.put(number, box)

    def put(self, number: int, box: Strip | Row, *, again: bool = False) -> None:
        if isinstance(box, Row) and self.y == self.top:
            for head in box.head:
                self.put(number, head, again=True)
        self.y += self.above(box, self.y)
        self.placed.append(Placed(number, box, self.y, again))
        self.y += box.height
