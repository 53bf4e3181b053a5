"""The data pack of Aceh: words of its institutions, whom it offers, its clauses, and nothing elsewhere."""

from __future__ import annotations

import msgspec
import pytest

from kampanye_tui.agreement.checks import run
from kampanye_tui.model.party import Role
from tests.packs.regional_office import RegionalOffice, regional_office

CLAUSES = ("kekhususan-aceh", "simbol-pemicu-konflik")
LOCAL_PARTIES = {
    18: "Partai Nanggroe Aceh",
    19: "Partai Generasi Atjeh Beusaboh Tha'at dan Taqwa",
    20: "Partai Darul Aceh",
    21: "Partai Aceh",
    22: "Partai Adil Sejahtera Aceh",
    23: "Partai SIRA (Soliditas Independen Rakyat Aceh)",
}


def called(office: RegionalOffice, party_id: str) -> tuple[str, str, str]:
    """Return name, short name and office of a pihak."""
    party = office.party(party_id)
    return party.name, party.short, party.signatories[0].office


def renamed(office: RegionalOffice, party_id: str, name: str) -> RegionalOffice:
    """Return the office with a pihak written another way."""
    parties = tuple(
        msgspec.structs.replace(one, name=name) if one.id == party_id else one
        for one in office.agreement.parties
    )
    return office._replace(agreement=msgspec.structs.replace(office.agreement, parties=parties))


def test_the_province_is_aceh_without_the_word_provinsi() -> None:
    text = regional_office("11").text()
    assert "Komisi Independen Pemilihan Aceh" in text
    assert "Provinsi Aceh" not in text


@pytest.mark.parametrize(
    ("region", "institutions"),
    [
        (
            "11",
            {
                "penyelenggara": ("Komisi Independen Pemilihan Aceh", "KIP Aceh", "Ketua KIP Aceh"),
                "bawaslu": ("Panitia Pengawas Pemilihan Aceh", "Panwaslih Aceh", "Ketua Panwaslih Aceh"),
                "gubernur": ("Pemerintah Aceh", "", "Gubernur Aceh"),
                "dprd": ("Dewan Perwakilan Rakyat Aceh", "DPRA", "Ketua DPRA"),
                "wali-nanggroe": ("Lembaga Wali Nanggroe Aceh", "", "Wali Nanggroe Aceh"),
                "kodam": (
                    "Komando Daerah Militer Iskandar Muda",
                    "Kodam Iskandar Muda",
                    "Panglima Komando Daerah Militer Iskandar Muda",
                ),
            },
        ),
        (
            "11.06",
            {
                "penyelenggara": (
                    "Komisi Independen Pemilihan Kabupaten Aceh Besar",
                    "KIP Kabupaten Aceh Besar",
                    "Ketua KIP Kabupaten Aceh Besar",
                ),
                "bupati": ("Pemerintah Kabupaten Aceh Besar", "", "Bupati Aceh Besar"),
                "dprd": (
                    "Dewan Perwakilan Rakyat Kabupaten Aceh Besar",
                    "DPRK Aceh Besar",
                    "Ketua DPRK Aceh Besar",
                ),
            },
        ),
        (
            "11.71",
            {
                "bawaslu": (
                    "Panitia Pengawas Pemilihan Kota Banda Aceh",
                    "Panwaslih Kota Banda Aceh",
                    "Ketua Panwaslih Kota Banda Aceh",
                ),
                "wali-kota": ("Pemerintah Kota Banda Aceh", "", "Wali Kota Banda Aceh"),
                "dprd": (
                    "Dewan Perwakilan Rakyat Kota Banda Aceh",
                    "DPRK Banda Aceh",
                    "Ketua DPRK Banda Aceh",
                ),
            },
        ),
    ],
    ids=["province", "kabupaten", "kota"],
)
def test_institutions_bear_the_names_of_aceh(
    region: str, institutions: dict[str, tuple[str, str, str]]
) -> None:
    office = regional_office(region)
    assert {name: called(office, name) for name in institutions} == institutions


def test_the_garrison_is_not_invited_beside_its_commander() -> None:
    assert "korem" not in regional_office("11").parties()


def test_wali_nanggroe_and_pangdam_are_offered_to_the_province_alone() -> None:
    assert not {"wali-nanggroe", "kodam"} & regional_office("11.71").parties()


def test_six_local_parties_stand_on_the_ballot_by_number() -> None:
    contestants = regional_office("11.06").agreement.of_role(Role.CONTESTANT)
    assert [party.ballot_number for party in contestants] == list(range(1, 25))
    named = {party.ballot_number: party.name for party in contestants}
    assert {number: named[number] for number in LOCAL_PARTIES} == LOCAL_PARTIES


def test_the_title_names_local_parties_in_an_election_of_parties_alone() -> None:
    words = "PARTAI POLITIK LOKAL PESERTA"
    assert words in regional_office("11.71").text()
    assert words not in regional_office("11.71", "pilkada-2024").text()


@pytest.mark.parametrize(
    ("region", "named"),
    [
        ("11", "Pemilihan Gubernur dan Wakil Gubernur Aceh Tahun 2024"),
        ("11.06", "Pemilihan Bupati dan Wakil Bupati Aceh Besar Tahun 2024"),
        ("11.71", "Pemilihan Wali Kota dan Wakil Wali Kota Banda Aceh Tahun 2024"),
    ],
)
def test_each_office_elects_its_own_head(region: str, named: str) -> None:
    assert regional_office(region, "pilkada-2024").word("nama_pemilihan") == named


@pytest.mark.parametrize(
    ("clause_set", "election", "after"),
    [
        ("nasional/ringkas", "pemilu-2024", ("asas-bersama", "alat-peraga")),
        ("nasional/lengkap-pemilu", "pemilu-2024", ("pancasila-dan-nkri", "atribut-sendiri")),
        ("nasional/lengkap-pilkada", "pilkada-2024", ("pancasila-dan-nkri", "gambar-jujur-pasangan-calon")),
    ],
)
def test_its_clauses_follow_those_they_belong_to(
    clause_set: str, election: str, after: tuple[str, str]
) -> None:
    ids = regional_office("11.71", election, clause_set=clause_set).clauses()
    assert tuple(ids[ids.index(one) - 1] for one in CLAUSES) == after


def test_each_clause_reads_alike_in_every_set() -> None:
    offered = [
        one.clause
        for name in ("ringkas", "lengkap-pemilu", "lengkap-pilkada")
        for one in regional_office("11").library.clause_set(f"nasional/{name}").clauses
        if one.clause.id in CLAUSES
    ]
    assert offered == offered[:2] * 3


def test_the_clause_on_symbols_speaks_of_conflict() -> None:
    assert "memicu konflik" in regional_office("11").clause("simbol-pemicu-konflik").resolved


def test_a_pemilu_cites_the_qanun_on_local_parties_and_a_pilkada_that_on_elections() -> None:
    texts = regional_office("11").text(), regional_office("11", "pilkada-2024").text()
    assert ["Qanun Aceh Nomor 3 Tahun 2008" in one for one in texts] == [True, False]
    assert ["Qanun Aceh Nomor 12 Tahun 2016" in one for one in texts] == [False, True]


def test_the_content_of_a_qanun_is_told_to_be_unchecked() -> None:
    told = [one.message for one in regional_office("11").findings() if one.rule == "dasar-dari-ingatan"]
    begins = "Ketentuan Umum Qanun Aceh 6/2016 belum dicocokkan dengan bunyi aslinya; "
    assert [one[: len(begins)] for one in told if "Qanun Aceh 6/2016" in one] == [begins]


def test_the_head_of_a_gampong_is_a_keuchik() -> None:
    text = regional_office("11.06").clause("pihak-yang-tidak-dilibatkan").resolved
    assert "- keuchik, perangkat gampong, dan anggota tuha peut gampong; dan" in text


def test_an_organiser_called_kpu_is_reported_with_the_name_it_has_in_aceh() -> None:
    office = renamed(regional_office("11"), "penyelenggara", "Komisi Pemilihan Umum Aceh")
    [finding] = [one for one in office.findings() if one.rule == "nama-penyelenggara"]
    assert finding.message == (
        "Penyelenggara tertulis “Komisi Pemilihan Umum Aceh”; di Aceh sebutannya Komisi Independen Pemilihan."
    )
    assert finding.fix is not None
    mended = office._replace(agreement=finding.fix.apply(office.agreement))
    assert mended.party("penyelenggara").name == "Komisi Independen Pemilihan Aceh"


def test_a_clause_that_speaks_of_bawaslu_is_reported() -> None:
    office = regional_office("11")
    clauses = tuple(
        msgspec.structs.replace(one, resolved="Laporan disampaikan kepada Bawaslu Aceh.")
        if one.id == "asas-bersama"
        else one
        for one in office.agreement.clauses
    )
    told = run(
        msgspec.structs.replace(office.agreement, clauses=clauses),
        office.library.reference,
        office.library.rules,
    )
    assert [one.message for one in told if one.rule == "sebutan-lembaga-aceh"] == [
        'Klausul "Asas dan Dasar Bersama" menyebut “Bawaslu Aceh”; di Aceh sebutannya KIP, Panwaslih, DPRA, '
        "dan DPRK."
    ]


def test_a_neighbouring_province_is_left_alone() -> None:
    office = regional_office("12.71")
    assert "Panwaslih" not in office.text()
    assert not set(CLAUSES) & set(office.clauses())
