"""Edits of clauses: words, order and laws follow; a lock holds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kampanye_tui.agreement.edit_clauses import (
    add_clause,
    drop_clause,
    move_clause,
    natural_place,
    place_of,
    referring_to,
    reword,
)
from kampanye_tui.agreement.offers import find_offer, main_set, offers, taken
from kampanye_tui.agreement.settle import anew, settled, with_laws
from kampanye_tui.model.agreement import AgreedClause
from kampanye_tui.model.problem import Declined, Refused

from .making import changed, library_of, small_agreement, with_clause

BASE = small_agreement()
OWN = AgreedClause(id="pasar", title="Pasar", text="{nama_wilayah} aman.", resolved="")


def ids(agreement):
    return [clause.id for clause in agreement.clauses]


def clause_of(agreement, clause_id):
    return next(clause for clause in agreement.clauses if clause.id == clause_id)


def test_settling_what_was_just_composed_changes_nothing(agreement):
    assert settled(agreement, agreement) == agreement


def test_a_reading_written_by_hand_stays_when_other_words_are_edited(agreement):
    by_hand = with_clause(
        agreement, "alat-peraga", resolved=clause_of(agreement, "alat-peraga").resolved + " !"
    )
    edited = reword(by_hand, "asas-bersama", title="Asas")
    assert clause_of(edited, "alat-peraga").resolved.endswith(" !")


def test_composing_anew_gives_the_same_clauses(agreement, library):
    offered = library.clause_set(main_set(agreement))
    assert anew(agreement, library.reference, offered).clauses == agreement.clauses


@pytest.mark.parametrize("at", [0, 1, 2])
def test_a_clause_is_added_where_it_is_wanted(at):
    assert ids(add_clause(BASE, OWN, at)).index("pasar") == at


def test_an_added_clause_is_filled_in():
    assert clause_of(add_clause(BASE, OWN, 0), "pasar").resolved == "Tangerang Selatan aman."


def test_a_clause_is_not_added_twice():
    with pytest.raises(Refused, match="sudah ada"):
        add_clause(BASE, changed(OWN, id="damai"), 0)


@pytest.mark.parametrize("text", ["{peserta", "peserta}", "{Peserta}"])
def test_a_stray_brace_is_refused(text):
    with pytest.raises(Refused, match="kurung kurawal"):
        reword(BASE, "damai", text=text)


def test_a_clause_is_dropped():
    assert ids(drop_clause(BASE, "damai")) == ["jujur"]


def test_a_law_that_no_clause_cites_any_more_stays_behind():
    assert drop_clause(BASE, "damai").reference.legal_basis == ()


def test_who_refers_to_a_dropped_clause_is_known():
    assert referring_to(drop_clause(BASE, "damai"), "damai") == ("jujur",)


def test_dropping_and_adding_again_gives_the_same_agreement(agreement, library):
    left = drop_clause(agreement, "alat-peraga")
    reference = with_laws(left.reference, library.reference)
    offer = find_offer("alat-peraga", left, reference, library.clause_sets)
    at = natural_place(left.clauses, "alat-peraga", offer.order)
    assert add_clause(left, taken(offer, left, reference), at, reference).clauses == agreement.clauses


@pytest.mark.parametrize(
    "edit",
    [
        lambda one: drop_clause(one, "kedudukan-naskah"),
        lambda one: reword(one, "kedudukan-naskah", title="Lain"),
        lambda one: reword(one, "kedudukan-naskah", text="Lain."),
    ],
    ids=["dropping", "titling", "wording"],
)
def test_a_lock_holds_and_says_whose_it_is(edit, agreement):
    with pytest.raises(Declined, match="terkunci oleh paket nasional"):
        edit(agreement)


def test_a_locked_clause_can_be_moved(agreement):
    assert ids(move_clause(agreement, "kedudukan-naskah", 0))[0] == "kedudukan-naskah"


@given(data=st.data())
def test_moving_keeps_every_clause_and_the_order_of_the_others(data, agreement):
    moved = data.draw(st.sampled_from(ids(agreement)))
    at = data.draw(st.integers(0, len(agreement.clauses) - 1))
    after = ids(move_clause(agreement, moved, at))
    assert (after.index(moved), [one for one in after if one != moved]) == (
        at,
        [one for one in ids(agreement) if one != moved],
    )


def test_other_words_are_filled_in():
    assert clause_of(reword(BASE, "damai", text="{nama_wilayah} damai."), "damai").resolved == (
        "Tangerang Selatan damai."
    )


def test_a_parameter_is_filled_in(agreement):
    after = reword(agreement, "jadwal-dan-pemberitahuan", parameters={"batas_pemberitahuan": "tiga"})
    assert "paling lambat tiga hari" in clause_of(after, "jadwal-dan-pemberitahuan").resolved


def test_a_parameter_that_a_clause_lacks_is_refused_with_the_one_that_was_meant(agreement):
    with pytest.raises(Refused, match='Mungkin maksudnya "batas_pemberitahuan"'):
        reword(agreement, "jadwal-dan-pemberitahuan", parameters={"batas_pemberitahuaan": "tiga"})


def test_an_unknown_clause_is_refused_with_the_one_that_was_meant():
    with pytest.raises(Refused, match='Mungkin maksudnya "damai"'):
        place_of(BASE, "damia")


@pytest.mark.parametrize(
    ("order", "at"),
    [
        (("damai", "pasar", "jujur"), 1),
        (("pasar", "jujur"), 1),
        (("pasar", "damai"), 0),
        (("lain", "pasar"), 2),
    ],
)
def test_a_clause_goes_where_its_set_has_it(order, at):
    assert natural_place(BASE.clauses, "pasar", order) == at


def test_what_stands_in_the_agreement_is_not_offered(agreement, library):
    offered = {one.offered.clause.id for one in offers(agreement, library.reference, library.clause_sets)}
    assert offered.isdisjoint(ids(agreement))


def test_a_clause_of_another_election_is_refused_as_that(agreement):
    library = library_of("36.74")
    other = library_of("36.74", "pilkada-2024", None)
    sets = {**library.clause_sets, "uji/pilkada": _of_regional_heads(other)}
    with pytest.raises(Refused, match="tidak untuk Pemilu 2024"):
        find_offer("khusus", agreement, library.reference, sets)


def _of_regional_heads(library):
    from kampanye_tui.agreement.clause_sets import OfferedClause, OfferedSet
    from kampanye_tui.model.election import ElectionKind

    from .making import clause

    offered = OfferedClause(clause=clause("khusus"), owner="uji")
    return OfferedSet(
        address="uji/pilkada", title="", clauses=(offered,), elections=(ElectionKind.REGIONAL_HEADS,)
    )
