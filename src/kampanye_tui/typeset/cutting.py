"""Pages for a print shop: what prints up to the edge runs on beyond it, and marks show where to cut.

A sheet is printed larger and cut down; a knife goes astray by a millimetre or two. So the band at the edge of
the page goes on into the bleed, and the text stays away from the cut. ISO 32000-1, 14.11.2, names the boxes.
"""

from __future__ import annotations

from collections.abc import Iterator

from kampanye_tui.typeset.boxes import RULE
from kampanye_tui.typeset.page import Ink, Item, Layout
from kampanye_tui.typeset.placing import moved
from kampanye_tui.typeset.units import millimetres

BAND = millimetres(6)
"""Width of the band inside the cut."""
BAND_GREY = 85
MARK = millimetres(5)
"""Length of a mark."""
OFF = millimetres(2)
"""Between the bleed and the marks, so that none of them is left on the page."""


def for_cutting(layout: Layout, bleed: int) -> Layout:
    """Return the pages on larger sheets, with a band that runs ``bleed`` beyond the cut, and marks."""
    cut = bleed + OFF + MARK
    width, height = layout.width + 2 * cut, layout.height + 2 * cut
    return layout._replace(
        width=width,
        height=height,
        pages=tuple(moved(page, cut, cut) for page in layout.pages),
        behind=(
            *_band(layout, cut, bleed),
            *_marks(layout, cut, width, height),
            *(item.at(cut, cut) for item in layout.behind),
        ),
        cut=cut,
        bleed=bleed,
    )


def _band(layout: Layout, cut: int, bleed: int) -> Iterator[Item]:
    """Yield the four sides of a light band, and a thin black line along its inside."""
    first, wide = cut - bleed, BAND + bleed
    across, down = layout.width + 2 * bleed, layout.height + 2 * bleed
    yield Ink(first, first, across, wide, BAND_GREY)
    yield Ink(first, first + down - wide, across, wide, BAND_GREY)
    yield Ink(first, first + wide, wide, down - 2 * wide, BAND_GREY)
    yield Ink(first + across - wide, first + wide, wide, down - 2 * wide, BAND_GREY)
    inside, line = cut + BAND, 3 * RULE
    inner, tall = layout.width - 2 * BAND, layout.height - 2 * BAND
    yield Ink(inside, inside, inner, line)
    yield Ink(inside, inside + tall - line, inner, line)
    yield Ink(inside, inside, line, tall)
    yield Ink(inside + inner - line, inside, line, tall)


def _marks(layout: Layout, cut: int, width: int, height: int) -> Iterator[Item]:
    """Yield two marks at each corner; their middle is where the knife goes."""
    for y in (cut, cut + layout.height):
        yield Ink(0, y - RULE // 2, MARK, RULE)
        yield Ink(width - MARK, y - RULE // 2, MARK, RULE)
    for x in (cut, cut + layout.width):
        yield Ink(x - RULE // 2, 0, RULE, MARK)
        yield Ink(x - RULE // 2, height - MARK, RULE, MARK)
