"""Tables of a Word document: columns of fixed width, rows that no page splits."""

from __future__ import annotations

from collections.abc import Sequence

from docx.document import Document as WordDocument
from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml
from docx.table import Table, _Cell

_TABLE = """
<w:tbl {namespace}>
  <w:tblPr>
    <w:tblStyle w:val="{style}"/><w:tblW w:w="{width}" w:type="dxa"/><w:tblLayout w:type="fixed"/>
    <w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0"
      w:noHBand="1" w:noVBand="1"/>
  </w:tblPr>
  <w:tblGrid>{grid}</w:tblGrid>
</w:tbl>
"""
_CELL = """
<w:tc><w:tcPr>
  <w:tcW w:w="{width}" w:type="dxa"/><w:gridSpan w:val="{span}"/><w:vAlign w:val="{align}"/>
</w:tcPr></w:tc>
"""


class Grid:
    """A table at the end of a body or a cell, to be filled row by row."""

    def __init__(self, where: WordDocument | _Cell, style: str, widths: Sequence[int]) -> None:
        self.widths = widths
        columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        made = _TABLE.format(namespace=nsdecls("w"), style=style, width=sum(widths), grid=columns)
        if isinstance(where, _Cell):
            self.table = Table(parse_xml(made), where)
            where._tc.append(self.table._tbl)
        else:
            self.table = Table(parse_xml(made), where._body)
            # Last in a body is the description of its pages.
            where.element.body.insert(len(where.element.body) - 1, self.table._tbl)

    def row(
        self,
        count: int = 0,
        *,
        span: int = 1,
        skipped: int = 0,
        height: int = 0,
        head: bool = False,
        align: str = "top",
    ) -> list[_Cell]:
        """Return the cells of a new row, without a paragraph yet.

        ``count`` cells, each over ``span`` columns, stand behind ``skipped`` columns; without a count the row
        is full. ``head`` is repeated on every page.
        """
        count = count or (len(self.widths) - skipped) // span
        behind = len(self.widths) - skipped - count * span
        settings = "<w:cantSplit/>"
        if height:
            settings += f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>'
        if head:
            settings += "<w:tblHeader/>"
        sides = (("Before", self.widths[:skipped]), ("After", self.widths[len(self.widths) - behind :]))
        for side, widths in sides:
            if widths:
                settings += f'<w:grid{side} w:val="{len(widths)}"/>'
                settings += f'<w:w{side} w:w="{sum(widths)}" w:type="dxa"/>'
        cells = ""
        for number in range(count):
            start = skipped + number * span
            cells += _CELL.format(width=sum(self.widths[start : start + span]), span=span, align=align)
        row = parse_xml(f"<w:tr {nsdecls('w')}><w:trPr>{settings}</w:trPr>{cells}</w:tr>")
        self.table._tbl.append(row)
        return [_Cell(cell, self.table) for cell in row.tc_lst]
