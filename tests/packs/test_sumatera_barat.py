"""The data pack of West Sumatra: nagari and wali nagari, LKAAM, badunsanak; Mentawai keeps its desa."""

from __future__ import annotations

import pytest

from tests.packs.regional_office import regional_office

CLAUSE = "badunsanak"


@pytest.mark.parametrize(
    ("region", "head", "elders"),
    [
        ("13", "wali nagari atau kepala desa", "ninik mamak"),
        ("13.06", "wali nagari", "ninik mamak"),
        ("13.09", "kepala desa", "tokoh adat"),
        ("13.71", "kepala desa", "ninik mamak"),
    ],
    ids=["province", "Agam", "Mentawai", "Padang"],
)
def test_a_village_is_a_nagari_where_there_are_nagari(region: str, head: str, elders: str) -> None:
    office = regional_office(region)
    assert (office.word("kepala_desa"), office.word("pemuka_adat")) == (head, elders)


@pytest.mark.parametrize(
    ("party_id", "name", "signs"),
    [
        (
            "lkaam",
            "Lembaga Kerapatan Adat Alam Minangkabau Kota Sawahlunto",
            "Ketua LKAAM Kota Sawahlunto",
        ),
        ("mui", "Majelis Ulama Indonesia Kota Sawahlunto", "Ketua MUI Kota Sawahlunto"),
        ("fkub", "Forum Kerukunan Umat Beragama Kota Sawahlunto", "Ketua FKUB Kota Sawahlunto"),
    ],
)
def test_those_who_signed_in_sawahlunto_are_offered(party_id: str, name: str, signs: str) -> None:
    party = regional_office("13.73").party(party_id)
    assert (party.name, party.signatories[0].office) == (name, signs)


def test_its_clause_reads_alike_in_every_set() -> None:
    offered = [
        one.clause
        for name in ("ringkas", "lengkap-pemilu", "lengkap-pilkada")
        for one in regional_office("13").library.clause_set(f"nasional/{name}").clauses
        if one.clause.id == CLAUSE
    ]
    assert offered == [offered[0]] * 3


def test_its_clause_asks_the_elders_of_the_place() -> None:
    assert "bermusyawarah dengan tokoh adat setempat" in regional_office("13.09").clause(CLAUSE).resolved


def test_what_contestants_agree_of_their_own_will_cites_no_law() -> None:
    assert regional_office("13.06").clause(CLAUSE).citations == ()
