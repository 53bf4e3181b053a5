"""The papers around an agreement, made into pages for offices of every kind, in both elections."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec
import pytest

from kampanye_tui.agreement.state import state
from kampanye_tui.document.build import build
from kampanye_tui.formats.messages import LONGEST, parts_of
from kampanye_tui.formats.pdf.default_fonts import default_fonts
from kampanye_tui.model.agreement import Agreement, CopyForm
from kampanye_tui.model.document import Document, SignatureGrid
from kampanye_tui.model.occasion import AgreementKind, Style
from kampanye_tui.model.office import Configuration
from kampanye_tui.model.party import Role
from kampanye_tui.model.reading import read
from kampanye_tui.model.template import Scope
from kampanye_tui.typeset.font import Family, Font
from kampanye_tui.typeset.layout import lay_out
from kampanye_tui.typeset.page import Layout
from kampanye_tui.typeset.signature_blocks import GUTTER
from kampanye_tui.typeset.style import style_of
from kampanye_tui.typeset.units import millimetres
from tests.conftest import ROOT
from tests.each import for_each
from tests.packs.test_national_papers import GENERAL_WORDS, of_pairs, spoken
from tests.unit.agreement.making import changed, composed, library_of, office_of
from tests.unit.typeset.setting import said

OFFICES = {
    "36.74": "Kota Tangerang Selatan",
    "34.04": "Kabupaten Sleman",
    "36": "Provinsi Banten",
    "11.71": "Kota Banda Aceh",
    "31.74": "Kota Administrasi Jakarta Selatan",
    "94.01": "Kabupaten Nabire",
}
PAPERS = (
    "deklarasi",
    "deklarasi-baca",
    "deklarasi-layar",
    "undangan",
    "konfirmasi-penandatangan",
    "lembar-tanggapan",
    "lembar-tanggapan-ulang",
    "dim",
    "daftar-hadir",
    "tanda-terima",
    "surat-pengantar",
    "buku-saku",
    "papan-deklarasi-100x70",
    "papan-deklarasi-a1",
    "papan-deklarasi-a2",
    "papan-deklarasi-a3",
    "papan-deklarasi-spanduk",
    "ringkasan-pesan",
    "poin-deklarasi",
    "berita-acara-penandatanganan",
    "berita-acara-tambahan",
    "lembar-kendali",
    "buku-ekspedisi",
    "daftar-penerusan",
    "lembar-verifikasi",
    "jawaban-ringkas",
    "baca-saya-bukti",
)
PAGES = {
    "deklarasi-baca": 1,
    "deklarasi-layar": 1,
    "undangan": 2,
    "konfirmasi-penandatangan": 1,
    "tanda-terima": 1,
    "surat-pengantar": 1,
    "daftar-penerusan": 1,
    "papan-deklarasi-100x70": 1,
    "papan-deklarasi-a1": 1,
    "papan-deklarasi-a2": 1,
    "papan-deklarasi-a3": 1,
    "papan-deklarasi-spanduk": 1,
}
"""Papers that have one number of pages for every office; an invitation encloses its form."""
BOARDS = tuple(name for name in PAPERS if name.startswith("papan-"))
PRINT_SHOP = tuple(name for name in BOARDS if name != "papan-deklarasi-a3")
"""A3 comes from the office's own printer: it has no bleed, and no room for 24 fields of 8 × 6 cm."""

every_paper = for_each("name", PAPERS)
every_office = pytest.mark.parametrize(
    "region", [pytest.param(code, id=name) for code, name in OFFICES.items()]
)
every_election = pytest.mark.parametrize("election", ["pemilu-2024", "pilkada-2024"])


@cache
def family() -> Family:
    fonts = default_fonts()
    return Family(
        *(
            Font(path.read_bytes(), Path(path).name)
            for path in (fonts.regular, fonts.bold, fonts.italic, fonts.bold_italic)
        )
    )


@cache
def agreement_of(region: str, election: str) -> Agreement:
    """Return the agreement of an office whose pages carry the mark of a sample."""
    file = ROOT / "sample_config.toml"
    configuration = read(Configuration, file.read_bytes(), file.name)
    made = (
        of_pairs(configuration, region)
        if election == "pilkada-2024"
        else composed(office_of(configuration, region))
    )
    return changed(made, office=changed(made.office, sample=True))


def document(name: str, agreement: Agreement) -> Document:
    """Return a paper; of papers for somebody, that of the first pihak that gets one."""
    reference = agreement.reference
    library = library_of(reference.region.code, reference.election.id, agreement.occasion.day)
    template = library.template(name)
    scope = template.front.scope
    return build(
        template,
        agreement,
        state(agreement),
        copy=agreement.copies_of(CopyForm.COPY)[0] if scope is Scope.COPY else None,
        holder=agreement.of_role(Role.CONTESTANT)[0] if scope is Scope.PARTY else None,
        templates=library.templates,
    )


@cache
def pages(name: str, region: str, election: str) -> Layout:
    return lay_out(document(name, agreement_of(region, election)), family())


@every_paper
@every_office
@every_election
def test_a_paper_is_made_for_every_office(name: str, region: str, election: str) -> None:
    assert pages(name, region, election).pages


@for_each("name", list(PAGES))
@every_office
@every_election
def test_a_paper_has_its_number_of_pages(name: str, region: str, election: str) -> None:
    assert len(pages(name, region, election).pages) == PAGES[name]


@every_paper
@every_office
@every_election
def test_nothing_of_a_paper_stands_beyond_its_page(name: str, region: str, election: str) -> None:
    layout = pages(name, region, election)
    edges = [(item.x, item.y) for page in layout.pages for item in page.items]
    assert [
        place for place in edges if not (0 <= place[0] <= layout.width and 0 <= place[1] <= layout.height)
    ] == []


@every_paper
@pytest.mark.parametrize("kind", AgreementKind)
@pytest.mark.parametrize("style", Style)
def test_a_paper_is_made_for_every_kind_and_style(name: str, kind: AgreementKind, style: Style) -> None:
    made = msgspec.structs.replace(agreement_of("36.74", "pemilu-2024"), kind=kind, style=style)
    assert document(name, made).blocks


def test_the_reader_reads_letters_of_at_least_16_points() -> None:
    assert document("deklarasi-baca", agreement_of("36.74", "pemilu-2024")).page.size >= 16


@every_office
@every_election
def test_the_booklet_can_be_folded(region: str, election: str) -> None:
    assert len(pages("buku-saku", region, election).pages) % 4 == 0


def test_nothing_in_the_booklet_but_its_foot_is_smaller_than_10_points() -> None:
    page = document("buku-saku", agreement_of("36.74", "pemilu-2024")).page
    assert style_of(page).small >= 10_000


@pytest.mark.parametrize("name", PRINT_SHOP)
def test_a_contestant_has_a_field_of_8_by_6_cm_on_a_board(name: str) -> None:
    scale = 5 if name == "papan-deklarasi-spanduk" else 1
    made = document(name, agreement_of("11.71", "pemilu-2024"))
    grid = next(block for block in made.blocks if isinstance(block, SignatureGrid))
    width = (style_of(made.page).width - GUTTER * (grid.columns - 1)) // grid.columns
    assert (width * scale >= millimetres(80), grid.height * scale >= 60) == (True, True)


@pytest.mark.parametrize("name", ["deklarasi", "undangan", "surat-pengantar", "tanda-terima"])
def test_a_signature_has_75_mm_on_paper(name: str) -> None:
    made = document(name, agreement_of("36.74", "pemilu-2024"))
    widths = [
        (style_of(made.page).width - GUTTER * (block.columns - 1)) // block.columns
        for block in made.blocks
        if isinstance(block, SignatureGrid)
    ]
    assert min(widths) >= millimetres(75)


@for_each("name", PRINT_SHOP)
def test_a_board_for_the_print_shop_runs_beyond_its_cut(name: str) -> None:
    layout = pages(name, "36.74", "pemilu-2024")
    assert (layout.bleed, layout.cut > layout.bleed) == (millimetres(3), True)


@pytest.mark.parametrize("name", BOARDS)
def test_a_board_says_that_it_is_not_the_original(name: str) -> None:
    assert "bukan naskah asli" in document(name, agreement_of("36.74", "pemilu-2024")).furniture.foot


@pytest.mark.parametrize("region", ["36.74", "19"], ids=["kota", "provinsi"])
@pytest.mark.parametrize("name", PAPERS)
def test_the_foot_of_a_paper_has_room_for_its_words(name: str, region: str) -> None:
    foot = changed(document(name, agreement_of(region, "pilkada-2024")), blocks=())
    (page,) = lay_out(foot, family()).pages[:1]
    assert "…" not in said(page.items)


def test_the_day_of_receipt_is_on_the_page_of_who_receives() -> None:
    blocks = document("surat-pengantar", agreement_of("36.74", "pemilu-2024")).blocks
    above, below = blocks[-2:]
    assert (getattr(above, "keep", False), isinstance(below, SignatureGrid)) == (True, True)


def test_the_summary_counts_its_pages() -> None:
    assert "Halaman 2 dari" in said(pages("ringkasan-pesan", "36.74", "pemilu-2024").pages[1].items)


def test_the_screen_has_no_places_to_sign() -> None:
    made = document("deklarasi-layar", agreement_of("36.74", "pemilu-2024"))
    assert not [block for block in made.blocks if isinstance(block, SignatureGrid)]


def test_contestants_of_a_board_stand_in_the_order_of_the_ballot() -> None:
    made = document("papan-deklarasi-a2", agreement_of("11.71", "pemilu-2024"))
    grid = next(block for block in made.blocks if isinstance(block, SignatureGrid))
    assert [field.ballot_number for field in grid.fields] == list(range(1, 25))


def test_the_halves_of_a_receipt_have_one_number() -> None:
    made = document("tanda-terima", agreement_of("36.74", "pemilu-2024"))
    titles = [
        "".join(run.text for run in block.runs)
        for block in made.blocks
        if "SALINAN NOMOR" in "".join(run.text for run in getattr(block, "runs", ()))
    ]
    assert titles == [
        "SALINAN NOMOR 1 DARI 24 — LEMBAR UNTUK KANTOR",
        "SALINAN NOMOR 1 DARI 24 — LEMBAR UNTUK PENERIMA",
    ]


@every_office
@every_election
def test_every_message_fits_a_messenger(region: str, election: str) -> None:
    parts = parts_of(document("ringkasan-pesan", agreement_of(region, election)))
    assert max(len(part) for part in parts) <= LONGEST


@every_paper
def test_a_paper_without_a_day_leaves_room_to_write_it(name: str) -> None:
    made = agreement_of("36.74", "pemilu-2024")
    unknown = changed(made, occasion=changed(made.occasion, day=None))
    assert document(name, unknown).blocks


@every_paper
@every_office
@every_election
def test_no_paper_prints_a_placeholder(name: str, region: str, election: str) -> None:
    lines = spoken(document(name, agreement_of(region, election)))
    assert [line for line in lines if "{" in line or "None" in line] == []


@every_paper
@every_office
def test_no_paper_about_heads_of_regions_speaks_of_a_general_election(name: str, region: str) -> None:
    lines = spoken(document(name, agreement_of(region, "pilkada-2024")))
    assert [line for line in lines if GENERAL_WORDS.search(line)] == []
