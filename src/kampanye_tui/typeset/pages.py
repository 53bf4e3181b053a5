"""Boxes → pages: what fits goes on, what belongs together stays together, table heads come again.

Kept together are runs of boxes chained by ``keep``. A chain that fits no page is broken rather than lost.
"""

from __future__ import annotations

from collections.abc import Sequence

from kampanye_tui.typeset.boxes import Box, NewPage, Row, Strip
from kampanye_tui.typeset.page import Item, Mark, Page


def fill(boxes: Sequence[Box], left: int, top: int, bottom: int) -> list[Page]:
    """Return the pages; ``top`` and ``bottom`` bound the body, ``left`` is its left edge."""
    pages = _Pages(left, top, bottom)
    at = 0
    while at < len(boxes):
        box = boxes[at]
        if isinstance(box, NewPage):
            pages.turn()
            at += 1
            continue
        end = at + 1
        while end < len(boxes) and _kept(boxes[end - 1]) and not isinstance(boxes[end], NewPage):
            end += 1
        pages.take([box for box in boxes[at:end] if not isinstance(box, NewPage)])
        at = end
    return pages.finished()


def _kept(box: Box) -> bool:
    return not isinstance(box, NewPage) and box.keep


class _Pages:
    """The page being filled, and those that are full."""

    def __init__(self, left: int, top: int, bottom: int) -> None:
        self.left = left
        self.top = top
        self.bottom = bottom
        self.done: list[Page] = []
        self.clear()

    def clear(self) -> None:
        self.items: list[Item] = []
        self.marks: list[Mark] = []
        self.y = self.top

    def turn(self) -> None:
        """Begin a new page, unless this one is still empty."""
        if self.items:
            self.done.append(Page(tuple(self.items), tuple(self.marks)))
            self.clear()

    def finished(self) -> list[Page]:
        self.turn()
        return self.done

    def take(self, chain: list[Strip | Row]) -> None:
        """Put a chain of boxes on this page, or on the next, or part by part where no page can hold it."""
        if not self.fits(chain):
            self.turn()
        if self.fits(chain):
            for box in chain[:-1]:
                self.put(box)
            self.put_last(chain[-1])
        else:
            for box in chain:
                if not self.fits([box]):
                    self.turn()
                self.put_last(box)

    def fits(self, chain: list[Strip | Row]) -> bool:
        """Tell whether a chain fits; a row at its end only needs room for its first lines."""
        y = self.y
        for box in chain[:-1]:
            y += self.above(box, y) + box.height
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

    def put_last(self, box: Strip | Row) -> None:
        """Put a box; a row whose text is too tall runs on to the next pages."""
        while isinstance(box, Row):
            room = self.bottom - self.y - self.above(box, self.y) - self.heads(box, self.y)
            if box.height <= room:
                break
            if box.full > room >= box.least_part:
                part, box = box.split(room)
                self.put(part)
            elif self.y == self.top:
                break
            self.turn()
        self.put(box)

    def put(self, box: Strip | Row) -> None:
        if isinstance(box, Row) and self.y == self.top:
            for head in box.head:
                self.put(head)
        self.y += self.above(box, self.y)
        if box.anchor is not None:
            self.marks.append(Mark(box.anchor, self.y))
        self.items.extend(box.place(self.left, self.y))
        self.y += box.height
