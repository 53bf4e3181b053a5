"""A document and a family of fonts → its pages."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

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
    SignatureGrid,
    Table,
)
from kampanye_tui.model.problem import Problem, Refused
from kampanye_tui.typeset import boxes
from kampanye_tui.typeset.boxes import NewPage, Row, Strip
from kampanye_tui.typeset.font import Family
from kampanye_tui.typeset.furniture import body_bottom, body_top, furniture
from kampanye_tui.typeset.letterhead_block import letterhead
from kampanye_tui.typeset.lines import face_of
from kampanye_tui.typeset.page import Layout
from kampanye_tui.typeset.pages import Placed, drawn, place
from kampanye_tui.typeset.qr_block import qr_code
from kampanye_tui.typeset.signature_blocks import signature_grid
from kampanye_tui.typeset.style import Style, style_of
from kampanye_tui.typeset.table_blocks import box, table
from kampanye_tui.typeset.text_blocks import clause, form, heading, listing, paragraph
from kampanye_tui.typeset.units import millimetres


class Body(NamedTuple):
    """The text of a document on its pages, without what every page carries."""

    pages: tuple[tuple[Placed, ...], ...]
    starts: tuple[int, ...]
    """The number of the first box of each block."""


def lay_out(document: Document, family: Family) -> Layout:
    """Return the pages of a document.

    Raises :class:`Refused` naming every character that the fonts lack, with the part of the document it
    stands in: a silent gap on paper would be worse than no paper.
    """
    page = document.page
    style = style_of(page)
    body = body_of(document, family)
    pages = body.pages
    total = len(pages)
    return Layout(
        millimetres(page.width),
        millimetres(page.height),
        tuple(
            one._replace(items=one.items + furniture(document, family, style, number, total))
            for number, one in enumerate((drawn(placed, millimetres(page.left)) for placed in pages), 1)
        ),
        _pages_before_signatures(document, body),
    )


def _pages_before_signatures(document: Document, body: Body) -> int:
    first = next(
        (start for block, start in zip(document.blocks, body.starts, strict=True) if _is_signed(block)), None
    )
    if first is None:
        return len(body.pages)
    return next(number for number, page in enumerate(body.pages) if page[-1].number >= first)


def _is_signed(block: Block) -> bool:
    return isinstance(block, SignatureGrid) and bool(block.fields)


def body_of(document: Document, family: Family) -> Body:
    """Return where each box of a document lands; a document without text has one page.

    Raises :class:`Refused` as :func:`lay_out` does.
    """
    missing = list(_missing(document, family))
    if missing:
        raise Refused(missing)
    style = style_of(document.page)
    made: list[boxes.Box] = []
    starts: list[int] = []
    signed = False
    for block in document.blocks:
        if isinstance(block, SignatureGrid) and not signed:
            signed = True
            _tie(made)
        below = _boxes(block, family, style)
        if made and below and isinstance(made[-1], Row) and isinstance(below[0], Strip):
            # The rule below a table is nearer than the foot of letters: text behind it stands further off.
            below[0] = below[0]._replace(before=below[0].before + style.gap)
        starts.append(len(made))
        made += below
    pages = place(made, body_top(document, style), body_bottom(document, style))
    return Body(tuple(map(tuple, pages)) or ((),), tuple(starts))


def _boxes(block: Block, family: Family, style: Style) -> list[boxes.Box]:
    match block:
        case Paragraph():
            return [*paragraph(block, family, style)]
        case Heading():
            return [*heading(block, family, style)]
        case Listing():
            return [*listing(block, family, style)]
        case ClauseBlock():
            return [*clause(block, family, style)]
        case Form():
            return [*form(block, family, style)]
        case Table():
            return [*table(block, family, style)]
        case SignatureGrid():
            return [*signature_grid(block, family, style)]
        case Letterhead():
            return [*letterhead(block, family, style)]
        case Box():
            return [*box(block, family, style)]
        case QRCode():
            return [*qr_code(block, family, style)]
        case PageBreak():
            return [NewPage()]


def _tie(made: list[boxes.Box]) -> None:
    """Hold the last lines of the text with the first signatures: nobody signs a sheet without text."""
    for at in range(len(made) - 1, -1, -1):
        box = made[at]
        if not isinstance(box, Strip):
            return
        if not box.keep:
            made[at] = box._replace(keep=True)
            return


def _missing(document: Document, family: Family) -> Iterator[Problem]:
    """Yield a problem for each word that a face lacks a letter of, once for the document."""
    told: set[str] = set()
    for source, run in _texts(document):
        font = family[face_of(run)]
        text = unicodedata.normalize("NFC", run.text)
        missing = set(font.missing(text))
        for word in re.split("[ \n]", text):
            lacking = [character for character in dict.fromkeys(word) if character in missing]
            if not lacking or word in told:
                continue
            told.add(word)
            more = f" dan {len(lacking) - 1} huruf lain" if len(lacking) > 1 else ""
            yield Problem(
                what=f'{source}: huruf "{lacking[0]}" (U+{ord(lacking[0]):04X}){more} pada "{word}" '
                f"tidak dapat dicetak dengan jenis huruf {font.label}",
                hint="Tulis dengan huruf Latin, atau pilih jenis huruf lain pada tabel [huruf]",
                file=f'dokumen "{document.title}"',
            )


def _texts(document: Document) -> Iterator[tuple[str, Run]]:
    """Yield every run of a document with where it comes from."""
    yield "kaki halaman", Run(f"{document.furniture.foot} Halaman 0123456789 dari")
    yield "kepala halaman", Run(document.furniture.mark, bold=True)
    for block in document.blocks:
        source = block.source or "isi dokumen"
        match block:
            case Paragraph() | Heading():
                yield from ((source, run) for run in block.runs)
            case Listing():
                yield from _entry_texts(block.entries, source)
            case ClauseBlock():
                yield source, Run(f"{block.label} {block.title}", bold=True)
                yield from _entry_texts(block.entries, source)
            case Form():
                for field in block.fields:
                    yield source, Run(f"{field.label} : {field.value}")
            case Table():
                for column in block.columns:
                    yield source, Run(column.head, bold=True)
                for row in block.rows:
                    yield from ((source, run) for cell in row for run in cell)
            case SignatureGrid():
                yield source, Run(block.heading, bold=True)
                yield source, Run(block.stamp)
                for signer in block.fields:
                    where = f"pihak {signer.party}" if signer.party else source
                    yield where, Run(f"{signer.caption} {signer.name}", bold=True)
                    yield where, Run(f"{signer.office},", bold=block.framed)
            case Letterhead():
                yield from ((source, Run(name, bold=True)) for name in block.names)
                yield from ((source, Run(line)) for line in block.address)
            case Box() | QRCode():
                yield from ((source, run) for line in block.lines for run in line)
            case PageBreak():
                pass


def _entry_texts(entries: tuple[Entry, ...], source: str) -> Iterator[tuple[str, Run]]:
    for entry in entries:
        where = entry.source or source
        yield where, Run(entry.label)
        yield from ((where, run) for run in entry.runs)
        yield from _entry_texts(entry.entries, where)
