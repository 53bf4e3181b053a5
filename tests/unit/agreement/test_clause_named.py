"""Which clause is meant by what people write."""

from __future__ import annotations

import pytest

from kampanye_tui.agreement.clause_named import clause_named
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.problem import Refused

from .making import changed

BEHIND_TWO = {"satu": "Pasal 3", "dua": "Pasal 4", "tiga": "Pasal 5"}
ALIKE = {"satu": "angka 1", "dua": "angka 2", "tiga": "angka 3"}


def of_ids(agreement: Agreement, *ids: str) -> Agreement:
    """Return an agreement of clauses with these ids."""
    return changed(agreement, clauses=tuple(changed(agreement.clauses[0], id=one) for one in ids))


@pytest.fixture
def three(agreement: Agreement) -> Agreement:
    """An agreement of three clauses."""
    return of_ids(agreement, "satu", "dua", "tiga")


@pytest.mark.parametrize("name", ["dua", "Pasal 4", "pasal 4", "PASAL4", "4", " Pasal\u00a04 "])
def test_a_clause_is_known_by_its_id_and_by_its_number_on_paper(name: str, three: Agreement) -> None:
    assert clause_named(three, name, BEHIND_TWO) == "dua"


@pytest.mark.parametrize("name", ["2", "angka 2", "Angka 2"])
def test_a_number_is_enough_where_lists_and_paper_number_alike(name: str, three: Agreement) -> None:
    assert clause_named(three, name, ALIKE) == "dua"


def test_an_id_comes_before_a_number(agreement: Agreement) -> None:
    assert clause_named(of_ids(agreement, "satu", "1"), "1", {"satu": "angka 1", "1": "angka 2"}) == "1"


def test_a_number_of_two_clauses_is_refused_with_what_the_paper_calls_both(three: Agreement) -> None:
    with pytest.raises(Refused, match=r'"Pasal 5" \(tiga\) atau "Pasal 3" \(satu\)'):
        clause_named(three, "3", BEHIND_TWO)


def test_a_number_of_the_list_alone_is_refused_with_what_the_paper_calls_it(three: Agreement) -> None:
    with pytest.raises(Refused, match=r'yang tercetak pada naskah: "Pasal 3" \(satu\)$'):
        clause_named(three, "1", BEHIND_TWO)


@pytest.mark.parametrize("name", ["", "6", "0", "Pasal 1", "Pasal", "empat"])
def test_what_names_no_clause_is_refused(name: str, three: Agreement) -> None:
    with pytest.raises(Refused, match="tidak ada dalam naskah ini"):
        clause_named(three, name, BEHIND_TWO)


def test_a_number_means_nothing_where_the_paper_is_not_known(three: Agreement) -> None:
    with pytest.raises(Refused, match="tidak ada dalam naskah ini"):
        clause_named(three, "2", {})
