"""How wide the columns of a table are on paper."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from kampanye_tui.document.column_shares import WIDEST, by_shares, with_room
from kampanye_tui.model.document import Run, Table
from kampanye_tui.typeset.atoms import Atom, atoms_of
from kampanye_tui.typeset.font import EM, Family
from kampanye_tui.typeset.style import Style


def column_widths(block: Table, family: Family, style: Style, padding: int) -> list[int]:
    """Return the widths of columns, which together fill the line; ``padding`` is on either side of a cell.

    Room is found for the longest word of each column, and then for what is read in one piece, such as a date.
    """
    columns = [
        [
            atom
            for runs in ((Run(column.head, bold=True),), *(cells[place] for cells in block.rows))
            for atom in atoms_of(runs, family, style.small, style.width // WIDEST)
        ]
        for place, column in enumerate(block.columns)
    ]
    widths = by_shares(block, style.width)
    for lengths in (_words, _pieces):
        needs = [2 * padding + max(lengths(atoms, style.small), default=0) for atoms in columns]
        widths = with_room(block, widths, needs)
    return widths


def _words(atoms: Iterable[Atom], size: int) -> Iterable[int]:
    """Yield the widths of words, also of those that no line break parts."""
    for atom in atoms:
        for is_space, word in groupby(atom.fragments, lambda fragment: fragment.word.is_space):
            if not is_space:
                yield sum(fragment.word.advance for fragment in word) * size // EM


def _pieces(atoms: Iterable[Atom], _size: int) -> Iterable[int]:
    """Yield the widths of what no line break parts."""
    return (atom.width for atom in atoms)
