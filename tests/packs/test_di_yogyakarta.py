"""The data pack of Yogyakarta: no election of a governor, kapanewon and kemantren, a lurah of a kalurahan."""

from __future__ import annotations

import msgspec
import pytest

from kampanye_tui.agreement.checks import run
from tests.packs.regional_office import regional_office

CLAUSE = "kearifan-lokal"
FULL = "nasional/lengkap-pilkada"


@pytest.mark.parametrize(
    ("region", "election"),
    [
        ("34", "Pemilihan Kepala Daerah Kabupaten dan Kota di Daerah Istimewa Yogyakarta Tahun 2024"),
        ("34.04", "Pemilihan Bupati dan Wakil Bupati Sleman Tahun 2024"),
        ("34.71", "Pemilihan Wali Kota dan Wakil Wali Kota Yogyakarta Tahun 2024"),
    ],
)
def test_a_pilkada_elects_no_governor(region: str, election: str) -> None:
    assert regional_office(region, "pilkada-2024").word("nama_pemilihan") == election


@pytest.mark.parametrize(
    ("region", "district", "head"),
    [
        ("34", "kapanewon atau kemantren", "panewu atau mantri pamong praja"),
        ("34.01", "kapanewon", "panewu"),
        ("34.71", "kemantren", "mantri pamong praja"),
    ],
)
def test_a_district_is_a_kapanewon_in_a_kabupaten_and_a_kemantren_in_the_city(
    region: str, district: str, head: str
) -> None:
    office = regional_office(region)
    assert (office.word("kecamatan"), office.word("kepala_kecamatan")) == (district, head)


def test_a_lurah_of_a_kalurahan_is_told_from_one_of_a_kelurahan() -> None:
    text = regional_office("34.02", "pilkada-2024", clause_set=FULL).text()
    assert "lurah kalurahan atau lurah kelurahan serta perangkatnya" in text


def test_the_city_has_no_kalurahan() -> None:
    office = regional_office("34.71")
    assert (office.word("kepala_desa"), office.word("kepala_kelurahan")) == ("kepala desa", "lurah")


def test_the_intelligence_agency_is_offered_at_the_level_of_the_province() -> None:
    assert regional_office("34").party("binda").signatories[0].office == "Kepala Binda DIY"


@pytest.mark.parametrize("region", ["34.04", "34.71"])
def test_the_intelligence_agency_is_not_offered_below_the_province(region: str) -> None:
    assert "binda" not in regional_office(region).parties()


def test_its_clause_reads_alike_in_every_set() -> None:
    offered = [
        one.clause
        for name in ("ringkas", "lengkap-pemilu", "lengkap-pilkada")
        for one in regional_office("34").library.clause_set(f"nasional/{name}").clauses
        if one.clause.id == CLAUSE
    ]
    assert offered == [offered[0]] * 3


def test_what_contestants_agree_of_their_own_will_cites_no_law() -> None:
    assert regional_office("34.04").clause(CLAUSE).citations == ()


def test_a_clause_on_candidates_for_governor_is_reported() -> None:
    office = regional_office("34", "pilkada-2024")
    clauses = tuple(
        msgspec.structs.replace(one, resolved="Calon Gubernur menjaga ketertiban.")
        if one.id == "asas-bersama"
        else one
        for one in office.agreement.clauses
    )
    changed = msgspec.structs.replace(office.agreement, clauses=clauses)
    told = run(changed, office.library.reference, office.library.rules)
    assert [one.message for one in told if one.rule == "gubernur-ditetapkan"] == [
        'Klausul "Asas dan Dasar Bersama" menyebut “Calon Gubernur”; di Daerah Istimewa Yogyakarta gubernur '
        "dan wakil gubernur ditetapkan, tidak dipilih."
    ]
