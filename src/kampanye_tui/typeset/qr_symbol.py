"""Text → the modules of a QR symbol, as few black rectangles.

segno is imported only when a symbol is made. The same text always gives the same symbol.
"""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

from kampanye_tui.model.document import QUIET, Picture

if TYPE_CHECKING:
    from segno import QRCode

LEVEL = "q"
"""A quarter of the symbol may be dirty, torn or folded, and it still reads."""
PIXELS = 10
"""Of a module in a picture: sharp on every printer."""


class Bar(NamedTuple):
    """A black rectangle, counted in modules from the top left corner of the symbol."""

    x: int
    y: int
    width: int
    height: int


class Modules(NamedTuple):
    """A symbol without its margin: how many modules its side has, and what of it is black."""

    side: int
    bars: tuple[Bar, ...]


@lru_cache(maxsize=64)
def modules_of(content: str) -> Modules:
    """Return the symbol for ``content``, which is not empty."""
    rows = _made(content).matrix
    return Modules(len(rows), tuple(_bars(rows)))


def png_of(content: str) -> Picture:
    """Return the symbol with its margin as a picture, for formats that know no shapes."""
    stream = BytesIO()
    symbol = _made(content)
    symbol.save(stream, kind="png", scale=PIXELS, border=QUIET)
    side = PIXELS * (len(symbol.matrix) + 2 * QUIET)
    return Picture(data=stream.getvalue(), width=side, height=side, alternative="")


def _made(content: str) -> QRCode:
    import segno

    return segno.make_qr(content, error=LEVEL, boost_error=False)


def _bars(rows: tuple[bytearray, ...]) -> list[Bar]:
    """Return the black modules as runs; one that stands below another of its width makes that taller."""
    made: list[Bar] = []
    above: dict[tuple[int, int], int] = {}
    for y, row in enumerate(rows):
        here: dict[tuple[int, int], int] = {}
        for x, width in _runs(row):
            at = above.get((x, width))
            if at is None:
                at = len(made)
                made.append(Bar(x, y, width, 1))
            else:
                made[at] = made[at]._replace(height=made[at].height + 1)
            here[x, width] = at
        above = here
    return made


def _runs(row: bytearray) -> list[tuple[int, int]]:
    """Return where black modules begin in a row, and how many follow."""
    runs = []
    start = 0
    for end in range(1, len(row) + 1):
        if end == len(row) or row[end] != row[start]:
            if row[start]:
                runs.append((start, end - start))
            start = end
    return runs
