"""Tables and framed text → rows."""

from __future__ import annotations

from itertools import count, pairwise

from kampanye_tui.model.document import Align, Box, Run, Runs, Table
from kampanye_tui.typeset.boxes import Cell, Row
from kampanye_tui.typeset.font import Family
from kampanye_tui.typeset.lines import set_lines
from kampanye_tui.typeset.style import Style
from kampanye_tui.typeset.text_blocks import strips_of
from kampanye_tui.typeset.units import POINT, millimetres

PADDING = 3 * POINT
HANDWRITING = 12
"""Millimetres: rows of this height and more have room for a hand."""
HEAD_GREY = 90
"""Light enough to print black text on, dark enough for a photocopy to show."""


def table(block: Table, family: Family, style: Style) -> list[Row]:
    """Return the rows of a table, each carrying the head that a new page begins with."""
    shares = [column.share for column in block.columns]
    total = sum(shares)
    edges = [style.width * sum(shares[:n]) // total for n in range(len(shares) + 1)]
    spans = [(left, right - left) for left, right in pairwise(edges)]

    def row(number: int, cells: tuple[Runs, ...], aligns: tuple[Align, ...]) -> tuple[Cell, ...]:
        made = []
        tags = count(number * len(spans))
        for (x, width), runs, align in zip(spans, cells, aligns, strict=True):
            lines = set_lines(runs, family, style.small, width - 2 * PADDING, align)
            made.append(Cell(x, width, tuple(strips_of(lines, style, style.small, tag=next(tags)))))
        return tuple(made)

    heads = tuple((Run(column.head, bold=True),) for column in block.columns)
    head = Row(
        cells=row(0, heads, (Align.CENTRE,) * len(heads)),
        padding=PADDING,
        least=0,
        before=style.gap,
        keep=True,
        grey=HEAD_GREY,
    )
    aligns = tuple(column.align for column in block.columns)
    least = millimetres(block.row_height)
    by_hand = block.row_height >= HANDWRITING
    again = (head._replace(keep=False, before=0),)
    return [
        head,
        *(
            Row(row(number, cells, aligns), PADDING, least, head=again, whole=by_hand)
            for number, cells in enumerate(block.rows, 1)
        ),
    ]


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
