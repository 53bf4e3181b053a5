"""The data pack of six provinces: DPRP and DPRK, MRP, kepala suku, distrik and kampung, noken asked for."""

from __future__ import annotations

import pytest

from tests.packs.regional_office import regional_office

CLAUSE = "masyarakat-adat-papua"
COUNCILS = {
    "91": ("Dewan Perwakilan Rakyat Papua", "DPRP", "Majelis Rakyat Papua", "MRP"),
    "92": ("Dewan Perwakilan Rakyat Papua Barat", "DPR-PB", "Majelis Rakyat Papua Barat", "MRPB"),
    "93": (
        "Dewan Perwakilan Rakyat Papua Selatan",
        "DPRP Papua Selatan",
        "Majelis Rakyat Papua Selatan",
        "MRPS",
    ),
    "94": (
        "Dewan Perwakilan Rakyat Papua Tengah",
        "DPRP Papua Tengah",
        "Majelis Rakyat Papua Tengah",
        "MRP Papua Tengah",
    ),
    "95": (
        "Dewan Perwakilan Rakyat Papua Pegunungan",
        "DPRP Papua Pegunungan",
        "Majelis Rakyat Papua Pegunungan",
        "MRP Papua Pegunungan",
    ),
    "96": (
        "Dewan Perwakilan Rakyat Papua Barat Daya",
        "DPRP Papua Barat Daya",
        "Majelis Rakyat Papua Barat Daya",
        "MRP-PBD",
    ),
}
ASKED = (
    'Apakah KPU menetapkan noken di sebagian wilayah ini? Bila ya, tambahkan klausul "noken" dari paket '
    "Papua sesudah mencocokkan daftarnya; bila tidak, abaikan saran ini."
)


@pytest.mark.parametrize(("region", "words"), COUNCILS.items())
def test_each_province_has_its_council_and_its_mrp(region: str, words: tuple[str, str, str, str]) -> None:
    office = regional_office(region)
    council, mrp = office.party("dprd"), office.party("majelis-rakyat-papua")
    assert (council.name, council.short, mrp.name, mrp.short) == words


@pytest.mark.parametrize(
    ("region", "council", "chair"),
    [
        ("91.03", "Dewan Perwakilan Rakyat Kabupaten Jayapura", "Ketua DPRK Jayapura"),
        ("91.71", "Dewan Perwakilan Rakyat Kota Jayapura", "Ketua DPRK Kota Jayapura"),
        ("94.01", "Dewan Perwakilan Rakyat Kabupaten Nabire", "Ketua DPRK Nabire"),
    ],
)
def test_a_kabupaten_or_kota_has_a_dprk(region: str, council: str, chair: str) -> None:
    party = regional_office(region).party("dprd")
    assert (party.name, party.signatories[0].office) == (council, chair)


def test_the_mrp_is_offered_to_provinces_alone_and_kepala_suku_to_all() -> None:
    offered = {region: regional_office(region).parties() for region in ("93", "93.04", "96.71")}
    assert ["majelis-rakyat-papua" in one for one in offered.values()] == [True, False, False]
    assert ["kepala-suku" in one for one in offered.values()] == [True, True, True]


def test_villages_are_kampung() -> None:
    text = regional_office("95.01").clause("pihak-yang-tidak-dilibatkan").resolved
    assert "- kepala kampung, perangkat kampung, dan anggota badan musyawarah kampung; dan" in text


def test_the_pocket_book_lists_places_by_distrik() -> None:
    text = regional_office("95.01").text("buku-saku")
    assert "Nama distrik" in text
    assert "kecamatan" not in text.lower()


@pytest.mark.parametrize(
    ("region", "named"),
    [
        ("92", "Pemilihan Gubernur dan Wakil Gubernur Papua Barat Tahun 2024"),
        ("94.01", "Pemilihan Bupati dan Wakil Bupati Nabire Tahun 2024"),
        ("96.71", "Pemilihan Wali Kota dan Wakil Wali Kota Sorong Tahun 2024"),
    ],
)
def test_each_office_elects_its_own_head(region: str, named: str) -> None:
    assert regional_office(region, "pilkada-2024").word("nama_pemilihan") == named


@pytest.mark.parametrize(
    ("clause_set", "election", "after"),
    [
        ("nasional/ringkas", "pemilu-2024", "pihak-yang-tidak-dilibatkan"),
        ("nasional/lengkap-pemilu", "pemilu-2024", "adat-setempat"),
        ("nasional/lengkap-pilkada", "pilkada-2024", "adat-setempat"),
    ],
)
def test_its_clause_follows_the_one_it_belongs_to(clause_set: str, election: str, after: str) -> None:
    ids = regional_office("94", election, clause_set=clause_set).clauses()
    assert ids[ids.index(CLAUSE) - 1] == after


def test_its_clause_reads_alike_in_every_set() -> None:
    office = regional_office("91")
    offered = [
        one.clause
        for name in ("ringkas", "lengkap-pemilu", "lengkap-pilkada")
        for one in office.library.clause_set(f"nasional/{name}").clauses
        if one.clause.id == CLAUSE
    ]
    assert offered == offered[:1] * 3


def test_the_special_autonomy_law_is_named_with_its_amendment() -> None:
    assert (
        "Undang-Undang Nomor 21 Tahun 2001 tentang Otonomi Khusus bagi Provinsi Papua (Lembaran Negara "
        "Republik Indonesia Tahun 2001 Nomor 135, Tambahan Lembaran Negara Republik Indonesia Nomor 4151) "
        "sebagaimana telah beberapa kali diubah, terakhir dengan Undang-Undang Nomor 2 Tahun 2021"
    ) in regional_office("91.71").text()


@pytest.mark.parametrize("region", ["91", "95.01", "96.71"])
def test_noken_is_asked_for_and_never_assumed(region: str) -> None:
    office = regional_office(region)
    assert "noken" not in office.clauses()
    assert [
        (one.level.value, one.message) for one in office.findings() if one.rule == "noken-ditanyakan"
    ] == [("saran", ASKED)]


def test_an_office_that_takes_the_clause_is_no_longer_asked() -> None:
    office = regional_office("95.01", clause_set="papua/noken")
    assert office.clause("noken").origin is not None
    assert [one for one in office.findings() if one.rule == "noken-ditanyakan"] == []


def test_a_neighbouring_province_is_left_alone() -> None:
    office = regional_office("81")
    assert CLAUSE not in office.clauses()
    assert "kepala-suku" not in office.parties()
    assert "papua/noken" not in office.library.clause_sets
