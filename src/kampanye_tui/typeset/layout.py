"""A document and a family of fonts → its pages."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache
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
from kampanye_tui.typeset import boxes
from kampanye_tui.typeset.boxes import NewPage, Row, Strip
from kampanye_tui.typeset.font import Family
from kampanye_tui.typeset.furniture import body_bottom, body_top, carried, page_number
from kampanye_tui.typeset.letterhead_block import letterhead
from kampanye_tui.typeset.missing_letters import refuse_missing
from kampanye_tui.typeset.page import Layout, Page
from kampanye_tui.typeset.pages import Placed, drawn, place
from kampanye_tui.typeset.qr_block import qr_code
from kampanye_tui.typeset.signature_blocks import signature_grid
from kampanye_tui.typeset.structure import structure_of
from kampanye_tui.typeset.style import Style, style_of
from kampanye_tui.typeset.table_blocks import box, table
from kampanye_tui.typeset.text_blocks import clause, form, heading, listing, paragraph
from kampanye_tui.typeset.units import millimetres

KEPT = 1024
"""Blocks whose lines are kept: those that papers of some offices have in common."""


class Body(NamedTuple):
    """The text of a document on its pages, without what every page carries."""

    pages: tuple[tuple[Placed, ...], ...]
    starts: tuple[int, ...]
    """The number of the first box of each block."""

    def block_of(self, number: int) -> int:
        """Return the place in the document of the block that a box belongs to.

        It is the last of those that begin there: a block without boxes begins where the next one does.
        """
        return bisect_right(self.starts, number) - 1


def lay_out(document: Document, family: Family) -> Layout:
    """Return the pages of a document; raises :class:`Refused` as :func:`body_of` does."""
    page = document.page
    style = style_of(page)
    body = body_of(document, family)
    total = len(body.pages)
    alike = carried(document, family, style, total)
    left = millimetres(page.left)
    return Layout(
        millimetres(page.width),
        millimetres(page.height),
        tuple(
            Page(
                drawn(placed, left, body.block_of),
                alike,
                page_number(document, family, style, number, total),
            )
            for number, placed in enumerate(body.pages, 1)
        ),
        _pages_before_signatures(document, body),
        structure_of(document.blocks),
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

    Raises :class:`Refused` for characters that the fonts lack.
    """
    refuse_missing(document, family)
    style = style_of(document.page)
    made: list[boxes.Box] = []
    starts: list[int] = []
    tied = -1
    for block in document.blocks:
        if isinstance(block, SignatureGrid) and tied < 0:
            tied = _last_free(made)
        starts.append(len(made))
        made += set_block(block, family, style, below_row=bool(made) and isinstance(made[-1], Row))
    pages = place(made, body_top(document, style), body_bottom(document, style), tied)
    return Body(tuple(map(tuple, pages)) or ((),), tuple(starts))


@lru_cache(maxsize=KEPT)
def set_block(block: Block, family: Family, style: Style, *, below_row: bool) -> tuple[boxes.Box, ...]:
    """Return the boxes of a block; ``below_row`` tells whether it follows the row of a table."""
    made = _boxes(block, family, style)
    if below_row and made and isinstance(made[0], Strip):
        # The rule below a table is nearer than the foot of letters: text behind it stands further off.
        made[0] = made[0]._replace(before=made[0].before + style.gap)
    return tuple(made)


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


def _last_free(made: list[boxes.Box]) -> int:
    """Return the number of the last line that is not held with what follows it; -1 where there is none.

    It is held with the first signatures, for nobody signs a sheet without text.
    """
    for at in range(len(made) - 1, -1, -1):
        box = made[at]
        if not isinstance(box, Strip):
            return -1
        if not box.keep:
            return at
    return -1
