"""Runs of text → set lines of a given width.

Justified and ragged text is broken for the best of a whole paragraph, centred text into lines of about one
length (see ``breaks``). Words that no line divides come from ``atoms``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from kampanye_tui.model.document import Align, Run
from kampanye_tui.typeset.atoms import Atom, Fragment, atoms_of
from kampanye_tui.typeset.breaks import LOOSEST, Give, Places, best, filled
from kampanye_tui.typeset.font import EM, REGULAR, Family, Word
from kampanye_tui.typeset.page import Glyphs, Item

SHRINK = 3
"""A space loses a third of its width at most, as in TeX; it may gain its width before it looks too wide."""


class Line(NamedTuple):
    """A set line: its items with the baseline at 0, and its natural width."""

    items: tuple[Item, ...]
    width: int


class _Part(NamedTuple):
    """The text up to a break that it asks for, or to its end."""

    atoms: Sequence[Atom]
    heads: Sequence[int]
    """The number of the first atom behind each place where a line may end."""
    places: Places


def set_lines(runs: Iterable[Run], family: Family, size: int, width: int, align: Align) -> tuple[Line, ...]:
    """Return the lines of a paragraph; ``size`` and ``width`` in thousandths of a point.

    An empty paragraph is one empty line.
    """
    spaces, gaps = _spaces(family, size)
    parts = list(_parts(atoms_of(tuple(runs), family, size, width), gaps))
    made: list[Line] = []
    for part, ends in zip(parts, _broken(parts, size, width, gaps, align), strict=True):
        for start, end in pairwise((0, *ends)):
            left = width - part.places.width(start, end)
            count = part.places.spaces(start, end)
            x = gap = 0
            if align is Align.JUSTIFY:
                justified = end < ends[-1] or left < 0
                if justified and count and 100 * left <= LOOSEST * count * gaps[REGULAR]:
                    gap = left // count
            elif align is Align.CENTRE:
                x = left // 2
            elif align is Align.RIGHT:
                x = left
            atoms = part.atoms[part.heads[start] : part.heads[end]]
            made.append(Line(_items(atoms, spaces, size, x, gap), width - left))
    return tuple(made) or (Line((), 0),)


@lru_cache(maxsize=64)
def _spaces(family: Family, size: int) -> tuple[tuple[tuple[Fragment, ...], ...], tuple[int, ...]]:
    """Return the space of each face and its width; at the end none, for atoms that have none behind them."""
    spaces = tuple((Fragment(face, font.space),) for face, font in enumerate(family))
    return (*spaces, ()), (*(font.space.advance * size // EM for font in family), 0)


def _parts(atoms: Sequence[Atom], gaps: Sequence[int]) -> Iterator[_Part]:
    start = 0
    for number, atom in enumerate(atoms, 1):
        if atom.forced or number == len(atoms):
            part = atoms[start:number]
            if atom.forced or any(one.fragments for one in part):
                yield _part(part, gaps)
            start = number


def _part(atoms: Sequence[Atom], gaps: Sequence[int]) -> _Part:
    """Measure where lines may end; an atom without letters is one more space, and begins no line."""
    heads: list[int] = []
    places = ends, starts, spaces_before_end, spaces_before_start, divided = Places([], [], [], [], [])
    x = spaces = end = end_spaces = behind = 0
    for number, (fragments, width, inner, space, forced) in enumerate(atoms):
        if fragments or (forced and not heads):
            heads.append(number)
            ends.append(end)
            starts.append(x)
            spaces_before_end.append(end_spaces)
            spaces_before_start.append(spaces)
            divided.append(behind < 0)
            end, end_spaces = x + width, spaces + inner
        x += width + gaps[space]
        spaces += inner + (space >= 0)
        behind = space
    heads.append(len(atoms))
    ends.append(end)
    starts.append(x)
    spaces_before_end.append(end_spaces)
    spaces_before_start.append(spaces)
    divided.append(False)
    return _Part(atoms, heads, places)


def _broken(
    parts: Sequence[_Part], size: int, width: int, gaps: Sequence[int], align: Align
) -> list[list[int]]:
    """Return the places where the lines of each part end."""
    if align is Align.CENTRE:
        return _balanced(parts, size, width)
    syllable = min(2 * size, width // 8)
    if align is Align.JUSTIFY:
        give = Give(gaps[REGULAR], min(gaps[:-1]) // SHRINK, 0, syllable)
        return [best(part.places, width, give) for part in parts]
    give = Give(0, 0, 2 * size, syllable)
    # A rag that takes a line more than the words need is not worth the paper.
    return [min(best(part.places, width, give), filled(part.places, width), key=len) for part in parts]


def _balanced(parts: Sequence[_Part], size: int, width: int) -> list[list[int]]:
    """Return the ends of lines of about one length: the narrowest measure that needs no line more."""

    def broken(measure: int) -> list[list[int]]:
        return [filled(part.places, measure) for part in parts]

    def lines(measure: int) -> int:
        return sum(map(len, broken(measure)))

    wanted = lines(width)
    low, high = max((atom.width for part in parts for atom in part.atoms), default=0), width
    if wanted > 1:
        while high - low > size // 4:
            middle = (low + high) // 2
            if lines(middle) > wanted:
                low = middle
            else:
                high = middle
    return broken(high)


def _items(
    atoms: Sequence[Atom], spaces: Sequence[tuple[Fragment, ...]], size: int, x: int, gap: int
) -> tuple[Item, ...]:
    """Place the atoms of one line; the space at its end is set too, or extracted words run together."""
    items: list[Item] = []
    words: list[Word] = []
    face = -1
    for atom in atoms:
        for fragment in (*atom.fragments, *spaces[atom.space]):
            if fragment.face != face:
                if words:
                    items.append(Glyphs(x, 0, face, size, tuple(words), gap))
                    x += sum(word.advance * size // EM + gap * word.is_space for word in words)
                face, words = fragment.face, []
            words.append(fragment.word)
    if words:
        items.append(Glyphs(x, 0, face, size, tuple(words), gap))
    return tuple(items)
