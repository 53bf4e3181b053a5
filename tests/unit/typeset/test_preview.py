"""The preview: every page holds what it holds on paper, in lines that fit a terminal."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kampanye_tui.formats.pdf.default_fonts import default_fonts
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.document import (
    Align,
    Block,
    Box,
    ClauseBlock,
    Column,
    Document,
    Entry,
    Form,
    FormField,
    Furniture,
    Heading,
    Letterhead,
    Listing,
    PageBreak,
    Paragraph,
    Run,
    SignatureField,
    SignatureGrid,
    Table,
)
from kampanye_tui.model.problem import Refused
from kampanye_tui.plugin.library import Library
from kampanye_tui.typeset.font import Family, Font
from kampanye_tui.typeset.layout import lay_out
from kampanye_tui.typeset.preview import WIDTH, preview
from tests.examples import examples
from tests.unit.formats.papers import pages_of, pdf, plain, sample
from tests.unit.typeset.setting import FAMILY, document

NAMES = ("naskah", "berita-acara-kesepakatan", "salinan-peserta", "buku-saku", "deklarasi", "daftar-hadir")
every_paper = pytest.mark.parametrize("name", NAMES)


def over_pages(said: str) -> str:
    """Return a text so often that it runs over pages."""
    return said * 300


@pytest.fixture(scope="module")
def family() -> Family:
    """The program's own typeface."""
    fonts = default_fonts()
    files = (fonts.regular, fonts.bold, fonts.italic, fonts.bold_italic)
    return Family(*(Font(path.read_bytes(), path.name) for path in files))


def words(page: str) -> list[str]:
    """Return the words of a page without rules, frames and dotted lines."""
    return [word for word in plain(page).split() if re.search(r"[^-–+|=.…()]", word)]


def shown(document: Document, width: int = WIDTH, family: Family = FAMILY) -> list[str]:
    """Return the text of each page of the preview."""
    return ["\n".join(page.lines) for page in preview(document, family, width)]


def read(*blocks: Block, **more: object) -> list[str]:
    """Return the lines of a document of one page that carries nothing."""
    made = document(*blocks, furniture=Furniture(numbered=False), **more)
    (page,) = preview(made, FAMILY)
    return list(page.lines)


def text(said: str, align: Align = Align.JUSTIFY) -> Paragraph:
    return Paragraph(runs=(Run(said),), align=align)


def signer(number: int, name: str = "") -> SignatureField:
    return SignatureField(
        party=f"p{number}", caption=f"Partai{number}", office="Ketua", name=name, role="saksi"
    )


def table(*rows: tuple[str, str]) -> Table:
    cells = tuple(tuple((Run(cell),) for cell in row) for row in rows)
    return Table(columns=(Column(head="Kiri"), Column(head="Kanan", align=Align.RIGHT)), rows=cells)


@every_paper
def test_each_page_holds_the_words_of_the_page_of_the_pdf(
    agreement: Agreement, library: Library, family: Family, name: str
) -> None:
    made = sample(agreement, library, name)
    printed = [Counter(words(page)) for page in pages_of(pdf(made))]
    assert [Counter(words(page)) for page in shown(made, family=family)] == printed


@every_paper
def test_each_page_begins_with_the_words_that_begin_the_page_of_the_pdf(
    agreement: Agreement, library: Library, family: Family, name: str
) -> None:
    made = sample(agreement, library, name)
    printed = [words(page)[:3] for page in pages_of(pdf(made))]
    mark = len(words(made.furniture.mark))
    assert [words(page)[mark : mark + 3] for page in shown(made, family=family)] == printed


@every_paper
def test_there_are_as_many_pages_as_in_the_layout(
    agreement: Agreement, library: Library, family: Family, name: str
) -> None:
    made = sample(agreement, library, name)
    assert len(shown(made, family=family)) == len(lay_out(made, family).pages)


@every_paper
@pytest.mark.parametrize("width", [60, 78, 118])
def test_no_line_is_wider_than_it_may_be(
    agreement: Agreement, library: Library, family: Family, name: str, width: int
) -> None:
    made = sample(agreement, library, name)
    pages = preview(made, family, width)
    assert [line for page in pages for line in page.lines if len(line) > width] == []


@given(st.text("ab-é \n\u00a0", max_size=40).map(over_pages), st.sampled_from(Align))
@examples(60)
def test_no_letter_of_a_text_over_many_pages_is_lost(said: str, align: Align) -> None:
    made = document(text(said, align), furniture=Furniture(numbered=False))
    assert "".join("".join(shown(made)).split()) == "".join(said.split())


@given(st.lists(st.text("ab \n", max_size=40).map(over_pages), min_size=2, max_size=2), st.integers(20, 100))
@examples(60)
def test_no_letter_of_a_row_over_many_pages_is_lost(cells: list[str], width: int) -> None:
    made = document(table((cells[0], cells[1])), furniture=Furniture(numbered=False))
    rows = [line.partition("|") for page in shown(made, width) for line in page.split("\n") if "|" in line]
    columns = ["".join(row[at] for row in rows) for at in (0, 2)]
    bare = [re.sub("Kiri|Kanan|[^ab]", "", column) for column in columns]
    assert bare == [re.sub("[^ab]", "", cell) for cell in cells]


def test_a_page_is_numbered_from_one() -> None:
    made = document(text("satu"), PageBreak(), text("dua"))
    assert [page.number for page in preview(made, FAMILY)] == [1, 2]


def test_a_page_ends_with_its_foot_and_its_number() -> None:
    made = document(text("satu"), PageBreak(), text("dua"), foot="Kaki")
    assert shown(made)[1].split("\n")[-1] == "Kaki" + "Halaman 2 dari 2".rjust(WIDTH - 4)


def test_a_page_begins_with_its_mark() -> None:
    made = document(text("satu"), mark="CONTOH")
    assert shown(made)[0].split("\n")[0].strip() == "CONTOH"


def test_a_document_without_text_has_one_page() -> None:
    assert len(shown(document())) == 1


def test_blocks_stand_a_line_apart() -> None:
    assert read(text("satu"), text("dua")) == ["satu", "", "dua"]


def test_a_heading_stands_in_the_middle() -> None:
    assert read(Heading(level=1, runs=(Run("Judul"),))) == ["Judul".center(WIDTH).rstrip()]


def test_a_date_at_the_right_ends_at_the_right() -> None:
    assert read(text("28 November", Align.RIGHT)) == ["28 November".rjust(WIDTH)]


def test_a_line_ends_where_the_text_asks_for_it() -> None:
    assert read(text("Yth.\nBupati")) == ["Yth.", "Bupati"]


def test_a_word_tied_to_its_number_is_not_parted_from_it() -> None:
    assert read(text(f"{'a' * (WIDTH - 6)} Pasal\u00a07"))[1] == "Pasal 7"


def test_items_hang_behind_their_labels() -> None:
    below = (Entry(label="a.", runs=(Run("dua"),)),)
    listing = Listing(entries=(Entry(label="1.", runs=(Run("satu " * 20),), entries=below),))
    assert read(listing) == ["1.  " + " ".join(["satu"] * 15), "    " + " ".join(["satu"] * 5), "    a.  dua"]


def test_an_item_that_runs_over_a_page_does_not_repeat_its_label() -> None:
    made = document(Listing(entries=(Entry(label="1.", runs=(Run("satu " * 2000),)),)))
    assert [page.count("1.") for page in shown(made)[:2]] == [1, 0]


def test_a_clause_has_its_number_above_its_title() -> None:
    clause = ClauseBlock(
        id="x", label="Pasal 1", title="Asas", entries=(Entry(label="", runs=(Run("Isi"),)),)
    )
    assert [line.strip() for line in read(clause)] == ["Pasal 1", "Asas", "Isi"]


def test_a_numbered_clause_has_its_number_before_its_title() -> None:
    entries = (Entry(label="a.", runs=(Run("Isi"),)),)
    clause = ClauseBlock(id="x", label="1.", title="Asas", entries=entries, centred=False)
    assert read(clause) == ["1.  Asas", "    a.  Isi"]


def test_what_is_filled_in_by_hand_is_a_dotted_line_to_the_margin() -> None:
    form = Form(fields=(FormField(label="Hari", value="Senin"), FormField(label="Tempat")))
    assert read(form) == ["Hari   : Senin", "Tempat : " + "." * (WIDTH - 9)]


def test_the_letterhead_stands_above_a_rule() -> None:
    head = Letterhead(names=("KPU",), address=("Jalan",))
    assert [line.strip() for line in read(head)] == ["KPU", "Jalan", "=" * WIDTH]


def test_a_table_has_its_cells_beside_each_other() -> None:
    lines = read(table(("satu", "dua")))
    assert [line.split() for line in lines[1::2]] == [["Kiri", "|", "Kanan"], ["satu", "|", "dua"]]


def test_a_numbered_line_has_no_colon() -> None:
    first, _second = read(Form(fields=(FormField(label="1."), FormField(label="2."))))
    assert first.split(" ")[0] == "1."
    assert set(first.removeprefix("1.").strip()) == {"."}


def test_no_word_of_a_table_is_cut_because_its_column_is_narrow() -> None:
    columns = (Column(head="Bentuk", share=1), Column(head="Isi", share=19))
    lines = read(Table(columns=columns, rows=(((Run("salinan"),), (Run("naskah"),)),)))
    assert [line.split() for line in lines[1::2]] == [["Bentuk", "|", "Isi"], ["salinan", "|", "naskah"]]


def test_a_cell_at_the_right_ends_at_the_right() -> None:
    assert read(table(("satu", "dua")))[3].endswith("dua".rjust(10))


def test_the_head_of_a_table_comes_again_on_every_page() -> None:
    made = document(table(*[("satu", "dua")] * 120))
    pages = lay_out(made, FAMILY).pages
    assert [page.count("Kiri") for page in shown(made)] == [1] * len(pages)


def test_text_in_a_frame_stands_between_rules() -> None:
    lines = read(Box(lines=((Run("Salinan 1"),),)))
    assert [line.strip("|+").strip() for line in lines] == ["-" * (WIDTH - 2), "Salinan 1", "-" * (WIDTH - 2)]


def test_two_who_sign_in_one_row_stand_side_by_side() -> None:
    lines = read(SignatureGrid(fields=(signer(1, "Ani"), signer(2, "Budi"))))
    assert [line.split() for line in lines if line] == [
        ["Partai1", "Partai2"],
        ["Ketua,"] * 2,
        ["Ani", "Budi"],
    ]


def test_whoever_is_not_named_signs_above_a_dotted_line() -> None:
    assert read(SignatureGrid(fields=(signer(1),)))[-1].strip() == f"({'.' * 24})"


def test_of_many_in_one_row_some_stand_below() -> None:
    grid = SignatureGrid(fields=tuple(signer(number) for number in range(6)), columns=6, framed=True)
    captions = [line.split() for line in read(grid) if "Partai" in line]
    assert captions == [["Partai0", "Partai1", "Partai2"], ["Partai3", "Partai4", "Partai5"]]


def test_a_frame_for_thick_pens_is_drawn() -> None:
    lines = read(SignatureGrid(fields=(signer(1),), framed=True))
    assert [line.strip()[0] for line in lines] == ["P", "+", "|", "|", "|", "+"]


def test_the_stamp_stands_in_the_first_place_only() -> None:
    lines = read(SignatureGrid(fields=(signer(1), signer(2), signer(3)), stamp="Meterai"))
    assert "\n".join(lines).count("[Meterai]") == 1


def test_the_heading_of_places_to_sign_stands_above_them() -> None:
    lines = read(SignatureGrid(fields=(signer(1),), heading="Saksi"))
    assert [line.strip() for line in lines[:3]] == ["Saksi", "", "Partai1"]


def test_markup_in_a_name_is_shown_as_it_is_written() -> None:
    assert read(text("[bold]*X*[/bold] ::: kop"))[0] == "[bold]*X*[/bold] ::: kop"


def test_a_letter_that_the_fonts_lack_is_refused_as_on_paper() -> None:
    with pytest.raises(Refused):
        preview(document(text("日")), FAMILY)


def test_an_escape_sequence_never_reaches_the_terminal() -> None:
    with pytest.raises(Refused):
        preview(document(text("\x1b[2J")), FAMILY)


def test_importing_the_preview_brings_nothing_that_sets_type() -> None:
    program = "import sys, kampanye_tui.typeset.preview; print(*sys.modules)"
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert {"uharfbuzz", "fpdf", "PIL", "fontTools"} & set(ran.stdout.split()) == set()
