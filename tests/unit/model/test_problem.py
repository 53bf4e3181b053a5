"""A problem as one sentence with its place, safe to show on a terminal."""

from __future__ import annotations

import pytest

from kampanye_tui.model.problem import (
    WIDEST_EXCERPT,
    Declined,
    Problem,
    Refused,
    Step,
    headers,
    refuse,
    without_commands,
)


def test_a_problem_without_a_place_is_a_sentence() -> None:
    assert str(Problem(what="berkas ini kosong")) == "Berkas ini kosong."


@pytest.mark.parametrize("hint", ["Buat dengan: kampanye baru", "Periksa --mulai dan --selesai"])
def test_a_hint_for_the_command_line_is_left_out_elsewhere(hint: str) -> None:
    assert str(without_commands(Problem(what="jamnya terbalik", hint=hint))) == "Jamnya terbalik."


def test_any_other_hint_stays() -> None:
    problem = Problem(what="jamnya terbalik", hint="Tukar kedua jam")
    assert without_commands(problem) == problem


def test_words_of_a_clause_are_no_command() -> None:
    problem = Problem(what="berkas berubah", hint="Bedanya: teks: “melaksanakan kampanye secara damai”")
    assert without_commands(problem) == problem


def test_every_part_of_the_place_stands_in_front() -> None:
    problem = Problem(
        what="harus berupa teks",
        hint="Contoh: …",
        file="kampanye.toml",
        line=3,
        column=7,
        steps=(Step("kantor"), Step("anggota", 2, "Budi"), Step("nama", 1)),
        key="jabatan",
    )
    assert str(problem) == (
        'kampanye.toml, baris 3 kolom 7, [[kantor.anggota]] ke-2 ("Budi"), [[kantor.anggota.nama]] ke-1, '
        'kunci "jabatan": harus berupa teks. Contoh: …'
    )


@pytest.mark.parametrize(
    ("steps", "told"),
    [
        ((), []),
        ((Step("acara"),), ["tabel [acara]"]),
        ((Step("klausul"), Step("isian")), ["tabel [klausul.isian]"]),
        ((Step("pihak", 3),), ["[[pihak]] ke-3"]),
        ((Step("pihak", 3, "polres"),), ['[[pihak]] ke-3 ("polres")']),
        ((Step("kantor"), Step("anggota", 1)), ["[[kantor.anggota]] ke-1"]),
        ((Step("pihak", 2), Step("penandatangan", 1)), ["[[pihak]] ke-2", "[[pihak.penandatangan]] ke-1"]),
        ((Step("klausul", 2), Step("asal")), ["[[klausul]] ke-2", "tabel [klausul.asal]"]),
        (
            (Step("klausul", 2), Step("asal"), Step("riwayat", 1)),
            ["[[klausul]] ke-2", "[[klausul.asal.riwayat]] ke-1"],
        ),
    ],
)
def test_the_way_down_is_told_as_the_headers_of_the_file_have_it(
    steps: tuple[Step, ...], told: list[str]
) -> None:
    assert headers(steps) == told


def test_a_key_of_a_csv_is_called_a_column() -> None:
    assert str(Problem(what="a", file="p.csv", line=2, key="id", key_is="kolom")) == (
        'p.csv, baris 2, kolom "id": a.'
    )


def test_a_column_is_not_named_without_its_line() -> None:
    assert str(Problem(what="x", column=7)) == "X."


@pytest.mark.parametrize("file", ["", "a.csv"])
def test_what_to_do_begins_with_a_capital(file: str) -> None:
    assert str(Problem(what="a", hint="isi dahulu", file=file)).endswith("Isi dahulu.")


@pytest.mark.parametrize(
    "hint", ['Contoh: "…"', "Contoh: 1", 'Bentuknya: kunci = "nilai"', "Pilihannya: A4, F4"]
)
def test_what_is_to_be_typed_gets_no_full_stop(hint: str) -> None:
    assert str(Problem(what="a", hint=hint)) == f"A. {hint}"


@pytest.mark.parametrize("end", [".", "?", "!"])
def test_a_sentence_that_ends_by_itself_gets_no_full_stop(end: str) -> None:
    assert str(Problem(what="a", hint=f"b{end}")) == f"A. B{end}"


@pytest.mark.parametrize("end", [".", "?", "!"])
def test_what_is_wrong_ends_once(end: str) -> None:
    assert str(Problem(what=f"a{end}", hint="b")) == f"A{end} B."


@pytest.mark.parametrize(
    ("excerpt", "column", "under"),
    [
        ("kota = x", 8, "x"),
        ("x", 1, "x"),
        ("ñ é x", 5, "x"),
        ("\tkota = x", 9, "x"),
        ("\x1b[2Jx", 5, "x"),
        ("kota\u200b = x", 9, "x"),
        ("a\x00b", 2, "<"),
        ("kota", 5, ""),
        ("a" * 300 + "x" + "b" * 300, 301, "x"),
        ("a" * 50 + "x" + "b" * 300, 51, "x"),
        ("a" * 51 + "x" + "b" * 300, 52, "x"),
        ("\x00" * 300 + "x", 301, "x"),
        ("a" * 300, 301, ""),
    ],
)
def test_the_caret_stands_under_the_character(excerpt: str, column: int, under: str) -> None:
    _, shown, caret = str(Problem(what="a", line=1, column=column, excerpt=excerpt)).split("\n")
    assert shown[caret.index("^") :][:1] == under


@pytest.mark.parametrize("column", [0, 1, 50, 51, 52, 300, 600, 601])
def test_no_more_is_shown_than_what_stands_around_the_place(column: int) -> None:
    _, shown, *_ = str(Problem(what="a", line=1, column=column, excerpt="abcdef" * 100)).split("\n")
    assert len(shown) <= len("    ") + WIDEST_EXCERPT


@pytest.mark.parametrize(
    ("column", "begins"), [(0, "satu "), (1, "satu "), (51, "satu "), (52, "atu "), (111, "dua ")]
)
def test_a_long_line_is_shown_from_fifty_characters_before_the_place(column: int, begins: str) -> None:
    excerpt = "satu " + "-" * 55 + "dua " + "-" * 300
    _, shown, *_ = str(Problem(what="a", line=1, column=column, excerpt=excerpt)).split("\n")
    assert shown.startswith(f"    {begins}")


def test_a_line_without_a_column_has_no_caret() -> None:
    assert str(Problem(what="a", line=1, excerpt="kota")) == "baris 1: a.\n    kota"


@pytest.mark.parametrize("part", ["what", "hint", "file", "key", "excerpt"])
def test_control_characters_are_written_out_wherever_they_come_from(part: str) -> None:
    shown = str(Problem(**({"what": "a", "line": 1} | {part: "\x1b]0;x\x07"})))
    assert "<U+001B>]0;x<U+0007>" in shown


def test_control_characters_in_the_label_of_a_row_are_written_out() -> None:
    assert '("<U+001B>x")' in str(Problem(what="a", steps=(Step("pihak", 1, "\x1bx"),)))


def test_a_line_break_in_a_value_does_not_break_the_sentence() -> None:
    assert str(Problem(what='tertulis teks "a\nb"')) == 'Tertulis teks "a<U+000A>b".'


def test_all_problems_are_told_in_their_order() -> None:
    assert str(Refused([Problem(what="satu"), Problem(what="dua")])) == "Satu.\nDua."


def test_problems_are_kept_as_values() -> None:
    problems = (Problem(what="satu"), Problem(what="dua"))
    assert Refused(iter(problems)).problems == problems


def test_a_refusal_for_one_problem_names_its_file() -> None:
    assert (
        str(refuse("berkas ini kosong", "Isi dahulu", file="a.csv"))
        == "a.csv: berkas ini kosong. Isi dahulu."
    )


def test_a_refusal_for_one_problem_keeps_its_place() -> None:
    refused = refuse("a", file="b.toml", steps=(Step("pihak", 1),), key="nama", line=3, excerpt="x")
    assert str(refused) == 'b.toml, baris 3, [[pihak]] ke-1, kunci "nama": a.\n    x'


def test_what_is_declined_is_refused() -> None:
    with pytest.raises(Refused):
        raise Declined([Problem(what="akan menimpa berkas")])
