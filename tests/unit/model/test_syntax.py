"""What tomllib says of a broken file, told where a person would mend it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kampanye_tui.model.messages import TYPOGRAPHIC
from kampanye_tui.model.problem import Problem, Refused
from kampanye_tui.model.source import parse_toml
from kampanye_tui.model.text import unseen
from tests.each import for_each
from tests.examples import examples
from tests.unit.model.tables import SAMPLE, refused, table

every_typographic = for_each("character", list(TYPOGRAPHIC))


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("kota", 1, 5),
        ("a = 1\nb = \n", 2, 5),
        ("a = 1\n\n  ?\n", 3, 3),
        ("[kantor]\n[kantor]\n", 2, 8),
        ("a = 1\nb = [1,\n2,\n", 3, 3),
        ('x = """\na\n\nb\n', 4, 2),
        ('x = """\na', 2, 2),
        ("# é\nñ = 1\n", 2, 1),
        ('é = "x"', 1, 1),
        ('a = "é" é', 1, 9),
        ("a = 1\n[b]\nc = 2023-02-30\n", 3, 5),
        ("kota = 'x\n", 1, 10),
        ("kota = 'x\n\n\n", 1, 10),
    ],
)
def test_a_syntax_error_has_the_true_line_and_column(text: str, line: int, column: int) -> None:
    problem = refused(text.encode())
    assert (problem.line, problem.column) == (line, column)


def test_a_syntax_error_shows_the_line_itself() -> None:
    assert refused(b"a = 1\n  kota = x # di sini\nb = 2").excerpt == "  kota = x # di sini"


@pytest.mark.parametrize(
    ("header", "column"),
    [("[kantor", 8), ("[[pihak", 8), ("[[pihak]", 8), ("[klausul.isian", 15), ("[kantor # di sini", 9)],
)
def test_a_header_without_its_bracket_is_called_that(header: str, column: int) -> None:
    problem = refused(f"{header}\nid = 1\n".encode())
    assert (problem.what, problem.column) == ("kurung siku tabel belum ditutup", column)


@pytest.mark.parametrize("header", ["[kantor]]", "[[pihak]]]", '[kantor] wilayah = "36"', "[kantor] KPU"])
def test_words_behind_a_header_are_not_called_words_behind_a_value(header: str) -> None:
    assert refused(header.encode()).what == "sesudah nama tabel masih ada tulisan lain"


@pytest.mark.parametrize(
    "text",
    [
        "[pihak]\n[pihak]\n",
        "[pihak]\n[[pihak]]\n",
        "[[pihak]]\n[pihak]\n",
        "[kantor.anggota]\n[[kantor.anggota]]\n",
    ],
)
def test_a_header_that_stands_twice_is_no_key_to_delete(text: str) -> None:
    assert refused(text.encode()).what == "tabel ini sudah ditulis sebelumnya"


@pytest.mark.parametrize("text", ['"""\na', '"""a\n\nb\n', '"""\n“a”\n', "'''\na", "'''a\n\nb\n"])
def test_a_long_text_that_is_not_closed_is_called_that(text: str) -> None:
    assert refused(f"x = {text}".encode()).what == "teks panjang belum ditutup"


@pytest.mark.parametrize("day", ["2023-02-29", "2023-11-31", "0000-01-01", "2023-02-30T09:00:00"])
def test_a_day_that_is_in_no_calendar_is_called_that(day: str) -> None:
    assert refused(f"tanggal = {day}".encode()).what == "tanggal ini tidak ada di kalender"


@pytest.mark.parametrize(
    "day",
    ["28-11-2023", "28/11/2023", "28.11.2023", "28 11 2023", "5/2/2024", "28 November 2023", "2024-2-5"],
)
def test_a_day_as_people_write_it_is_told_how_to_write_it(day: str) -> None:
    problem = refused(f"tanggal = {day}".encode())
    assert (problem.what, problem.hint) == (
        "tanggal ini tidak dapat dibaca",
        "Tanggal ditulis tahun-bulan-hari, misalnya: 2023-11-28",
    )


@pytest.mark.parametrize("hour", ["09:00", "9:00", "09.00 WIB", "9.30 pagi", "24:00:00", "09:00 # pagi"])
def test_an_hour_as_people_write_it_is_told_how_to_write_it(hour: str) -> None:
    problem = refused(f"mulai = {hour}".encode())
    assert (problem.what, problem.hint) == (
        "jam ini tidak dapat dibaca",
        "Jam ditulis jam:menit:detik, misalnya: 09:00:00",
    )


@pytest.mark.parametrize("value", ["36.74.01", "36.74.01.1001", "36.74 Banten", "021-7654", "15417 Serpong"])
def test_a_number_with_words_behind_it_is_neither_a_day_nor_an_hour(value: str) -> None:
    assert refused(f"kontak = {value}".encode()).what == "sesudah nilai ini masih ada tulisan lain"


def test_the_leap_day_is_in_the_calendar() -> None:
    assert table(b"format = 1\ntanggal = 2024-02-29") == {"tanggal": date(2024, 2, 29)}


@every_typographic
@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("", ' = "x"'),
        ("kota", ' = "x"'),
        ("kota ", ' "x"'),
        ("kota = ", "x"),
        ('kota = "x"', ""),
        ("[", "]"),
        ("[kantor", "]"),
        ("[kantor]", ""),
        ("kota = [", "]"),
        ("kota = { ", " = 1 }"),
        ("kota = 2023", "11-28"),
        ('kota = "di – “sini”" ', ""),
    ],
)
def test_a_typographic_character_is_named_where_it_stands(character: str, before: str, behind: str) -> None:
    problem = refused(f"{before}{character}{behind}\n".encode())
    assert (problem.what, problem.column) == (
        f"{TYPOGRAPHIC[character][0]} tidak dapat dipakai di sini",
        len(before) + 1,
    )


@every_typographic
@pytest.mark.parametrize("quotes", ['"', "'", '"""', "'''"])
def test_a_typographic_character_inside_a_text_is_text(character: str, quotes: str) -> None:
    assert table(f"format = 1\nx = {quotes}a{character}b{quotes}".encode()) == {"x": f"a{character}b"}


@every_typographic
def test_a_typographic_character_in_a_comment_is_comment(character: str) -> None:
    assert table(f"format = 1 # {character}".encode()) == {}


@pytest.mark.parametrize(
    "line",
    [
        'kota = "Aula – “lantai” 2" ?',
        "kota = 'Aula – lantai 2' ?",
        'kota = "Aula \\" – lantai 2" ?',
        '"kota – x" = ?',
    ],
)
def test_a_typographic_character_inside_a_text_is_not_blamed_for_what_stands_behind_it(line: str) -> None:
    assert refused(line.encode()).column == line.index("?") + 1


def test_a_typographic_character_in_a_long_text_is_not_blamed_for_a_backslash() -> None:
    assert refused('x = """\nGedung “Graha” \\x\n"""'.encode()).what.startswith("garis miring terbalik")


@pytest.mark.parametrize("last", ["Pasal 1 – Maksud", "Gedung “Graha”"])
def test_a_typographic_character_in_a_long_text_is_not_blamed_for_its_end_missing(last: str) -> None:
    assert refused(f'x = """\n{last}\n'.encode()).what.endswith("belum ditutup")


def problems(text: str) -> tuple[Problem, ...]:
    try:
        parse_toml(text, "uji.toml")
    except Refused as caught:
        return caught.problems
    return ()


@pytest.mark.parametrize("length", range(len("format = 1"), len(SAMPLE), 7))
def test_a_truncated_file_is_whole_or_names_the_line_where_it_ends(length: int) -> None:
    last = SAMPLE[:length].rstrip("\n").count("\n") + 1
    assert [problem.line for problem in problems(SAMPLE[:length])] in ([], [last])


PIECES = st.sampled_from(
    [
        *"[]{}=\"'\\,.\n #ab1-“”’–＝\u00a0\r\x00\ufeff",
        "[[",
        "]]",
        '"""',
        "2023-11-28",
        "09:00:00",
        "true",
        "inf",
        "0x",
    ]
)


@given(st.lists(PIECES, max_size=25).map("".join))
@examples(200)
def test_any_text_gives_a_table_or_one_problem(text: str) -> None:
    assert len(problems(text)) <= 1


@given(st.lists(PIECES, max_size=25).map("".join))
@examples(200)
def test_the_place_of_any_syntax_error_is_in_the_text(text: str) -> None:
    lines = text.replace("\r\n", "\n").split("\n")
    for problem in problems(text):
        assert not problem.line or problem.column <= len(lines[problem.line - 1]) + 1


@given(st.lists(PIECES, max_size=25).map("".join))
@examples(200)
def test_any_syntax_error_is_safe_on_a_terminal(text: str) -> None:
    for problem in problems(text):
        assert not list(unseen(str(problem), lines=True))
