"""A QR symbol and the words beside it → one strip that reserves room for both."""

from __future__ import annotations

from kampanye_tui.model.document import QUIET, Align, QRCode
from kampanye_tui.typeset.boxes import Strip
from kampanye_tui.typeset.font import Family
from kampanye_tui.typeset.lines import set_lines
from kampanye_tui.typeset.page import Ink, Item, Symbol
from kampanye_tui.typeset.qr_symbol import modules_of
from kampanye_tui.typeset.structure import FIRST, PART
from kampanye_tui.typeset.style import Style
from kampanye_tui.typeset.units import millimetres

GRAIN = 10
"""A PDF counts hundredths of a point: modules of whole hundredths leave no gaps between them."""

WHITE = 100


def qr_code(block: QRCode, family: Family, style: Style) -> list[Strip]:
    """Return the symbol at the left with its white margin, and the words in the middle of its height.

    The words come first, so that a reader hears what the symbol is before the picture of it.
    """
    symbol = modules_of(block.content)
    module = -(-millimetres(block.size) // symbol.side // GRAIN) * GRAIN
    side = module * (symbol.side + 2 * QUIET)
    leading, baseline = style.leading(style.small), style.baseline(style.small)
    lines = [
        (tag, line)
        for tag, runs in enumerate(block.lines, FIRST)
        for line in set_lines(runs, family, style.small, style.width - side, Align.LEFT)
    ]
    height = max(side, leading * len(lines))
    above = (height - leading * len(lines)) // 2
    # Nothing shows through the margin, whatever lies under the text of the page.
    margin = Ink(0, (height - side) // 2, side, side, WHITE)
    items: list[Item] = [margin]
    items += [
        item.at(side, above + baseline + number * leading)._replace(tag=tag)
        for number, (tag, line) in enumerate(lines)
        for item in line.items
    ]
    corner = QUIET * module
    items.append(Symbol(corner, (height - side) // 2 + corner, module, symbol.bars, PART))
    return [Strip(height, tuple(items), before=style.gap)]
