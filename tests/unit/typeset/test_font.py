"""Font files: which are refused, and what a shaped word knows of its text."""

from __future__ import annotations

import pytest

from kampanye_tui.formats.pdf.default_fonts import default_fonts
from kampanye_tui.model.problem import Problem, Refused
from kampanye_tui.typeset.font import Font
from tests.fonts import monospaced_bytes, postscript_bytes

SERIF = Font(default_fonts().regular.read_bytes(), "biasa")


def problem_of(data: bytes) -> Problem:
    with pytest.raises(Refused) as caught:
        Font(data, "Rumah (biasa.otf)")
    return caught.value.problems[0]


def test_a_font_with_postscript_outlines_is_refused() -> None:
    assert problem_of(postscript_bytes()).what == "jenis huruf Rumah (biasa.otf) bukan jenis huruf TrueType"


@pytest.mark.parametrize("data", [b"", b"bukan huruf", b"\x89PNG\r\n\x1a\n" * 50])
def test_bytes_that_are_no_font_are_refused_with_what_to_do(data: bytes) -> None:
    problem = problem_of(data)
    assert problem.what == "jenis huruf Rumah (biasa.otf) bukan jenis huruf TrueType atau OpenType"
    assert problem.hint == "Pakai berkas .ttf atau .otf yang utuh"


@pytest.mark.parametrize("share", [10, 50, 90])
def test_a_font_that_was_cut_short_is_refused(share: int) -> None:
    whole = default_fonts().regular.read_bytes()
    assert problem_of(whole[: len(whole) * share // 100]).what.endswith("terpotong ketika disalin")


def test_a_font_that_forbids_embedding_is_refused() -> None:
    assert "tidak mengizinkan penyematan" in problem_of(monospaced_bytes(2)).what


@pytest.mark.parametrize("embedding", [0, 4, 8])
def test_a_font_that_allows_embedding_is_taken(embedding: int) -> None:
    assert Font(monospaced_bytes(embedding), "biasa").metrics.name == "Uji-Regular"


def test_the_metrics_are_those_of_the_file() -> None:
    metrics = Font(monospaced_bytes(), "biasa").metrics
    assert (metrics.ascent, metrics.descent, metrics.cap_height) == (800, -200, 700)


def test_a_word_is_as_wide_as_its_characters() -> None:
    assert Font(monospaced_bytes(), "biasa").word("empat").advance == 5 * 500


def test_a_word_is_shaped_once() -> None:
    font = Font(monospaced_bytes(), "biasa")
    assert font.word("kata") is font.word("kata")


@pytest.mark.parametrize("text", ["Taufiq", "ffi", "fl", "AVA", "Tangerang", "Nyakʼ", "’", "é", "…", "(1)"])
def test_the_glyphs_of_a_word_show_its_text(text: str) -> None:
    assert "".join(glyph.text for glyph in SERIF.word(text).glyphs) == text


def test_a_ligature_shows_all_its_letters() -> None:
    assert [glyph.text for glyph in SERIF.word("Taufiq").glyphs] == ["T", "a", "u", "fi", "q"]


def test_a_pair_is_kerned() -> None:
    kerned = SERIF.word("AV").advance
    assert kerned < SERIF.word("A").advance + SERIF.word("V").advance


def test_kerning_and_widths_add_up_to_the_word() -> None:
    word = SERIF.word("AVATAR Taufiq")
    assert sum(SERIF.advance(glyph.id) + glyph.kern for glyph in word.glyphs) == word.advance


def test_a_letter_with_its_accent_apart_is_the_same_as_in_one() -> None:
    apart, whole = SERIF.word("Cafe\u0301"), SERIF.word("Café")
    assert (apart.glyphs, apart.text) == (whole.glyphs, whole.text)


def test_a_no_break_space_prints_as_a_space() -> None:
    assert [glyph.id for glyph in SERIF.word("\u00a0").glyphs] == [glyph.id for glyph in SERIF.space.glyphs]


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Partai", ""),
        ("Café ʼ ’ …", ""),
        ("\u2011", "\u2011"),
        ("a😀b😀", "😀"),
        ("ى", "ى"),
        ("a\nb\u00a0c", ""),
    ],
)
def test_a_font_tells_which_characters_it_lacks(text: str, missing: str) -> None:
    assert SERIF.missing(text) == missing


def test_a_letter_that_a_font_lacks_is_missing_every_time_it_is_asked() -> None:
    assert [SERIF.missing("a😀") for _ in range(2)] == ["😀", "😀"]


def test_a_mark_that_cannot_be_placed_is_refused() -> None:
    with pytest.raises(Refused, match="belum dapat diletakkan"):
        SERIF.word("q\u030c")
