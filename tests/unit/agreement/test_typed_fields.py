"""What is told of typing that a session left behind: its difference from the saved text, nothing more."""

from __future__ import annotations

import pytest

from kampanye_tui.agreement.edit_clauses import clause_of
from kampanye_tui.agreement.typed_fields import saved_fields, typed, with_fields
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.clause import Parameter

from .making import with_clause

CLAUSE = "aman-tertib-damai"


def told(agreement: Agreement, place: str, **fields: str) -> list[str]:
    """Return the lines for typing at a place."""
    return list(typed(agreement, place, fields))


@pytest.fixture
def text(agreement: Agreement) -> str:
    """The words of the clause as they are saved."""
    return next(clause.text for clause in agreement.clauses if clause.id == CLAUSE)


def test_new_words_of_a_clause_are_marked(agreement: Agreement, text: str) -> None:
    (line,) = told(agreement, f"klausul:{CLAUSE}", teks=text.rstrip() + " Baru.")
    assert line.endswith("{+Baru.+}")


def test_words_far_from_the_difference_are_left_out(agreement: Agreement, text: str) -> None:
    (line,) = told(agreement, f"klausul:{CLAUSE}", teks=text.rstrip() + " Baru.")
    assert (text.split()[1] in line, "…" in line) == (False, True)


def test_words_beside_the_difference_are_kept(agreement: Agreement, text: str) -> None:
    (line,) = told(agreement, f"klausul:{CLAUSE}", teks=text.rstrip() + " Baru.")
    assert " ".join(text.split()[-3:]) in line


def test_words_that_went_are_marked(agreement: Agreement, text: str) -> None:
    (line,) = told(agreement, f"klausul:{CLAUSE}", teks=" ".join(text.split()[1:]))
    assert f"[-{text.split()[0]}-]" in line


def test_a_field_that_did_not_change_is_not_told(agreement: Agreement, text: str) -> None:
    assert told(agreement, f"klausul:{CLAUSE}", teks=text) == []


@pytest.mark.parametrize("place", ["pihak:", "pihak:tak-ada", "klausul:tak-ada"])
def test_where_nothing_is_saved_to_compare_with_all_is_told(agreement: Agreement, place: str) -> None:
    assert told(agreement, place, nama="Pendopo", alamat="") == ["Nama: Pendopo"]


def test_of_a_form_only_what_differs_is_told(agreement: Agreement) -> None:
    saved = saved_fields(agreement, "acara")
    assert told(agreement, "acara", **saved) == []
    assert told(agreement, "acara", **saved | {"kota": "Serpong"}) == [
        "Kota: [-Tangerang Selatan-] {+Serpong+}",
    ]


def test_of_the_form_of_a_pihak_only_what_differs_is_told(agreement: Agreement) -> None:
    party = agreement.parties[1]
    saved = saved_fields(agreement, f"pihak:{party.id}")
    assert told(agreement, f"pihak:{party.id}", **saved | {"penandatangan": "Siti"}) == [
        "Nama penanda tangan: {+Siti+}"
    ]


def before(agreement: Agreement, clause_id: str = CLAUSE, **fields: str) -> Agreement:
    """Return the agreement when a clause said some fields otherwise."""
    return with_fields(agreement, clause_id, saved_fields(agreement, f"klausul:{clause_id}") | fields)


def test_the_text_that_typing_began_from_says_what_its_fields_said(agreement: Agreement) -> None:
    assert clause_of(before(agreement, judul="Damai"), CLAUSE).title == "Damai"


def test_fields_that_no_text_can_say_leave_it_as_it_is(agreement: Agreement) -> None:
    assert before(agreement, teks="Jam {jam") == agreement


def test_of_a_locked_clause_only_what_is_open_was_another(agreement: Agreement) -> None:
    jam = Parameter(name="jam", label="Jam", value="09.00")
    locked = with_clause(agreement, CLAUSE, locked=True, parameters=(jam,))
    assert saved_fields(before(locked, **{"isian.jam": "10.00"}), f"klausul:{CLAUSE}")["isian.jam"] == "10.00"
