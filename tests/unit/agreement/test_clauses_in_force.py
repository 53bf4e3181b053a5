"""Which clauses of a set are offered: by kind of election, and by the day of signing."""

from datetime import date

import pytest

from kampanye_tui.agreement.clause_sets import offered_sets
from kampanye_tui.model.election import ElectionKind
from kampanye_tui.model.occasion import Occasion
from kampanye_tui.model.reference import Reference

from .making import CITY, GENERAL, REGIONAL, clause, clause_set_of, given


def in_force(one, election=GENERAL, day=date(2023, 11, 28)):
    """Whether a clause is offered for an election on a day."""
    offers, _conflicts = offered_sets([given("nasional", "", clause_set_of(one))], [])
    return bool(offers["nasional/uji"].in_force(Reference(region=CITY, election=election), Occasion(day=day)))


@pytest.mark.parametrize(("election", "offered"), [(GENERAL, True), (REGIONAL, False)])
def test_a_clause_is_offered_for_its_kind_of_election_only(election, offered):
    assert in_force(clause("a", elections=(ElectionKind.GENERAL,)), election) is offered


@pytest.mark.parametrize("election", [GENERAL, REGIONAL])
def test_a_clause_for_no_kind_in_particular_is_offered_for_each(election):
    assert in_force(clause("a"), election)


@pytest.mark.parametrize(
    ("day", "offered"),
    [(date(2023, 11, 27), False), (date(2023, 11, 28), True), (None, True)],
)
def test_a_clause_is_offered_from_its_first_day(day, offered):
    assert in_force(clause("a", since=date(2023, 11, 28)), day=day) is offered


@pytest.mark.parametrize(
    ("day", "offered"),
    [(date(2023, 11, 28), True), (date(2023, 11, 29), False), (None, False)],
)
def test_a_clause_is_offered_up_to_and_with_its_last_day(day, offered):
    assert in_force(clause("a", until=date(2023, 11, 28)), day=day) is offered
