"""How wide the columns of a table are: as their shares say, unless a word would be cut for want of room."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate, groupby, pairwise

from kampanye_tui.model.document import Run, Runs, Table
from kampanye_tui.typeset.atoms import Atom, atoms_of
from kampanye_tui.typeset.font import EM, Family
from kampanye_tui.typeset.style import Style

WIDEST = 5
"""The part of a table that a word makes a column grow to: what is longer, a hash or an address, is cut."""


def column_widths(block: Table, family: Family, style: Style, padding: int) -> tuple[int, ...]:
    """Return the widths of columns, which together fill the line; ``padding`` is on either side of a cell.

    Columns without room for their longest word, or then for what is read in one piece, such as a date, get it
    from those that have more than they need. A column that a hand is to fill gives nothing.
    """
    limit = style.width // WIDEST
    columns = [
        [
            atom
            for runs in ((Run(column.head, bold=True),), *(cells[place] for cells in block.rows))
            for atom in atoms_of(runs, family, style.small, limit)
        ]
        for place, column in enumerate(block.columns)
    ]
    written = [any(_filled(cells[place]) for cells in block.rows) for place in range(len(columns))]
    widths = _parts(style.width, [column.share for column in block.columns])
    for lengths in (_words, _pieces):
        needs = [2 * padding + max(lengths(atoms, style.small), default=0) for atoms in columns]
        widths = _given(widths, needs, written)
    return tuple(widths)


def _words(atoms: Iterable[Atom], size: int) -> Iterable[int]:
    """Yield the widths of words, also of those that no line break parts."""
    for atom in atoms:
        for is_space, word in groupby(atom.fragments, lambda fragment: fragment.word.is_space):
            if not is_space:
                yield sum(fragment.word.advance for fragment in word) * size // EM


def _pieces(atoms: Iterable[Atom], _size: int) -> Iterable[int]:
    """Yield the widths of what no line break parts."""
    return (atom.width for atom in atoms)


def _filled(cell: Runs) -> bool:
    return any(run.text for run in cell)


def _given(widths: Sequence[int], needs: Sequence[int], giving: Sequence[bool]) -> list[int]:
    """Return the widths after columns with room to spare gave to those that lack some."""
    lacks = [max(need - width, 0) for width, need in zip(widths, needs, strict=True)]
    spares = [max(width - need, 0) * gives for width, need, gives in zip(widths, needs, giving, strict=True)]
    given = min(sum(lacks), sum(spares))
    if not given:
        return [*widths]
    return [
        width + more - less
        for width, more, less in zip(widths, _parts(given, lacks), _parts(given, spares), strict=True)
    ]


def _parts(whole: int, weights: Sequence[int]) -> list[int]:
    """Divide a whole by weights; the parts are the whole again."""
    total = sum(weights)
    return [
        right - left
        for left, right in pairwise(whole * upto // total for upto in accumulate(weights, initial=0))
    ]
