"""Lengths in a Word document, in twentieths of a point; what PDF sets by its fonts is estimated here.

The document is set by Word, in a font of another machine: widths of text cannot be known, so labels get a
little more room than they need.
"""

from __future__ import annotations

import textwrap

TWIPS = 20
"""In a point."""
LABEL = 200
"""Width of a hanging label such as ``(1)`` or ``a.``, in hundredths of the size of body text."""
GAP = 55
"""Between paragraphs, in hundredths of the size of body text."""
SMALL, LEADING = 87, 132
"""Size of text in tables and of signatures; distance of lines, in hundredths of the size."""
CELL = 3 * TWIPS
"""Between the frame of a cell and its text."""
_NARROW = frozenset("().,;:' iljt")


def millimetres(length: float) -> int:
    """Return a length given in millimetres."""
    return round(length * 72 * TWIPS / 25.4)


GUTTER = millimetres(6)
"""Between places to sign."""
SIGNATURE_INK = millimetres(21)
"""Height left free between office and name."""
SIGNATURE_HEIGHT = millimetres(35)
"""Least height of a place to sign: room for ink and for an office stamp of 37 mm across its edge."""
FRAME_GAP = millimetres(1)
"""Between a caption and the frame below it."""
STAMP_WIDTH, STAMP_HEIGHT = millimetres(18), millimetres(22)
"""Of the frame for a revenue stamp."""


def share(size: float, hundredths: int) -> int:
    """Return hundredths of a size in points."""
    return round(size * hundredths * TWIPS / 100)


def text_width(text: str, size: float) -> int:
    """Return about how wide a text is on one line."""
    return share(size, sum(40 if character in _NARROW else 66 for character in text))


def line_count(text: str, size: float, width: int) -> int:
    """Return about how many lines a text takes."""
    room = max(1, width // share(size, 58))
    return sum(len(textwrap.wrap(line, room)) or 1 for line in text.split("\n"))
