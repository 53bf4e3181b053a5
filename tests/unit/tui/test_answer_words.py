"""What is said of an answer: what it is, and the words it is about as they print."""

from __future__ import annotations

from kampanye_tui.agreement.response_matrix import matrix
from kampanye_tui.tui.screens.answer_words import Entry, about
from tests.unit.agreement.making import small_agreement, with_clause

BASE = small_agreement()
FIRST, SECOND = (clause.id for clause in BASE.clauses[:2])


def test_the_words_it_is_about_are_labelled_as_on_paper() -> None:
    words = f"Lihat {{@{SECOND}}}.\n\nTidak di:\n- tempat ibadah."
    agreement = with_clause(BASE, FIRST, text=words, resolved=words)
    row = matrix(agreement, {})[0]
    assert [line for line, _look in about(Entry(row, row.cells[0]), agreement, "d")] == [
        "Belum ditanggapi.",
        "(1) Lihat klausul 2.",
        "(2) Tidak di:",
        "   a. tempat ibadah.",
    ]
