"""Edits: each a pure function from one agreement to another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kampanye_tui.agreement.compose import plan_of_copies
from kampanye_tui.agreement.edit import (
    add_party,
    drop_doubles,
    in_ballot_order,
    with_ballot_number,
    with_parties,
)
from kampanye_tui.model.agreement import CopyForm, CopyPlan
from kampanye_tui.model.party import Role

from .making import changed, party, small_agreement

BASE = small_agreement()
ORDERS = st.permutations(
    [
        party("penyelenggara", Role.ORGANISER),
        party("partai-a", number=1),
        party("partai-b", number=2),
        party("partai-c", number=10),
        party("bawaslu", Role.WITNESS),
    ]
)


def ids(agreement):
    return [one.id for one in agreement.parties]


@pytest.mark.parametrize(
    ("number", "order"),
    [
        (1, ["penyelenggara", "partai-a", "partai-x", "partai-b"]),
        (3, ["penyelenggara", "partai-a", "partai-b", "partai-x"]),
    ],
)
def test_a_contestant_is_added_at_its_ballot_number(number, order):
    assert ids(add_party(BASE, party("partai-x", number=number))) == order


def test_a_contestant_is_added_before_who_comes_after_contestants():
    witnessed = add_party(BASE, party("bawaslu", Role.WITNESS))
    assert ids(add_party(witnessed, party("partai-x", number=9)))[-2:] == ["partai-x", "bawaslu"]


@pytest.mark.parametrize("role", [Role.WITNESS, Role.ACKNOWLEDGING, Role.PRESENT])
def test_others_are_added_behind_those_of_their_role(role):
    once = add_party(BASE, party("satu", role))
    assert ids(add_party(once, party("dua", role)))[-2:] == ["satu", "dua"]


def test_of_contestants_with_one_number_the_first_is_kept():
    doubled = with_parties(BASE, (*BASE.parties, party("partai-x", number=1), party("partai-y", number=1)))
    assert ids(drop_doubles(doubled, 1)) == ids(BASE)


def test_doubles_of_another_number_are_left_alone():
    doubled = with_parties(BASE, (*BASE.parties, party("partai-x", number=1), party("partai-y", number=2)))
    assert ids(drop_doubles(doubled, 2)) == [*ids(BASE), "partai-x"]


def test_who_is_no_contestant_is_no_double():
    guest = party("tamu", Role.PRESENT, number=1)
    assert ids(drop_doubles(with_parties(BASE, (*BASE.parties, guest)), 1)) == [*ids(BASE), "tamu"]


def test_without_doubles_nobody_is_dropped():
    assert ids(drop_doubles(BASE, 1)) == ids(BASE)


def test_a_pihak_gets_another_ballot_number():
    assert with_ballot_number(BASE, "partai-b", 7).party("partai-b").ballot_number == 7


def test_nobody_else_gets_that_ballot_number():
    numbered = with_ballot_number(BASE, "partai-b", 7)
    assert [one.ballot_number for one in numbered.parties] == [None, 1, 7]


@given(parties=ORDERS)
def test_contestants_are_put_in_ballot_order(parties):
    ordered = in_ballot_order(changed(BASE, parties=tuple(parties)))
    assert [one.ballot_number for one in ordered.of_role(Role.CONTESTANT)] == [1, 2, 10]


@given(parties=ORDERS)
def test_everybody_else_keeps_their_place_when_contestants_are_ordered(parties):
    ordered = in_ballot_order(changed(BASE, parties=tuple(parties))).parties
    for before, after in zip(parties, ordered, strict=True):
        assert before.role is after.role
        assert before == after or before.role is Role.CONTESTANT


@given(parties=ORDERS)
def test_copies_are_planned_for_the_order_they_stand_in(parties):
    planned = changed(BASE, parties=tuple(parties), copies=plan_of_copies(tuple(parties)))
    ordered = in_ballot_order(planned)
    assert ordered.copies == plan_of_copies(ordered.parties)


@pytest.mark.parametrize(
    "edit",
    [
        lambda one: add_party(one, party("partai-x", number=9)),
        lambda one: drop_doubles(with_ballot_number(one, "partai-b", 1), 1),
    ],
    ids=["adding", "dropping"],
)
def test_copies_are_planned_anew_when_parties_change(edit):
    edited = edit(changed(BASE, copies=plan_of_copies(BASE.parties)))
    assert edited.copies == plan_of_copies(edited.parties)


OWN_PLAN = (CopyPlan(number=7, form=CopyForm.COPY, holder="partai-a"),)


def test_a_plan_that_somebody_changed_stays():
    ordered = in_ballot_order(changed(BASE, copies=OWN_PLAN))
    assert ordered.copies == OWN_PLAN


def test_who_comes_into_a_plan_that_somebody_changed_gets_the_next_number():
    edited = add_party(changed(BASE, copies=OWN_PLAN), party("partai-x", number=9))
    assert edited.copies == (*OWN_PLAN, CopyPlan(number=8, form=CopyForm.COPY, holder="partai-x"))


def test_an_edit_leaves_the_clauses_alone():
    assert add_party(BASE, party("partai-x", number=9)).clauses == BASE.clauses
