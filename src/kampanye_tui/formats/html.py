"""A page for browsers and screen readers: one file that loads nothing, and prints as the paper would.

Labels of clauses are text, as in every format: a browser's own numbers could not be searched or copied.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator
from html import escape
from typing import BinaryIO

from kampanye_tui.api import (
    Align,
    Box,
    ClauseBlock,
    Document,
    Entry,
    ExportFormat,
    ExportOptions,
    Form,
    Heading,
    Letterhead,
    Listing,
    PageBreak,
    Paragraph,
    QRCode,
    Run,
    SignatureField,
    SignatureGrid,
    Table,
    hookimpl,
)
from kampanye_tui.formats.html_style import sheet
from kampanye_tui.model.document import QUIET, Block, Picture
from kampanye_tui.typeset.qr_symbol import modules_of

_DOTS = "." * 150
_SHORT_DOTS = "." * 36
# Belt and braces: were any text taken for markup, it could still neither run nor load anything.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


def write(document: Document, stream: BinaryIO, _options: ExportOptions) -> None:
    """Write ``document`` as UTF-8 HTML."""
    stream.write(html_of(document).encode())


def html_of(document: Document) -> str:
    """Return the document as a page; its mark, or the word of a draft, stays in view, and on every sheet."""
    return page_of(document, blocks_of(document.blocks))


def page_of(document: Document, body: Iterable[str], style: str = "") -> str:
    """Return a page of these lines under the title of a document, with its furniture; ``style`` is added."""
    furniture = document.furniture
    return "\n".join(
        [
            "<!DOCTYPE html>",
            f'<html lang="{escape(document.language)}">',
            "<head>",
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f'<meta name="author" content="{escape(document.author)}">',
            f"<title>{escape(document.announced)}</title>",
            f"<style>{sheet(document.page, furniture)}{style}</style>",
            "</head>",
            f'<body data-word="{escape(furniture.watermark)}">' if furniture.watermark else "<body>",
            "<main>",
            *([f'<p class="mark">{_text(furniture.head)}</p>'] if furniture.head else []),
            *body,
            *([f'<p class="foot">{_text(furniture.foot)}</p>'] if furniture.foot else []),
            "</main>",
            "</body>",
            "</html>",
            "",
        ]
    )


def blocks_of(blocks: Iterable[Block], level: int = 0) -> Iterator[str]:
    """Yield the lines of all blocks; ``level`` is that of the last heading before them.

    No heading is more than one level below the one before it, whatever the template says, for readers who
    walk from heading to heading. What stands in bold right above a table is its caption; another table is
    called by the last heading.
    """
    heading = ""
    caption: Paragraph | None = None
    for block in blocks:
        if caption is not None and not isinstance(block, Table):
            yield _paragraph(caption)
            caption = None
        match block:
            case Heading():
                heading = "".join(run.text for run in block.runs)
                if block.outline:
                    level = min(block.level, level + 1, 6)
                yield _heading(block, level)
            case Paragraph() if block.runs and all(run.bold for run in block.runs):
                caption = block
            case Paragraph():
                yield _paragraph(block)
            case Table():
                yield from _table(block, caption, heading)
                caption = None
            case ClauseBlock():
                level = min(2, level + 1)
                yield from _clause(block, level)
            case SignatureGrid():
                if block.heading:
                    level = min(2, level + 1)
                yield from _signatures(block, level)
            case Letterhead():
                yield from _letterhead(block)
            case Listing():
                yield from _entries(block.entries, block.align)
            case Form():
                yield from _form(block)
            case Box():
                lines = "".join(f"<p>{_runs(line)}</p>" for line in block.lines)
                yield f'<div class="box">{lines}</div>'
            case QRCode():
                yield _qr_code(block)
            case PageBreak():
                yield "<hr>"
    if caption is not None:
        yield _paragraph(caption)


def _text(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def _runs(runs: Iterable[Run]) -> str:
    made = ""
    for run in runs:
        text = _text(run.text)
        text = f"<i>{text}</i>" if run.italic else text
        made += f"<b>{text}</b>" if run.bold else text
    return made


def _heading(block: Heading, level: int) -> str:
    name = f"h{level}" if block.outline else "p"
    classes = "title big" if block.level == 1 else "title"
    if block.align is not Align.CENTRE:
        classes += f" {block.align.value}"
    # Bold is the style sheet's.
    text = _runs(Run(run.text, italic=run.italic) for run in block.runs)
    return f'<{name} class="{classes}">{text}</{name}>'


def _paragraph(block: Paragraph) -> str:
    hold = " hold" if block.keep else ""
    return f'<p class="{block.align.value}{hold}">{_runs(block.runs)}</p>'


def _clause(block: ClauseBlock, level: int) -> Iterator[str]:
    identity = f' id="{escape(block.id)}"' if block.id else ""
    if block.centred:
        yield f"<section{identity}>"
        yield f'<h{level} class="title">{_text(block.label)}<br>{_text(block.title)}</h{level}>'
    else:
        yield f'<section{identity} class="numbered">'
        yield f'<h{level} class="title">{_label(block.label)}{_text(block.title)}</h{level}>'
    yield from _entries(block.entries)
    yield "</section>"


def _label(label: str) -> str:
    # The space is for those who copy the text; at the end of its box it has no width.
    return f'<span class="label">{_text(label)} </span>'


def _entries(entries: Iterable[Entry], align: Align = Align.JUSTIFY) -> Iterator[str]:
    """Yield a list; entries without labels are paragraphs."""
    listed = tuple(entries)
    if not any(entry.label for entry in listed):
        for entry in listed:
            yield f'<p class="{align.value}">{_runs(entry.runs)}</p>'
            yield from _entries(entry.entries, align)
        return
    # Some screen readers pass over a list without signs unless it says that it is one.
    yield '<ol role="list">' if align is Align.JUSTIFY else f'<ol role="list" class="{align.value}">'
    for entry in listed:
        if entry.label:
            yield f'<li class="labelled">{_label(entry.label)}{_runs(entry.runs)}'
        else:
            yield f"<li>{_runs(entry.runs)}"
        yield from _entries(entry.entries, align)
        yield "</li>"
    yield "</ol>"


def _form(block: Form) -> Iterator[str]:
    yield "<dl>"
    for field in block.fields:
        yield f"<dt><span>{_text(field.label)}</span> <span>{field.colon}</span></dt>"
        yield f"<dd>{_text(field.value)}</dd>" if field.value else f'<dd class="dots">{_DOTS}</dd>'
    yield "</dl>"


def _table(block: Table, caption: Paragraph | None, heading: str) -> Iterator[str]:
    named = f' aria-label="{escape(heading)}"' if heading and caption is None else ""
    yield f"<table{named}>"
    if caption is not None:
        yield f"<caption>{_runs(caption.runs)}</caption>"
    total = sum(column.share for column in block.columns)
    widths = (f'<col style="width: {100 * column.share / total:.2f}%">' for column in block.columns)
    yield f"<colgroup>{''.join(widths)}</colgroup>"
    # A head without words heads nothing.
    heads = (
        f'<th scope="col">{_text(column.head)}</th>' if column.head else "<td></td>"
        for column in block.columns
    )
    yield f"<thead><tr>{''.join(heads)}</tr></thead>"
    yield "<tbody>"
    height = f' style="height: {block.row_height}mm"' if block.row_height else ""
    for row in block.rows:
        cells = (
            f'<td class="{column.align.value}">{_runs(runs)}</td>'
            for column, runs in zip(block.columns, row, strict=True)
        )
        yield f"<tr{height}>{''.join(cells)}</tr>"
    yield "</tbody>"
    yield "</table>"


def _signatures(block: SignatureGrid, level: int) -> Iterator[str]:
    classes = "signing framed" if block.framed else "signing"
    if block.align is not Align.CENTRE:
        classes += f" {block.align.value}"
    height = f"; --height: {block.height}mm" if block.height else ""
    yield f'<section class="{classes}" style="--columns: {block.columns}{height}">'
    if block.heading:
        yield f'<h{level} class="title">{_text(block.heading)}</h{level}>'
    yield '<ol role="list" class="signatures">'
    stamp = f'<p class="stamp">{_text(block.stamp)}</p>' if block.stamp else ""
    last = len(block.fields) - 1
    for number, field in enumerate(block.fields):
        # One who is left over takes the row above along: nobody signs alone on a sheet.
        hold = ' class="hold"' if number == last - 1 and last % block.columns == 0 else ""
        yield f"<li{hold}>{_framed(field) if block.framed else _place(field, stamp)}</li>"
        stamp = ""
    yield "</ol>"
    yield "</section>"


def _place(field: SignatureField, stamp: str) -> str:
    caption = f"<p><b>{_text(_caption(field))}</b></p>" if field.caption else ""
    name = f"<b>{_text(field.name)}</b>" if field.name else f"({_SHORT_DOTS})"
    return f'{caption}<p>{_text(field.office)},</p>{stamp}<p class="name">{name}</p>'


def _framed(field: SignatureField) -> str:
    # The frame is the style sheet's: it says nothing.
    return f"<p><b>{_text(_caption(field) if field.caption else field.office)}</b></p>"


def _caption(field: SignatureField) -> str:
    number = f"{field.ballot_number}. " if field.ballot_number is not None else ""
    return f"{number}{field.caption}"


def _letterhead(block: Letterhead) -> Iterator[str]:
    yield '<header class="letterhead">'
    if block.logo is not None:
        yield _picture(block.logo)
    names = "".join(f'<p class="big"><b>{_text(name)}</b></p>' for name in block.names)
    yield f"<div>{names}{''.join(f'<p>{_text(line)}</p>' for line in block.address)}</div>"
    yield "</header>"


def _picture(picture: Picture) -> str:
    kind = "png" if picture.data.startswith(b"\x89PNG") else "jpeg"
    return (
        f'<img src="data:image/{kind};base64,{b64encode(picture.data).decode()}" '
        f'width="{picture.width}" height="{picture.height}" alt="{escape(picture.alternative)}">'
    )


def _qr_code(block: QRCode) -> str:
    """Return the symbol as one path on white, whatever the reader's colours, with the words beside it."""
    symbol = modules_of(block.content)
    side = symbol.side + 2 * QUIET
    bars = "".join(
        f"M{QUIET + bar.x} {QUIET + bar.y}h{bar.width}v{bar.height}h-{bar.width}z" for bar in symbol.bars
    )
    size = f"{block.size * side / symbol.side:.1f}mm"
    lines = "".join(f"<p>{_runs(line)}</p>" for line in block.lines)
    return (
        f'<div class="code"><svg role="img" aria-label="{escape(block.alternative)}" width="{size}" '
        f'height="{size}" viewBox="0 0 {side} {side}" shape-rendering="crispEdges">'
        f'<path fill="#fff" d="M0 0h{side}v{side}H0z"/><path d="{bars}"/></svg><div>{lines}</div></div>'
    )


@hookimpl
def kampanye_export_formats() -> list[ExportFormat]:
    """Offer HTML."""
    return [ExportFormat(id="html", label="Halaman web", suffix=".html", write=write)]
