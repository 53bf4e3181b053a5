"""The kop → one strip: logo at the left, names and address in the middle, a double rule below."""

from __future__ import annotations

from itertools import count

from kampanye_tui.model.document import Align, Letterhead, Run
from kampanye_tui.typeset.boxes import Strip
from kampanye_tui.typeset.font import Family
from kampanye_tui.typeset.lines import set_lines
from kampanye_tui.typeset.page import Image, Ink, Item
from kampanye_tui.typeset.structure import FIRST, PART
from kampanye_tui.typeset.style import LOGO_HEIGHT, Style
from kampanye_tui.typeset.units import POINT, millimetres

THICK, THIN = 9 * POINT // 5, POINT * 3 // 5
"""Thickness of the two rules under a kop."""


def letterhead(block: Letterhead, family: Family, style: Style) -> list[Strip]:
    """Return the kop. Text keeps clear of the logo on both sides, so that it stays in the middle."""
    items: list[Item] = []
    logo_width = 0
    if block.logo is not None:
        wanted = LOGO_HEIGHT * block.logo.width // block.logo.height
        logo_width = min(wanted, style.width // 5)
        logo_height = logo_width * block.logo.height // block.logo.width
        items.append(Image(0, (LOGO_HEIGHT - logo_height) // 2, logo_width, logo_height, block.logo, PART))
    aside = logo_width + millimetres(4) if logo_width else 0
    width = style.width - 2 * aside
    y = 0
    lines: list[Item] = []
    tags = count(FIRST)
    for texts, size, bold in ((block.names, style.title, True), (block.address, style.small, False)):
        for text in texts:
            tag = next(tags)
            for line in set_lines((Run(text, bold=bold),), family, size, width, Align.CENTRE):
                lines += [item.at(aside, y + style.baseline(size))._replace(tag=tag) for item in line.items]
                y += style.leading(size)
    shift = max(0, (LOGO_HEIGHT - y) // 2) if logo_width else 0
    items += [item.at(0, shift) for item in lines]
    y = max(y, LOGO_HEIGHT if logo_width else 0) + 5 * POINT
    items.append(Ink(0, y, style.width, THICK))
    items.append(Ink(0, y + THICK + POINT, style.width, THIN))
    return [Strip(y + THICK + POINT + THIN, tuple(items), keep=True)]
