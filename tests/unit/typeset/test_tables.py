"""Tables and frames as they stand on pages."""

from __future__ import annotations

import pytest

from kampanye_tui.model.document import Align, Box, Column, Paragraph, Run, Table
from kampanye_tui.typeset.boxes import RULE
from kampanye_tui.typeset.page import Glyphs, Ink, Page
from kampanye_tui.typeset.units import millimetres
from tests.unit.typeset.setting import A4, laid_out, places, said, style

COLUMNS = (Column(head="Nomor", share=1, align=Align.CENTRE), Column(head="Nama", share=3))


def table(rows: int, row_height: int = 0, text: str = "Ani") -> Table:
    made = tuple(((Run(f"{number}."),), (Run(text),)) for number in range(1, rows + 1))
    return Table(columns=COLUMNS, rows=made, row_height=row_height)


def inks(page: Page) -> list[Ink]:
    """Return the rules and shades of a page without those of its furniture."""
    body = millimetres(A4.height - A4.bottom) + RULE
    return [item for item in page.items if isinstance(item, Ink) and item.y + item.height <= body]


def heads(page: Page) -> int:
    return sum(said((item,)).startswith("Nomor") for item in page.items if isinstance(item, Glyphs))


def test_the_head_of_a_table_stands_once_on_every_page() -> None:
    layout = laid_out(table(100))
    assert [heads(page) for page in layout.pages] == [1] * len(layout.pages)


def test_a_long_table_keeps_all_its_rows() -> None:
    whole = " ".join(said((item,)) for page in laid_out(table(100)).pages for item in page.items)
    assert [whole.count(f" {number}.") for number in range(1, 101)] == [1] * 100


def test_a_table_is_framed_on_all_four_sides() -> None:
    left, right = millimetres(A4.left), millimetres(A4.left) + style().width
    upright = {item.x for item in inks(laid_out(table(1)).pages[0]) if item.width == RULE}
    assert {left, right} <= upright


def test_a_rule_stands_between_two_columns() -> None:
    upright = {item.x for item in inks(laid_out(table(1)).pages[0]) if item.width == RULE}
    assert millimetres(A4.left) + style().width // 4 in upright


def test_the_rules_of_rows_meet() -> None:
    page = laid_out(table(2)).pages[0]
    level = sorted({item.y for item in inks(page) if item.height == RULE})
    assert len(level) == 4


def test_the_head_of_a_table_is_shaded() -> None:
    (shade,) = [item for item in inks(laid_out(table(2)).pages[0]) if item.grey]
    assert (shade.grey, shade.width) == (90, style().width)


def test_a_row_is_as_tall_as_its_table_asks() -> None:
    page = laid_out(table(2, row_height=20)).pages[0]
    level = sorted({item.y for item in inks(page) if item.height == RULE})
    assert level[3] - level[2] == millimetres(20)


def test_a_cell_stands_as_its_column_asks() -> None:
    spans = {word: (start, end) for start, end, word in places(laid_out(table(1)).pages[0].items)}
    middle = 2 * millimetres(A4.left) + style().width // 4
    assert abs(sum(spans["1."]) - middle) <= 10


def ends(*numbers: str, align: Align = Align.CENTRE) -> list[int]:
    """Return where the texts of a column end."""
    columns = (Column(head="Banyaknya", align=align), Column(head="Nama"))
    rows = tuple(((Run(number),), (Run("Ani"),)) for number in numbers)
    found = places(laid_out(Table(columns=columns, rows=rows)).pages[0].items)
    return [end for _start, end, word in found if word in numbers]


@pytest.mark.parametrize("align", [Align.CENTRE, Align.LEFT, Align.RIGHT])
def test_the_last_digits_of_numbers_stand_below_each_other(align: Align) -> None:
    assert len(set(ends("7", "12", "1.250", align=align))) == 1


def test_the_dots_of_numbers_stand_below_each_other() -> None:
    assert len(set(ends("9.", "10.", "100."))) == 1


def test_the_widest_number_stands_in_the_middle_of_its_column() -> None:
    columns = (Column(head="Banyaknya"), Column(head="Nama"))
    rows = tuple(((Run(number),), (Run("Ani"),)) for number in ("7", "1.250"))
    spans = {
        word: (start, end)
        for start, end, word in places(laid_out(Table(columns=columns, rows=rows)).pages[0].items)
    }
    assert abs(sum(spans["1.250"]) - sum(spans["Banyaknya"])) <= 10


def test_a_dash_for_no_number_does_not_keep_numbers_from_standing_below_each_other() -> None:
    assert len(set(ends("7", "–", "12", align=Align.RIGHT))) == 1


def test_numbers_and_a_dash_stand_in_the_middle_of_their_column() -> None:
    columns = (Column(head="Banyaknya", align=Align.RIGHT), Column(head="Nama"))
    rows = tuple(((Run(number),), (Run("Ani"),)) for number in ("7", "–"))
    found = places(laid_out(Table(columns=columns, rows=rows)).pages[0].items)
    spans = {word: (start, end) for start, end, word in found}
    assert abs(sum(spans["7"]) - sum(spans["Banyaknya"])) <= 10


def test_cells_to_be_filled_do_not_keep_numbers_from_standing_below_each_other() -> None:
    assert len(set(ends("7", "", "12"))) == 1


def test_a_column_of_numbers_and_words_stands_as_it_asks() -> None:
    assert len(set(ends("7", "12", "satu"))) == 3


def words(*heads: str, shares: tuple[int, ...], cells: tuple[str, ...]) -> list[str]:
    """Return the pieces in which a table of one row sets its words."""
    columns = tuple(Column(head=head, share=share) for head, share in zip(heads, shares, strict=True))
    rows = (tuple((Run(cell),) for cell in cells),)
    return [word for _start, _end, word in places(laid_out(Table(columns=columns, rows=rows)).pages[0].items)]


def test_a_word_of_a_head_that_its_share_has_no_room_for_is_not_cut() -> None:
    said = words("Menandatangani", "Nama", shares=(1, 9), cells=("1", "Ani"))
    assert "Menandatangani" in said


def test_a_word_of_a_cell_that_its_share_has_no_room_for_is_not_cut() -> None:
    said = words("Nama", "Hasil", shares=(9, 1), cells=("Ani", "menandatangani"))
    assert "menandatangani" in said


def test_a_column_gives_no_more_than_its_own_words_leave() -> None:
    heads = ("Menandatangani", "Kepulauan", "Nama")
    said = words(*heads, shares=(1, 2, 9), cells=("1", "2", "Ani"))
    assert [head for head in heads if head not in said] == []


def test_a_column_that_a_hand_is_to_fill_gives_nothing() -> None:
    columns = tuple(Column(head=head, share=share) for head, share in (("A", 1), ("Tanda tangan", 9)))
    page = laid_out(Table(columns=columns, rows=(((Run("menandatangani"),), ()),))).pages[0]
    upright = {item.x for item in inks(page) if item.width == RULE}
    assert millimetres(A4.left) + style().width // 10 in upright


def test_words_have_room_before_dates_stay_on_one_line() -> None:
    heads, shares = ("Mulai", "Tunda", "Lanjut", "Ubah", "Tutup", "Hasil"), (6, 6, 6, 6, 6, 1)
    said = words(*heads, shares=shares, cells=(*["28 November 2023"] * 5, "menandatangani"))
    assert "menandatangani" in said


def test_a_date_that_its_share_has_no_room_for_stays_on_one_line() -> None:
    columns = (Column(head="Nama", share=9), Column(head="Tanggal", share=2))
    page = laid_out(Table(columns=columns, rows=(((Run("Ani"),), (Run("28 November 2023"),)),))).pages[0]
    assert "28 November 2023" in [said((item,)) for item in page.items]


def test_a_column_of_a_no_break_space_needs_no_room() -> None:
    assert words("Nama", "", shares=(1, 9), cells=("Ani", "\u00a0"))[:2] == ["Nama", "Ani"]


def test_columns_whose_words_fit_are_as_wide_as_their_shares() -> None:
    upright = {
        item.x for item in inks(laid_out(table(1, text="menandatangani")).pages[0]) if item.width == RULE
    }
    assert millimetres(A4.left) + style().width // 4 in upright


def test_a_code_wider_than_a_fifth_of_its_table_is_cut_and_the_table_fills_its_line() -> None:
    columns = (Column(head="Kode", share=1), Column(head="Nama", share=8))
    rows = (((Run("a1" * 60),), (Run("Ani"),)),)
    page = laid_out(Table(columns=columns, rows=rows)).pages[0]
    edges = {item.x - millimetres(A4.left) for item in inks(page) if item.width == RULE}
    middle, right = sorted(edges)[1:]
    assert (abs(middle - style().width // 5) < 2 * millimetres(3), right) == (True, style().width)


def test_a_table_whose_words_have_no_room_at_all_fills_its_line() -> None:
    columns = tuple(Column(head="Menandatangani") for _ in range(12))
    page = laid_out(Table(columns=columns, rows=(((Run("1"),),) * 12,))).pages[0]
    edges = {item.x - millimetres(A4.left) for item in inks(page) if item.width == RULE}
    assert (len(edges), max(edges)) == (13, style().width)


def test_the_text_of_a_cell_stays_within_it() -> None:
    page = laid_out(table(1, text="kata yang panjang " * 20)).pages[0]
    body = [place for place in places(page.items) if place[2] in ("kata", "yang", "panjang")]
    edge = millimetres(A4.left) + style().width
    assert (
        min(start for start, _e, _t in body) > edge - 3 * style().width // 4,
        max(e for _s, e, _t in body) < edge,
    ) == (
        True,
        True,
    )


def test_the_lines_of_a_frame_stand_in_its_middle() -> None:
    page = laid_out(Box(lines=((Run("Satu"),), (Run("Dua tiga", bold=True),)))).pages[0]
    middle = 2 * millimetres(A4.left) + style().width
    spans = {word: (start, end) for start, end, word in places(page.items)}
    assert (
        abs(sum(spans["Satu"]) - middle) <= 10,
        abs(spans["Dua"][0] + spans["tiga"][1] - middle) <= 10,
    ) == (
        True,
        True,
    )


def test_a_frame_is_drawn_around_its_lines() -> None:
    page = laid_out(Box(lines=((Run("Satu"),), (Run("Dua"),)))).pages[0]
    lines = [item.y for item in page.items if said((item,)) in ("Satu", "Dua")]
    level = sorted({item.y for item in inks(page) if item.height == RULE})
    assert level[0] < min(lines) < max(lines) < level[-1]


def test_text_behind_a_table_stands_a_gap_further_off_than_behind_text() -> None:
    behind = Paragraph(runs=(Run("Sesudah"),))
    page = laid_out(table(1), behind).pages[0]
    below = max(item.y for item in inks(page) if item.height == RULE)
    baseline = next(item.y for item in page.items if isinstance(item, Glyphs) and said((item,)) == "Sesudah")
    assert baseline - below == 2 * style().gap + style().baseline(style().size)
