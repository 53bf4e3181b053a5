"""Text → lines, counted by hand: every character of the typeface is half an em wide."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kampanye_tui.model.document import Align, Run
from kampanye_tui.typeset.lines import set_lines
from kampanye_tui.typeset.page import Glyphs
from tests.examples import examples
from tests.unit.typeset.setting import (
    CHARACTER,
    FAMILY,
    SIZE,
    broken,
    left_edge,
    right_edge,
    said,
    set_text,
)

WORDS = st.lists(st.text("abcdefgh-/.,()", min_size=1, max_size=14), min_size=1, max_size=12)
RUNS = st.lists(
    st.builds(Run, WORDS.map(" ".join), st.booleans(), st.booleans()), min_size=1, max_size=4
).map(tuple)
WIDTHS = st.integers(1, 40)


@pytest.mark.parametrize(
    ("text", "characters", "lines"),
    [
        ("satu dua tiga", 13, ["satu dua tiga"]),
        ("satu dua tiga", 12, ["satu dua", "tiga"]),
        ("satu dua tiga", 8, ["satu dua", "tiga"]),
        ("satu dua tiga", 7, ["satu", "dua", "tiga"]),
        ("satu dua tiga", 4, ["satu", "dua", "tiga"]),
        ("a b c d e f", 3, ["a b", "c d", "e f"]),
        ("", 5, [""]),
    ],
)
def test_a_line_takes_as_many_words_as_fit(text: str, characters: int, lines: list[str]) -> None:
    assert broken(text, characters) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("undang-undang", ["undang-", "undang"]),
        ("kabupaten/kota", ["kabupaten/", "kota"]),
        ("Jakarta–Bogor", ["Jakarta–", "Bogor"]),
        ("menang-menangan", ["menang-", "menangan"]),
    ],
)
def test_a_line_may_end_behind_a_hyphen_or_slash_between_letters(text: str, lines: list[str]) -> None:
    assert broken(text, 10) == lines


@pytest.mark.parametrize(
    "text", ["28-11-2023", "7/2017", "ke-7", "A-1", "(-)", "2022/2023", "-i", "x-", "WXHT-Y2R9-T19C"]
)
def test_a_line_does_not_end_within_a_number_or_beside_a_sign(text: str) -> None:
    assert broken(f"aaaa {text}", len(f"aaaa {text}") - 1) == ["aaaa", text]


def test_the_number_of_a_letter_goes_whole_to_the_next_line() -> None:
    assert broken("surat 1308/PR.08-SD/01/2022 itu", 24) == ["surat", "1308/PR.08-SD/01/2022", "itu"]


def test_the_number_of_a_letter_is_cut_only_where_no_line_holds_it() -> None:
    assert broken("1308/PR.08-SD/01/2022", 10) == ["1308/PR.08", "-SD/01/202", "2"]


def test_a_word_wider_than_the_line_is_cut_between_characters() -> None:
    assert broken("ab dipertanggungjawabkan", 10) == ["ab", "dipertangg", "ungjawabka", "n"]


def test_what_is_left_of_a_cut_word_shares_its_line() -> None:
    assert broken("abcdefghijkl mno", 8) == ["abcdefgh", "ijkl mno"]


def test_a_break_that_the_text_asks_for_ends_the_line() -> None:
    assert broken("satu\ndua tiga", 20) == ["satu", "dua tiga"]


def test_two_breaks_leave_an_empty_line() -> None:
    assert broken("satu\n\ndua", 20) == ["satu", "", "dua"]


def test_a_space_before_a_break_makes_no_empty_line() -> None:
    assert broken("abcdefghij \nsatu", 10) == ["abcdefghij", "satu"]


def test_a_line_does_not_begin_with_a_space() -> None:
    assert left_edge(set_text("abcdefghij  satu", 10)[1]) == 0


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("menurut Pasal 3", ["menurut", "Pasal 3"]),
        ("dan dalam ayat (1)", ["dan dalam", "ayat (1)"]),
        ("dan dalam huruf b", ["dan dalam", "huruf b"]),
        ("dan dalam angka 12", ["dan dalam", "angka 12"]),
        ("dan dengan Nomor 7", ["dan dengan", "Nomor 7"]),
        ("dan dari Tahun 2017", ["dan dari", "Tahun 2017"]),
        ("dan ini Pasal\u00a03", ["dan ini", "Pasal 3"]),
    ],
)
def test_a_citation_is_never_divided(text: str, lines: list[str]) -> None:
    assert broken(text, 13) == lines


def test_the_word_huruf_before_another_word_may_end_a_line() -> None:
    assert broken("dengan huruf kecil", 13) == ["dengan huruf", "kecil"]


def test_a_no_break_space_does_not_end_a_line() -> None:
    assert broken("satu dua\u00a0tiga", 10) == ["satu", "dua tiga"]


def test_a_word_of_two_faces_is_one_word() -> None:
    runs = (Run("satu ("), Run("Peserta", bold=True), Run("), dua"))
    lines = set_lines(runs, FAMILY, SIZE, 12 * CHARACTER, Align.LEFT)
    assert [said(line.items).rstrip() for line in lines] == ["satu", "(Peserta),", "dua"]


def test_a_word_of_two_faces_is_set_without_a_gap() -> None:
    runs = (Run("se"), Run("tengah", bold=True), Run("nya"))
    (line,) = set_lines(runs, FAMILY, SIZE, 20 * CHARACTER, Align.LEFT)
    starts = [item.x for item in line.items if isinstance(item, Glyphs)]
    assert starts == [0, 2 * CHARACTER, 8 * CHARACTER]


def test_each_face_is_set_in_its_own_font() -> None:
    runs = (Run("a"), Run("b", bold=True), Run("c", italic=True), Run("d", bold=True, italic=True))
    (line,) = set_lines(runs, FAMILY, SIZE, 20 * CHARACTER, Align.LEFT)
    assert [item.face for item in line.items if isinstance(item, Glyphs)] == [0, 1, 2, 3]


def test_a_too_wide_word_of_two_faces_is_cut_at_the_margin() -> None:
    runs = (Run("abcde", bold=True), Run("fghij"))
    lines = set_lines(runs, FAMILY, SIZE, 5 * CHARACTER, Align.LEFT)
    assert max(map(right_edge, lines)) <= 5 * CHARACTER


def test_a_too_wide_citation_is_cut_at_the_margin() -> None:
    assert max(map(right_edge, set_text("Nomor 1308/PR.08-SD/01/2022", 5))) <= 5 * CHARACTER


def test_lines_are_justified_to_the_width() -> None:
    lines = set_text("satu dua tiga empat lima enam tujuh", 13, Align.JUSTIFY)
    assert all(abs(right_edge(line) - 13 * CHARACTER) <= 50 for line in lines[:-1])


def test_the_last_line_is_not_justified() -> None:
    lines = set_text("satu dua tiga lima enam", 13, Align.JUSTIFY)
    assert right_edge(lines[-1]) == len("lima enam") * CHARACTER


def test_a_line_before_a_break_is_not_justified() -> None:
    lines = set_text("satu dua\ntiga empat lima", 13, Align.JUSTIFY)
    assert right_edge(lines[0]) == len("satu dua") * CHARACTER


def test_a_justified_line_of_one_word_stays_as_it_is() -> None:
    lines = set_text("abcdefgh abcdefgh", 10, Align.JUSTIFY)
    assert right_edge(lines[0]) == 8 * CHARACTER


def test_right_aligned_lines_end_at_the_width() -> None:
    lines = set_text("satu dua tiga", 9, Align.RIGHT)
    assert [right_edge(line) for line in lines] == [9 * CHARACTER, 9 * CHARACTER]


def test_a_centred_line_has_as_much_room_on_both_sides() -> None:
    (line,) = set_text("satu", 10, Align.CENTRE)
    assert (left_edge(line), right_edge(line)) == (3 * CHARACTER, 7 * CHARACTER)


def test_centred_lines_are_of_about_one_length() -> None:
    assert broken("satu dua tiga empat lima", 20, Align.CENTRE) == ["satu dua tiga", "empat lima"]


def test_balancing_takes_no_line_more() -> None:
    text = "partai politik peserta pemilihan umum di kota tangerang selatan"
    assert len(broken(text, 24, Align.CENTRE)) == len(broken(text, 24))


@examples(150)
@given(RUNS, WIDTHS, st.sampled_from(Align))
def test_the_words_come_out_once_each_and_in_order(runs: tuple[Run, ...], width: int, align: Align) -> None:
    lines = set_lines(runs, FAMILY, SIZE, width * CHARACTER, align)
    assert "".join(said(line.items) for line in lines) == "".join(run.text for run in runs)


@examples(150)
@given(WORDS, WIDTHS, st.sampled_from(Align))
def test_no_line_is_wider_than_the_width(words: list[str], width: int, align: Align) -> None:
    lines = set_text(" ".join(words), width, align)
    assert all(right_edge(line) <= width * CHARACTER for line in lines)


@examples(150)
@given(RUNS, WIDTHS, st.sampled_from(Align))
def test_no_line_of_several_faces_is_wider_than_the_width(
    runs: tuple[Run, ...], width: int, align: Align
) -> None:
    lines = set_lines(runs, FAMILY, SIZE, width * CHARACTER, align)
    assert all(right_edge(line) <= width * CHARACTER for line in lines)


@examples(100)
@given(st.lists(st.text("abc", min_size=1, max_size=6), min_size=5, max_size=40))
def test_every_justified_line_that_needs_no_gap_ends_at_the_width(words: list[str]) -> None:
    # Five words of six letters at most: each line of 48 holds enough spaces to fill what is left.
    lines = set_text(" ".join(words), 48, Align.JUSTIFY)[:-1]
    assert all(abs(right_edge(line) - 48 * CHARACTER) <= 50 for line in lines)
