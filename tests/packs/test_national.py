"""The data of the national pack: regions, elections, contestants, legal basis."""

from collections import Counter
from datetime import timedelta

import pytest

from kampanye_tui.model.election import Contestant, Election
from kampanye_tui.model.legal import LegalBasis
from kampanye_tui.model.pack import PackState
from kampanye_tui.model.reading import read
from kampanye_tui.model.region import Region
from kampanye_tui.model.rows import read_rows
from kampanye_tui.model.rule import RuleEntry
from kampanye_tui.plugin.data_files import ElectionsFile, RulesFile
from kampanye_tui.plugin.host import NATIONAL
from tests.unit.agreement.making import library_of

DATA = NATIONAL / "data"


def rows(kind, name):
    """The rows of a CSV file of the pack."""
    return read_rows(kind, (DATA / name).read_bytes(), name)


REGIONS: tuple[Region, ...] = rows(Region, "wilayah.csv")
LAWS: tuple[LegalBasis, ...] = rows(LegalBasis, "dasar-hukum.csv")
PARTIES: tuple[Contestant, ...] = rows(Contestant, "peserta-2024.csv")
ELECTIONS: tuple[Election, ...] = read(
    ElectionsFile, (DATA / "pemilu.toml").read_bytes(), "pemilu.toml"
).elections
RULES: tuple[RuleEntry, ...] = read(
    RulesFile, (NATIONAL / "aturan" / "umum.toml").read_bytes(), "umum.toml"
).rules


def test_the_pack_is_in_use():
    assert library_of("36.74").host.statuses["nasional"].state is PackState.ACTIVE


@pytest.mark.parametrize("election", ["pemilu-2024", "pilkada-2024"])
def test_the_pack_is_in_no_conflict_with_itself(election):
    assert library_of("36.74", election).reference.conflicts == ()


def test_there_are_552_regions_each_with_a_code_of_its_own():
    assert len({region.code for region in REGIONS}) == len(REGIONS) == 552


def test_no_two_regions_have_one_name():
    assert [name for name, count in Counter(region.name for region in REGIONS).items() if count > 1] == []


def test_regions_are_of_five_kinds():
    assert Counter(region.kind.value for region in REGIONS) == {
        "provinsi": 38,
        "kabupaten": 415,
        "kabupaten-administrasi": 1,
        "kota": 93,
        "kota-administrasi": 5,
    }


def test_regions_lie_in_three_zones():
    assert Counter(region.zone.value for region in REGIONS) == {"WIB": 319, "WITA": 162, "WIT": 71}


def test_each_region_names_the_province_of_its_code():
    provinces = {region.code: region.name for region in REGIONS if "." not in region.code}
    assert [one.code for one in REGIONS if provinces.get(one.code[:2]) != one.province] == []


def test_the_code_tells_provinces_from_the_rest():
    assert [one.code for one in REGIONS if ("." in one.code) == (one.kind.value == "provinsi")] == []


def test_codes_of_cities_begin_at_71():
    wrong = [
        one.code
        for one in REGIONS
        if "." in one.code and (int(one.code[3:]) >= 71) != one.kind.value.startswith("kota")
    ]
    assert wrong == []


def test_the_name_of_a_region_begins_with_its_kind():
    words = {
        "kabupaten": "Kabupaten ",
        "kota": "Kota ",
        "kabupaten-administrasi": "Kabupaten Administrasi ",
        "kota-administrasi": "Kota Administrasi ",
    }
    wrong = [one.name for one in REGIONS if not one.name.startswith(words.get(one.kind.value, ""))]
    assert wrong == []


@pytest.mark.parametrize(
    ("code", "name", "zone"),
    [
        ("11", "Aceh", "WIB"),
        ("31.01", "Kabupaten Administrasi Kepulauan Seribu", "WIB"),
        ("36.74", "Kota Tangerang Selatan", "WIB"),
        ("51.71", "Kota Denpasar", "WITA"),
        ("91.71", "Kota Jayapura", "WIT"),
        ("96.71", "Kota Sorong", "WIT"),
    ],
)
def test_known_regions_have_their_codes(code, name, zone):
    [region] = [one for one in REGIONS if one.code == code]
    assert (region.name, region.zone.value) == (name, zone)


def test_ballot_numbers_run_from_1_to_24_once_each():
    assert sorted(one.number for one in PARTIES) == list(range(1, 25))


def test_18_parties_contest_everywhere_and_six_in_aceh():
    assert Counter(one.region for one in PARTIES) == {"": 18, "11": 6}


def test_local_parties_have_the_numbers_18_to_23():
    assert [one.number for one in PARTIES if one.region == "11"] == list(range(18, 24))


@pytest.mark.parametrize(
    ("number", "name", "short"),
    [
        (1, "Partai Kebangkitan Bangsa", "PKB"),
        (3, "Partai Demokrasi Indonesia Perjuangan", "PDI Perjuangan"),
        (14, "Partai Demokrat", "Demokrat"),
        (17, "Partai Persatuan Pembangunan", "PPP"),
        (24, "Partai Ummat", "Partai Ummat"),
    ],
)
def test_known_parties_have_their_numbers(number, name, short):
    [party] = [one for one in PARTIES if one.number == number]
    assert (party.name, party.short) == (name, short)


def test_contestants_belong_to_an_election_of_the_pack():
    assert {one.election for one in PARTIES} <= {one.id for one in ELECTIONS}


def test_each_contestant_names_the_decision_that_numbered_it():
    assert [one.id for one in PARTIES if not one.decision.startswith("Keputusan KPU Nomor ")] == []


def test_there_are_56_laws_each_with_an_id_of_its_own():
    assert len({law.id for law in LAWS}) == len(LAWS) == 56


def test_each_law_that_amends_another_is_in_the_list():
    known = {law.id for law in LAWS}
    assert {other for law in LAWS for other in law.amended_by} - known == set()


def test_no_law_is_amended_by_an_older_one():
    year = {law.id: law.year for law in LAWS}
    assert [law.id for law in LAWS if any(year[other] < law.year for other in law.amended_by)] == []


def test_amendments_stand_from_the_first_to_the_last():
    year = {law.id: law.year for law in LAWS}
    years = {law.id: [year[other] for other in law.amended_by] for law in LAWS}
    assert [law_id for law_id, of_amendments in years.items() if of_amendments != sorted(of_amendments)] == []


def test_no_law_is_enacted_in_another_year_than_its_own():
    assert [law.id for law in LAWS if law.enacted and law.enacted.year != law.year] == []


def test_no_law_holds_before_it_was_enacted():
    assert [law.id for law in LAWS if law.enacted and law.in_force and law.in_force < law.enacted] == []


def test_the_two_elections_have_their_campaigns():
    campaigns = {
        one.id: (str(stage.start), str(stage.end))
        for one in ELECTIONS
        if (stage := one.stage("kampanye")) is not None
    }
    assert campaigns == {
        "pemilu-2024": ("2023-11-28", "2024-02-10"),
        "pilkada-2024": ("2024-09-25", "2024-11-23"),
    }


@pytest.mark.parametrize("election", ELECTIONS, ids=lambda one: one.id)
def test_campaign_quiet_period_and_voting_follow_without_a_gap(election):
    campaign, quiet, voting = map(election.stage, ("kampanye", "masa-tenang", "pemungutan-suara"))
    assert (quiet.start - campaign.end, voting.start - quiet.end) == (timedelta(days=1), timedelta(days=1))


@pytest.mark.parametrize("election", ELECTIONS, ids=lambda one: one.id)
def test_each_stage_says_where_it_was_seen(election):
    assert [stage.id for stage in election.stages if not stage.source] == []


def test_each_rule_has_an_id_of_its_own():
    assert [name for name, count in Counter(rule.id for rule in RULES).items() if count > 1] == []


def test_rules_cite_known_laws():
    known = {law.id for law in LAWS}
    assert {one.law for rule in RULES for one in rule.citations} - known == set()
