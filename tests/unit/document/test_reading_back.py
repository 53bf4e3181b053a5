"""The words of a paper against the final text: every clause in its place, and the first difference named."""

from __future__ import annotations

import pytest

from kampanye_tui.document.clause_words import printed_clauses, printed_points
from kampanye_tui.document.reading_back import (
    Letters,
    clause_difference,
    holds_clauses,
    missing_names,
    paper_letters,
)
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.occasion import Style
from tests.unit.agreement.making import small_agreement, with_clause

AGREEMENT = with_clause(
    small_agreement(),
    "damai",
    text="Peserta tidak:\n- menghasut; dan\n- mengadu domba.\n\nSetiap orang, juga Andrée, boleh hadir.",
    resolved="Peserta tidak:\n- menghasut; dan\n- mengadu domba.\n\nSetiap orang, juga Andrée, boleh hadir.",
)
PAGE = """\
NOTA KESEPAHAMAN
Pasal 3
Damai
(1) Peserta tidak:
a. menghasut; dan
b. mengadu domba.
(2) Setiap orang, juga Andrée, boleh hadir.
Pasal 4
Jujur
Peserta Pemilu jujur sebagaimana Pasal 3.
Tangerang Selatan, 28 November 2023
"""


def difference(page: str, agreement: Agreement = AGREEMENT) -> str:
    """Return what differs first; nothing where all clauses read as they were agreed."""
    found = clause_difference(agreement, paper_letters([page]))
    return found.what if found else ""


def test_a_page_as_it_was_printed_has_no_difference() -> None:
    assert difference(PAGE) == ""


@pytest.mark.parametrize(
    "page",
    [
        PAGE.replace("\n", " "),
        PAGE.replace("Setiap orang", "Setiap\norang"),
        PAGE.replace("Pasal 3", "Pasal\u00a03"),
        PAGE.replace("menghasut", "meng\u00adhasut"),
        PAGE.replace("(2)", "\f(2)"),
        PAGE.replace("é", "e\u0301"),
    ],
    ids=["on one line", "other line ends", "a hard blank", "a soft hyphen", "a new page", "two pieces"],
)
def test_blanks_and_line_ends_do_not_count(page: str) -> None:
    assert difference(page) == ""


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ("menghasut", "menghalau", 'tertulis "Peserta tidak: a. menghalau; dan'),
        ("boleh hadir", "wajib hadir", "wajib hadir"),
        ("tidak:", ":", 'klausul "Damai" (Pasal 3) berbeda'),
        ("domba.", "domba!", "domba!"),
        ("b. mengadu domba.\n", "", 'klausul "Damai" (Pasal 3) berbeda'),
        ("(2)", "(3)", "berbeda"),
        ("sebagaimana Pasal 3", "sebagaimana Pasal 9", 'klausul "Jujur" (Pasal 4) berbeda'),
        ("Jujur\n", "Jujur Sekali\n", "Jujur Sekali"),
        ("Pasal 4\n", "Pasal 5\n", "Pasal 5"),
        ("Pasal 4\n", "Kecuali pada hari libur.\nPasal 4\n", "ditambahkan kata-kata"),
        ("NOTA", "Pasal 3\nDenda\nBayar.\nNOTA", "sudah tertulis Pasal 3 yang lain"),
    ],
)
def test_the_first_difference_is_named(before: str, after: str, words: str) -> None:
    assert words in difference(PAGE.replace(before, after, 1))


def test_a_clause_that_was_left_out_is_named() -> None:
    first, last = PAGE.index("Pasal 3\nDamai"), PAGE.index("Pasal 4\n")
    shorter = PAGE[:first] + PAGE[last:].replace("Pasal 4", "Pasal 3", 1)
    assert difference(shorter) == 'klausul "Damai" tidak ada, atau judulnya diubah'


def test_clauses_in_the_place_of_each_other_are_named() -> None:
    first, last, end = PAGE.index("Pasal 3\nDamai"), PAGE.index("Pasal 4\n"), PAGE.index("Tangerang")
    damai, jujur = PAGE[first:last], PAGE[last:end]
    swapped = PAGE[:first] + jujur.replace("Pasal 4", "Pasal 3", 1) + damai.replace("Pasal 3", "Pasal 4", 1)
    told = 'klausul "Damai" (Pasal 3) tidak pada tempatnya; di sana tertulis klausul "Jujur"'
    assert difference(swapped) == told


def test_a_foot_between_pages_does_not_count() -> None:
    foot = "\nNaskah final r01 · kode T3ZP-GSM8-Q9ZH · Nota Kesepahaman Halaman 1 dari 2"
    at = PAGE.index("(2)")
    paper = paper_letters([PAGE[:at] + foot, PAGE[at:]])
    assert clause_difference(AGREEMENT, paper) is None


def test_a_foot_in_the_middle_of_a_page_was_put_there() -> None:
    foot = "Naskah final r01 · kode T3ZP-GSM8-Q9ZH · Halaman 1 dari 2\n"
    assert "ditambahkan" in difference(PAGE.replace("Pasal 4\n", f"{foot}Pasal 4\n"))


def test_the_page_of_a_difference_is_told() -> None:
    at = PAGE.index("Pasal 4\n")
    found = clause_difference(AGREEMENT, paper_letters([PAGE[:at], PAGE[at:].replace("jujur", "ragu", 1)]))
    assert found is not None
    assert found.page == 2


@pytest.mark.parametrize("style", list(Style))
@pytest.mark.parametrize("make", [printed_clauses, printed_points])
def test_clauses_are_known_in_every_form(make, style: Style) -> None:
    page = "\n".join(one.words for one in make(AGREEMENT, style, 1))
    assert difference(page) == ""


def test_a_letter_holds_no_clause() -> None:
    assert not holds_clauses(AGREEMENT, paper_letters(["Yth. Ketua, bersama ini kami sampaikan."]))


def test_names_that_are_missing_are_told() -> None:
    page = "KAMPANYE DAMAI Penyelenggara Partai-A"
    assert missing_names(AGREEMENT, paper_letters([page])) == ("Partai-B",)


def test_the_words_around_a_letter_are_whole() -> None:
    letters = Letters(["satu dua tiga empat lima enam tujuh"])
    assert letters.around(letters.row.index("empat")) == "satu dua tiga empat lima enam tujuh"
