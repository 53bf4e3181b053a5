"""A document and a family of fonts → its pages."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache, partial
from typing import NamedTuple

from kampanye_tui.model.document import (
    Block,
    Box,
    ClauseBlock,
    Document,
    Form,
    Heading,
    Letterhead,
    Listing,
    PageBreak,
    Paragraph,
    QRCode,
    SignatureGrid,
    Table,
)
from kampanye_tui.typeset.boxes import Row, Strip
from kampanye_tui.typeset.cutting import for_cutting
from kampanye_tui.typeset.fit import fitted
from kampanye_tui.typeset.font import Family
from kampanye_tui.typeset.furniture import body_bottom, body_top, carried, page_number
from kampanye_tui.typeset.letterhead_block import letterhead
from kampanye_tui.typeset.missing_letters import refuse_missing
from kampanye_tui.typeset.notes_pages import ruled, wanting
from kampanye_tui.typeset.page import Layout, Page, Text
from kampanye_tui.typeset.pages import Placed, drawn, place
from kampanye_tui.typeset.qr_block import qr_code
from kampanye_tui.typeset.signature_blocks import signature_grid
from kampanye_tui.typeset.structure import stretches_of, structure_of
from kampanye_tui.typeset.style import Style, style_of
from kampanye_tui.typeset.table_blocks import box, table
from kampanye_tui.typeset.text_blocks import clause, form, heading, listing, paragraph
from kampanye_tui.typeset.units import millimetres
from kampanye_tui.typeset.watermark import watermark

KEPT = 512
"""Blocks whose lines are kept: those that papers of some offices have in common."""


class Stretch(NamedTuple):
    """Blocks without a page break between them, on their pages; boxes and blocks count from 0 in each."""

    pages: tuple[tuple[Placed, ...], ...]
    texts: tuple[Text, ...]
    starts: tuple[int, ...]
    """The number of the first box of each block."""
    boxes: int
    signed: int
    """How many pages come before the first that holds a place to sign; all of them where nobody signs."""


class Body(NamedTuple):
    """The text of a document on its pages, without what every page carries."""

    pages: tuple[tuple[Placed, ...], ...]
    starts: tuple[int, ...]
    """The number of the first box of each block."""

    def block_of(self, number: int) -> int:
        """Return the place in the document of the block that a box belongs to."""
        return _block_of(self.starts, number)


def lay_out(document: Document, family: Family) -> Layout:
    """Return the pages of a document; a document without text has one.

    Raises :class:`Refused` for characters that the fonts lack.
    """
    document = fitted(document, lambda sized: _body(sized, family).pages)
    style = style_of(document.page)
    parts = stretches_of(document.blocks)
    placed = list(_stretches(document, parts, family, style))
    texts = [(text, first) for first, stretch in placed for text in stretch.texts] or [(Text((), ()), 0)]
    written = len(texts)
    texts += [(Text((), ()), 0)] * wanting(written, document.page.multiple)
    total = len(texts)
    alike = carried(document, family, style, total)
    notes = ruled(document, style) if total > written else ()
    width, height = millimetres(document.page.width), millimetres(document.page.height)
    made = Layout(
        width=width,
        height=height,
        pages=tuple(
            Page(
                text,
                first,
                alike,
                (*notes * (number > written), *page_number(document, family, style, number, total)),
            )
            for number, (text, first) in enumerate(texts, 1)
        ),
        body=_pages_before_signatures(stretch for _first, stretch in placed),
        elements=structure_of(parts),
        behind=watermark(document.furniture.watermark, family.bold, width, height),
        word=document.furniture.watermark,
    )
    bleed = document.page.bleed
    return for_cutting(made, millimetres(bleed)) if bleed else made


def page_count(document: Document, family: Family) -> int:
    """Return how many pages a document has; raises as :func:`lay_out` does."""
    stretches = _stretches(document, stretches_of(document.blocks), family, style_of(document.page))
    return sum(len(stretch.pages) for _first, stretch in stretches) or 1


def body_of(document: Document, family: Family) -> Body:
    """Return where each box of a document lands; raises as :func:`lay_out` does."""
    body = _body(fitted(document, lambda sized: _body(sized, family).pages), family)
    return body._replace(pages=body.pages + ((),) * wanting(len(body.pages), document.page.multiple))


def _body(document: Document, family: Family) -> Body:
    pages: list[tuple[Placed, ...]] = []
    starts: list[int] = []
    boxes = 0
    for first, stretch in _stretches(
        document, stretches_of(document.blocks), family, style_of(document.page)
    ):
        # A page break has a number too, though nothing of it is placed.
        boxes += first - len(starts)
        starts += [boxes] * (first - len(starts))
        starts += [boxes + start for start in stretch.starts]
        pages += [
            tuple(one._replace(number=boxes + one.number) for one in placed) for placed in stretch.pages
        ]
        boxes += stretch.boxes
    starts += [boxes] * (len(document.blocks) - len(starts))
    return Body(tuple(pages) or ((),), tuple(starts))


def _stretches(
    document: Document, parts: Sequence[tuple[Block, ...]], family: Family, style: Style
) -> Iterator[tuple[int, Stretch]]:
    """Yield the stretches of a document in these parts, each with the place of its first block."""
    refuse_missing(document, parts, family)
    top, bottom = body_top(document, style), body_bottom(document, style)
    left = millimetres(document.page.left)
    first = 0
    for blocks in parts:
        if not isinstance(blocks[0], PageBreak):
            yield first, _stretch(blocks, family, style, top, bottom, left)
        first += len(blocks)


@lru_cache(maxsize=64)
def _stretch(
    blocks: tuple[Block, ...], family: Family, style: Style, top: int, bottom: int, left: int
) -> Stretch:
    made: list[Strip | Row] = []
    starts: list[int] = []
    signed = tied = -1
    for at, block in enumerate(blocks):
        if signed < 0 and isinstance(block, SignatureGrid) and block.fields:
            signed, tied = len(made), _last_free(made)
        if _signs_alone_at_the_end(blocks, at):
            made[-1] = made[-1]._replace(keep=True)
            if _has_one_left_over(blocks[at - 1]):
                # Two sign there now, so the row above need not come along.
                made[-2] = made[-2]._replace(keep=False)
        if isinstance(block, QRCode) and at and isinstance(blocks[at - 1], SignatureGrid):
            # A code of the record says nothing on a page by itself: whoever signs above goes along.
            made[-1] = made[-1]._replace(keep=True)
        starts.append(len(made))
        made += set_block(block, family, style, below_row=bool(made) and isinstance(made[-1], Row))
    pages = place(made, top, bottom, tied)
    return Stretch(
        pages,
        tuple(drawn(placed, left, partial(_block_of, starts)) for placed in pages),
        tuple(starts),
        len(made),
        next((n for n, page in enumerate(pages) if 0 <= signed <= page[-1].number), len(pages)),
    )


def _block_of(starts: Sequence[int], number: int) -> int:
    """Return the place of the block that a box belongs to: the last of those that begin there.

    A block without boxes begins where the next one does.
    """
    return bisect_right(starts, number) - 1


def _pages_before_signatures(stretches: Iterable[Stretch]) -> int:
    before = 0
    for stretch in stretches:
        before += stretch.signed
        if stretch.signed < len(stretch.pages):
            break
    return before


@lru_cache(maxsize=KEPT)
def set_block(block: Block, family: Family, style: Style, *, below_row: bool) -> tuple[Strip | Row, ...]:
    """Return the boxes of a block; ``below_row`` tells whether it follows the row of a table."""
    made = _boxes(block, family, style)
    if below_row and made and isinstance(made[0], Strip):
        # The rule below a table is nearer than the foot of letters: text behind it stands further off.
        made[0] = made[0]._replace(before=made[0].before + style.gap)
    return tuple(made)


def _boxes(block: Block, family: Family, style: Style) -> list[Strip | Row]:
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
            return []


def _signs_alone_at_the_end(blocks: Sequence[Block], at: int) -> bool:
    """Tell whether a block is the last place to sign, for one person, right below others who sign.

    They go along to its page, as those of its own grid would: nobody signs alone on a sheet.
    """
    if not isinstance(blocks[at], SignatureGrid) or at == 0:
        return False
    above = blocks[at - 1]
    below = [len(block.fields) for block in blocks[at:] if isinstance(block, SignatureGrid)]
    return below == [1] and isinstance(above, SignatureGrid) and bool(above.fields)


def _has_one_left_over(block: Block) -> bool:
    """Tell whether the last row of places to sign is for one person, below others."""
    if not isinstance(block, SignatureGrid) or block.columns == 1:
        return False
    return len(block.fields) > block.columns and len(block.fields) % block.columns == 1


def _last_free(made: list[Strip | Row]) -> int:
    """Return the number of the last line or row that is not held with what follows; -1 where there is none.

    It is held with the first signatures, for nobody signs a sheet without text.
    """
    return next((at for at in range(len(made) - 1, -1, -1) if not made[at].keep), -1)
