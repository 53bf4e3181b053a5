"""Places to sign → a table without lines: for whom, in which office, room for ink and stamp, name."""

from __future__ import annotations

from docx.shared import Twips
from docx.table import _Cell

from kampanye_tui.formats.docx.body import Body, written
from kampanye_tui.formats.docx.measures import (
    FRAME_GAP,
    GAP,
    GUTTER,
    LEADING,
    SIGNATURE_HEIGHT,
    SIGNATURE_INK,
    SMALL,
    STAMP_HEIGHT,
    STAMP_WIDTH,
    line_count,
    millimetres,
    share,
)
from kampanye_tui.formats.docx.tables import Grid
from kampanye_tui.model.document import Align, Run, SignatureField, SignatureGrid

_DOTS = "." * 36
_START = {Align.LEFT: 0, Align.JUSTIFY: 0, Align.CENTRE: 1, Align.RIGHT: 2}
"""Halves of the free width that stand before a row that is not full."""


def add_signatures(block: SignatureGrid, body: Body) -> None:
    """Write the places in rows that no page splits.

    Each place is one cell, so that it is read from top to bottom. Cells end together, which puts the names of
    a row on one line; their heads begin together as far as the number of their lines can be estimated.
    """
    body.hold_for_signing()
    if block.heading:
        _add_heading(block, body)
    if not block.fields:
        return
    # Half columns, for a row that is not full.
    half = body.width // (2 * block.columns)
    grid = body.grid("TabelTandaTangan", (half,) * (2 * block.columns))
    rows = [block.fields[at : at + block.columns] for at in range(0, len(block.fields), block.columns)]
    for number, fields in enumerate(rows):
        skipped = _START[block.align] * (block.columns - len(fields))
        cells = grid.row(len(fields), span=2, skipped=skipped, align="bottom")
        if block.framed:
            for field, cell in zip(fields, cells, strict=True):
                _fill_framed(cell, field, block, body.size, 2 * half - GUTTER)
        else:
            _fill_row(cells, fields, block, body.size, 2 * half - GUTTER)
        if block.stamp and number == 0:
            _add_stamp(cells[0], block.stamp)
        if number == len(rows) - 2 and len(rows[-1]) == 1:
            # One who is left over takes the row above along: nobody signs alone on a sheet.
            for cell in cells:
                for made in cell.paragraphs:
                    made.paragraph_format.keep_with_next = True


def _add_heading(block: SignatureGrid, body: Body) -> None:
    """Write the heading over the whole grid, or over the one column at a side."""
    made = body.paragraph("JudulTandaTangan", Run(block.heading))
    if block.align is not Align.CENTRE:
        free = body.width - body.width // block.columns
        before = _START[block.align] * free // 2
        made.paragraph_format.left_indent = Twips(before)
        made.paragraph_format.right_indent = Twips(free - before)


def _fill_row(
    cells: list[_Cell], fields: tuple[SignatureField, ...], block: SignatureGrid, size: float, width: int
) -> None:
    """Write the places of a row; a head of fewer lines than the longest has more room for ink."""
    leading = share(size, SMALL * LEADING // 100)
    lines = [_lines(field, size, width) for field in fields]
    least = max(SIGNATURE_HEIGHT, millimetres(block.height)) - (max(lines) + 1) * leading
    for field, cell, count in zip(fields, cells, lines, strict=True):
        _fill(cell, field, size, max(SIGNATURE_INK, least) + (max(lines) - count) * leading)


def _fill(cell: _Cell, field: SignatureField, size: float, ink: int) -> None:
    """Write a place with ``ink`` between its head and its name."""
    caption = _caption(field)
    if caption:
        written(cell, "PihakPenandaTangan", Run(caption))
    written(cell, "JabatanPenandaTangan", Run(f"{field.office},"))
    cell.paragraphs[0].paragraph_format.space_before = Twips(share(size, 3 * GAP))
    name = written(cell, "NamaPenandaTangan", Run(field.name or f"({_DOTS})"))
    if not field.name:
        name.runs[0].bold = False
    name.paragraph_format.space_before = Twips(ink)


def _fill_framed(cell: _Cell, field: SignatureField, block: SignatureGrid, size: float, width: int) -> None:
    """Write for whom, and an empty frame."""
    head = written(cell, "PihakPenandaTangan", Run(_caption(field) or field.office))
    head.paragraph_format.space_before = Twips(share(size, GAP))
    head.paragraph_format.space_after = Twips(FRAME_GAP)
    written(_frame(cell, width, millimetres(block.height) or SIGNATURE_INK), "Jarak")
    # A cell ends with a paragraph.
    written(cell, "Jarak")


def _frame(cell: _Cell, width: int, height: int) -> _Cell:
    """Return the inside of a frame at the end of a cell."""
    return Grid(cell, "TabelBingkai", (width,)).row(height=height, align="center")[0]


def _add_stamp(cell: _Cell, words: str) -> None:
    """Put the frame for a revenue stamp at the left of the ink."""
    written(_frame(cell, STAMP_WIDTH, STAMP_HEIGHT), "Meterai", Run(words))
    name = cell.paragraphs[-1]
    name.paragraph_format.space_before = Twips(
        max(0, name.paragraph_format.space_before.twips - STAMP_HEIGHT)
    )
    cell._tc.append(name._p)


def _lines(field: SignatureField, size: float, width: int) -> int:
    """Return about how many lines stand above the ink."""
    texts = (_caption(field), f"{field.office},")
    return sum(line_count(text, size * SMALL / 100, width) for text in texts if text)


def _caption(field: SignatureField) -> str:
    number = f"{field.ballot_number}. " if field.caption and field.ballot_number is not None else ""
    return f"{number}{field.caption}"
