"""A document as it is read aloud: what each element says, in order. It knows of no PDF and no page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kampanye_tui.model.document import (
    Block,
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
    QRCode,
    Run,
    SignatureField,
    SignatureGrid,
    Table,
)
from tests.unit.formats.papers import plain


def elements_of(document: Document) -> list[tuple[str, str]]:
    """Return the kind of each element and what it says; those that say nothing are left out.

    Kinds are those that a reader tells apart: headings with their level in the paper, labels and texts of
    lists, heads and cells of tables, pictures, and paragraphs for all else.
    """
    spoken = ((kind, plain(text)) for block in document.blocks for kind, text in _spoken(block))
    word = document.furniture.watermark
    return [*([("Figure", word)] if word else []), *((kind, text) for kind, text in spoken if text)]


def _spoken(block: Block) -> Iterator[tuple[str, str]]:
    match block:
        case Letterhead():
            if block.logo:
                yield "Figure", block.logo.alternative
            yield from (("P", text) for text in (*block.names, *block.address))
        case Heading():
            yield "H", _said(block.runs)
        case Paragraph():
            yield "P", _said(block.runs)
        case Listing():
            yield from _entries(block.entries)
        case ClauseBlock():
            yield "H", f"{block.label} {block.title}"
            yield from _entries(block.entries)
        case Form():
            for field in block.fields:
                colon = "" if re.fullmatch(r"\d+\.", field.label) else " : "
                yield "P", f"{field.label}{colon}{field.value}"
        case Table():
            yield from (("TH", column.head) for column in block.columns)
            yield from (("TD", _said(cell)) for row in block.rows for cell in row)
        case SignatureGrid():
            yield "P", block.heading
            if block.fields:
                yield "P", block.stamp
            yield from (("P", _signer(field, framed=block.framed)) for field in block.fields)
        case Box():
            yield from (("P", _said(line)) for line in block.lines)
        case QRCode():
            yield from (("P", _said(line)) for line in block.lines)
            yield "Figure", block.alternative
        case PageBreak():
            pass


def _entries(entries: Iterable[Entry]) -> Iterator[tuple[str, str]]:
    for entry in entries:
        if entry.label:
            yield "Lbl", entry.label
        yield ("LBody" if entry.label else "P"), _said(entry.runs)
        yield from _entries(entry.entries)


def _signer(field: SignatureField, *, framed: bool) -> str:
    number = f"{field.ballot_number}. " if field.ballot_number is not None else ""
    for_whom = f"{number}{field.caption}" if field.caption else ""
    return (for_whom or field.office) if framed else f"{for_whom} {field.office}, {field.name}"


def _said(runs: Iterable[Run]) -> str:
    return "".join(run.text for run in runs)
