"""Whether a law holds on a day, as far as the data can tell."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kampanye_tui.agreement.law import Standing, short_name, standing, usable
from kampanye_tui.model.election import ElectionKind
from kampanye_tui.model.legal import Citation
from kampanye_tui.model.reference import Reference

from .making import CITY, GENERAL, law

DAY = date(2023, 11, 28)
NEXT = timedelta(days=1)
PEMILU, PILKADA = ElectionKind.GENERAL, ElectionKind.REGIONAL_HEADS


def test_a_law_holds_from_the_day_it_comes_into_force():
    assert standing(law(in_force=DAY), DAY, PEMILU) is Standing.IN_FORCE


def test_a_law_does_not_hold_the_day_before_it_comes_into_force():
    assert standing(law(in_force=DAY), DAY - NEXT, PEMILU) is Standing.NOT_YET


def test_a_law_enacted_but_not_in_force_yet_does_not_hold():
    enacted = law(year=2023, enacted=date(2023, 1, 2), in_force=date(2026, 1, 2))
    assert standing(enacted, DAY, PEMILU) is Standing.NOT_YET


def test_a_law_does_not_hold_before_it_was_enacted():
    assert standing(law(year=2023, enacted=DAY), DAY - NEXT, PEMILU) is Standing.NOT_YET


def test_a_law_of_which_only_the_enactment_is_known_is_unchecked_from_that_day():
    assert standing(law(year=2023, enacted=DAY), DAY, PEMILU) is Standing.UNCHECKED


def test_a_law_of_which_only_the_year_is_known_does_not_hold_before_that_year():
    assert standing(law(year=2024), date(2023, 12, 31), PEMILU) is Standing.NOT_YET


def test_a_law_of_which_only_the_year_is_known_is_unchecked_from_new_year():
    assert standing(law(year=2024), date(2024, 1, 1), PEMILU) is Standing.UNCHECKED


def test_a_law_holds_on_its_last_day():
    assert standing(law(in_force=date(2017, 8, 16), until=DAY), DAY, PEMILU) is Standing.IN_FORCE


def test_a_law_no_longer_holds_the_day_after_its_last():
    one = law(in_force=date(2017, 8, 16), until=DAY)
    assert standing(one, DAY + NEXT, PEMILU) is Standing.NO_LONGER


def test_a_law_for_another_kind_of_election_never_counts():
    assert standing(law(elections=(PILKADA,), in_force=DAY), DAY, PEMILU) is Standing.OTHER_ELECTION


def test_the_kind_of_election_counts_with_no_day_too():
    assert standing(law(elections=(PILKADA,)), None, PEMILU) is Standing.OTHER_ELECTION


def test_a_law_for_no_kind_in_particular_counts_for_each():
    assert {standing(law(in_force=DAY), DAY, kind) for kind in ElectionKind} == {Standing.IN_FORCE}


def test_with_no_day_yet_a_law_without_a_date_of_force_is_unchecked():
    assert standing(law(enacted=date(2017, 8, 15)), None, PEMILU) is Standing.UNCHECKED


def test_with_no_day_yet_a_law_whose_date_of_force_is_known_counts_as_in_force():
    assert standing(law(in_force=date(2017, 8, 16)), None, PEMILU) is Standing.IN_FORCE


def test_with_no_day_yet_a_law_that_has_an_end_does_not_count_as_in_force():
    one = law(in_force=date(2017, 8, 16), until=DAY)
    assert standing(one, None, PEMILU) is not Standing.IN_FORCE


@given(day=st.dates(date(2015, 1, 1), date(2030, 1, 1)))
def test_an_unknown_date_of_force_is_never_called_in_force(day):
    assert standing(law(enacted=date(2017, 8, 15)), day, PEMILU) is not Standing.IN_FORCE


@pytest.mark.parametrize(
    ("kind", "number", "year", "name"),
    [
        ("UU", "7", 2017, "UU 7/2017"),
        ("Keputusan KPU", "519", 2022, "Keputusan KPU 519/2022"),
        ("Putusan MK", "65/PUU-XXI/2023", 2023, "Putusan MK 65/PUU-XXI/2023"),
    ],
)
def test_a_law_has_a_short_name(kind, number, year, name):
    assert short_name(law(kind=kind, number=number, year=year)) == name


def test_laws_that_do_not_hold_may_not_be_cited():
    reference = Reference(
        region=CITY,
        election=GENERAL,
        legal_basis=(
            law("berlaku", in_force=date(2017, 8, 16)),
            law("belum-diperiksa"),
            law("belum", year=2024),
            law("dicabut", until=DAY - NEXT),
            law("pilkada", elections=(PILKADA,)),
        ),
    )
    names = ("tidak-dikenal", "pilkada", "berlaku", "belum", "dicabut", "belum-diperiksa", "berlaku")
    citations = [Citation(law=name, article=f"Pasal {n}") for n, name in enumerate(names)]
    kept = [(citation.law, citation.article) for citation in usable(citations, reference, DAY)]
    assert kept == [
        ("tidak-dikenal", "Pasal 0"),
        ("berlaku", "Pasal 2"),
        ("belum-diperiksa", "Pasal 5"),
        ("berlaku", "Pasal 6"),
    ]
