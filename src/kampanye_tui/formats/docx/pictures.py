"""A picture → a drawing in a cell of a Word document."""

from __future__ import annotations

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml.shape import CT_Inline
from docx.parts.image import ImagePart
from docx.shared import Twips
from docx.table import _Cell

from kampanye_tui.formats.docx.body import Body, written
from kampanye_tui.model.document import Picture


def add_picture(picture: Picture, width: int, cell: _Cell, style: str, body: Body) -> None:
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
    written(cell, style).add_run()._r.add_drawing(drawn)
