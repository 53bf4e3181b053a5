"""A word across a page: where it lies, how dark it is, and that it holds to the page."""

from __future__ import annotations

import pytest

from kampanye_tui.formats.pdf.default_fonts import default_fonts
from kampanye_tui.model.document import Page
from kampanye_tui.typeset.font import Font
from kampanye_tui.typeset.page import Outline
from kampanye_tui.typeset.units import millimetres
from kampanye_tui.typeset.watermark import watermark
from tests.unit.typeset.setting import A4, F4

FONT = Font(default_fonts().bold.read_bytes(), "tebal")
SHEETS = {
    "A4": A4,
    "F4": F4,
    "A4 lying": Page(width=297, height=210, top=20, bottom=20, left=20, right=20, size=10),
    "banner": Page(width=600, height=200, top=10, bottom=14, left=15, right=15, size=11),
}


def drawn(page: Page, word: str = "KONSEP") -> Outline:
    (made,) = watermark(word, FONT, millimetres(page.width), millimetres(page.height))
    return made


def points(made: Outline) -> list[tuple[int, int]]:
    """Return all points of a shape at their places on the page."""
    numbers = [segment for contour in made.contours for segment in contour]
    return [
        (made.x + x, made.y + y)
        for segment in numbers
        for x, y in zip(segment[::2], segment[1::2], strict=True)
    ]


@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.parametrize("word", ["KONSEP", "SALINAN", "CONTOH"])
def test_the_word_stays_on_what_a_printer_reaches(sheet: str, word: str) -> None:
    page = SHEETS[sheet]
    margin = millimetres(5)
    width, height = millimetres(page.width) - margin, millimetres(page.height) - margin
    assert all(margin < x < width and margin < y < height for x, y in points(drawn(page, word)))


def test_the_word_takes_up_most_of_the_way_from_corner_to_corner() -> None:
    made = points(drawn(A4))
    assert max(y for _x, y in made) - min(y for _x, y in made) > millimetres(A4.height) // 2


def test_the_word_rises_to_the_right() -> None:
    made = points(drawn(A4))
    assert min(made)[1] > max(made)[1]


def test_the_word_is_light_enough_to_read_over_and_dark_enough_to_see() -> None:
    assert 85 <= drawn(A4).grey <= 92


def test_no_word_is_nothing() -> None:
    assert watermark("", FONT, 1000, 1000) == ()
