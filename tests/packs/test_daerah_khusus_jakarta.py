"""The data pack of Jakarta: DKI until its change, appointed heads, no DPRD below the province."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from kampanye_tui.agreement.checks import run
from tests.packs.regional_office import regional_office

LAST, FIRST = date(2024, 11, 29), date(2024, 11, 30)
"""The last day of DKI; the day on which UU 151/2024 was promulgated and came into force."""
TODAY = date(2026, 11, 24)


def test_on_28_november_2023_it_is_dki_jakarta() -> None:
    text = regional_office("31", day=date(2023, 11, 28)).text()
    assert "Bawaslu DKI Jakarta" in text
    assert "Daerah Khusus Jakarta" not in text


def test_in_2026_it_is_daerah_khusus_jakarta() -> None:
    text = regional_office("31", day=TODAY).text()
    assert "Komisi Pemilihan Umum Daerah Khusus Jakarta" in text
    assert "DKI" not in text
    assert "Ibukota" not in text


@pytest.mark.parametrize(
    ("day", "office", "short"),
    [
        (LAST, "Komisi Pemilihan Umum Daerah Khusus Ibukota Jakarta", "KPU DKI Jakarta"),
        (FIRST, "Komisi Pemilihan Umum Daerah Khusus Jakarta", "KPU Daerah Khusus Jakarta"),
    ],
)
def test_the_name_changes_on_the_day_of_the_law(day: date, office: str, short: str) -> None:
    party = regional_office("31", "pilkada-2024", day).party("penyelenggara")
    assert (party.name, party.short) == (office, short)


@pytest.mark.parametrize(
    ("day", "names"),
    [
        (
            date(2023, 11, 28),
            {
                "bawaslu": "Badan Pengawas Pemilihan Umum Daerah Khusus Ibukota Jakarta",
                "gubernur": "Pemerintah Provinsi Daerah Khusus Ibukota Jakarta",
                "dprd": "Dewan Perwakilan Rakyat Daerah Provinsi Daerah Khusus Ibukota Jakarta",
                "polda": "Kepolisian Daerah Metro Jaya",
                "kodam": "Komando Daerah Militer Jaya",
            },
        ),
        (
            TODAY,
            {
                "bawaslu": "Badan Pengawas Pemilihan Umum Daerah Khusus Jakarta",
                "gubernur": "Pemerintah Provinsi Daerah Khusus Jakarta",
                "dprd": "Dewan Perwakilan Rakyat Daerah Provinsi Daerah Khusus Jakarta",
                "polda": "Kepolisian Daerah Metro Jaya",
                "kodam": "Komando Daerah Militer Jaya",
            },
        ),
    ],
    ids=["2023", "2026"],
)
def test_institutions_of_the_province_follow_its_name(day: date, names: dict[str, str]) -> None:
    office = regional_office("31", day=day)
    assert {name: office.party(name).name for name in names} == names


@pytest.mark.parametrize("region", ["31.01", "31.71", "31.72", "31.73", "31.74", "31.75"])
def test_no_kabupaten_or_kota_has_a_dprd(region: str) -> None:
    office = regional_office(region)
    assert "dprd" not in office.parties()
    assert "DPRD" not in office.text()


@pytest.mark.parametrize(
    ("region", "party_id", "head"),
    [
        ("31.01", "bupati", "Bupati Kabupaten Administrasi Kepulauan Seribu"),
        ("31.74", "wali-kota", "Wali Kota Administrasi Jakarta Selatan"),
    ],
)
def test_heads_below_the_governor_bear_the_title_of_the_appointed(
    region: str, party_id: str, head: str
) -> None:
    assert regional_office(region).party(party_id).signatories[0].office == head


@pytest.mark.parametrize("region", ["31", "31.01", "31.74"])
def test_a_pilkada_is_that_of_the_governor_in_every_office(region: str) -> None:
    assert regional_office(region, "pilkada-2024").word("nama_pemilihan") == (
        "Pemilihan Gubernur dan Wakil Gubernur Daerah Khusus Ibukota Jakarta Tahun 2024"
    )


@pytest.mark.parametrize(
    ("region", "short"),
    [
        ("31", "Polda Metro Jaya"),
        ("31.74", "Polres Metro Jakarta Selatan"),
        ("31.01", "Polres Kepulauan Seribu"),
    ],
)
def test_the_police_are_those_of_metro_jaya(region: str, short: str) -> None:
    assert regional_office(region).word("singkatan_kepolisian") == short


def test_the_law_of_the_province_is_amended_by_that_of_its_name() -> None:
    law = regional_office("31").library.reference.law
    first, second = law("uu-2-2024"), law("uu-151-2024")
    assert first is not None
    assert second is not None
    assert (first.amended_by, second.in_force) == (("uu-151-2024",), FIRST)


@pytest.mark.parametrize(
    ("words", "rule", "message"),
    [
        (
            "Calon Wali Kota menjaga ketertiban.",
            "pilkada-hanya-gubernur",
            'Klausul "Asas dan Dasar Bersama" menyebut “Calon Wali Kota”; di Jakarta wali kota dan bupati '
            "diangkat, dan yang dipilih adalah gubernur dan wakil gubernur.",
        ),
        (
            "Disampaikan kepada DPRD Kota.",
            "tanpa-dprd-kabupaten-kota",
            'Klausul "Asas dan Dasar Bersama" menyebut “DPRD Kota”; di Jakarta hanya provinsi yang mempunyai '
            "DPRD.",
        ),
    ],
)
def test_a_clause_for_other_provinces_is_reported(words: str, rule: str, message: str) -> None:
    office = regional_office("31.74")
    clauses = tuple(
        msgspec.structs.replace(one, resolved=words) if one.id == "asas-bersama" else one
        for one in office.agreement.clauses
    )
    changed = msgspec.structs.replace(office.agreement, clauses=clauses)
    told = run(changed, office.library.reference, office.library.rules)
    assert [one.message for one in told if one.rule == rule] == [message]


def test_a_neighbouring_province_is_left_alone() -> None:
    office = regional_office("36.71", "pilkada-2024")
    assert office.word("nama_provinsi") == "Banten"
    assert office.party("wali-kota").signatories[0].office == "Wali Kota Tangerang"
