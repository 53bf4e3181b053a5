"""Places to sign → strips: for whom, in which office, room for ink and stamp, name.

A place is never split, and the names of one row stand on one line.
"""

from __future__ import annotations

from typing import NamedTuple

from kampanye_tui.model.document import Align, Run, SignatureField, SignatureGrid
from kampanye_tui.typeset.boxes import Strip
from kampanye_tui.typeset.font import Family
from kampanye_tui.typeset.lines import Line, set_lines
from kampanye_tui.typeset.page import Item
from kampanye_tui.typeset.style import SIGNATURE_HEIGHT, SIGNATURE_INK, Style
from kampanye_tui.typeset.text_blocks import dots, strips_of
from kampanye_tui.typeset.units import millimetres

GUTTER = millimetres(6)


class Place(NamedTuple):
    """A place to sign: the lines above the ink and those below it."""

    above: tuple[Line, ...]
    below: tuple[Line, ...]


def signature_grid(block: SignatureGrid, family: Family, style: Style) -> list[Strip]:
    """Return the heading and one strip for each row of places."""
    made: list[Strip] = []
    if block.heading:
        lines = set_lines((Run(block.heading, bold=True),), family, style.size, style.width, Align.CENTRE)
        made += strips_of(lines, style, style.size, before=2 * style.gap, keep=True)
    width = (style.width - GUTTER * (block.columns - 1)) // block.columns
    rows = _rows(block)
    for number, row in enumerate(rows, 1):
        places = [_place(field, family, style, width) for field in row]
        # A row that is not full stands in the middle.
        used = len(places) * width + (len(places) - 1) * GUTTER
        strip = _strip(places, style, width, (style.width - used) // 2)
        # One who is left over takes the row above along: nobody signs alone on a sheet.
        made.append(strip._replace(keep=number == len(rows) - 1 and len(rows[-1]) == 1))
    return made


def _rows(block: SignatureGrid) -> list[tuple[SignatureField, ...]]:
    return [block.fields[at : at + block.columns] for at in range(0, len(block.fields), block.columns)]


def _place(field: SignatureField, family: Family, style: Style, width: int) -> Place:
    above: list[Line] = []
    if field.caption:
        number = f"{field.ballot_number}. " if field.ballot_number is not None else ""
        caption = Run(f"{number}{field.caption}", bold=True)
        above += set_lines((caption,), family, style.small, width, Align.CENTRE)
    above += set_lines((Run(f"{field.office},"),), family, style.small, width, Align.CENTRE)
    name = field.name or f"({dots(family, style.small, width * 2 // 3)})"
    below = set_lines((Run(name, bold=bool(field.name)),), family, style.small, width, Align.CENTRE)
    return Place(tuple(above), below)


def _strip(places: list[Place], style: Style, width: int, left: int) -> Strip:
    leading, baseline = style.leading(style.small), style.baseline(style.small)
    above = max(len(place.above) for place in places)
    below = max(len(place.below) for place in places)
    ink = max(SIGNATURE_INK, SIGNATURE_HEIGHT - (above + below) * leading)
    items: list[Item] = []
    for number, place in enumerate(places):
        x = left + number * (width + GUTTER)
        y = baseline
        for line in place.above:
            items += [item.at(x, y) for item in line.items]
            y += leading
        y = baseline + above * leading + ink
        for line in place.below:
            items += [item.at(x, y) for item in line.items]
            y += leading
    height = (above + below) * leading + ink
    return Strip(height, tuple(items), before=3 * style.gap)
