"""A QR symbol and the words beside it → a table of two cells without a frame."""

from __future__ import annotations

import msgspec

from kampanye_tui.formats.docx.body import Body, written
from kampanye_tui.formats.docx.measures import millimetres
from kampanye_tui.formats.docx.pictures import add_picture
from kampanye_tui.model.document import QUIET, QRCode
from kampanye_tui.typeset.qr_symbol import modules_of, png_of

_ASIDE = millimetres(4)
"""Room for the padding of the cell, so that the words do not touch the symbol."""


def add_qr_code(block: QRCode, body: Body) -> None:
    """Write the symbol with its white margin at the left, the words in the middle of its height."""
    side = modules_of(block.content).side
    width = millimetres(block.size) * (side + 2 * QUIET) // side
    aside = width + _ASIDE
    picture, words = body.grid("TabelIsian", (aside, body.width - aside)).row(align="center")
    symbol = msgspec.structs.replace(png_of(block.content), alternative=block.alternative)
    add_picture(symbol, width, picture, "IsiTabel", body)
    for line in block.lines:
        written(words, "IsiTabel", *line)
