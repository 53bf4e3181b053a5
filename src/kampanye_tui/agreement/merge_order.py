"""The order of rows that two people have moved, added and left out: put together from both. Pure.

What is asked is always of two rows: which of them stood first, and did somebody turn that round. A pair that
one of them turned is turned; what both left alone stays. Rows that only one of both has, new ones and those
that the other left out, go where its own list has them: nobody else said where they belong.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any

Id = Any
"""The id of a row: a word, or a number where all of them are numbers."""


def merged_order(
    base: Sequence[Id], ours: Sequence[Id], theirs: Sequence[Id], kept: Collection[Id]
) -> tuple[Id, ...] | None:
    """Return the ids of ``kept`` in one order; None where the moves of both cannot both hold.

    Which of two lists is called ours makes no difference.
    """
    shared = {*ours} & {*theirs} & {*kept}
    old = [one for one in base if one in shared]
    turned = _turned(old, ours) | _turned(old, theirs)
    place = {one: at for at, one in enumerate(old)}

    def behind(one: Id) -> int:
        """Return how many rows stand before one."""
        others = (other for other in old if other != one)
        return sum((place[other] < place[one]) != (frozenset((one, other)) in turned) for other in others)

    ranks = {one: behind(one) for one in old}
    if sorted(ranks.values()) != list(range(len(old))):
        return None
    return _with_new(sorted(old, key=ranks.__getitem__), ours, theirs, kept)


def order_of(first: Sequence[Id], other: Sequence[Id], kept: Collection[Id]) -> tuple[Id, ...]:
    """Return the ids of ``kept`` in the order of ``first``, those that only ``other`` has in their places."""
    return _with_new([one for one in first if one in kept], first, other, kept)


def _turned(old: Sequence[Id], now: Sequence[Id]) -> set[frozenset[Id]]:
    """Return the pairs of rows of ``old`` that stand the other way round in ``now``."""
    place = {one: at for at, one in enumerate(now)}
    there = [one for one in old if one in place]
    return {
        frozenset((one, other))
        for at, one in enumerate(there)
        for other in there[at + 1 :]
        if place[one] > place[other]
    }


def _with_new(
    placed: Sequence[Id], ours: Sequence[Id], theirs: Sequence[Id], kept: Collection[Id]
) -> tuple[Id, ...]:
    """Return the placed ids with the new ones of both lists, each behind what it follows in its own list.

    Where both have something new at one place, the smaller id goes first.
    """
    rows: dict[Id | None, list[list[Id]]] = {}
    known, seen = set(placed), set(placed)
    for side in sorted((ours, theirs), key=lambda one: [str(row) for row in one]):
        row: list[Id] = []
        rows.setdefault(None, []).append(row)
        for one in side:
            if one in known:
                row = []
                rows.setdefault(one, []).append(row)
            elif one in kept and one not in seen:
                row.append(one)
                seen.add(one)
    made = _joined(rows.get(None, ()))
    for anchor in placed:
        made += (anchor, *_joined(rows.get(anchor, ())))
    return made


def _joined(rows: Iterable[list[Id]]) -> tuple[Id, ...]:
    return tuple(one for row in sorted(filter(None, rows)) for one in row)
