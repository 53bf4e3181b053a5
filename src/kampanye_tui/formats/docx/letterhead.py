"""The kop → a table with a double rule below: logo at the left, names and address in the middle."""

from __future__ import annotations

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml.shape import CT_Inline
from docx.parts.image import ImagePart
from docx.shared import Twips
from docx.table import _Cell

from kampanye_tui.formats.docx.body import Body, written
from kampanye_tui.formats.docx.measures import millimetres
from kampanye_tui.model.document import Letterhead, Picture, Run

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
        _add_picture(block.logo, wide, logo, body)
        written(opposite, "AlamatKop")
    for style, lines in (("Kop", block.names), ("AlamatKop", block.address)):
        for line in lines:
            written(text, style, Run(line))


def _add_picture(picture: Picture, width: int, cell: _Cell, body: Body) -> None:
    """Put a picture into a cell. It was checked when it was read; python-docx knows fewer kinds of JPEG."""
    kind, suffix = (
        (CONTENT_TYPE.PNG, "png") if picture.data.startswith(b"\x89PNG") else (CONTENT_TYPE.JPEG, "jpeg")
    )
    number = body.next_picture()
    part = ImagePart(PackURI(f"/word/media/gambar{number}.{suffix}"), kind, picture.data)
    relation = body.word.part.relate_to(part, RELATIONSHIP_TYPE.IMAGE)
    height = width * picture.height // picture.width
    drawn = CT_Inline.new_pic_inline(number, relation, f"gambar{number}", Twips(width), Twips(height))
    drawn.docPr.set("descr", picture.alternative)
    written(cell, "Kop").add_run()._r.add_drawing(drawn)
