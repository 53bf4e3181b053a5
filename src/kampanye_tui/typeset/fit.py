"""A board holds all on one page: its letters grow to what fits, then its frames take the room that is left.

Only the size of letters and the height of frames change, so a reader hears the same text.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Callable, Sequence

import msgspec

from kampanye_tui.model.document import Block, Document, SignatureGrid
from kampanye_tui.typeset.furniture import body_bottom
from kampanye_tui.typeset.pages import Placed
from kampanye_tui.typeset.style import style_of
from kampanye_tui.typeset.units import millimetres

STEP = 0.5
"""Points by which letters grow."""
TALLEST = 2
"""So many times its least height a frame grows to: a few signers do not get frames like doors."""

Pages = Sequence[Sequence[Placed]]


def fitted(document: Document, placed: Callable[[Document], Pages]) -> Document:
    """Return the document with the largest letters that leave it on one page.

    ``placed`` tells where the boxes of a document land. Where not even the least size fits, the document
    stays as it is and runs over several pages: nothing is left out.
    """
    page = document.page
    if not page.largest or len(placed(document)) > 1:
        return document
    sizes = [page.size + STEP * step for step in range(1 + int((page.largest - page.size) / STEP))]
    # Larger letters never need less room, so the sizes that fit come first.
    fits = bisect(sizes, 0, key=lambda size: len(placed(_sized(document, size))) - 1)
    grown = _sized(document, sizes[fits - 1])
    taller = _with_taller_frames(grown, placed(grown))
    return taller if len(placed(taller)) == 1 else grown


def _sized(document: Document, size: float) -> Document:
    return msgspec.structs.replace(document, page=msgspec.structs.replace(document.page, size=size))


def _with_taller_frames(document: Document, pages: Pages) -> Document:
    """Return the document with the room at the foot of its only page shared out to the rows of frames."""
    grids = [block for block in document.blocks if isinstance(block, SignatureGrid) and block.framed]
    rows = sum(-(-len(grid.fields) // grid.columns) for grid in grids)
    last = pages[0][-1] if pages[0] else None
    if not rows or last is None:
        return document
    room = body_bottom(document, style_of(document.page)) - last.y - last.box.height
    more = int(room / rows / millimetres(1))

    def grown(block: Block) -> Block:
        if not (isinstance(block, SignatureGrid) and block.framed):
            return block
        return msgspec.structs.replace(block, height=min(block.height + more, block.height * TALLEST))

    return msgspec.structs.replace(document, blocks=tuple(map(grown, document.blocks)))
