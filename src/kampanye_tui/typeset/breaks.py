"""Where lines end: as many words a line as fit, or the best that all lines of a paragraph can be together.

The best are found as by Knuth and Plass (Breaking Paragraphs into Lines, Software: Practice and Experience
11, 1981), in whole numbers throughout, so that every machine finds the same. Each line has a *ratio*: by how
many hundredths of what it may give its spaces are stretched, or shrunk if it is negative. Its badness is
100 × (ratio / 100)³. The *demerits* of a line are the square of its badness and 10 more, and what else
disturbs a reader adds to them. A line of a ratio over :data:`LOOSEST` is made only where nothing else fits.
"""

from __future__ import annotations

from typing import NamedTuple

LOOSEST = 400
"""The ratio of a line whose spaces gain four times as much as they should."""
_FURTHEST = 1000
"""From this ratio on all lines are alike."""
_LINE = 10
"""The badness that every line has, so that fewer lines are better among equals."""
DIVIDED = 2_500
"""Demerits of a line that ends behind a hyphen or slash."""
CONTRAST = 10_000
"""Demerits of a tight line beside a loose one, and the like."""
LONELY = 1_000_000
"""Demerits of a last line that is a mere syllable: as bad as a line with spaces three times as wide."""


class Places(NamedTuple):
    """The places where a line may end, from 0, before the first word, to the end of the text.

    All is told as if the text stood on one endless line. Spaces at either end of a line are none of it.
    """

    ends: list[int]
    """Up to where a line reaches that ends at a place."""
    starts: list[int]
    """From where a line reaches that begins there."""
    spaces_before_end: list[int]
    spaces_before_start: list[int]
    divided: list[bool]
    """Whether the place is within a word."""

    def width(self, start: int, end: int) -> int:
        """Return the natural width of the line between two places."""
        return self.ends[end] - self.starts[start]

    def spaces(self, start: int, end: int) -> int:
        """Return how many spaces stand in the line between two places."""
        return self.spaces_before_end[end] - self.spaces_before_start[start]


class Give(NamedTuple):
    """What lines have to give."""

    stretch: int
    """How much a space may gain before a line counts as loose; 0 where spaces stay as they are."""
    shrink: int
    """How much a space may lose at most."""
    edge: int
    """How far a line may end from the margin before it counts as short; 0 where all lines reach it."""
    syllable: int
    """A last line that is narrower stands lonely."""


def filled(places: Places, width: int) -> list[int]:
    """Return the ends of lines when each takes as many words as fit."""
    ends, starts = places.ends, places.starts
    made: list[int] = []
    limit = starts[0] + width
    for place in range(2, len(ends)):
        if ends[place] > limit:
            made.append(place - 1)
            limit = starts[place - 1] + width
    return [*made, len(ends) - 1]


def best(places: Places, width: int, give: Give) -> list[int]:
    """Return the ends of lines whose demerits are the least together."""
    if places.width(0, len(places.ends) - 1) <= width:
        return [len(places.ends) - 1]
    return _search(places, width, give, LOOSEST) or _search(places, width, give, _FURTHEST)


def _cost(ratio: int) -> tuple[int, int]:
    """Return the kind of a line, from 0 for tight to 3 for very loose, and its demerits."""
    kind = 0 if ratio < -50 else 1 if ratio <= 50 else 2 if ratio <= 100 else 3
    return kind, (_LINE + abs(ratio) ** 3 // 10_000) ** 2


COSTS = [_cost(ratio) for ratio in (*range(_FURTHEST + 1), *range(-100, 0))]
"""Of each ratio; negative ones are found from the end, as Python counts."""


def _search(places: Places, width: int, give: Give, limit: int) -> list[int]:
    """Return the best ends of lines with no ratio over ``limit``; none where that cannot be.

    A place is compared with those before it from which a line reaches it. The later a line ends, the later it
    begins, so the range of those moves onward only.
    """
    ends, starts, before_end, before_start, divided = places
    last = len(ends) - 1
    reached: list[tuple[tuple[int, int], ...]] = [((0, 0),) * 4]
    came: dict[tuple[int, int], tuple[int, int]] = {}
    here: dict[int, int] = {}
    first = 0
    for place in range(1, last + 1):
        end, spaces = ends[place], before_end[place]
        while (
            first < place - 1 and end - starts[first] - width > (spaces - before_start[first]) * give.shrink
        ):
            first += 1
        here = {}
        for start in range(first, place):
            if not reached[start]:
                continue
            left = width - end + starts[start]
            count = spaces - before_start[start]
            if left < 0:
                # Only a letter that is wider than the line passes the margin by more than may be shrunk.
                shrink = count * give.shrink
                ratio = max(-100, 100 * left // shrink) if shrink else 0
            elif place == last or not left:
                ratio = 0
            else:
                stretch = count * give.stretch + give.edge
                ratio = min(-(-100 * left // stretch), _FURTHEST) if stretch else _FURTHEST
                if ratio > limit:
                    break
            kind, demerits = COSTS[ratio]
            before, kind_before = reached[start][kind]
            demerits += before
            if divided[place]:
                demerits += DIVIDED
            elif place == last and start and end - starts[start] < give.syllable:
                demerits += LONELY
            if kind not in here or demerits < here[kind]:
                here[kind] = demerits
                came[place, kind] = start, kind_before
        reached.append(_onward(here))
    if not here:
        return []
    made = []
    place, kind = last, min(here, key=lambda kind: (here[kind], kind))
    while place:
        made.append(place)
        place, kind = came[place, kind]
    return made[::-1]


def _onward(here: dict[int, int]) -> tuple[tuple[int, int], ...]:
    """Return for each kind of a next line the least demerits so far, and the kind of line that has them."""
    if not here:
        return ()
    if len(here) == 1:
        # As most often: one kind, and no need to compare.
        ((kind, demerits),) = here.items()
        near, far = (demerits, kind), (demerits + CONTRAST, kind)
        return (
            near if kind < 2 else far,
            near if kind < 3 else far,
            near if kind > 0 else far,
            near if kind > 1 else far,
        )
    return tuple(
        min((demerits + CONTRAST * (abs(kind - following) > 1), kind) for kind, demerits in here.items())
        for following in range(4)
    )
