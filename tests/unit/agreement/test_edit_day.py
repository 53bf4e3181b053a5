"""Another day of signing: what holds follows, what the office has worded is left to a person."""

from datetime import date

import pytest

from kampanye_tui.agreement.clause_sets import offered_sets
from kampanye_tui.agreement.compose import compose
from kampanye_tui.agreement.edit_clauses import drop_clause, reword
from kampanye_tui.agreement.on_day import on_day
from kampanye_tui.model.legal import Citation
from kampanye_tui.model.office import ClauseChoice

from .making import changed, clause, clause_set_of, given, law, library_of

BEFORE, TURN, AFTER = date(2023, 11, 28), date(2024, 1, 2), date(2024, 2, 1)
OLD = clause("lama", until=date(2024, 1, 1))
NEW = clause("baru", since=TURN, text="Sejak {tanggal_acara}.")
ALWAYS = clause(
    "tetap",
    text="Pada {tanggal_acara}.",
    citations=(Citation(law="a", article="Pasal 1"), Citation(law="b", article="Pasal 2")),
)
LAWS = (law("a", in_force=date(2020, 1, 1)), law("b", year=2024, in_force=TURN))
SETS, _CONFLICTS = offered_sets([given("nasional", "", clause_set_of(clause("awal"), OLD, NEW, ALWAYS))], [])


@pytest.fixture(scope="module")
def reference():
    return changed(library_of("36.74").reference, legal_basis=LAWS)


@pytest.fixture(scope="module")
def base(configuration, reference):
    chosen = changed(configuration, clauses=ClauseChoice(clause_set="nasional/uji"))
    return compose(chosen, reference, SETS["nasional/uji"], ())


def ids(clauses):
    return [one.id for one in clauses]


def test_an_alternative_takes_the_place_of_what_no_longer_holds(base, reference):
    assert ids(on_day(base, AFTER, reference, SETS).agreement.clauses) == ["awal", "baru", "tetap"]


def test_what_goes_and_what_comes_is_told(base, reference):
    moved = on_day(base, AFTER, reference, SETS)
    assert (ids(moved.gone), ids(moved.come), ids(moved.kept)) == (["lama"], ["baru"], [])


def test_moving_there_and_back_gives_the_same_clauses(base, reference):
    there = on_day(base, AFTER, reference, SETS).agreement
    assert on_day(there, BEFORE, reference, SETS).agreement.clauses == base.clauses


def test_what_the_office_has_worded_stays(base, reference):
    moved = on_day(reword(base, "lama", text="Bunyi kantor."), AFTER, reference, SETS)
    assert ids(moved.agreement.clauses) == ["awal", "lama", "baru", "tetap"]


def test_what_the_office_has_worded_is_told_to_hold_no_longer(base, reference):
    moved = on_day(reword(base, "lama", text="Bunyi kantor."), AFTER, reference, SETS)
    assert (ids(moved.kept), ids(moved.gone)) == (["lama"], [])


def test_what_the_office_left_out_does_not_come_back(base, reference):
    assert "awal" not in ids(on_day(drop_clause(base, "awal"), AFTER, reference, SETS).agreement.clauses)


def test_the_day_is_in_the_words_of_clauses_that_stay(base, reference):
    assert on_day(base, AFTER, reference, SETS).agreement.clauses[-1].resolved == "Pada 1 Februari 2024."


def test_the_day_is_in_the_words_of_clauses_that_come(base, reference):
    assert on_day(base, AFTER, reference, SETS).agreement.clauses[1].resolved == "Sejak 1 Februari 2024."


@pytest.mark.parametrize(("day", "laws"), [(BEFORE, ["a"]), (AFTER, ["a", "b"]), (None, ["a", "b"])])
def test_citations_are_those_that_may_stand_on_the_day(day, laws, base, reference):
    cited = on_day(base, day, reference, SETS).agreement.clauses[-1].citations
    assert [one.law for one in cited] == laws


def test_a_citation_that_the_office_left_out_does_not_come_back(base, reference):
    bare = changed(base, clauses=(*base.clauses[:-1], changed(base.clauses[-1], citations=())))
    cited = on_day(bare, AFTER, reference, SETS).agreement.clauses[-1].citations
    assert [one.law for one in cited] == ["b"]


def test_without_its_pack_a_clause_stays(base, reference):
    assert ids(on_day(base, AFTER, reference, {}).agreement.clauses) == ids(base.clauses)
