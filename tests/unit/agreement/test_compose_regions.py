"""Agreements of offices of every kind of region, for both elections, with the national pack alone."""

from random import Random

import pytest

from kampanye_tui.agreement.placeholders import Kind, found
from kampanye_tui.model.election import ElectionKind
from kampanye_tui.model.party import Institution, Role
from kampanye_tui.model.region import Region
from kampanye_tui.model.rows import read_rows
from kampanye_tui.plugin.host import NATIONAL

from .making import REGIONAL_DAY, composed, office_of

ALWAYS = ["11", "11.01", "11.71", "31", "31.01", "31.71", "34", "36", "36.74", "91", "91.03", "96.71"]
"""Aceh, Jakarta with its administrative regions, Yogyakarta, Banten, Papua, Papua Barat Daya."""
CODES = [one.code for one in read_rows(Region, (NATIONAL / "data" / "wilayah.csv").read_bytes(), "")]
SAMPLED = ALWAYS + Random(2024).sample(sorted(set(CODES) - set(ALWAYS)), 40 - len(ALWAYS))


@pytest.mark.parametrize("region", SAMPLED)
def test_an_office_anywhere_gets_clauses_without_an_open_placeholder(configuration, region):
    agreement = composed(office_of(configuration, region))
    assert [name for clause in agreement.clauses for name in found(clause.resolved, Kind.NAME)] == []


@pytest.mark.parametrize("region", ["36", "36.03", "36.74", "31.01", "31.71"])
def test_an_office_of_a_regional_election_gets_clauses_without_an_open_placeholder(configuration, region):
    agreement = composed(office_of(configuration, region, "pilkada-2024", REGIONAL_DAY))
    assert [name for clause in agreement.clauses for name in found(clause.resolved, Kind.NAME)] == []


@pytest.mark.parametrize(
    ("region", "name"),
    [
        ("36", "Komisi Pemilihan Umum Provinsi Banten"),
        ("36.03", "Komisi Pemilihan Umum Kabupaten Tangerang"),
        ("36.74", "Komisi Pemilihan Umum Kota Tangerang Selatan"),
        ("34", "Komisi Pemilihan Umum Daerah Istimewa Yogyakarta"),
    ],
)
def test_an_office_is_named_after_its_region(configuration, region, name):
    assert composed(office_of(configuration, region)).office.name == name


@pytest.mark.parametrize(
    ("region", "office"),
    [("36", "Gubernur Banten"), ("36.03", "Bupati Tangerang"), ("36.74", "Wali Kota Tangerang Selatan")],
)
def test_the_head_of_the_region_acknowledges(configuration, region, office):
    agreement = composed(office_of(configuration, region))
    [head] = [one for one in agreement.parties if one.institution is Institution.HEAD_OF_REGION]
    assert [person.office for person in head.signatories] == [office]


@pytest.mark.parametrize("region", ["31.01", "31.71"])
def test_an_administrative_region_has_no_legislature(configuration, region):
    agreement = composed(office_of(configuration, region))
    assert Institution.LEGISLATURE not in {one.institution for one in agreement.parties}


def test_in_aceh_24_parties_contest(configuration):
    agreement = composed(office_of(configuration, "11"))
    numbers = [one.ballot_number for one in agreement.of_role(Role.CONTESTANT)]
    assert numbers == list(range(1, 25))


@pytest.mark.parametrize(
    ("election", "day", "other"),
    [
        ("pemilu-2024", None, ElectionKind.REGIONAL_HEADS),
        ("pilkada-2024", None, ElectionKind.GENERAL),
        ("pilkada-2024", REGIONAL_DAY, ElectionKind.GENERAL),
    ],
)
def test_laws_of_the_other_election_are_not_cited(configuration, election, day, other):
    agreement = composed(office_of(configuration, "36.74", election, day))
    laws = [agreement.reference.law(one.law) for clause in agreement.clauses for one in clause.citations]
    assert [one.id for one in laws if one.elections == (other,)] == []


@pytest.mark.parametrize(
    ("election", "day", "law"),
    [("pemilu-2024", None, "uu-7-2017"), ("pilkada-2024", REGIONAL_DAY, "uu-1-2015")],
)
def test_the_law_of_the_election_is_cited(configuration, election, day, law):
    agreement = composed(office_of(configuration, "36.74", election, day))
    assert law in {one.law for clause in agreement.clauses for one in clause.citations}


def test_the_clauses_of_a_regional_election_bind_pairs(configuration):
    agreement = composed(office_of(configuration, "36.74", "pilkada-2024", REGIONAL_DAY))
    assert agreement.clauses[0].resolved.startswith("Pasangan Calon melaksanakan kampanye")


def test_a_day_after_an_amendment_lets_it_be_cited(configuration):
    early, late = (
        composed(office_of(configuration, "36.74", "pilkada-2024", day))
        for day in (REGIONAL_DAY.replace(month=8, day=19), REGIONAL_DAY)
    )
    cited = [
        {one.law for clause in agreement.clauses for one in clause.citations} for agreement in (early, late)
    ]
    assert cited[1] - cited[0] == {"mk-69-2024"}
