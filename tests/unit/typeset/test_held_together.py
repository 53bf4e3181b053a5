"""What belongs together is on one page, wherever the page ends: each case is moved down line by line."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest

from kampanye_tui.model.document import (
    Align,
    Block,
    ClauseBlock,
    Column,
    Entry,
    Form,
    FormField,
    Heading,
    Page,
    Paragraph,
    QRCode,
    Run,
    SignatureField,
    SignatureGrid,
    Table,
)
from kampanye_tui.typeset.table_blocks import PADDING
from kampanye_tui.typeset.units import millimetres
from tests.unit.typeset.setting import A4, F4, laid_out, said, style

PAPERS = pytest.mark.parametrize("page", [A4, F4], ids=["A4", "F4"])
LINES = range(30, 54)
"""Lines above what is looked at: with fewer it ends on the first page, with more it begins on the second."""


def text(content: str, keep: bool = False) -> Paragraph:
    return Paragraph(runs=(Run(content),), align=Align.LEFT, keep=keep)


def moved_down(*blocks: Block, page: Page) -> Iterator[list[str]]:
    """Yield the text of each page for every height at which the blocks begin."""
    for lines in LINES:
        filler = text("\n".join(["isi"] * lines))
        layout = laid_out(filler, *blocks, page=page, foot="", mark="")
        yield [" ".join(said((item,)) for item in one.items) for one in layout.pages]


def together(page: list[str], first: str, second: str) -> bool:
    """Tell whether two words are on one page."""
    return [first in one for one in page] == [second in one for one in page]


def field(number: int) -> SignatureField:
    return SignatureField(
        party=f"p{number}", caption=f"Partai{number}.", office="Ketua", name=f"Nama{number}.", role="saksi"
    )


@PAPERS
@pytest.mark.parametrize("level", [1, 2])
def test_a_heading_is_on_the_page_of_the_text_below_it(page: Page, level: int) -> None:
    heading = Heading(level=level, runs=(Run("Kepala"),))
    assert all(
        together(pages, "Kepala", "Isinya") for pages in moved_down(heading, text("Isinya"), page=page)
    )


@PAPERS
def test_number_and_title_of_a_clause_are_on_the_page_of_its_text(page: Page) -> None:
    clause = ClauseBlock(
        id="a", label="Pasal 1", title="Judul", entries=(Entry(label="", runs=(Run("Isinya"),)),)
    )
    for pages in moved_down(clause, page=page):
        assert together(pages, "Pasal", "Isinya")
        assert together(pages, "Judul", "Isinya")


@PAPERS
def test_the_head_of_a_table_is_on_the_page_of_its_first_row(page: Page) -> None:
    table = Table(columns=(Column(head="Kepala"),), rows=(((Run("Pertama"),),),))
    assert all(together(pages, "Kepala", "Pertama") for pages in moved_down(table, page=page))


@PAPERS
def test_a_heading_is_on_the_page_of_the_table_below_it(page: Page) -> None:
    table = Table(columns=(Column(head="Kolom"),), rows=(((Run("Pertama"),),),))
    heading = Heading(level=2, runs=(Run("Kepala"),))
    assert all(together(pages, "Kepala", "Pertama") for pages in moved_down(heading, table, page=page))


@PAPERS
def test_every_page_of_a_table_begins_with_its_head(page: Page) -> None:
    rows = tuple(((Run(f"Baris{number}."),),) for number in range(30))
    table = Table(columns=(Column(head="Kepala"),), rows=rows)
    for pages in moved_down(table, page=page):
        assert all(("Kepala" in one) == ("Baris" in one) for one in pages)


@PAPERS
def test_what_is_signed_is_on_the_page_of_the_first_who_signs(page: Page) -> None:
    grid = SignatureGrid(fields=tuple(map(field, range(1, 5))), heading="Saksi")
    for pages in moved_down(text("Demikian."), grid, page=page):
        assert together(pages, "Demikian.", "Nama1.")


@PAPERS
def test_the_last_row_of_a_table_is_on_the_page_of_the_first_who_signs(page: Page) -> None:
    rows = tuple(((Run(f"Baris{number}."),),) for number in range(1, 4))
    table = Table(columns=(Column(head="Kepala"),), rows=rows, row_height=13)
    grid = SignatureGrid(fields=(field(1),), heading="Mengetahui")
    for pages in moved_down(table, grid, page=page):
        assert together(pages, "Baris3.", "Nama1.")


@PAPERS
def test_a_row_that_goes_with_signatures_to_the_next_page_takes_the_head_along(page: Page) -> None:
    rows = tuple(((Run(f"Baris{number}."),),) for number in range(1, 4))
    table = Table(columns=(Column(head="Kepala"),), rows=rows, row_height=13)
    grid = SignatureGrid(fields=(field(1),), heading="Mengetahui")
    for pages in moved_down(table, grid, page=page):
        assert all(("Kepala" in one) == ("Baris" in one) for one in pages)


@PAPERS
def test_the_heading_of_signatures_is_on_the_page_of_the_first(page: Page) -> None:
    grid = SignatureGrid(fields=(field(1), field(2)), heading="Saksi")
    assert all(together(pages, "Saksi", "Nama1.") for pages in moved_down(grid, page=page))


@PAPERS
def test_for_whom_and_name_of_a_place_are_on_one_page(page: Page) -> None:
    grid = SignatureGrid(fields=tuple(map(field, range(1, 7))))
    for pages in moved_down(grid, page=page):
        assert all(together(pages, f"Partai{number}.", f"Nama{number}.") for number in range(1, 7))


@PAPERS
def test_who_signs_last_does_not_sign_alone_on_a_page(page: Page) -> None:
    grid = SignatureGrid(fields=tuple(map(field, range(1, 6))))
    assert all(together(pages, "Nama5.", "Nama4.") for pages in moved_down(grid, page=page))


@PAPERS
def test_a_witness_does_not_sign_alone_on_the_last_page(page: Page) -> None:
    office = SignatureGrid(fields=tuple(map(field, range(1, 5))), heading="Kantor")
    witness = SignatureGrid(fields=(field(5),), heading="Saksi")
    assert all(together(pages, "Nama5.", "Nama4.") for pages in moved_down(office, witness, page=page))


@PAPERS
def test_a_member_left_over_who_signs_with_a_witness_leaves_the_row_above_where_it_is(page: Page) -> None:
    office = SignatureGrid(fields=tuple(map(field, range(1, 4))), heading="Kantor")
    witness = SignatureGrid(fields=(field(4),), heading="Saksi")
    moved = list(moved_down(office, witness, page=page))
    assert all(together(pages, "Nama4.", "Nama3.") for pages in moved)
    assert not all(together(pages, "Nama3.", "Nama2.") for pages in moved)


@PAPERS
@pytest.mark.parametrize("lines", [1, 3, 9, 16], ids=["short", "of three lines", "low", "long"])
@pytest.mark.parametrize("rows", [3, 6])
def test_the_last_row_of_a_table_does_not_stand_alone_on_a_page(lines: int, rows: int, page: Page) -> None:
    cells = tuple(((Run("\n".join([f"Baris{number}."] * lines)),),) for number in range(1, rows + 1))
    table = Table(columns=(Column(head="Kepala"),), rows=cells)
    for pages in moved_down(table, page=page):
        assert any(f"Baris{rows}." in one and f"Baris{rows - 1}." in one for one in pages)


@PAPERS
@pytest.mark.parametrize("lines", [1, 3, 5])
def test_the_first_row_of_a_table_does_not_stand_alone_below_its_head(lines: int, page: Page) -> None:
    cells = tuple(((Run("\n".join([f"Baris{number}."] * lines)),),) for number in range(1, 5))
    table = Table(columns=(Column(head="Kepala"),), rows=cells)
    assert all(together(pages, "Baris1.", "Baris2.") for pages in moved_down(table, page=page))


@PAPERS
@pytest.mark.parametrize("lines", [4, 5])
def test_a_row_of_few_lines_is_on_one_page(lines: int, page: Page) -> None:
    cells = tuple(((Run("\n".join([f"Baris{number}."] * lines)),),) for number in range(1, 6))
    table = Table(columns=(Column(head="Kepala"),), rows=cells)
    for pages in moved_down(table, page=page):
        assert [sum(f"Baris{number}." in one for one in pages) for number in range(1, 6)] == [1] * 5


@PAPERS
@pytest.mark.parametrize("lines", [6, 7, 11])
def test_a_row_that_is_divided_has_three_lines_on_either_page(lines: int, page: Page) -> None:
    cells = tuple(((Run("\n".join([f"Baris{number}."] * lines)),),) for number in range(1, 6))
    table = Table(columns=(Column(head="Kepala"),), rows=cells)
    found = [one.count("Baris2.") for pages in moved_down(table, page=page) for one in pages]
    assert [count for count in found if 0 < count < lines and count < 3] == []


@PAPERS
def test_a_long_row_above_the_last_one_begins_where_there_is_room(page: Page) -> None:
    cells = tuple(
        ((Run("\n".join([f"Baris{number}."] * lines)),),) for number, lines in ((1, 1), (2, 20), (3, 1))
    )
    table = Table(columns=(Column(head="Kepala"),), rows=cells)
    assert any(sum("Baris2." in one for one in pages) == 2 for pages in moved_down(table, page=page))


@PAPERS
def test_a_low_row_above_the_last_one_goes_along_whole(page: Page) -> None:
    cells = tuple(((Run("\n".join([f"Baris{number}."] * 6)),),) for number in range(1, 4))
    table = Table(columns=(Column(head="Kepala"),), rows=cells)
    for pages in moved_down(table, page=page):
        assert sum("Baris2." in one for one in pages) == 1


@PAPERS
def test_of_two_rows_each_may_stand_on_a_page_of_its_own(page: Page) -> None:
    table = Table(columns=(Column(head="Kepala"),), rows=(((Run("Baris1."),),), ((Run("Baris2."),),)))
    assert not all(together(pages, "Baris1.", "Baris2.") for pages in moved_down(table, page=page))


@PAPERS
def test_a_code_below_signatures_does_not_stand_alone_on_the_last_page(page: Page) -> None:
    grid = SignatureGrid(fields=tuple(map(field, range(1, 5))))
    code = QRCode(content="4F2A", lines=((Run("Kode"),),), alternative="Kode QR", size=27)
    assert all(together(pages, "Kode", "Nama4.") for pages in moved_down(grid, code, page=page))


@PAPERS
def test_a_witness_before_others_may_begin_a_page(page: Page) -> None:
    office = SignatureGrid(fields=tuple(map(field, range(1, 3))), heading="Kantor")
    witness = SignatureGrid(fields=(field(3),), heading="Saksi")
    others = SignatureGrid(fields=tuple(map(field, range(4, 6))), heading="Mengetahui")
    held = [together(pages, "Nama3.", "Nama2.") for pages in moved_down(office, witness, others, page=page)]
    assert not all(held)


@PAPERS
def test_rows_with_room_for_a_stamp_lie_whole_on_a_page(page: Page) -> None:
    rows = tuple(((Run(f"Baris{number}."),), ()) for number in range(1, 7))
    table = Table(columns=(Column(head="Nama"), Column(head="Tanda tangan")), rows=rows, row_height=22)
    # Where the text of a row would stand that begins at the lower margin.
    end = millimetres(page.height - page.bottom) + PADDING + style(page).baseline(style(page).small)
    for lines in LINES:
        for one in laid_out(text("\n".join(["isi"] * lines)), table, page=page).pages:
            found = [item.y for item in one.items if said((item,)).startswith("Baris")]
            assert all(below - above >= millimetres(22) for above, below in pairwise([*found, end]))


@PAPERS
@pytest.mark.parametrize("value", ["", "Isinya"], ids=["to be filled", "known"])
def test_a_form_is_on_one_page_with_the_words_above_it(page: Page, value: str) -> None:
    fields = tuple(FormField(label=f"Isian{number}.", value=value) for number in range(1, 5))
    certified = Heading(level=2, runs=(Run("Sesuai dengan aslinya"),))
    for pages in moved_down(certified, Form(fields=fields), page=page):
        assert all(together(pages, "Sesuai", f"Isian{number}.") for number in range(1, 5))
