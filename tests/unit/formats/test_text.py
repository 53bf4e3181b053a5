"""Plain text: 80 columns, and everything that stands in the document."""

from __future__ import annotations

import pytest

from kampanye_tui.formats.text import WIDTH, text_of
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.document import (
    Block,
    Box,
    ClauseBlock,
    Column,
    Entry,
    Form,
    FormField,
    Furniture,
    Heading,
    Letterhead,
    Listing,
    PageBreak,
    Run,
    SignatureField,
    SignatureGrid,
    Table,
)
from kampanye_tui.plugin.library import Library
from tests.unit.formats.papers import TEMPLATES, document, paragraph, plain, read_aloud, sample

LONG = "Partai Persatuan Gerakan Kebangkitan Solidaritas Rakyat Nusantara dan Perjuangan Bangsa Bersama"
WIDE: dict[str, Block] = {
    "letterhead": Letterhead(names=(LONG,), address=(LONG,)),
    "heading": Heading(level=1, runs=(Run(LONG),)),
    "paragraph": paragraph(LONG * 3),
    "list": Listing(entries=(Entry(label="1.", runs=(Run(LONG),)),)),
    "list in a list": Listing(
        entries=(Entry(label="1.", runs=(Run("x"),), entries=(Entry(label="a.", runs=(Run(LONG),)),)),)
    ),
    "pasal": ClauseBlock(id="a", label="Pasal\u00a03", title=LONG, entries=()),
    "numbered clause": ClauseBlock(id="a", label="3.", title=LONG, entries=(), centred=False),
    "form label": Form(fields=(FormField(label=LONG, value="x"),)),
    "form value": Form(fields=(FormField(label="Nama", value=LONG),)),
    "form to be filled in": Form(
        fields=(FormField(label="Badan Pengawas Pemilihan Umum Kabupaten Kepulauan"),)
    ),
    "table": Table(columns=(Column(head=LONG), Column(head="x")), rows=(((Run(LONG),), (Run(LONG),)),)),
    "many columns": Table(columns=(Column(head="Kolom"),) * 8, rows=(((Run("isi"),),) * 8,)),
    "signature": SignatureGrid(
        fields=(SignatureField(party="a", caption=LONG, office=LONG, name=LONG, role="saksi"),), heading=LONG
    ),
    "frame": Box(lines=((Run(LONG),),)),
}


def widest(text: str) -> int:
    """Return the length of the longest line that has more than one word."""
    return max((len(line) for line in text.split("\n") if " " in line.strip()), default=0)


def test_a_numbered_line_has_no_colon() -> None:
    made = document(Form(fields=(FormField(label="1."), FormField(label="Nama", value="Ani"))))
    lines = text_of(made).split("\n")
    assert (lines[0], lines[1]) == ("1.     " + 30 * ".", "Nama : Ani")


def test_no_word_of_a_table_is_cut_because_its_column_is_narrow() -> None:
    columns = (Column(head="Bentuk", share=1), Column(head="Isi", share=19))
    made = document(Table(columns=columns, rows=(((Run("salinan"),), (Run("Nota Kesepahaman"),)),)))
    assert "salinan | Nota Kesepahaman" in text_of(made).split("\n")


@pytest.mark.parametrize("name", TEMPLATES)
def test_the_papers_of_the_sample_fit_80_columns(agreement: Agreement, library: Library, name: str) -> None:
    assert widest(text_of(sample(agreement, library, name))) <= WIDTH


@pytest.mark.parametrize("block", WIDE.values(), ids=WIDE)
def test_a_long_text_fits_80_columns(block: Block) -> None:
    assert widest(text_of(document(block))) <= WIDTH


def test_a_long_title_at_the_foot_fits_80_columns() -> None:
    assert widest(text_of(document(furniture=Furniture(foot=f"KONSEP r01 · {LONG}")))) <= WIDTH


@pytest.mark.parametrize("block", WIDE.values(), ids=WIDE)
def test_a_long_text_is_all_there(block: Block) -> None:
    words = set(read_aloud(document(block)).split())
    assert words <= set(text_of(document(block)).split())


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_word_of_the_document_is_there(agreement: Agreement, library: Library, name: str) -> None:
    made = sample(agreement, library, name)
    words = set(read_aloud(made).replace("-", " ").replace("/", " ").split())
    assert words <= set(plain(text_of(made)).replace("-", " ").replace("/", " ").split())


def test_the_mark_of_a_sample_stands_at_head_and_foot(agreement: Agreement, library: Library) -> None:
    lines = text_of(sample(agreement, library, "naskah")).strip().split("\n")
    assert [lines[0].strip(), lines[-1].strip()] == ["CONTOH — BUKAN DOKUMEN KPU"] * 2


def test_the_foot_says_that_it_is_a_draft(agreement: Agreement, library: Library) -> None:
    assert "\nKONSEP r01 · Nota Kesepahaman" in text_of(sample(agreement, library, "naskah"))


def test_a_clause_reads_as_it_is_printed() -> None:
    huruf = (Entry(label="a.", runs=(Run("satu;"),)), Entry(label="b.", runs=(Run("dua."),)))
    ayat = (Entry(label="(1)", runs=(Run("Tidak:"),), entries=huruf), Entry(label="(2)", runs=(Run("Ya."),)))
    block = ClauseBlock(id="x", label="Pasal\u00a03", title="Judul", entries=ayat)
    assert text_of(document(block)).split("\n")[:6] == [
        "Pasal 3".center(80).rstrip(),
        "Judul".center(80).rstrip(),
        "(1) Tidak:",
        "    a.  satu;",
        "    b.  dua.",
        "(2) Ya.",
    ]


def test_a_long_item_hangs_behind_its_label() -> None:
    lines = text_of(document(Listing(entries=(Entry(label="1.", runs=(Run(LONG),)),)))).split("\n")
    assert (lines[0][:4], lines[1][:4]) == ("1.  ", "    ")


def test_a_break_that_the_text_asks_for_stays() -> None:
    assert text_of(document(paragraph("satu\ndua"))).startswith("satu\ndua\n")


def test_an_empty_name_is_a_dotted_line() -> None:
    field = SignatureField(
        party="a", caption="Partai", office="Ketua", name="", role="saksi", ballot_number=3
    )
    assert text_of(document(SignatureGrid(fields=(field,)))).split("\n")[1:5] == [
        "3. Partai",
        "Ketua,",
        "",
        f"({'.' * 30})",
    ]


def test_signs_stand_as_they_are() -> None:
    assert text_of(document(paragraph("*x* [b] <b> {y} \\"))).startswith("*x* [b] <b> {y} \\\n")


def test_a_page_break_leaves_nothing_but_space() -> None:
    assert text_of(document(paragraph("a"), PageBreak(), paragraph("b"))).split() == ["a", "b", "Kaki"]


def test_a_word_with_a_hyphen_is_not_divided() -> None:
    assert text_of(document(paragraph(f"{'x' * 72} undang-undang"))).split("\n")[1] == "undang-undang"


def test_a_draft_says_so_before_its_first_word() -> None:
    draft = document(paragraph("Isi"), furniture=Furniture(foot="Kaki", watermark="KONSEP"))
    assert text_of(draft).splitlines()[0].strip() == "KONSEP"
