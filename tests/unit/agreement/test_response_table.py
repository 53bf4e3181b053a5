"""Answers as a table for Excel, and such a table read back."""

from __future__ import annotations

import csv
import io

import pytest

from kampanye_tui.agreement.responding import Said
from kampanye_tui.agreement.response_table import read_responses, response_table
from kampanye_tui.model.event import Answer
from kampanye_tui.model.problem import Problem, Refused

from .making import with_clause
from .responses import DRAFT, answers

HEAD = "pihak;klausul;jawaban;catatan\r\n"
EDITED = with_clause(DRAFT, "damai", resolved="Lain.")


def rows_of(table: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(table.decode("utf-8-sig"), newline=""), delimiter=";"))


def said(text: str, given=None) -> tuple[Said, ...]:
    return read_responses(DRAFT, given or {}, (HEAD + text).encode(), "t.csv")


def problem_of(text: str) -> Problem:
    with pytest.raises(Refused) as caught:
        said(text)
    return caught.value.problems[0]


def test_a_table_has_a_row_for_each_pihak_and_clause() -> None:
    rows = rows_of(response_table(DRAFT, {}))
    assert [(row["pihak"], row["klausul"]) for row in rows] == [
        (party, clause) for party in ("partai-a", "partai-b", "bawaslu") for clause in ("damai", "jujur")
    ]


def test_a_table_opens_in_excel_with_its_letters_and_columns() -> None:
    assert response_table(DRAFT, {}).startswith(b"\xef\xbb\xbfpihak;nama_pihak;klausul;")


def test_a_table_that_comes_back_as_it_was_says_nothing_new() -> None:
    given = answers(("1", "damai", Answer.OBJECTION, "=1+1; ya"), ("2", "jujur", Answer.AGREED))
    assert read_responses(DRAFT, given, response_table(DRAFT, given), "t.csv") == ()


def test_a_remark_that_looks_like_a_formula_is_text_in_excel() -> None:
    given = answers(("1", "damai", Answer.OBJECTION, "=1+1"))
    assert rows_of(response_table(DRAFT, given))[0]["catatan"] == "'=1+1"


def test_a_remark_that_looks_like_a_formula_comes_back_as_it_was() -> None:
    table = response_table(DRAFT, answers(("1", "damai", Answer.OBJECTION, "=1+1")))
    assert read_responses(DRAFT, {}, table, "t.csv")[0].remark == "=1+1"


def test_the_cells_of_a_stale_answer_are_empty() -> None:
    rows = rows_of(response_table(EDITED, answers(("1", "damai", Answer.AGREED))))
    assert rows[0]["jawaban"] == ""


WRITTEN = {
    "setuju": Answer.AGREED,
    "Setuju ": Answer.AGREED,
    "setuju-dengan-catatan": Answer.REMARK,
    "Setuju dengan catatan": Answer.REMARK,
    "catatan": Answer.REMARK,
    "KEBERATAN": Answer.OBJECTION,
}


@pytest.mark.parametrize("written", WRITTEN)
def test_an_answer_is_read_as_people_write_it(written: str) -> None:
    remark = "" if WRITTEN[written] is Answer.AGREED else "Begini."
    assert said(f"1;damai;{written};{remark}\r\n")[0].answer is WRITTEN[written]


def test_a_row_without_an_answer_says_nothing() -> None:
    assert said("1;damai;;\r\n") == ()


def test_no_answer_where_there_is_none_says_nothing() -> None:
    assert said("1;damai;belum;\r\n") == ()


def test_no_answer_takes_an_earlier_one_back() -> None:
    given = answers(("1", "damai", Answer.AGREED))
    assert said("1;damai;belum;\r\n", given) == (Said("partai-a", "damai", Answer.NONE),)


def test_lines_of_a_cell_become_one_line() -> None:
    assert said('1;damai;keberatan;"Satu.\nDua."\r\n')[0].remark == "Satu. Dua."


def test_letters_of_old_excel_are_read() -> None:
    data = (HEAD + "1;damai;keberatan;Café\r\n").encode("cp1252")
    assert read_responses(DRAFT, {}, data, "t.csv")[0].remark == "Café"


FAULTS = {
    "an unknown pihak": ("partai-z;damai;setuju;\r\n", "pihak", 'pihak "partai-z" tidak ada'),
    "an unknown clause": ("1;damay;setuju;\r\n", "klausul", 'klausul "damay" tidak ada'),
    "an unknown answer": ("1;damai;mungkin;\r\n", "jawaban", '"mungkin" tidak termasuk pilihan'),
    "a remark without an answer": ("1;damai;;Begini.\r\n", "jawaban", "belum disertai jawaban"),
    "an objection without words": ("1;damai;keberatan;\r\n", "catatan", "isi keberatan belum ditulis"),
    "a formula of Excel gone wrong": (
        "1;damai;keberatan;#NAME?\r\n",
        "catatan",
        'berisi "#NAME?": Excel mengira teks di sel ini rumus',
    ),
    "one of LibreOffice": ("1;damai;;Err:508\r\n", "catatan", 'berisi "Err:508"'),
    "consent with a remark": ("1;damai;setuju;Begini.\r\n", "catatan", "tidak disertai catatan"),
}


@pytest.mark.parametrize("what", FAULTS)
def test_a_fault_is_told_with_its_line_and_column(what: str) -> None:
    row, column, told = FAULTS[what]
    problem = problem_of(f"2;damai;setuju;\r\n{row}")
    assert (problem.line, problem.key, told in problem.what) == (3, column, True)


def test_columns_that_a_party_added_are_refused_by_name_lest_their_words_be_lost() -> None:
    with pytest.raises(Refused) as caught:
        read_responses(DRAFT, {}, b"pihak;klausul;jawaban;usul\r\n1;damai;setuju;Lain.\r\n", "t.csv")
    assert caught.value.problems[0].what == 'kolom "usul" tidak dikenal'


def test_two_rows_about_one_clause_are_refused() -> None:
    problem = problem_of("1;damai;setuju;\r\npartai-a;damai;keberatan;Tidak.\r\n")
    assert problem.what == "tanggapan pihak ini atas klausul ini sudah ada pada baris 2"


def test_every_fault_of_a_table_is_told_at_once() -> None:
    with pytest.raises(Refused) as caught:
        said("x;damai;setuju;\r\n1;x;setuju;\r\n")
    assert [problem.line for problem in caught.value.problems] == [2, 3]


def test_an_answer_to_words_that_have_changed_since_the_table_was_made_is_refused() -> None:
    table = response_table(DRAFT, answers(("1", "damai", Answer.AGREED)))
    with pytest.raises(Refused) as caught:
        read_responses(EDITED, {}, table, "t.csv")
    assert caught.value.problems[0].what == 'bunyi klausul "damai" berubah sejak tabel ini dibuat'
