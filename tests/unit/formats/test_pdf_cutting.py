"""What a PDF tells a print shop of its sheets."""

from __future__ import annotations

import pytest

from kampanye_tui.model.document import Document, Page
from tests.unit.formats.papers import A4, document, paragraph, pdf
from tests.unit.formats.test_pdf import opened
from tests.unit.formats.test_pdf_standards import BLOCKS, faults

BOARD = Page(width=420, height=594, top=16, bottom=16, left=16, right=16, size=14, largest=20, bleed=3)
MILLIMETRE = 72 / 25.4


def board() -> Document:
    return document(paragraph("Kami berjanji."), *BLOCKS["framed places to sign"], page=BOARD)


def box(data: bytes, name: str) -> tuple[float, float]:
    """Return width and height of a box of the first page, in millimetres."""
    with opened(data) as file:
        left, bottom, right, top = (float(edge) / MILLIMETRE for edge in file.pages[0][name])
    return right - left, top - bottom


def test_the_page_is_cut_to_the_size_of_the_board() -> None:
    assert box(pdf(board()), "/TrimBox") == pytest.approx((420, 594), abs=0.1)


def test_the_page_is_printed_3_mm_beyond_the_cut() -> None:
    assert box(pdf(board()), "/BleedBox") == pytest.approx((426, 600), abs=0.1)


def test_marks_have_room_outside_the_bleed() -> None:
    assert box(pdf(board()), "/MediaBox") == pytest.approx((440, 614), abs=0.1)


def test_paper_of_an_office_is_not_cut() -> None:
    with opened(pdf(document(paragraph("Isi"), page=A4))) as file:
        assert "/TrimBox" not in file.pages[0]


def test_boards_keep_to_the_standards() -> None:
    assert faults(pdf(board())) == []
