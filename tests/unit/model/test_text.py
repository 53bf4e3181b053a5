"""What text may hold, where it may not, and how it is shown on a terminal."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kampanye_tui.model.text import (
    ADDRESS,
    IDENTIFIER,
    LONGEST_ID,
    MANY_LINES,
    NAME,
    ONE_LINE,
    REGION,
    describe,
    faults,
    printable,
    unseen,
)

STEERING = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
ANYTHING = st.text(st.characters(), max_size=40)


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("\x00", "U+0000 (NUL)"),
        ("\x07", "U+0007 (tanpa nama)"),
        ("\t", "U+0009 (TAB)"),
        ("\n", "U+000A (BARIS BARU)"),
        ("\r", "U+000D (CARRIAGE RETURN)"),
        ("\x1b", "U+001B (ESCAPE)"),
        ("\x7f", "U+007F (tanpa nama)"),
        ("\x85", "U+0085 (tanpa nama)"),
        ("\x9b", "U+009B (tanpa nama)"),
        ("\u00ad", "U+00AD (SOFT HYPHEN)"),
        ("\u200b", "U+200B (ZERO WIDTH SPACE)"),
        ("\u200d", "U+200D (ZERO WIDTH JOINER)"),
        ("\u200f", "U+200F (RIGHT-TO-LEFT MARK)"),
        ("\u202e", "U+202E (RIGHT-TO-LEFT OVERRIDE)"),
        ("\u2066", "U+2066 (LEFT-TO-RIGHT ISOLATE)"),
        ("\u2028", "U+2028 (LINE SEPARATOR)"),
        ("\u2029", "U+2029 (PARAGRAPH SEPARATOR)"),
        ("\ufeff", "U+FEFF (ZERO WIDTH NO-BREAK SPACE)"),
        ("\ud800", "U+D800 (tanpa nama)"),
        ("\ue000", "U+E000 (tanpa nama)"),
        ("\uffff", "U+FFFF (tanpa nama)"),
        ("\U000e0041", "U+E0041 (TAG LATIN CAPITAL LETTER A)"),
    ],
)
def test_a_character_that_nobody_sees_is_named_with_its_place(character: str, name: str) -> None:
    assert list(unseen(f"Kota{character}")) == [(5, name)]


@pytest.mark.parametrize("character", ["\u034f", "\u115f", "\u3164", "\ufe0f"])
def test_a_letter_or_mark_that_nobody_sees_is_refused_too(character: str) -> None:
    assert list(unseen(f"Kota{character}")) == [(5, describe(character))]


@pytest.mark.parametrize(
    "shown",
    [
        "*tebal* _miring_ `kode`",
        "[b]x[/b]",
        "<b>x</b> &amp; <script>",
        "::: kop",
        "{nama_kantor} {@id} {{",
        "\"lurus\" 'lurus' “lengkung” ‘lengkung’",
        "É é Jalan Café",
        "Jumʼat, Maʼruf",
        "كوميسي",
        "e\u0301 (terurai)",
        "1 – 2 — 3 … ½ § ² ₀",
        "😀 漢字 \u00a0",
        "",
    ],
)
@pytest.mark.parametrize("kind", [ONE_LINE, MANY_LINES])
def test_what_people_see_prints_as_it_is(shown: str, kind: str) -> None:
    assert (list(faults(shown, kind)), printable(shown)) == ([], shown)


def test_every_place_in_a_text_is_named() -> None:
    assert [position for position, _ in unseen("\u200ba\x1bb\u200b")] == [1, 3, 5]


def test_a_text_of_several_lines_may_break_its_lines() -> None:
    assert list(faults("satu\ndua\n\ntiga", MANY_LINES)) == []


def test_a_text_of_one_line_may_not() -> None:
    (fault,) = faults("satu\ndua", ONE_LINE)
    assert "U+000A (BARIS BARU) pada karakter ke-5" in fault


@pytest.mark.parametrize("end", ["\r", "\r\n", "\x0b", "\x0c", "\x1c", "\x85", "\u2028"])
def test_a_text_of_several_lines_breaks_them_with_lf_only(end: str) -> None:
    assert len(list(faults(f"satu{end}dua", MANY_LINES))) == 1


@pytest.mark.parametrize(
    ("kind", "word"),
    [
        (IDENTIFIER, "a"),
        (IDENTIFIER, "7"),
        (IDENTIFIER, "partai-demokrat"),
        (IDENTIFIER, "2023-kampanye-damai"),
        (IDENTIFIER, "a" * LONGEST_ID),
        (ADDRESS, "nasional/ringkas"),
        (ADDRESS, "banten-36/a-1"),
        (REGION, ""),
        (REGION, "36"),
        (REGION, "36.74"),
        (NAME, "nama_kantor"),
        (NAME, "pasal1_2"),
    ],
)
def test_a_word_of_its_kind_has_no_fault(kind: str, word: str) -> None:
    assert list(faults(word, kind)) == []


@pytest.mark.parametrize(
    ("kind", "word"),
    [
        (IDENTIFIER, ""),
        (IDENTIFIER, "-a"),
        (IDENTIFIER, "a-"),
        (IDENTIFIER, "a--b"),
        (IDENTIFIER, "A"),
        (IDENTIFIER, "a_b"),
        (IDENTIFIER, "a b"),
        (IDENTIFIER, "a\n"),
        (IDENTIFIER, "é"),
        (IDENTIFIER, "٣"),
        (IDENTIFIER, "a/b"),
        (IDENTIFIER, ".."),
        (IDENTIFIER, "a" * (LONGEST_ID + 1)),
        (ADDRESS, "nasional"),
        (ADDRESS, "nasional/"),
        (ADDRESS, "/ringkas"),
        (ADDRESS, "a/b/c"),
        (ADDRESS, "../b"),
        (ADDRESS, "a/b\n"),
        (REGION, "3"),
        (REGION, "367"),
        (REGION, "3674"),
        (REGION, "36.1"),
        (REGION, "36.744"),
        (REGION, "36."),
        (REGION, ".74"),
        (REGION, "36,74"),
        (REGION, "36.74.01"),
        (REGION, " 36"),
        (REGION, "36\n"),
        (REGION, "٣٦"),
        (REGION, "Banten"),
        (NAME, ""),
        (NAME, "1a"),
        (NAME, "_a"),
        (NAME, "a_"),
        (NAME, "a__b"),
        (NAME, "a-b"),
        (NAME, "Nama"),
        (NAME, "nama.kantor"),
    ],
)
def test_a_word_of_another_kind_has_one_fault(kind: str, word: str) -> None:
    assert len(list(faults(word, kind))) == 1


def test_escape_is_written_out() -> None:
    assert printable("\x1b[2J") == "<U+001B>[2J"


@given(ANYTHING)
def test_nothing_that_steers_a_terminal_is_left_in_what_is_printed(text: str) -> None:
    assert not {unicodedata.category(character) for character in printable(text)} & STEERING


@given(ANYTHING)
def test_what_is_printed_once_is_printed_the_same_twice(text: str) -> None:
    assert printable(printable(text)) == printable(text)


@given(ANYTHING)
def test_a_text_of_one_line_without_faults_is_printed_as_it_is(text: str) -> None:
    assert (printable(text) == text) == (not list(faults(f"a{text}", ONE_LINE)))


@pytest.mark.parametrize(("text", "faulty"), [("", False), (" ", True), ("\u2003 ", True), (" a ", False)])
def test_a_text_of_one_line_holds_more_than_blanks(text: str, faulty: bool) -> None:
    assert bool(list(faults(text, ONE_LINE))) is faulty


@given(ANYTHING)
def test_the_named_places_are_those_that_are_written_out(text: str) -> None:
    places = [place for place, character in enumerate(text, 1) if printable(character) != character]
    assert [place for place, _ in unseen(text)] == places
