"""The same document through ReportLab's platypus: what its manual would have one write."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from io import BytesIO
from math import atan2, degrees
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.colors import Color, black
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import registerFont, registerFontFamily, stringWidth
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Spacer
from reportlab.platypus import PageBreak as NewPage
from reportlab.platypus import Paragraph as Text
from reportlab.platypus import Table as Rows

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
    SignatureField,
    SignatureGrid,
    Table,
)
from kampanye_tui.formats.pdf.default_fonts import default_fonts

FAMILY = "Serif"
ALIGN = {Align.JUSTIFY: TA_JUSTIFY, Align.LEFT: TA_LEFT, Align.CENTRE: TA_CENTER, Align.RIGHT: TA_RIGHT}
DOTS = "." * 60
GRID = ("GRID", (0, 0), (-1, -1), 0.7, black)
PADDED = [("LEFTPADDING", (0, 0), (-1, -1), 3), ("RIGHTPADDING", (0, 0), (-1, -1), 3)]
TOP = ("VALIGN", (0, 0), (-1, -1), "TOP")


@cache
def register_fonts() -> None:
    """Read the typeface, once a process."""
    fonts = default_fonts()
    faces = {"": fonts.regular, "-B": fonts.bold, "-I": fonts.italic, "-BI": fonts.bold_italic}
    for suffix, path in faces.items():
        registerFont(TTFont(FAMILY + suffix, path))
    registerFontFamily(FAMILY, FAMILY, f"{FAMILY}-B", f"{FAMILY}-I", f"{FAMILY}-BI")


class Numbered(Canvas):
    """Keeps its pages until it knows how many there are."""

    def __init__(self, *given: Any, **more: Any) -> None:
        super().__init__(*given, **more)
        self.kept: list[dict[str, Any]] = []

    def showPage(self) -> None:  # noqa: N802 - the name is ReportLab's
        self.kept.append(dict(self.__dict__))
        self._startPage()

    def save(self) -> None:
        total = len(self.kept)
        for number, page in enumerate(self.kept, 1):
            self.__dict__.update(page)
            self.setFont(FAMILY, 8.5)
            self.drawRightString(self.count_at, 13 * mm, f"Halaman {number} dari {total}")
            super().showPage()
        super().save()


def render(document: Document) -> bytes:
    """Return the document as PDF."""
    register_fonts()
    paper = document.page
    width, height = paper.width * mm, paper.height * mm
    stream = BytesIO()
    template = BaseDocTemplate(
        stream, pagesize=(width, height), title=document.title, author=document.author, lang=document.language
    )
    frame = Frame(
        paper.left * mm,
        paper.bottom * mm,
        width - (paper.left + paper.right) * mm,
        height - (paper.top + paper.bottom) * mm,
        *(0, 0, 0, 0),
    )

    def furniture(canvas: Canvas, _template: BaseDocTemplate) -> None:
        told = document.furniture
        canvas.count_at = width - paper.right * mm
        if told.watermark:
            size = width / 5
            canvas.saveState()
            canvas.setFillGray(0.9)
            canvas.setFont(f"{FAMILY}-B", size)
            canvas.translate(width / 2, height / 2)
            canvas.rotate(degrees(atan2(height, width)))
            canvas.drawCentredString(0, -size / 3, told.watermark)
            canvas.restoreState()
        if told.mark:
            size = paper.size * 0.87
            wide = stringWidth(told.mark, f"{FAMILY}-B", size) + 2 * size
            canvas.setFont(f"{FAMILY}-B", size)
            canvas.rect((width - wide) / 2, height - 16 * mm, wide, 6 * mm)
            canvas.drawCentredString(width / 2, height - 14.2 * mm, told.mark)
        canvas.setFont(FAMILY, 8.5)
        canvas.line(paper.left * mm, 17 * mm, width - paper.right * mm, 17 * mm)
        canvas.drawString(paper.left * mm, 13 * mm, told.foot[:90])

    template.addPageTemplates(PageTemplate(frames=[frame], onPage=furniture))
    story = Story(document)
    template.build([one for block in document.blocks for one in story.block(block)], canvasmaker=Numbered)
    return stream.getvalue()


class Story:
    """Makes flowables of blocks."""

    def __init__(self, document: Document) -> None:
        paper = document.page
        self.size = paper.size
        self.width = (paper.width - paper.left - paper.right) * mm
        self.styles: dict[tuple[Any, ...], ParagraphStyle] = {}

    def style(
        self, align: Align = Align.JUSTIFY, *, scale: float = 1.0, keep: bool = False, indent: float = 0
    ) -> ParagraphStyle:
        """Return a style; the label of an entry hangs two sizes before its text."""
        key = align, scale, keep, indent
        if key not in self.styles:
            self.styles[key] = ParagraphStyle(
                repr(key),
                fontName=FAMILY,
                fontSize=self.size * scale,
                leading=self.size * scale * 1.32,
                alignment=ALIGN[align],
                keepWithNext=int(keep),
                leftIndent=indent,
                bulletIndent=max(0, indent - 2 * self.size),
                bulletFontName=FAMILY,
                bulletFontSize=self.size,
                spaceBefore=0 if scale < 1 else self.size * 0.55,
            )
        return self.styles[key]

    def block(self, block: object) -> Iterator[Flowable]:
        """Yield what a block is made of."""
        match block:
            case Letterhead():
                lines = (*(f"<b>{escape(name)}</b>" for name in block.names), *map(escape, block.address))
                rows = Rows([[[Text(line, self.style(Align.CENTRE, scale=1.2)) for line in lines]]])
                rows.setStyle([("LINEBELOW", (0, 0), (-1, -1), 2, black)])
                yield rows
            case Heading():
                scale = 1.22 if block.level == 1 else 1.0
                style = self.style(block.align, scale=scale, keep=True)
                yield Text(f"<b>{markup(Run(run.text) for run in block.runs)}</b>", style)
            case Paragraph():
                yield Text(markup(block.runs), self.style(block.align, keep=block.keep))
            case Listing():
                yield from self.entries(block.entries, 0)
            case ClauseBlock():
                title = f"<b>{escape(block.label)}<br/>{escape(block.title)}</b>"
                yield Text(title, self.style(Align.CENTRE, keep=True))
                yield from self.entries(block.entries, 0)
            case Form():
                cells = [
                    [
                        Text(escape(text), self.style(Align.LEFT))
                        for text in (one.label, ":", one.value or DOTS)
                    ]
                    for one in block.fields
                ]
                yield Rows(cells, colWidths=[self.width * 0.35, 18, self.width * 0.65 - 18], style=[TOP])
            case Table():
                yield self.table(block)
            case SignatureGrid():
                if block.heading:
                    style = self.style(Align.CENTRE, keep=True)
                    yield Text(f"<b>{escape(block.heading)}</b>", style)
                yield self.signatures(block)
            case Box():
                lines = [Text(markup(line), self.style(Align.CENTRE)) for line in block.lines]
                yield Rows([[lines]], colWidths=[self.width], style=[GRID], spaceBefore=self.size)
            case PageBreak():
                yield NewPage()
            case _:
                raise TypeError(f"{type(block).__name__} is not drawn here")

    def entries(self, entries: Iterable[Entry], indent: float) -> Iterator[Flowable]:
        for entry in entries:
            inner = indent + (2 * self.size if entry.label else 0)
            yield Text(markup(entry.runs), self.style(indent=inner), bulletText=entry.label or None)
            yield from self.entries(entry.entries, inner)

    def table(self, block: Table) -> Rows:
        total = sum(column.share for column in block.columns)
        heads = [
            Text(f"<b>{escape(column.head)}</b>", self.style(Align.CENTRE, scale=0.87))
            for column in block.columns
        ]
        # A row knows no least height, but what stands below its first cell does.
        least = Spacer(0, max(0, block.row_height * mm - self.size * 1.8))
        cells = [
            [
                [Text(markup(runs), self.style(column.align, scale=0.87)), *([] if number else [least])]
                for number, (column, runs) in enumerate(zip(block.columns, row, strict=True))
            ]
            for row in block.rows
        ]
        made = Rows(
            [heads, *cells],
            colWidths=[self.width * column.share / total for column in block.columns],
            repeatRows=1,
            spaceBefore=self.size * 0.55,
        )
        made.setStyle([GRID, *PADDED, TOP, ("BACKGROUND", (0, 0), (-1, 0), Color(0.9, 0.9, 0.9))])
        return made

    def signatures(self, block: SignatureGrid) -> Rows:
        places = [
            [self.place(field) for field in block.fields[at : at + block.columns]]
            for at in range(0, len(block.fields), block.columns)
        ]
        for row in places:
            row += [[] for _ in range(block.columns - len(row))]
        made = Rows(places, colWidths=[self.width / block.columns] * block.columns, spaceBefore=self.size)
        made.setStyle([TOP])
        return made

    def place(self, field: SignatureField) -> list[Text]:
        number = f"{field.ballot_number}. " if field.ballot_number is not None else ""
        style = self.style(Align.CENTRE, scale=0.87)
        name = f"<b>{escape(field.name)}</b>" if field.name else "(..............................)"
        return [
            Text(f"<b>{escape(number + field.caption)}</b>", style),
            Text(f"{escape(field.office)},", style),
            Text("<br/>" * 5 + name, style),
        ]


def markup(runs: Iterable[Run]) -> str:
    """Return runs as ReportLab's own markup."""
    made = ""
    for run in runs:
        text = escape(run.text).replace("\n", "<br/>")
        text = f"<i>{text}</i>" if run.italic else text
        made += f"<b>{text}</b>" if run.bold else text
    return made
