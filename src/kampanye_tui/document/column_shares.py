"""How columns of a table divide its width: by their shares, unless a word would be cut for want of room.

What measures text differs (fonts, an estimate, letters of a terminal); who gives to whom does not.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise

from kampanye_tui.model.document import Runs, Table

WIDEST = 5
"""The part of a table that a word makes a column grow to: what is longer, a hash or an address, is cut."""


def divided(whole: int, weights: Sequence[int]) -> list[int]:
    """Divide a whole by weights; the parts are the whole again."""
    total = sum(weights)
    return [
        right - left
        for left, right in pairwise(whole * upto // total for upto in accumulate(weights, initial=0))
    ]


def by_shares(block: Table, whole: int) -> list[int]:
    """Return the widths of columns as their shares say."""
    return divided(whole, [column.share for column in block.columns])


def with_room(block: Table, widths: Sequence[int], needs: Sequence[int]) -> list[int]:
    """Return the widths after columns with room to spare gave to those that lack some of what they need.

    Each gives as much of what it can spare as any other; a column that a hand is to fill gives nothing.
    """
    giving = [any(_filled(cells[place]) for cells in block.rows) for place in range(len(widths))]
    lacks = [max(need - width, 0) for width, need in zip(widths, needs, strict=True)]
    spares = [max(width - need, 0) * gives for width, need, gives in zip(widths, needs, giving, strict=True)]
    given = min(sum(lacks), sum(spares))
    if not given:
        return [*widths]
    return [
        width + more - less
        for width, more, less in zip(widths, divided(given, lacks), divided(given, spares), strict=True)
    ]


def in_letters(block: Table, width: int, between: int) -> list[int]:
    """Return how many letters wide columns are on a line of ``width``, with ``between`` from one to the next.

    None is without room for a letter.
    """
    count = len(block.columns)
    widths = [1 + part for part in by_shares(block, max(0, width - between * (count - 1) - count))]
    needs = [max(map(len, words_of(block, place)), default=1) for place in range(count)]
    return with_room(block, widths, [min(need, width // WIDEST) for need in needs])


def words_of(block: Table, place: int) -> list[str]:
    """Return the words of a column and of its head."""
    texts = ("".join(run.text for run in cells[place]) for cells in block.rows)
    return " ".join((block.columns[place].head, *texts)).split()


def _filled(cell: Runs) -> bool:
    return any(run.text for run in cell)
