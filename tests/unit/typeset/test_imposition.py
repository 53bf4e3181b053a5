"""Which pages stand together on the sheets of a booklet, and where."""

from __future__ import annotations

import pytest

from kampanye_tui.model.document import Heading, Page, PageBreak, Paragraph, Run
from kampanye_tui.typeset.imposition import booklet_order, folded, sheet_width
from kampanye_tui.typeset.layout import body_of
from kampanye_tui.typeset.page import Glyphs, Ink, Layout
from kampanye_tui.typeset.units import millimetres
from tests.unit.typeset.setting import A4, F4, FAMILY, document, laid_out, said

A5 = Page(width=148, height=210, top=15, bottom=15, left=15, right=15, size=10, multiple=4)

ORDERS = {
    4: [(4, 1), (2, 3)],
    8: [(8, 1), (2, 7), (6, 3), (4, 5)],
    12: [(12, 1), (2, 11), (10, 3), (4, 9), (8, 5), (6, 7)],
    16: [(16, 1), (2, 15), (14, 3), (4, 13), (12, 5), (6, 11), (10, 7), (8, 9)],
    5: [(0, 1), (2, 0), (0, 3), (4, 5)],
    1: [(0, 1), (0, 0)],
}
"""As a printer writes it down for saddle stitch: front and back of the outermost sheet first; 0 is empty."""


@pytest.mark.parametrize("count", ORDERS)
def test_pages_stand_in_the_order_of_a_booklet(count: int) -> None:
    assert list(booklet_order(count)) == ORDERS[count]


def booklet(count: int, page: Page = A5) -> Layout:
    """Return a layout of so many pages, each with its name."""
    blocks = [
        block
        for number in range(1, count + 1)
        for block in (Heading(level=1, runs=(Run(f"Halaman-{number}"),)), PageBreak())
    ]
    return laid_out(*blocks, page=page, foot="")


def halves(layout: Layout) -> list[tuple[str, str]]:
    """Return the name of the page at the left and at the right of the fold of each side."""
    fold = layout.width // 2
    made = []
    for page in layout.pages:
        texts = ["", ""]
        for share in page.text.shares:
            for item in share.items:
                if isinstance(item, Glyphs):
                    texts[item.x > fold] += said((item,))
        made.append((texts[0], texts[1]))
    return made


def test_pages_come_to_their_side_of_the_fold() -> None:
    assert halves(folded(booklet(8))) == [
        ("Halaman-8", "Halaman-1"),
        ("Halaman-2", "Halaman-7"),
        ("Halaman-6", "Halaman-3"),
        ("Halaman-4", "Halaman-5"),
    ]


def test_pages_of_a5_stand_on_a4() -> None:
    layout = folded(booklet(4))
    assert (layout.width, layout.height) == (millimetres(297), millimetres(210))


def test_pages_of_a4_stand_on_a3() -> None:
    assert folded(booklet(4, A4)).width == millimetres(420)


def test_no_sheet_folds_to_f4() -> None:
    assert sheet_width(booklet(4, F4)) == 0


def test_what_every_page_carries_comes_along() -> None:
    foot = [said(page.numbered).count("Halaman") for page in folded(booklet(8)).pages]
    assert foot == [2, 2, 2, 2]


@pytest.mark.parametrize(("written", "pages"), [(4, 4), (5, 8), (6, 8), (7, 8), (8, 8)])
def test_a_booklet_is_filled_up_to_whole_sheets(written: int, pages: int) -> None:
    assert len(booklet(written).pages) == pages


def test_other_papers_have_the_pages_that_they_need() -> None:
    assert len(booklet(5, A4).pages) == 5


def test_pages_that_fill_up_are_ruled_for_notes() -> None:
    lines = [sum(isinstance(item, Ink) for item in page.numbered) for page in booklet(6).pages]
    assert (lines[:6], min(lines[6:]) > 10) == ([0] * 6, True)


def test_pages_that_fill_up_are_counted_at_the_foot() -> None:
    assert "Halaman 5 dari 8" in said(booklet(5).pages[4].items)


def test_lines_to_write_on_stay_above_the_foot() -> None:
    layout = booklet(5)
    lowest = max(item.y for item in layout.pages[5].numbered if isinstance(item, Ink))
    assert lowest < millimetres(A5.height - A5.bottom)


def test_the_preview_has_as_many_pages_as_the_booklet() -> None:
    made = document(Paragraph(runs=(Run("Isi"),)), page=A5)
    assert len(body_of(made, FAMILY).pages) == 4
