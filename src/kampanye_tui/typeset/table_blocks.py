"""Tables and framed text → rows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import accumulate, count, groupby

from kampanye_tui.document.column_shares import WIDEST, by_shares, with_room
from kampanye_tui.model.document import Align, Box, Run, Runs, Table
from kampanye_tui.typeset.atoms import Atom, atoms_of
from kampanye_tui.typeset.boxes import Cell, Row
from kampanye_tui.typeset.font import EM, Family
from kampanye_tui.typeset.lines import set_lines
from kampanye_tui.typeset.style import Style
from kampanye_tui.typeset.text_blocks import strips_of
from kampanye_tui.typeset.units import POINT, millimetres

PADDING = 3 * POINT
HANDWRITING = 12
"""Millimetres: rows of this height and more have room for a hand."""
HEAD_GREY = 90
"""Light enough to print black text on, dark enough for a photocopy to show."""
_NUMBER = re.compile(r"\d[\d.,]*|–")
"""A number as it is counted with or added up: ``7``, ``12.``, ``1.250,5``; or the dash where none is."""


def table(block: Table, family: Family, style: Style) -> list[Row]:
    """Return the rows of a table, each carrying the head that a new page begins with."""
    widths = _column_widths(block, family, style)
    spans = [*zip(accumulate(widths, initial=0), widths, strict=False)]
    rooms = [width - 2 * PADDING for _x, width in spans]

    def row(number: int, cells: Sequence[Runs], stands: Sequence[tuple[Align, int]]) -> tuple[Cell, ...]:
        made = []
        tags = count(number * len(spans))
        for (x, width), runs, (align, room) in zip(spans, cells, stands, strict=True):
            lines = set_lines(runs, family, style.small, room, align)
            made.append(Cell(x, width, tuple(strips_of(lines, style, style.small, tag=next(tags)))))
        return tuple(made)

    heads = tuple((Run(column.head, bold=True),) for column in block.columns)
    head = Row(
        cells=row(0, heads, [(Align.CENTRE, room) for room in rooms]),
        padding=PADDING,
        least=0,
        before=style.gap,
        keep=True,
        grey=HEAD_GREY,
    )
    stands = [
        _numbers_stand([cells[place] for cells in block.rows], family, style, room) or (column.align, room)
        for place, (column, room) in enumerate(zip(block.columns, rooms, strict=True))
    ]
    least = millimetres(block.row_height)
    by_hand = block.row_height >= HANDWRITING
    again = (head._replace(keep=False, before=0),)
    rows = [
        Row(row(number, cells, stands), PADDING, least, head=again, whole=by_hand)
        for number, cells in enumerate(block.rows, 1)
    ]
    # One row alone on a last page looks like a leaf of something else: it takes the one above along. And one
    # alone below its head looks like the whole table: it goes to the next page with the one below.
    if len(rows) > 2:
        rows[-2] = rows[-2]._replace(keep=True)
    if len(rows) > 3 and rows[0].low:
        rows[0] = rows[0]._replace(keep=True)
    return [head, *rows]


def _column_widths(block: Table, family: Family, style: Style) -> list[int]:
    """Return the widths of columns, which together fill the line.

    Room is found for the longest word of each column, and then for what is read in one piece, such as a date.
    """
    needs = [
        _needs(((Run(column.head, bold=True),), *(cells[place] for cells in block.rows)), family, style)
        for place, column in enumerate(block.columns)
    ]
    widths = by_shares(block, style.width)
    for needed in zip(*needs, strict=True):
        widths = with_room(block, widths, [2 * PADDING + width for width in needed])
    return widths


def _needs(cells: Iterable[Runs], family: Family, style: Style) -> tuple[int, int]:
    """Return how wide the longest word of a column is, and the longest piece; neither counts for too much."""
    limit = style.width // WIDEST
    word = piece = 0
    for atom in (one for runs in cells for one in atoms_of(runs, family, style.small, style.width)):
        if atom.width > word:
            word = max(word, min(limit, max(_words(atom, style.small), default=0)))
        if piece < atom.width <= limit:
            piece = atom.width
    return word, max(word, piece)


def _words(atom: Atom, size: int) -> Iterable[int]:
    """Yield the widths of words, also of those that no line break parts."""
    for is_space, word in groupby(atom.fragments, lambda fragment: fragment.word.is_space):
        if not is_space:
            yield sum(fragment.word.advance for fragment in word) * size // EM


def _numbers_stand(
    cells: Sequence[Runs], family: Family, style: Style, room: int
) -> tuple[Align, int] | None:
    """Return how cells stand that hold nothing but numbers; None for others, and for empty ones.

    Their last digits stand below each other, and the widest in the middle of the column.
    """
    filled = [runs for runs in cells if any(run.text for run in runs)]
    if not filled or not all(_NUMBER.fullmatch("".join(run.text for run in runs)) for runs in filled):
        return None
    widest = max(set_lines(runs, family, style.small, room, Align.RIGHT)[0].width for runs in filled)
    return Align.RIGHT, room - (room - widest) // 2


def box(block: Box, family: Family, style: Style) -> list[Row]:
    """Return framed, centred lines as a table of one cell."""
    padding = 2 * PADDING
    lines = [
        strip
        for number, runs in enumerate(block.lines)
        for strip in strips_of(
            set_lines(runs, family, style.size, style.width - 2 * padding, Align.CENTRE),
            style,
            style.size,
            tag=number,
        )
    ]
    return [Row((Cell(0, style.width, tuple(lines)),), padding, 0, before=2 * style.gap)]
