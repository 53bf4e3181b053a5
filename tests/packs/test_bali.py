"""The data pack of Bali: holy days without campaign, props at Nyepi, the adat council, perbekel."""

from __future__ import annotations

from datetime import date

import pytest

from tests.packs.regional_office import regional_office

HOLY_DAYS, PROPS = "hari-tanpa-kampanye", "alat-peraga-saat-nyepi"
UNDATED = "Hari Raya Nyepi, Hari Raya Galungan, dan Hari Raya Kuningan yang jatuh dalam masa kampanye"


def test_the_pilkada_of_2024_names_the_agreed_days_of_galungan_and_kuningan() -> None:
    clause = regional_office("51", "pilkada-2024", date(2024, 9, 23)).clause(HOLY_DAYS)
    assert clause.resolved.startswith(
        "Pasangan Calon tidak mengadakan kegiatan kampanye pada Hari Raya Galungan tanggal 25 September 2024 "
        "dan Hari Raya Kuningan tanggal 5 Oktober 2024.\n"
    )


@pytest.mark.parametrize(
    ("election", "day"),
    [("pemilu-2024", date(2023, 11, 28)), ("pilkada-2024", date(2024, 11, 24))],
    ids=["a pemilu", "after that campaign"],
)
def test_where_no_days_were_agreed_none_are_named(election: str, day: date) -> None:
    assert regional_office("51.71", election, day).word("hari_tanpa_kampanye") == UNDATED


@pytest.mark.parametrize(
    ("clause_set", "election", "before", "after"),
    [
        ("nasional/ringkas", "pemilu-2024", "jadwal-dan-pemberitahuan", [HOLY_DAYS, PROPS]),
        ("nasional/ringkas", "pilkada-2024", "jadwal-dan-pemberitahuan", [HOLY_DAYS]),
        ("nasional/lengkap-pemilu", "pemilu-2024", "masa-tenang", [HOLY_DAYS, PROPS]),
        ("nasional/lengkap-pilkada", "pilkada-2024", "masa-tenang", [HOLY_DAYS]),
    ],
)
def test_its_clauses_follow_those_on_the_schedule(
    clause_set: str, election: str, before: str, after: list[str]
) -> None:
    ids = regional_office("51.03", election, clause_set=clause_set).clauses()
    at = ids.index(before) + 1
    assert [one for one in ids if one in (HOLY_DAYS, PROPS)] == ids[at : at + len(after)] == after


def test_each_clause_reads_alike_in_every_set() -> None:
    offered = [
        one.clause
        for name in ("ringkas", "lengkap-pemilu", "lengkap-pilkada")
        for one in regional_office("51").library.clause_set(f"nasional/{name}").clauses
        if one.clause.id in (HOLY_DAYS, PROPS)
    ]
    assert offered == [*offered[:2]] * 3


@pytest.mark.parametrize("clause_id", [HOLY_DAYS, PROPS])
def test_what_contestants_agree_of_their_own_will_cites_no_law(clause_id: str) -> None:
    assert regional_office("51").clause(clause_id).citations == ()


def test_props_come_down_for_nyepi_only_where_it_falls_into_the_campaign() -> None:
    assert (
        regional_office("51.71")
        .clause(PROPS)
        .resolved.startswith(
            "Apabila rangkaian Hari Raya Nyepi jatuh dalam masa kampanye, Peserta Pemilu menurunkan"
        )
    )


@pytest.mark.parametrize(
    ("region", "council"),
    [
        ("51", "Majelis Desa Adat Provinsi Bali"),
        ("51.03", "Majelis Desa Adat Kabupaten Badung"),
        ("51.71", "Majelis Desa Adat Kota Denpasar"),
    ],
)
def test_the_adat_council_of_its_level_is_offered(region: str, council: str) -> None:
    party = regional_office(region).party("majelis-desa-adat")
    assert (party.name, party.signatories[0].office) == (council, f"Ketua {council}")


def test_the_head_of_a_village_is_a_perbekel() -> None:
    text = regional_office("51.03", "pilkada-2024", clause_set="nasional/lengkap-pilkada").text()
    assert "perbekel atau lurah serta perangkatnya" in text
    assert "kepala desa" not in text


def test_a_neighbouring_province_is_left_alone() -> None:
    office = regional_office("52")
    assert not {HOLY_DAYS, PROPS} & set(office.clauses())
    assert "majelis-desa-adat" not in office.parties()
