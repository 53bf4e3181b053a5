"""The same document through fpdf2's own ``multi_cell`` and ``table``: what one would write by hand."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from fpdf import FPDF, FontFace
from fpdf.enums import TableHeadingsDisplay

from kampanye_tui.api import (
    Align,
    Box,
    ClauseBlock,
    Document,
    Entry,
    Form,
    Heading,
    Letterhead,
    Listing,
    PageBreak,
    Paragraph,
    Run,
    SignatureGrid,
    Table,
)
from kampanye_tui.formats.pdf.default_fonts import default_fonts

FAMILY = "serif"
ALIGN = {Align.JUSTIFY: "J", Align.LEFT: "L", Align.CENTRE: "C", Align.RIGHT: "R"}
LINE = 5.3
"""Height of a line in millimetres, as in the program's own pages."""


class Paper(FPDF):
    """A document with the head and foot that every page carries."""

    def __init__(self, document: Document, *, shaped: bool) -> None:
        page = document.page
        super().__init__(format=(page.width, page.height))
        self.document = document
        self.set_margins(page.left, page.top, page.right)
        self.set_auto_page_break(auto=True, margin=page.bottom)
        fonts = default_fonts()
        self.add_font(FAMILY, "", fonts.regular)
        self.add_font(FAMILY, "B", fonts.bold)
        self.add_font(FAMILY, "I", fonts.italic)
        self.set_text_shaping(shaped)
        self.set_title(document.title)
        self.set_author(document.author)
        self.set_lang(document.language)
        if document.day:
            self.set_creation_date(datetime.combine(document.day, datetime.min.time(), UTC))

    def header(self) -> None:
        self.set_font(FAMILY, "B", 10)
        self.set_y(9)
        self.cell(self.epw, 6, self.document.furniture.mark, align="C")
        self.set_xy(self.l_margin, self.t_margin)

    def footer(self) -> None:
        self.set_y(-16)
        self.set_font(FAMILY, "", 8.5)
        self.cell(self.epw * 0.75, 5, self.document.furniture.foot[:90])
        self.cell(self.epw * 0.25, 5, f"Halaman {self.page_no()} dari {{nb}}", align="R")

    def paragraph(self, text: str, *, style: str = "", align: str = "J", indent: float = 0) -> None:
        self.set_font(FAMILY, style, self.document.page.size)
        self.set_x(self.l_margin + indent)
        self.multi_cell(self.epw - indent, LINE, text, align=align, new_x="LMARGIN", new_y="NEXT")
        self.ln(2)


def render(document: Document, *, shaped: bool = False) -> bytes:
    """Return the document as PDF."""
    paper = Paper(document, shaped=shaped)
    paper.add_page()
    for block in document.blocks:
        _block(paper, block)
    return bytes(paper.output())


def _text(runs: Iterable[Run]) -> str:
    return "".join(run.text for run in runs)


def _block(paper: Paper, block: object) -> None:
    match block:
        case Letterhead():
            for line in (*block.names, *block.address):
                paper.paragraph(line, style="B", align="C")
            paper.line(paper.l_margin, paper.y, paper.w - paper.r_margin, paper.y)
        case Heading():
            paper.paragraph(_text(block.runs), style="B", align="C")
        case Paragraph():
            paper.paragraph(_text(block.runs), align=ALIGN[block.align])
        case Listing():
            _entries(paper, block.entries, 0)
        case ClauseBlock():
            paper.paragraph(f"{block.label}\n{block.title}", style="B", align="C")
            _entries(paper, block.entries, 0)
        case Form():
            for field in block.fields:
                paper.paragraph(f"{field.label}: {field.value or '.' * 60}", align="L")
        case Table():
            _table(paper, block)
        case SignatureGrid():
            _signatures(paper, block)
        case Box():
            for line in block.lines:
                paper.paragraph(_text(line), align="C")
        case PageBreak():
            paper.add_page()


def _entries(paper: Paper, entries: Iterable[Entry], indent: float) -> None:
    for entry in entries:
        if entry.label:
            paper.set_font(FAMILY, "", paper.document.page.size)
            paper.set_x(paper.l_margin + indent)
            paper.cell(8, LINE, entry.label)
        inner = indent + (8 if entry.label else 0)
        paper.paragraph(_text(entry.runs), indent=inner)
        _entries(paper, entry.entries, inner)


def _table(paper: Paper, block: Table) -> None:
    paper.set_font(FAMILY, "", paper.document.page.size * 0.87)
    with paper.table(
        col_widths=tuple(column.share for column in block.columns),
        headings_style=FontFace(emphasis="BOLD", fill_color=(230, 230, 230)),
        repeat_headings=TableHeadingsDisplay.ON_TOP_OF_EVERY_PAGE,
        line_height=4.6,
        padding=1,
    ) as table:
        head = table.row()
        for column in block.columns:
            head.cell(column.head)
        for cells in block.rows:
            row = table.row(min_height=block.row_height)
            for cell in cells:
                row.cell(_text(cell))
    paper.ln(2)


def _signatures(paper: Paper, block: SignatureGrid) -> None:
    paper.set_font(FAMILY, "", paper.document.page.size * 0.87)
    fields = block.fields
    with paper.table(
        first_row_as_headings=False, borders_layout="NONE", line_height=4.6, text_align="CENTER"
    ) as table:
        for at in range(0, len(fields), block.columns):
            row = table.row(min_height=35)
            for field in fields[at : at + block.columns]:
                row.cell(f"{field.caption}\n{field.office},\n\n\n\n{field.name or '(..............)'}")
            for _ in range(block.columns - len(fields[at : at + block.columns])):
                row.cell("")
    paper.ln(2)
