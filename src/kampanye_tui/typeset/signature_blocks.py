"""Places to sign → strips: for whom, in which office, room for ink and stamp, name.

A place is never split, and the names of one row stand on one line.
"""

from __future__ import annotations

from typing import NamedTuple

from kampanye_tui.model.document import Align, Run, SignatureField, SignatureGrid
from kampanye_tui.typeset.boxes import Strip, frame
from kampanye_tui.typeset.font import Family
from kampanye_tui.typeset.lines import Line, set_lines
from kampanye_tui.typeset.page import Item
from kampanye_tui.typeset.structure import FIRST, PART, stamp_tag
from kampanye_tui.typeset.style import SIGNATURE_HEIGHT, SIGNATURE_INK, Style
from kampanye_tui.typeset.text_blocks import dots, strips_of
from kampanye_tui.typeset.units import millimetres

GUTTER = millimetres(6)
FRAME_GAP = millimetres(1)
"""Between a caption and the frame below it."""
STAMP_WIDTH, STAMP_HEIGHT = millimetres(18), millimetres(22)
_START = {Align.LEFT: 0, Align.JUSTIFY: 0, Align.CENTRE: 1, Align.RIGHT: 2}
"""Halves of the free width that stand before a row that is not full."""


class Place(NamedTuple):
    """A place to sign: the lines above the ink and those below it."""

    above: tuple[Line, ...]
    below: tuple[Line, ...]


def signature_grid(block: SignatureGrid, family: Family, style: Style) -> list[Strip]:
    """Return the heading and one strip for each row of places."""
    made: list[Strip] = []
    width = (style.width - GUTTER * (block.columns - 1)) // block.columns
    if block.heading:
        # The heading stands over the whole grid, or over the one column at a side.
        over = style.width if block.align is Align.CENTRE else width
        x = _START[block.align] * (style.width - over) // 2
        lines = set_lines((Run(block.heading, bold=True),), family, style.size, over, Align.CENTRE)
        made += strips_of(lines, style, style.size, x=x, before=2 * style.gap, keep=True, tag=PART)
    rows = _rows(block)
    for number, row in enumerate(rows):
        places = [_place(field, family, style, width, framed=block.framed) for field in row]
        used = len(places) * width + (len(places) - 1) * GUTTER
        left = _START[block.align] * (style.width - used) // 2
        strip = _strip(places, style, width, left, block, FIRST + number * block.columns)
        if block.stamp and number == 0:
            strip = strip._replace(items=(*_stamp(block, family, style, strip, left), *strip.items))
        # One who is left over takes the row above along: nobody signs alone on a sheet.
        made.append(strip._replace(keep=number == len(rows) - 2 and len(rows[-1]) == 1))
    return made


def _rows(block: SignatureGrid) -> list[tuple[SignatureField, ...]]:
    return [block.fields[at : at + block.columns] for at in range(0, len(block.fields), block.columns)]


def _place(field: SignatureField, family: Family, style: Style, width: int, *, framed: bool) -> Place:
    def centred(text: str, *, bold: bool = False) -> tuple[Line, ...]:
        return set_lines((Run(text, bold=bold),), family, style.small, width, Align.CENTRE)

    number = f"{field.ballot_number}. " if field.ballot_number is not None else ""
    caption = f"{number}{field.caption}" if field.caption else ""
    if framed:
        return Place(centred(caption or field.office, bold=True), ())
    name = field.name or f"({dots(family, style.small, width * 2 // 3)})"
    # All of a place is one paragraph: the spaces between are for those who hear it.
    whose = centred(f"{caption} ", bold=True) if caption else ()
    return Place((*whose, *centred(f"{field.office}, ")), centred(name, bold=bool(field.name)))


def _strip(places: list[Place], style: Style, width: int, left: int, block: SignatureGrid, tag: int) -> Strip:
    """Return the places of a row; ``tag`` is that of the first."""
    leading, baseline = style.leading(style.small), style.baseline(style.small)
    above = max(len(place.above) for place in places)
    below = max(len(place.below) for place in places)
    ink = _ink(block, (above + below) * leading)
    items: list[Item] = []
    for number, place in enumerate(places):
        x = left + number * (width + GUTTER)
        # Above a frame, captions of one line stand by the frame; above ink, they begin on one line.
        y = baseline + (leading * (above - len(place.above)) if block.framed else 0)
        for line in place.above:
            items += [item.at(x, y)._replace(tag=tag + number) for item in line.items]
            y += leading
        y = baseline + above * leading + ink
        for line in place.below:
            items += [item.at(x, y)._replace(tag=tag + number) for item in line.items]
            y += leading
        if block.framed:
            items += frame(x, above * leading + FRAME_GAP, width, ink - FRAME_GAP)
    height = (above + below) * leading + ink
    # Ink comes near the lines above it; a frame does not.
    return Strip(height, tuple(items), before=(1 if block.framed else 3) * style.gap)


def _ink(block: SignatureGrid, text: int) -> int:
    """Return the height between office and name; a frame is as high as the template says."""
    if block.framed:
        return (millimetres(block.height) or SIGNATURE_INK) + FRAME_GAP
    return max(SIGNATURE_INK, max(SIGNATURE_HEIGHT, millimetres(block.height)) - text)


def _stamp(block: SignatureGrid, family: Family, style: Style, strip: Strip, left: int) -> list[Item]:
    """Return a small frame at the left of the first ink, with what belongs there."""
    lines = set_lines((Run(block.stamp),), family, style.tiny, STAMP_WIDTH - 2 * FRAME_GAP, Align.CENTRE)
    leading = style.leading(style.tiny)
    top = (strip.height - STAMP_HEIGHT) // 2
    items: list[Item] = [*frame(left, top, STAMP_WIDTH, STAMP_HEIGHT)]
    y = top + (STAMP_HEIGHT - len(lines) * leading) // 2 + style.baseline(style.tiny)
    for line in lines:
        items += [item.at(left + FRAME_GAP, y)._replace(tag=stamp_tag(block)) for item in line.items]
        y += leading
    return items
