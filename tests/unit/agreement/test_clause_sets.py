"""Clause sets with the changes of packs applied: what is taken, what is left out, and who did it."""

import pytest
from hypothesis import given as for_all
from hypothesis import strategies as st

from kampanye_tui.agreement.clause_sets import offered_sets
from kampanye_tui.model.clause import (
    Addition,
    Change,
    ChangeKind,
    ClauseSet,
    Overlay,
    Removal,
    Replacement,
)
from kampanye_tui.model.election import ElectionKind
from kampanye_tui.model.reference import Conflict

from .making import clause, given

ADDRESS = "nasional/dasar"
BANTEN, TANGSEL = ("banten", "36"), ("tangsel", "36.74")


def national(*clauses):
    """The set that all tests change."""
    clauses = clauses or (clause("a"), clause("b"), clause("c", locked=True))
    return given("nasional", "", ClauseSet(id="dasar", title="Dasar", clauses=clauses))


def add(clause_id, after=""):
    return Addition(id=clause_id, title=clause_id, text=f"Isi {clause_id}.", after=after)


def replace(clause_id, **said):
    return Replacement(id=clause_id, reason="Sesuai daerah.", **(said or {"text": "Teks baru."}))


def remove(clause_id):
    return Removal(id=clause_id, reason="Tidak berlaku di sini.")


def change(pack, *operations, target=ADDRESS):
    """What one pack changes; a pack is its id and its region."""
    return given(
        *pack,
        Overlay(
            target=target,
            additions=tuple(one for one in operations if isinstance(one, Addition)),
            replacements=tuple(one for one in operations if isinstance(one, Replacement)),
            removals=tuple(one for one in operations if isinstance(one, Removal)),
        ),
    )


def applied(*overlays):
    """The set with these changes, and the conflicts."""
    offers, conflicts = offered_sets([national()], overlays)
    return offers[ADDRESS], conflicts


def ids(offer):
    return [offered.clause.id for offered in offer.clauses]


def offered_of(offer, clause_id):
    return next(offered for offered in offer.clauses if offered.clause.id == clause_id)


def test_a_set_is_found_under_pack_and_id():
    offers, _conflicts = offered_sets([national()], [])
    assert list(offers) == [ADDRESS]


def test_a_clause_is_added_behind_the_one_it_names():
    offer, _conflicts = applied(change(TANGSEL, add("x", after="a")))
    assert ids(offer) == ["a", "x", "b", "c"]


def test_a_clause_that_names_none_is_added_at_the_end():
    offer, _conflicts = applied(change(TANGSEL, add("x")))
    assert ids(offer) == ["a", "b", "c", "x"]


@pytest.mark.parametrize(
    ("after", "order"),
    [(("y", "a", "b"), ["a", "x", "b", "c"]), (("b", "a"), ["a", "b", "x", "c"]), ((), ["a", "b", "c", "x"])],
)
def test_of_several_a_clause_follows_the_first_that_its_set_has(after, order):
    assert ids(applied(change(BANTEN, add("x", after=after)))[0]) == order


def test_a_pack_changes_several_sets_at_once():
    other = given("lain", "", ClauseSet(id="dasar", title="Dasar", clauses=(clause("d"),)))
    changes = change(BANTEN, add("x", after=("a", "d")), target=(ADDRESS, "lain/dasar"))
    offers, conflicts = offered_sets([national(), other], [changes])
    assert conflicts == ()
    assert [ids(offers[name]) for name in (ADDRESS, "lain/dasar")] == [["a", "x", "b", "c"], ["d", "x"]]


def test_a_clause_may_follow_one_that_a_level_above_added():
    offer, _conflicts = applied(change(TANGSEL, add("y", after="x")), change(BANTEN, add("x", after="a")))
    assert ids(offer) == ["a", "x", "y", "b", "c"]


def test_an_added_clause_belongs_to_the_pack_that_added_it():
    offer, _conflicts = applied(change(TANGSEL, add("x")))
    assert offered_of(offer, "x").owner == "tangsel"


def test_an_added_clause_remembers_that_it_was_added():
    offer, _conflicts = applied(change(TANGSEL, add("x")))
    assert offered_of(offer, "x").changes == (Change(pack="tangsel", kind=ChangeKind.ADDED),)


def test_a_replaced_clause_reads_as_the_pack_says():
    offer, _conflicts = applied(change(TANGSEL, replace("a", text="Teks baru.")))
    assert offered_of(offer, "a").clause == clause("a", "Teks baru.")


def test_what_a_replacement_does_not_name_stays():
    offer, _conflicts = applied(change(TANGSEL, replace("a", title="Judul baru")))
    assert offered_of(offer, "a").clause.text == "Isi a."


def test_a_replaced_clause_still_belongs_to_its_owner():
    offer, _conflicts = applied(change(TANGSEL, replace("a")))
    assert offered_of(offer, "a").owner == "nasional"


def test_each_level_that_replaced_a_clause_is_in_its_history_with_the_reason():
    offer, _conflicts = applied(change(TANGSEL, replace("a")), change(BANTEN, replace("a")))
    assert offered_of(offer, "a").changes == (
        Change(pack="banten", kind=ChangeKind.REPLACED, reason="Sesuai daerah."),
        Change(pack="tangsel", kind=ChangeKind.REPLACED, reason="Sesuai daerah."),
    )


def test_a_replacement_changes_the_fingerprint():
    untouched, _conflicts = applied()
    offer, _conflicts = applied(change(TANGSEL, replace("a")))
    assert offered_of(offer, "a").fingerprint != offered_of(untouched, "a").fingerprint


def test_a_removed_clause_is_not_offered():
    offer, _conflicts = applied(change(TANGSEL, remove("a")))
    assert ids(offer) == ["b", "c"]


def test_a_set_remembers_what_was_removed_by_whom_and_why():
    offer, _conflicts = applied(change(TANGSEL, remove("a")))
    removal = Change(pack="tangsel", kind=ChangeKind.REMOVED, reason="Tidak berlaku di sini.")
    assert offer.removed == (("a", removal),)


@pytest.mark.parametrize("operation", [replace("c"), remove("c")])
def test_a_lock_holds_against_a_level_below(operation):
    offer, _conflicts = applied(change(TANGSEL, operation))
    assert offered_of(offer, "c").clause == clause("c", locked=True)


@pytest.mark.parametrize("operation", [replace("c"), remove("c")])
def test_a_lock_that_held_is_told(operation):
    _offer, conflicts = applied(change(TANGSEL, operation))
    assert conflicts == (
        Conflict(
            subject=f'klausul "c" dalam {ADDRESS}', packs=("tangsel",), what="terkunci oleh paket nasional"
        ),
    )


def test_a_lock_does_not_hold_against_its_owner():
    offer, _conflicts = applied(change(("nasional", ""), replace("c")))
    assert offered_of(offer, "c").clause.text == "Teks baru."


def test_a_lock_of_one_clause_leaves_the_others_open():
    offer, _conflicts = applied(change(TANGSEL, replace("a"), replace("c")))
    assert offered_of(offer, "a").clause.text == "Teks baru."


RIVALS = [
    (replace("a"), replace("a")),
    (replace("a"), remove("a")),
    (remove("a"), remove("a")),
    (add("x"), add("x")),
    (add("x"), replace("x")),
]


@pytest.mark.parametrize(("one", "other"), RIVALS)
def test_of_two_packs_of_one_level_that_touch_one_clause_none_is_applied(one, other):
    untouched, _conflicts = applied()
    offer, _conflicts = applied(change(("x", "36"), one), change(("y", "36"), other))
    assert offer == untouched


@pytest.mark.parametrize(("one", "other"), RIVALS)
def test_two_packs_of_one_level_that_touch_one_clause_are_both_told(one, other):
    _offer, conflicts = applied(change(("x", "36"), one), change(("y", "36"), other))
    what = "disentuh lebih dari satu kali pada tingkat yang sama; tidak satu pun dipakai"
    assert [(conflict.packs, conflict.what) for conflict in conflicts] == [(("x",), what), (("y",), what)]


def test_two_packs_of_one_level_may_touch_different_clauses():
    offer, _conflicts = applied(change(("x", "36"), replace("a")), change(("y", "36"), remove("b")))
    assert ids(offer) == ["a", "c"]


def test_a_level_below_may_change_what_is_in_conflict_above():
    offer, _conflicts = applied(
        change(("x", "36"), replace("a", text="x")),
        change(("y", "36"), replace("a", text="y")),
        change(TANGSEL, replace("a", text="z")),
    )
    assert offered_of(offer, "a").clause.text == "z"


@pytest.mark.parametrize(
    ("operation", "subject", "what"),
    [
        (add("a"), 'klausul "a"', "id ini sudah dipakai"),
        (add("x", after="y"), 'klausul "x"', 'klausul "y" yang hendak diikuti tidak ada'),
        (add("x", after=("y", "z")), 'klausul "x"', 'klausul "y, z" yang hendak diikuti tidak ada'),
        (replace("x"), 'klausul "x"', "klausul ini tidak ada"),
        (remove("x"), 'klausul "x"', "klausul ini tidak ada"),
    ],
)
def test_an_operation_that_fits_nothing_is_told(operation, subject, what):
    _offer, conflicts = applied(change(TANGSEL, operation))
    assert conflicts == (Conflict(subject=f"{subject} dalam {ADDRESS}", packs=("tangsel",), what=what),)


@pytest.mark.parametrize("operation", [add("a"), add("x", after="y"), replace("x"), remove("x")])
def test_an_operation_that_fits_nothing_changes_nothing(operation):
    untouched, _conflicts = applied()
    offer, _conflicts = applied(change(TANGSEL, operation))
    assert offer == untouched


def test_a_set_that_is_not_there_is_told_once_for_each_pack():
    _offer, conflicts = applied(change(TANGSEL, add("x"), add("y"), target="nasional/lain"))
    assert conflicts == (
        Conflict(subject='kumpulan "nasional/lain"', packs=("tangsel",), what="kumpulan ini tidak ada"),
    )


TWICE = given(
    "nasional",
    "",
    ClauseSet(id="dasar", title="Dasar", clauses=(clause("a"),)),
    ClauseSet(id="dasar", title="Dasar lain", clauses=(clause("b"),)),
)
"""A pack that gives one set two times."""


def test_a_set_given_twice_by_one_pack_is_told():
    _offers, conflicts = offered_sets([TWICE], [])
    what = "diberikan lebih dari satu kali; yang pertama dipakai"
    assert conflicts == (Conflict(subject=f'kumpulan "{ADDRESS}"', packs=("nasional",), what=what),)


def test_of_a_set_given_twice_the_first_is_taken():
    offers, _conflicts = offered_sets([TWICE], [])
    assert ids(offers[ADDRESS]) == ["a"]


def test_a_set_keeps_the_elections_it_is_for():
    pilkada = ClauseSet(id="dasar", title="Dasar", elections=(ElectionKind.REGIONAL_HEADS,))
    offers, _conflicts = offered_sets([given("nasional", "", pilkada)], [change(TANGSEL, add("x"))])
    assert offers[ADDRESS].elections == (ElectionKind.REGIONAL_HEADS,)


OPERATIONS = st.builds(
    lambda make, name: make(name), st.sampled_from([add, replace, remove]), st.sampled_from("abcx")
)


@st.composite
def permuted(draw):
    """Changes of a few packs, and the same in another order."""
    packs = draw(
        st.lists(
            st.tuples(st.sampled_from(["", "36", "36.74"]), st.lists(OPERATIONS, max_size=3)), max_size=4
        )
    )
    overlays = [change((f"p{n}", region), *operations) for n, (region, operations) in enumerate(packs)]
    return overlays, draw(st.permutations(overlays))


@for_all(permuted())
def test_the_order_of_loading_changes_nothing(orders):
    overlays, others = orders
    assert applied(*overlays) == applied(*others)
