"""The same document as Typst's own markup, through its compiler, which lives on from document to document."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import cache

import typst

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

ALIGN = {Align.JUSTIFY: "left", Align.LEFT: "left", Align.CENTRE: "center", Align.RIGHT: "right"}
STANDARDS = ["a-3a", "ua-1"]
HEAD = """
#set document(title: {title}, author: {author}, date: datetime(year: {year}, month: {month}, day: {day}))
#set text(font: "Source Serif Pro", size: {size}pt, lang: "id", hyphenate: false)
#set par(justify: true, spacing: 1.2em)
#set page(
  width: {width}mm, height: {height}mm,
  margin: (left: {left}mm, right: {right}mm, top: {top}mm, bottom: {bottom}mm),
  background: rotate(-54.7deg, text(size: {large}mm, weight: "bold", fill: luma(90%), {watermark})),
  header: align(center, box(stroke: .7pt, inset: 2pt, text(size: .87em, weight: "bold", {mark}))),
  footer: context {{
    set text(size: .74em)
    line(length: 100%, stroke: .25pt)
    grid(columns: (1fr, auto), {foot},
      [Halaman #counter(page).display() dari #counter(page).final().first()])
  }},
)
#show heading: set text(size: 1em, weight: "bold")
#show heading.where(level: 1): set text(size: 1.22em)
#show table: set par(justify: false)
#let place(caption, office, name) = block(height: 35mm, breakable: false, align(center, {{
  text(weight: "bold", caption)
  linebreak()
  office
  v(1fr)
  name
}}))
"""


@cache
def compiler() -> typst.Compiler:
    """Return the compiler with the typeface, once a process."""
    folders = {str(path.parent) for path in (default_fonts().regular, default_fonts().italic)}
    return typst.Compiler(font_paths=sorted(folders), ignore_system_fonts=True)


def render(document: Document) -> bytes:
    """Return the document as PDF."""
    return compiler().compile(input=source(document).encode(), format="pdf", pdf_standards=STANDARDS)


def source(document: Document) -> str:
    """Return the document as markup; text of people stands in strings only."""
    page, told, day = document.page, document.furniture, document.day
    if day is None:
        raise ValueError("a document without a day has no place here")
    head = HEAD.format(
        title=quoted(document.title), author=quoted(document.author),
        year=day.year, month=day.month, day=day.day,
        size=page.size, width=page.width, height=page.height, left=page.left, right=page.right,
        top=page.top, bottom=page.bottom, large=page.width / 5,
        watermark=quoted(told.watermark), mark=quoted(told.mark), foot=quoted(told.foot[:90]),
    )  # fmt: skip
    return "\n".join((head, *(line for block in document.blocks for line in _block(block))))


def quoted(text: str) -> str:
    """Return text as a string of Typst's, which has the escapes of JSON."""
    return json.dumps(text, ensure_ascii=False)


def shown(runs: Iterable[Run]) -> str:
    """Return runs as content."""
    return "[" + "".join(_run(run) for run in runs) + "]"


def _run(run: Run) -> str:
    lines = " #linebreak() ".join(f"#{quoted(line)}" for line in run.text.split("\n"))
    made = f"#emph[{lines}]" if run.italic else lines
    return f"#strong[{made}]" if run.bold else made


def _block(block: object) -> Iterator[str]:
    match block:
        case Letterhead():
            lines = "#linebreak()".join(f"#{quoted(line)}" for line in (*block.names, *block.address))
            yield f'#align(center, text(size: 1.2em, weight: "bold")[{lines}])'
            yield "#line(length: 100%, stroke: 2pt)"
        case Heading():
            text = shown(Run(run.text, italic=run.italic) for run in block.runs)
            yield f"#align({ALIGN[block.align]}, heading(level: {block.level}, {text}))"
        case Paragraph():
            justify = str(block.align is Align.JUSTIFY).lower()
            yield f"#align({ALIGN[block.align]}, par(justify: {justify}, {shown(block.runs)}))"
        case Listing():
            yield f"#{_entries(block.entries)}"
        case ClauseBlock():
            title = f"[#{quoted(block.label)} #linebreak() #{quoted(block.title)}]"
            yield f"#align(center, heading(level: 2, {title}))"
            yield f"#{_entries(block.entries)}"
        case Form():
            cells = ", ".join(
                f'{quoted(one.label)}, ":", {quoted(one.value) if one.value else "repeat[.]"}'
                for one in block.fields
            )
            yield f"#grid(columns: (auto, auto, 1fr), column-gutter: .6em, row-gutter: 1em, {cells})"
        case Table():
            yield f"#{_table(block)}"
        case SignatureGrid():
            if block.heading:
                yield f"#align(center, heading(level: 2, [#{quoted(block.heading)}]))"
            places = ", ".join(map(_place, block.fields))
            yield f"#text(size: .87em, grid(columns: (1fr,) * {block.columns}, gutter: 6mm, {places}))"
        case Box():
            lines = " #linebreak() ".join(f"#{shown(line)}" for line in block.lines)
            yield f"#rect(width: 100%, inset: 6pt, align(center, [{lines}]))"
        case PageBreak():
            yield "#pagebreak()"
        case _:
            raise TypeError(f"{type(block).__name__} is not drawn here")


def _entries(entries: Iterable[Entry]) -> str:
    """Return a list with its labels; entries without labels are paragraphs."""
    listed = tuple(entries)
    if not any(entry.label for entry in listed):
        return "[" + "".join(f"#par({_item(entry)})" for entry in listed) + "]"
    labels = ", ".join(quoted(entry.label) for entry in listed)
    items = ", ".join(map(_item, listed))
    return f"enum(body-indent: .8em, spacing: 1.2em, numbering: n => ({labels},).at(n - 1), {items})"


def _item(entry: Entry) -> str:
    below = f"#{_entries(entry.entries)}" if entry.entries else ""
    return f"[#{shown(entry.runs)} {below}]"


def _table(block: Table) -> str:
    columns = ", ".join(f"{column.share}fr" for column in block.columns)
    aligns = ", ".join(ALIGN[column.align] for column in block.columns)
    heads = ", ".join(f"strong({quoted(column.head)})" for column in block.columns)
    # A row knows no least height, but its first cell does.
    cells = ", ".join(
        f"block(height: {block.row_height}mm - 6pt, {shown(runs)})"
        if block.row_height and not number
        else shown(runs)
        for row in block.rows
        for number, runs in enumerate(row)
    )
    return (
        f"text(size: .87em, table(columns: ({columns},), align: ({aligns},), stroke: .7pt, inset: 3pt, "
        f"fill: (x, y) => if y == 0 {{ luma(90%) }}, table.header({heads}), {cells}))"
    )


def _place(field: SignatureField) -> str:
    number = f"{field.ballot_number}. " if field.ballot_number is not None else ""
    name = f"strong({quoted(field.name)})" if field.name else quoted("(" + "." * 30 + ")")
    return f"place({quoted(number + field.caption)}, {quoted(field.office + ',')}, {name})"
