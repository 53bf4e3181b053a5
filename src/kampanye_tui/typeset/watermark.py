"""A word that lies across a page under its text, as the outlines of its letters.

It is drawn, not written: no reader takes it for words between those of a sentence, and no search finds it.
"""

from __future__ import annotations

from functools import lru_cache
from math import sqrt

import uharfbuzz as hb

from kampanye_tui.typeset.font import EM, Font
from kampanye_tui.typeset.page import Outline
from kampanye_tui.typeset.units import POINT

GREY = 90
"""Light enough to read small print over it, dark enough to be seen on a photocopy."""
_LENGTH = 66
"""Percent of the way from corner to corner that the word takes at most."""
_HEIGHT = 20
"""Percent of the shorter side that its capitals are high at most: a short word is no black-out."""

_GRAIN = POINT // 10
"""Nobody sees less at this size, and every file holds the digits."""


@lru_cache(maxsize=16)
def watermark(text: str, font: Font, width: int, height: int) -> tuple[Outline, ...]:
    """Return the word in the middle of a page of this size, rising to the right; nothing of no word."""
    if not text:
        return ()
    word = font.word(text)
    tall = font.metrics.cap_height
    diagonal = sqrt(width * width + height * height)
    size = min(diagonal * _LENGTH / 100 * EM / word.advance, min(width, height) * _HEIGHT / 100 * EM / tall)
    across, up = width / diagonal, height / diagonal
    to_ems = size / int(font.face.upem)

    def placed(*points: float) -> tuple[int, ...]:
        """Return points of a glyph, in units of the font, turned and moved to the middle of the page."""
        made = []
        for unit_x, unit_y in zip(points[::2], points[1::2], strict=True):
            x = start + unit_x * to_ems - word.advance * size / EM / 2
            y = unit_y * to_ems - tall * size / EM / 2
            made += [_GRAIN * round(at / _GRAIN) for at in (x * across - y * up, -x * up - y * across)]
        return tuple(made)

    contours: list[tuple[tuple[int, ...], ...]] = []
    start = 0.0
    for glyph in word.glyphs:
        contours += [tuple(placed(*segment) for segment in contour) for contour in _contours(font, glyph.id)]
        start += (font.advance(glyph.id) + glyph.kern) * size / EM
    return (Outline(width // 2, height // 2, tuple(contours), GREY),)


def _contours(font: Font, glyph: int) -> list[list[tuple[float, ...]]]:
    """Return the contours of a glyph as ``Outline`` has them, in units of the font, upwards."""
    made: list[list[tuple[float, ...]]] = []

    def begin(x: float, y: float, _data: None) -> None:
        made.append([(x, y)])

    def straight(x: float, y: float, _data: None) -> None:
        made[-1].append((x, y))

    def curve(x1: float, y1: float, x2: float, y2: float, x3: float, y3: float, _data: None) -> None:
        made[-1].append((x1, y1, x2, y2, x3, y3))

    def bent(x1: float, y1: float, x2: float, y2: float, _data: None) -> None:
        """Add a curve of TrueType, with one control point, as one with two, which PDF has."""
        x0, y0 = made[-1][-1][-2:]
        first = (x0 + 2 * (x1 - x0) / 3, y0 + 2 * (y1 - y0) / 3)
        second = (x2 + 2 * (x1 - x2) / 3, y2 + 2 * (y1 - y2) / 3)
        made[-1].append((*first, *second, x2, y2))

    pen = hb.DrawFuncs()
    pen.set_move_to_func(begin)
    pen.set_line_to_func(straight)
    pen.set_quadratic_to_func(bent)
    pen.set_cubic_to_func(curve)
    font.font.draw_glyph(glyph, pen, None)
    return made
