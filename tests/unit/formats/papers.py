"""Documents to write in every format, and what a reader should hear of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from io import BytesIO
from typing import Any

import pypdfium2

from kampanye_tui.agreement.state import state
from kampanye_tui.document.build import build
from kampanye_tui.formats.pdf import write
from kampanye_tui.model.agreement import Agreement, CopyForm
from kampanye_tui.model.document import (
    Block,
    Box,
    ClauseBlock,
    Document,
    Entry,
    Form,
    Furniture,
    Heading,
    Letterhead,
    Listing,
    Page,
    Paragraph,
    Run,
    SignatureGrid,
    Table,
)
from kampanye_tui.model.export_format import ExportOptions
from kampanye_tui.model.office import Paper
from kampanye_tui.plugin.library import Library

A4 = Page(width=210, height=297, top=25, bottom=25, left=30, right=20, size=11.5)
DAY = date(2023, 11, 28)
TEMPLATES = ("naskah", "berita-acara-kesepakatan", "salinan-peserta")


def sample(agreement: Agreement, library: Library, name: str, paper: Paper | None = None) -> Document:
    """Return a document of the sample; of copies, that of the fourteenth party."""
    copy = agreement.copies_of(CopyForm.COPY)[13] if name == "salinan-peserta" else None
    return build(
        library.template(name),
        agreement,
        state(agreement),
        copy=copy,
        paper=paper,
        templates=library.templates,
    )


def document(*blocks: Block, **more: Any) -> Document:
    """Return a document of these blocks."""
    given: dict[str, Any] = {"id": "uji", "title": "Uji", "author": "KPU", "page": A4, "day": DAY}
    return Document(**(given | {"furniture": Furniture(foot="Kaki")} | more), blocks=blocks)


def paragraph(text: str) -> Paragraph:
    """Return a paragraph in one style."""
    return Paragraph(runs=(Run(text),))


def pdf(document: Document, **options: Any) -> bytes:
    """Return the document as PDF."""
    stream = BytesIO()
    write(document, stream, ExportOptions(**options))
    return stream.getvalue()


def pages_of(data: bytes) -> list[str]:
    """Return the text of each page as a PDF reader takes it out."""
    opened = pypdfium2.PdfDocument(data)
    try:
        # PDFium writes U+FFFE for a hyphen at the end of a line.
        return [page.get_textpage().get_text_range().replace("\ufffe", "-") for page in opened]
    finally:
        opened.close()


def plain(text: str) -> str:
    """Return text with single spaces, without dotted lines, and with words whole that a line end cut."""
    spaced = " ".join(re.sub(r"\(?\.{3,}\)?", " ", text.replace("\u00a0", " ")).split())
    return re.sub(r"(?<=[^\W\d_])([-/–]) (?=[^\W\d_])", r"\1", spaced)


def read_aloud(document: Document) -> str:
    """Return the text of a document as one reads it, page furniture apart."""
    return plain(" ".join(text for block in document.blocks for text in _spoken(block)))


def _spoken(block: Block) -> Iterator[str]:
    match block:
        case Letterhead():
            yield from (*block.names, *block.address)
        case Heading() | Paragraph():
            yield _said(block.runs)
        case Listing():
            yield from _entries(block.entries)
        case ClauseBlock():
            yield from (block.label, block.title, *_entries(block.entries))
        case Form():
            for field in block.fields:
                yield from (field.label, *(() if re.fullmatch(r"\d+\.", field.label) else ":"), field.value)
        case Table():
            yield from (column.head for column in block.columns)
            yield from (_said(cell) for row in block.rows for cell in row)
        case SignatureGrid():
            yield block.heading
            for signer in block.fields:
                number = f"{signer.ballot_number}. " if signer.ballot_number is not None else ""
                yield from (f"{number}{signer.caption}", f"{signer.office},", signer.name)
        case Box():
            yield from map(_said, block.lines)


def _entries(entries: Iterable[Entry]) -> Iterator[str]:
    for entry in entries:
        yield from (entry.label, _said(entry.runs), *_entries(entry.entries))


def _said(runs: Iterable[Run]) -> str:
    return "".join(run.text for run in runs)
