"""A board on one page: how large its letters become, and who gets the room that is left."""

from __future__ import annotations

from typing import Any

import pytest

from kampanye_tui.model.document import Page, Paragraph, Run, SignatureField, SignatureGrid
from kampanye_tui.typeset.fit import fitted
from kampanye_tui.typeset.layout import body_of
from kampanye_tui.typeset.page import Glyphs, Layout
from kampanye_tui.typeset.units import millimetres
from tests.unit.typeset.setting import FAMILY, document, laid_out


def board(least: float = 10, largest: float = 40, bleed: int = 0) -> Page:
    return Page(
        width=297,
        height=420,
        top=15,
        bottom=15,
        left=15,
        right=15,
        size=least,
        largest=largest,
        bleed=bleed,
    )


def text(words: int) -> Paragraph:
    return Paragraph(runs=(Run("janji " * words),))


def frames(count: int, height: int = 30) -> SignatureGrid:
    places = tuple(
        SignatureField(party=f"p{n}", caption=f"Partai{n}", office="Ketua", name="", role="peserta-pemilu")
        for n in range(count)
    )
    return SignatureGrid(fields=places, columns=4, height=height, framed=True)


def size(layout: Layout) -> float:
    """Return the size of the first letters, in points."""
    return next(item.size for item in layout.pages[0].items if isinstance(item, Glyphs)) / 1000


def heights(*blocks: Any, page: Page) -> list[int]:
    """Return the heights of the grids after fitting."""
    made = document(*blocks, page=page)
    done = fitted(made, lambda sized: body_of(sized, FAMILY).pages)
    return [block.height for block in done.blocks if isinstance(block, SignatureGrid)]


def test_letters_grow_to_the_largest_size_where_there_is_room() -> None:
    assert size(laid_out(text(3), page=board())) == 40


def test_letters_grow_no_further_than_what_fits_on_one_page() -> None:
    layout = laid_out(text(600), page=board())
    assert (len(layout.pages), 10 < size(layout) < 40) == (1, True)


def test_one_step_more_would_need_a_second_page() -> None:
    reached = size(laid_out(text(600), page=board()))
    assert len(laid_out(text(600), page=board(reached + 0.5, 0)).pages) == 2


def test_what_fits_no_page_at_its_least_size_runs_over_several() -> None:
    layout = laid_out(text(6000), page=board())
    assert (len(layout.pages) > 1, size(layout)) == (True, 10)


def test_letters_of_other_papers_stay_as_they_are() -> None:
    assert size(laid_out(text(3), page=board(10, 0))) == 10


def test_frames_take_the_room_that_is_left() -> None:
    (height,) = heights(text(3), frames(16), page=board(10, 12))
    assert height > 40


def test_frames_with_more_room_stay_on_the_page() -> None:
    assert len(laid_out(text(3), frames(16), page=board(10, 12)).pages) == 1


def test_frames_of_a_few_signers_become_twice_as_high_at_most() -> None:
    assert heights(text(3), frames(2), page=board()) == [60]


@pytest.mark.parametrize("count", [1, 4, 17, 24])
def test_frames_are_never_lower_than_the_template_says(count: int) -> None:
    assert heights(text(40), frames(count), page=board())[0] >= 30


def test_a_page_without_text_is_left_alone() -> None:
    assert len(laid_out(page=board()).pages) == 1


def test_a_sheet_for_the_print_shop_is_larger_than_what_is_cut() -> None:
    layout = laid_out(text(3), page=board(bleed=3))
    assert (layout.width - 2 * layout.cut, layout.height - 2 * layout.cut) == (
        millimetres(297),
        millimetres(420),
    )


def test_the_band_runs_into_the_bleed_and_ends_there() -> None:
    layout = laid_out(text(3), page=board(bleed=3))
    band = [item for item in layout.behind if getattr(item, "grey", 0) == 85]
    assert min(item.x for item in band) == layout.cut - layout.bleed == layout.cut - millimetres(3)


def test_no_mark_to_cut_by_is_left_on_the_page() -> None:
    layout = laid_out(text(3), page=board(bleed=3))
    marks = [item for item in layout.behind if item.x < layout.cut - layout.bleed]
    assert all(item.x + item.width <= layout.cut - layout.bleed for item in marks)


def test_two_marks_stand_at_each_corner() -> None:
    layout = laid_out(text(3), page=board(bleed=3))
    printed = layout.cut - layout.bleed
    outside = [
        item
        for item in layout.behind
        if item.x + item.width <= printed
        or item.y + item.height <= printed
        or item.x >= layout.width - printed
        or item.y >= layout.height - printed
    ]
    assert len(outside) == 8
