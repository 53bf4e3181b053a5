"""The papers of the national pack for offices of every kind of region, in both elections."""

from __future__ import annotations

import re

import pytest

from kampanye_tui.agreement.state import state
from kampanye_tui.document.build import build
from kampanye_tui.model.agreement import Agreement, CopyForm
from kampanye_tui.model.document import Document, Heading
from kampanye_tui.model.office import Configuration
from kampanye_tui.model.party import PartyEntry, Role
from kampanye_tui.model.template import Scope
from tests.packs.golden_offices import F4, golden_office
from tests.unit.agreement.making import REGIONAL_DAY, changed, composed, library_of, office_of
from tests.unit.document.papers import said, texts

PAPERS = ("naskah", "berita-acara-kesepakatan", "salinan-peserta")
REGIONS = {
    "36": "provinsi",
    "36.03": "kabupaten",
    "36.74": "kota",
    "31.01": "kabupaten administrasi",
    "31.71": "kota administrasi",
}
PAIRS = tuple(
    PartyEntry(id=f"paslon-{number}", name=name, role=Role.CONTESTANT, ballot_number=number)
    for number, name in enumerate(("Ani dan Budi", "Cici dan Dedi"), 1)
)
GENERAL_WORDS = re.compile(r"\bpemilu\b|partai politik peserta|pemilihan umum tahun", re.IGNORECASE)
"""What a paper about the election of heads of regions has no business saying."""

every_paper = pytest.mark.parametrize("name", PAPERS)
every_region = pytest.mark.parametrize(
    "region", [pytest.param(code, id=kind) for code, kind in REGIONS.items()]
)


def of_pairs(configuration: Configuration, region: str) -> Agreement:
    """Return the agreement of an office in the election of heads of regions, with two pairs."""
    office = office_of(configuration, region, "pilkada-2024", REGIONAL_DAY)
    return composed(changed(office, parties=PAIRS))


def document(agreement: Agreement, name: str) -> Document:
    """Return a paper; of copies, the first."""
    region, election = agreement.reference.region.code, agreement.reference.election.id
    library = library_of(region, election, agreement.occasion.day)
    template = library.template(name)
    copy = agreement.copies_of(CopyForm.COPY)[0] if template.front.scope is Scope.COPY else None
    return build(template, agreement, state(agreement), copy=copy, templates=library.templates)


def spoken(made: Document) -> list[str]:
    """Return the texts of a document with plain spaces."""
    return [text.replace("\u00a0", " ") for text in texts(made.blocks)]


@every_paper
@every_region
@pytest.mark.parametrize("election", ["pemilu-2024", "pilkada-2024"])
def test_no_paper_of_any_office_prints_a_placeholder(
    configuration: Configuration, region: str, election: str, name: str
) -> None:
    regional = election == "pilkada-2024"
    made = of_pairs(configuration, region) if regional else composed(office_of(configuration, region))
    assert [text for text in spoken(document(made, name)) if "{" in text or "None" in text] == []


@every_paper
@every_region
def test_no_paper_about_heads_of_regions_speaks_of_a_general_election(
    configuration: Configuration, region: str, name: str
) -> None:
    lines = spoken(document(of_pairs(configuration, region), name))
    assert [line for line in lines if GENERAL_WORDS.search(line)] == []


@pytest.mark.parametrize(
    ("region", "election"),
    [
        ("36", "Pemilihan Gubernur dan Wakil Gubernur Banten Tahun 2024"),
        ("36.03", "Pemilihan Bupati dan Wakil Bupati Tangerang Tahun 2024"),
        ("36.74", "Pemilihan Wali Kota dan Wakil Wali Kota Tangerang Selatan Tahun 2024"),
        ("31.71", "Pemilihan Gubernur dan Wakil Gubernur Daerah Khusus Ibukota Jakarta Tahun 2024"),
    ],
    ids=["provinsi", "kabupaten", "kota", "kota administrasi"],
)
def test_pairs_attend_for_the_election_of_their_region(
    configuration: Configuration, region: str, election: str
) -> None:
    attending = spoken(document(of_pairs(configuration, region), "berita-acara-kesepakatan"))
    assert f"pasangan calon dalam {election}, sebanyak 2 (dua) pasangan calon;" in attending


def test_a_paper_of_pairs_is_between_the_office_and_the_pairs(configuration: Configuration) -> None:
    blocks = document(of_pairs(configuration, "36.03"), "naskah").blocks
    titles = [said(block.runs) for block in blocks if isinstance(block, Heading)]
    assert titles[:7] == [
        "NOTA KESEPAHAMAN",
        "ANTARA",
        "KOMISI PEMILIHAN UMUM KABUPATEN TANGERANG",
        "DENGAN",
        "PASANGAN CALON DALAM PEMILIHAN BUPATI DAN WAKIL BUPATI TANGERANG TAHUN 2024",
        "TENTANG",
        "KAMPANYE DAMAI PEMILIHAN BUPATI DAN WAKIL BUPATI TANGERANG TAHUN 2024",
    ]


def test_the_campaign_of_pairs_is_for_the_election_of_their_region(configuration: Configuration) -> None:
    assert (
        "Nota Kesepahaman ini dimaksudkan sebagai pedoman bersama dalam melaksanakan kampanye Pemilihan "
        "Bupati dan Wakil Bupati Tangerang Tahun 2024 di Kabupaten Tangerang."
    ) in spoken(document(of_pairs(configuration, "36.03"), "naskah"))


def test_pairs_tell_their_own_people(configuration: Configuration) -> None:
    assert (
        "Pasangan Calon menyampaikan ketentuan ini kepada partai pengusul, tim kampanye, dan relawannya."
    ) in spoken(document(of_pairs(configuration, "36.74"), "naskah"))


def test_an_office_that_has_not_said_its_seat_leaves_a_blank_above_signatures(
    configuration: Configuration,
) -> None:
    assert "……………………………………, 25 September 2024" in spoken(document(of_pairs(configuration, "36.03"), "naskah"))


def test_the_laws_of_a_regional_election_stand_with_their_last_amendment(
    configuration: Configuration,
) -> None:
    assert (
        "Undang-Undang Nomor 1 Tahun 2015 tentang Penetapan Peraturan Pemerintah Pengganti Undang-Undang "
        "Nomor 1 Tahun 2014 tentang Pemilihan Gubernur, Bupati, dan Walikota menjadi Undang-Undang "
        "(Lembaran Negara Republik Indonesia Tahun 2015 Nomor 23, Tambahan Lembaran Negara Republik "
        "Indonesia Nomor 5656) "
        "sebagaimana telah beberapa kali diubah, terakhir dengan Undang-Undang Nomor 6 Tahun 2020;"
    ) in spoken(document(of_pairs(configuration, "36.03"), "naskah"))


@pytest.mark.parametrize("name", ["lembar-tanggapan", "lembar-tanggapan-ulang", "dim"])
def test_what_is_answered_is_told_with_its_code_once(name: str) -> None:
    office = golden_office(F4)
    told = [text for text in spoken(office.document(name)) if "kode naskah" in text]
    assert [text.count(office.maker.state.code) for text in told] == [1]
