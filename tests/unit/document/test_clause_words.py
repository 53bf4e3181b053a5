"""How the naskah refers to the clauses, for lists in which answers to a paper are recorded."""

from __future__ import annotations

import pytest

from kampanye_tui.document.clause_words import naskah_references
from kampanye_tui.model.agreement import Agreement
from tests.unit.document.papers import clause, template, with_clauses

BODY = "::: pasal Maksud\nIsi.\n:::\n\n::: pasal Lingkup\nIsi.\n:::\n\n::: klausul\n:::\n"


@pytest.fixture
def two(agreement: Agreement) -> Agreement:
    """An agreement of two clauses."""
    return with_clauses(agreement, clause("satu"), clause("dua"))


def test_clauses_are_counted_behind_the_pasal_of_the_naskah(two: Agreement) -> None:
    templates = {"paket/naskah": template(BODY, name="naskah")}
    assert naskah_references(two, templates) == {"satu": "Pasal 3", "dua": "Pasal 4"}


def test_of_several_naskah_none_is_guessed(two: Agreement) -> None:
    one = template(BODY, name="naskah")
    assert naskah_references(two, {"a/naskah": one, "b/naskah": one}) == {}


def test_without_a_naskah_there_is_nothing_to_refer_to(two: Agreement) -> None:
    assert naskah_references(two, {"paket/undangan": template(BODY, name="undangan")}) == {}
