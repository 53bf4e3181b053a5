"""A document as it will read, page by page as on paper, in lines for a terminal.

A document and a family of fonts come in; plain lines go out, neither markup nor escape sequences. Pages end
where those of ``layout`` end, for they are the same pages. HarfBuzz is imported only when one is asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kampanye_tui.model.document import Align, Document
from kampanye_tui.typeset.plain_blocks import lines_of
from kampanye_tui.typeset.plain_lines import wrapped

if TYPE_CHECKING:
    from kampanye_tui.typeset.font import Family
    from kampanye_tui.typeset.furniture import Said
    from kampanye_tui.typeset.layout import Body
    from kampanye_tui.typeset.pages import Placed

WIDTH = 78
"""Columns that fit an 80-column screen with a column free at either side."""


class PreviewPage(NamedTuple):
    """A page: its number from 1, and its lines with those of its head and foot."""

    number: int
    lines: tuple[str, ...]


def preview(document: Document, family: Family, width: int = WIDTH) -> tuple[PreviewPage, ...]:
    """Return the pages of a document in lines of at most ``width`` columns.

    Raises :class:`Refused` for characters that the fonts lack, as a PDF would.
    """
    from kampanye_tui.typeset.furniture import said
    from kampanye_tui.typeset.layout import body_of
    from kampanye_tui.typeset.style import style_of

    body = body_of(document, family)
    style = style_of(document.page)
    total = len(body.pages)
    return tuple(
        PreviewPage(number, _page(lines, said(document, family, style, number, total), width))
        for number, lines in enumerate(_bodies(document, body, width), 1)
    )


def _bodies(document: Document, body: Body, width: int) -> list[list[str]]:
    """Return the lines of the text of each page, with an empty one between blocks."""
    shares: list[dict[int, list[Placed]]] = [{} for _block in document.blocks]
    for page, placed in enumerate(body.pages):
        for one in placed:
            shares[body.block_of(one.number)].setdefault(page, []).append(one)
    pages: list[list[str]] = [[] for _page in body.pages]
    for block, share in zip(document.blocks, shares, strict=True):
        if share:
            for page, lines in zip(share, lines_of(block, [*share.values()], width), strict=True):
                pages[page] += ["", *lines] if pages[page] else lines
    return pages


def _page(body: list[str], carried: Said, width: int) -> tuple[str, ...]:
    head = [*wrapped(carried.mark, width, Align.CENTRE), ""] if carried.mark else []
    if not (carried.foot or carried.page):
        return (*head, *body)
    room = width - len(carried.page) - 2 if carried.page else width
    first, *more = wrapped(carried.foot, room)
    return (*head, *body, "", "-" * width, f"{first:{room}}  {carried.page}".rstrip(), *more)
