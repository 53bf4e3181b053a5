"""Text for messengers: a line a paragraph, no columns, cut into numbered parts that one message can hold."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
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
    Paragraph,
    QRCode,
    Run,
    SignatureField,
    SignatureGrid,
    Table,
    hookimpl,
)

LONGEST = 3500
"""Characters of a part, with its head: messengers hold 4,096 and more."""
CUT = "=" * 24
_HEAD = 160
"""Room kept for the head of a part: its number, and the mark of a sample or the word that it bears."""
_DOTS = "." * 12


def write(document: Document, stream: BinaryIO, _options: ExportOptions) -> None:
    """Write the parts as UTF-8 text, a rule of equals signs between two."""
    stream.write(f"\n{CUT}\n\n".join(f"{part}\n" for part in parts_of(document)).encode())


def parts_of(document: Document) -> tuple[str, ...]:
    """Return the messages, none longer than :data:`LONGEST`; a part ends where a paragraph does."""
    mark = document.furniture.head
    bodies = _filled(paragraph for block in document.blocks for paragraph in _block(block))
    total = len(bodies)
    heads = (f"Bagian {number} dari {total}" for number in range(1, total + 1))
    return tuple(
        "\n\n".join(text for text in (head, mark, body) if text)
        for head, body in zip(heads, bodies, strict=True)
    )


def _filled(paragraphs: Iterable[str]) -> list[str]:
    """Return as few bodies as hold the paragraphs in order; one that fits none is cut between words."""
    room = LONGEST - _HEAD
    bodies: list[str] = []
    for paragraph in paragraphs:
        for piece in _pieces(paragraph, room):
            if bodies and len(bodies[-1]) + 2 + len(piece) <= room:
                bodies[-1] += f"\n\n{piece}"
            else:
                bodies.append(piece)
    return bodies or [""]


def _pieces(paragraph: str, room: int) -> Iterator[str]:
    """Yield a paragraph whole, one that does not fit by its lines, and a line that does not fit by words."""
    if len(paragraph) <= room:
        yield paragraph
        return
    for line in paragraph.split("\n"):
        yield from textwrap.wrap(line, room) or [line]


def _said(runs: Iterable[Run]) -> str:
    return "".join(run.text for run in runs).replace("\u00a0", " ").strip()


def _block(block: object) -> Iterator[str]:
    """Yield the paragraphs of a block; lines of one list or table stay in one paragraph."""
    match block:
        case Letterhead():
            yield "\n".join((*block.names, *block.address))
        case Heading() | Paragraph():
            yield _said(block.runs)
        case Listing():
            yield "\n".join(_entries(block.entries))
        case ClauseBlock():
            yield "\n".join((f"{block.label} {block.title}".replace("\u00a0", " "), *_entries(block.entries)))
        case Form():
            yield "\n".join(f"{field.label}{field.colon} {field.value or _DOTS}" for field in block.fields)
        case Table():
            yield from _table(block)
        case SignatureGrid():
            heading = [block.heading] if block.heading else []
            yield "\n".join([*heading, *map(_signature, block.fields)])
        case Box():
            yield "\n".join(_said(line) for line in block.lines)
        case QRCode():
            yield "\n".join((*map(_said, block.lines), block.content))


def _table(block: Table) -> Iterator[str]:
    """Yield the rows as lines; where columns are left to be written in, each row with what it asks for."""
    rows = [": ".join(text for cell in row if (text := _said(cell))) for row in block.rows]
    asked = tuple(_asked(block))
    if asked:
        yield from ("\n".join((row, *asked)) for row in rows)
    else:
        yield "\n".join(rows)


def _asked(block: Table) -> Iterator[str]:
    """Yield the heads of empty columns: centred ones as boxes to tick on one line, others with dots."""
    empty = [
        column
        for at, column in enumerate(block.columns)
        if block.row_height and not any(_said(row[at]) for row in block.rows)
    ]
    boxes = [f"[ ] {column.head}" for column in empty if column.align is Align.CENTRE]
    if boxes:
        yield "  ".join(boxes)
    yield from (f"{column.head}: {_DOTS}" for column in empty if column.align is not Align.CENTRE)


def _signature(field: SignatureField) -> str:
    number = f"{field.ballot_number}. " if field.ballot_number is not None else ""
    who = ", ".join(part for part in (field.caption, " ".join(field.office.split())) if part)
    return f"{number}{who}: {field.name or _DOTS}"


def _entries(entries: Iterable[Entry]) -> Iterator[str]:
    for entry in entries:
        yield f"{entry.label} {_said(entry.runs)}".strip()
        yield from _entries(entry.entries)


@hookimpl
def kampanye_export_formats() -> list[ExportFormat]:
    """Offer messages."""
    return [ExportFormat(id="pesan", label="Pesan singkat berbagian", suffix=".pesan.txt", write=write)]
