"""A clause beside the words of its pack, and going back to them."""

from datetime import date

import pytest

from kampanye_tui.agreement.clause_sets import offered_sets
from kampanye_tui.agreement.compose import compose
from kampanye_tui.agreement.edit_clauses import clause_of, reword
from kampanye_tui.agreement.pack_words import difference, offered_of, restored, standing
from kampanye_tui.agreement.take import own_clause
from kampanye_tui.agreement.word_diff import marked
from kampanye_tui.model.clause import Parameter
from kampanye_tui.model.office import ClauseChoice
from kampanye_tui.model.problem import Refused

from .making import changed, clause, clause_set_of, given, library_of, with_clause

LIMIT = Parameter(name="batas", label="Batas", value="tujuh")
TEXT = "{peserta} damai.\n\nBatas {batas} hari."


def sets_of(text=TEXT, **said):
    offered = clause("damai", text=text, parameters=(LIMIT,), **said)
    return offered_sets([given("nasional", "", clause_set_of(offered))], [])[0]


SETS = sets_of()


@pytest.fixture(scope="module")
def base(configuration):
    chosen = changed(configuration, clauses=ClauseChoice(clause_set="nasional/uji"))
    return compose(chosen, library_of("36.74").reference, SETS["nasional/uji"], ())


@pytest.fixture(scope="module")
def edited(base):
    return reword(base, "damai", title="Tertib", text="{peserta} tertib.", parameters={"batas": "tiga"})


def damai(agreement):
    return clause_of(agreement, "damai")


def test_a_clause_as_its_pack_gave_it_is_of_the_pack(base):
    assert standing(damai(base)) == "dari paket"


def test_a_clause_with_other_words_is_edited(edited):
    assert standing(damai(edited)) == "disunting"


def test_a_locked_clause_is_locked(base):
    assert standing(changed(damai(base), locked=True)) == "terkunci"


def test_a_clause_without_a_pack_is_the_offices_own(base):
    assert standing(own_clause(base, "pasar", "Pasar", "Aman.").clauses[-1]) == "buatan kantor"


def test_an_edited_clause_still_finds_what_its_pack_offers(edited):
    assert offered_of(damai(edited), SETS).clause.text == TEXT


@pytest.mark.parametrize("sets", [{}, {"nasional/uji": changed(SETS["nasional/uji"], clauses=())}])
def test_a_clause_that_no_pack_in_use_has_finds_nothing(sets, base):
    assert offered_of(damai(base), sets) is None


def test_the_difference_tells_what_the_office_has_done(edited):
    told = difference(damai(edited), offered_of(damai(edited), SETS))
    assert (marked(told.title), marked(told.text)) == (
        "[-Damai-] {+Tertib+}",
        "{peserta} [-damai.\n\nBatas {batas} hari.-] {+tertib.+}",
    )


def test_line_ends_around_the_words_of_a_pack_are_no_difference(base):
    sets = sets_of(f"\n{TEXT}\n")
    told = difference(damai(base), offered_of(damai(base), sets))
    assert [piece.sign for piece in told.text] == ["="]


def test_restored_words_are_those_of_the_pack(edited):
    back = damai(restored(edited, "damai", SETS))
    assert (back.title, back.text) == ("Damai", TEXT)


def test_what_the_office_filled_in_stays_in_restored_words(edited):
    assert damai(restored(edited, "damai", SETS)).resolved.endswith("Batas tiga hari.")


def test_an_edit_that_is_restored_leaves_the_agreement_as_it_was(base):
    reworded = reword(base, "damai", title="Tertib", text="{peserta} tertib.")
    assert restored(reworded, "damai", SETS) == base


def test_a_reading_written_by_hand_is_restored_as_well(base):
    by_hand = with_clause(base, "damai", resolved="Lain.\n\nSama sekali.")
    assert restored(by_hand, "damai", SETS) == base


def test_locked_words_that_were_changed_in_the_file_are_restored(base):
    locked = with_clause(base, "damai", locked=True)
    assert restored(with_clause(locked, "damai", text="Lain."), "damai", SETS) == locked


def test_words_are_restored_on_a_day_on_which_the_pack_does_not_offer_them(edited):
    ended = sets_of(until=date(2000, 1, 1))
    assert damai(restored(edited, "damai", ended)).text == TEXT


def test_words_of_a_newer_pack_count_as_words_of_the_pack(edited):
    assert standing(damai(restored(edited, "damai", sets_of("{peserta} sangat damai.")))) == "dari paket"


def test_a_clause_of_the_office_has_nothing_to_be_restored(base):
    own = own_clause(base, "pasar", "Pasar", "Aman.")
    with pytest.raises(Refused, match="buatan kantor"):
        restored(own, "pasar", SETS)


def test_words_that_no_pack_in_use_has_cannot_be_restored(edited):
    with pytest.raises(Refused, match="Paket nasional yang terpasang"):
        restored(edited, "damai", {})
