"""Plain text in 80 columns, for reading on a terminal, by screen readers, and in messages."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from kampanye_tui.api import (
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
    Paragraph,
    QRCode,
    Run,
    SignatureField,
    SignatureGrid,
    Table,
    hookimpl,
)
from kampanye_tui.document.column_shares import in_letters

WIDTH = 80
_DOTS = "." * 30
_BETWEEN = " | "


def write(document: Document, stream: BinaryIO, _options: ExportOptions) -> None:
    """Write ``document`` as UTF-8 text."""
    stream.write(text_of(document).encode())


def text_of(document: Document) -> str:
    """Return the document as text; its head says what it is not, and a mark stands at its foot again."""
    furniture = document.furniture
    lines = [*_centred([furniture.head]), ""] if furniture.head else []
    for block in document.blocks:
        lines += [*_block(block), ""]
    lines += [*_wrapped(furniture.foot), *(_centred([furniture.mark]) if furniture.mark else ())]
    return "\n".join(lines) + "\n"


def joined(runs: Iterable[Run]) -> str:
    """Return the text of runs without their style."""
    return "".join(run.text for run in runs).replace("\u00a0", " ")


def _block(block: object) -> Iterator[str]:
    match block:
        case Letterhead():
            yield from _centred([*block.names, *block.address])
            yield "=" * WIDTH
        case Heading():
            yield from _centred([joined(block.runs)])
        case Paragraph():
            yield from _wrapped(joined(block.runs))
        case Listing():
            yield from _entries(block.entries, 0)
        case ClauseBlock():
            if block.centred:
                yield from _centred([joined((Run(block.label),)), block.title])
            else:
                yield from _wrapped(block.title, f"{block.label:4}")
            yield from _entries(block.entries, 0 if block.centred else 4)
        case Form():
            wide = max(1, min(30, max((len(field.label) for field in block.fields), default=0)))
            for field in block.fields:
                *above, last = textwrap.wrap(field.label, wide) or [""]
                yield from above
                yield from _wrapped(field.value or _DOTS, f"{last:{wide}} {field.colon:1} ")
        case Table():
            yield from _table(block)
        case SignatureGrid():
            yield from _centred([block.heading] if block.heading else [])
            yield from [f"[{block.stamp}]"] if block.stamp else []
            for signer in block.fields:
                yield ""
                yield from _signature(signer)
        case Box():
            yield "-" * WIDTH
            yield from _centred([joined(line) for line in block.lines])
            yield "-" * WIDTH
        case QRCode():
            for line in block.lines:
                yield from _wrapped(joined(line))
            yield from _wrapped(f"[QR: {block.content}]")


def _centred(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        for line in textwrap.wrap(text, WIDTH) or [""]:
            yield line.center(WIDTH).rstrip()


def _wrapped(text: str, first: str = "", indent: int = 0) -> Iterator[str]:
    """Yield the lines of ``text``; ``first`` hangs before it. Breaks that the text asks for stay."""
    lead = first
    for part in text.split("\n"):
        yield from textwrap.wrap(
            part,
            WIDTH,
            initial_indent=lead,
            subsequent_indent=" " * max(indent, len(first)),
            break_on_hyphens=False,
        ) or [lead.rstrip()]
        lead = " " * max(indent, len(first))


def _entries(entries: Iterable[Entry], indent: int) -> Iterator[str]:
    for entry in entries:
        first = " " * indent + (f"{entry.label:4}" if entry.label else "")
        yield from _wrapped(joined(entry.runs), first)
        yield from _entries(entry.entries, len(first))


def _table(table: Table) -> Iterator[str]:
    widths = in_letters(table, WIDTH, len(_BETWEEN))

    def row(cells: Iterable[str]) -> Iterator[str]:
        wrapped = [
            textwrap.wrap(cell.replace("\n", " "), width) or [""]
            for cell, width in zip(cells, widths, strict=True)
        ]
        for number in range(max(map(len, wrapped))):
            parts = [cell[number] if number < len(cell) else "" for cell in wrapped]
            yield _BETWEEN.join(f"{part:{width}}" for part, width in zip(parts, widths, strict=True)).rstrip()

    yield from row(column.head for column in table.columns)
    yield "-+-".join("-" * width for width in widths)
    for cells in table.rows:
        yield from row(joined(cell) for cell in cells)


def _signature(field: SignatureField) -> Iterator[str]:
    if field.caption:
        number = f"{field.ballot_number}. " if field.ballot_number is not None else ""
        yield from _wrapped(f"{number}{field.caption}")
    yield from _wrapped(f"{field.office},")
    yield ""
    yield from _wrapped(field.name or f"({_DOTS})")


@hookimpl
def kampanye_export_formats() -> list[ExportFormat]:
    """Offer text."""
    return [ExportFormat(id="teks", label="Teks polos", suffix=".txt", write=write)]
