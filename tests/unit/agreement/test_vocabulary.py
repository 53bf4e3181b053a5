"""The words that placeholders stand for: of region, election and terms, and what nobody knows."""

from datetime import date

import pytest

from kampanye_tui.agreement.vocabulary import of_reference, said
from kampanye_tui.model.election import Stage
from kampanye_tui.model.reference import Reference
from kampanye_tui.model.term import Term

from .making import CITY, GENERAL, changed


def word(name, *terms, election=GENERAL):
    """What a name stands for where these terms hold; terms are written as ``name=text``."""
    made = tuple(Term(name=one, text=text) for one, text in (term.split("=", 1) for term in terms))
    return of_reference(Reference(region=CITY, election=election, terms=made))[name]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("kode_wilayah", "36.74"),
        ("nama_wilayah", "Tangerang Selatan"),
        ("sebutan_wilayah", "Kota Tangerang Selatan"),
        ("nama_provinsi", "Banten"),
        ("zona_waktu", "WIB"),
        ("nama_pemilu", "Pemilihan Umum Tahun 2024"),
        ("singkatan_pemilu", "Pemilu 2024"),
        ("tahun_pemilu", "2024"),
    ],
)
def test_region_and_election_have_their_words(name, value):
    assert word(name) == value


@pytest.mark.parametrize(
    ("name", "value"),
    [("mulai_masa_tenang", "11 Februari 2024"), ("selesai_masa_tenang", "13 Februari 2024")],
)
def test_a_stage_has_its_days(name, value):
    quiet = Stage(id="masa-tenang", name="Masa tenang", start=date(2024, 2, 11), end=date(2024, 2, 13))
    assert word(name, election=changed(GENERAL, stages=(quiet,))) == value


def test_a_term_may_hold_a_word_of_the_region():
    assert word("kantor", "kantor=KPU {sebutan_wilayah}") == "KPU Kota Tangerang Selatan"


def test_a_term_may_hold_a_term_that_stands_before_it():
    assert word("kantor", "singkatan=KIP", "kantor={singkatan} {nama_wilayah}") == "KIP Tangerang Selatan"


def test_a_term_that_stands_behind_is_not_known_yet():
    assert word("kantor", "kantor={singkatan} Kota", "singkatan=KIP") == "{singkatan} Kota"


def test_a_term_that_holds_itself_goes_round_no_circle():
    assert word("kantor", "kantor={kantor} Kota") == "{kantor} Kota"


def test_what_nobody_knows_stays_visible_as_it_was_written():
    assert said("Ketua {tidak_ada}", {"ada": "x"}) == "Ketua {tidak_ada}"


def test_a_reference_to_a_clause_stays_visible_as_it_was_written():
    assert said("menurut {@damai}", {"damai": "x"}) == "menurut {@damai}"


def test_a_value_is_not_read_again():
    assert said("{a}", {"a": "{b}", "b": "x"}) == "{b}"
