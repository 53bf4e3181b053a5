"""The kop → a table with a double rule below: logo at the left, names and address in the middle."""

from __future__ import annotations

from kampanye_tui.formats.docx.body import Body, written
from kampanye_tui.formats.docx.measures import millimetres
from kampanye_tui.formats.docx.pictures import add_picture
from kampanye_tui.model.document import Letterhead, Run

LOGO_HEIGHT = millimetres(22)
_ASIDE = millimetres(4)
"""Between logo and text."""


def add_letterhead(block: Letterhead, body: Body) -> None:
    """Write the kop. Text keeps clear of the logo on both sides, so that it stays in the middle."""
    if block.logo is None:
        (text,) = body.grid("TabelKop", (body.width,)).row()
    else:
        wide = min(LOGO_HEIGHT * block.logo.width // block.logo.height, body.width // 5)
        aside = wide + _ASIDE
        grid = body.grid("TabelKop", (aside, body.width - 2 * aside, aside))
        logo, text, opposite = grid.row(align="center")
        add_picture(block.logo, wide, logo, "Kop", body)
        written(opposite, "AlamatKop")
    for style, lines in (("Kop", block.names), ("AlamatKop", block.address)):
        for line in lines:
            written(text, style, Run(line))
