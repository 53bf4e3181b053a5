"""Hours, place and day of the signing, edited."""

from datetime import date, time

import pytest

from kampanye_tui.agreement.clause_sets import offered_sets
from kampanye_tui.agreement.compose import compose
from kampanye_tui.agreement.edit_clauses import reword
from kampanye_tui.agreement.edit_occasion import moved, with_occasion
from kampanye_tui.model.occasion import Occasion
from kampanye_tui.model.office import ClauseChoice
from kampanye_tui.model.pack import PackUse
from kampanye_tui.model.problem import Refused

from .making import changed, clause, clause_set_of, given, library_of, small_agreement, with_clause

BASE = small_agreement()
AFTER = date(2024, 2, 1)
OLD = clause("lama", until=date(2024, 1, 1))
NEW = clause("baru", since=date(2024, 1, 2))
SETS, _CONFLICTS = offered_sets([given("nasional", "", clause_set_of(OLD, NEW))], [])
PACKS = (PackUse(id="nasional", version="2", fingerprint="", region=""),)


def test_hours_and_place_are_taken():
    said = changed(BASE.occasion, start=time(9), end=time(11), place="Balai", city="Serpong")
    assert with_occasion(BASE, said).occasion == said


def test_the_day_stays():
    assert with_occasion(BASE, Occasion(day=AFTER)).occasion.day == BASE.occasion.day


def test_the_place_is_in_the_words_of_clauses():
    told = with_clause(BASE, "damai", text="Di {tempat_acara}.", resolved="Di Aula.")
    assert with_occasion(told, changed(told.occasion, place="Balai")).clauses[0].resolved == "Di Balai."


@pytest.mark.parametrize("end", [time(9), time(8, 59)])
def test_an_occasion_does_not_end_before_it_starts(end):
    with pytest.raises(Refused, match="padahal mulai pukul"):
        with_occasion(BASE, changed(BASE.occasion, start=time(9), end=end))


@pytest.mark.parametrize("hours", [{"start": time(9)}, {"end": time(9)}, {"start": time(9), "end": time(10)}])
def test_half_known_hours_and_hours_in_order_are_taken(hours):
    said = changed(BASE.occasion, **hours)
    assert with_occasion(BASE, said).occasion == said


@pytest.fixture(scope="module")
def reference():
    return library_of("36.74").reference


@pytest.fixture(scope="module")
def base(configuration, reference):
    chosen = changed(configuration, clauses=ClauseChoice(clause_set="nasional/uji"))
    return compose(chosen, reference, SETS["nasional/uji"], ())


def test_a_moved_agreement_is_on_that_day(base, reference):
    assert moved(base, AFTER, reference, SETS, ())[0].occasion.day == AFTER


def test_what_goes_and_what_comes_is_told_in_sentences(base, reference):
    assert moved(base, AFTER, reference, SETS, ())[1] == (
        'Klausul "lama" (Lama) tidak berlaku pada hari itu, jadi dikeluarkan.',
        'Klausul "baru" (Baru) berlaku pada hari itu, jadi dimasukkan.',
    )


def test_what_stays_undecided_is_told_with_what_can_be_done(base, reference):
    edited = reword(base, "lama", text="Bunyi kantor.")
    _agreement, told = moved(edited, AFTER, reference, SETS, (), advice="Buang: {}".format)
    assert told[-1].endswith("jadi dibiarkan. Buang: lama")


def test_a_day_that_is_emptied_is_told_so(base, reference):
    assert moved(base, None, reference, SETS, ())[1] == (
        'Klausul "lama" (Lama) tidak berlaku selama harinya belum ditentukan, jadi dikeluarkan.',
        'Klausul "baru" (Baru) berlaku selama harinya belum ditentukan, jadi dimasukkan.',
    )


def test_the_packs_of_that_day_are_named(base, reference):
    assert moved(changed(base, packs=()), AFTER, reference, SETS, PACKS)[0].packs == PACKS
