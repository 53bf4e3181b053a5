"""Blocks in Word: each in its style, tables and places to sign that no page splits, a logo with its words."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest
from docx.document import Document as WordDocument
from docx.enum.text import WD_PARAGRAPH_ALIGNMENT
from docx.oxml.ns import qn

from kampanye_tui.model.document import (
    Align,
    Block,
    Box,
    ClauseBlock,
    Column,
    Entry,
    Form,
    FormField,
    Heading,
    Letterhead,
    Listing,
    PageBreak,
    Paragraph,
    Picture,
    Run,
    SignatureField,
    SignatureGrid,
    Table,
)
from tests.unit.formats.papers import document, paragraph
from tests.unit.formats.test_docx import PIXEL, made, said_in, word


def field(**more: object) -> SignatureField:
    given = {"party": "a", "caption": "Partai", "office": "Ketua", "name": "Ani", "role": "saksi"}
    return SignatureField(**(given | more))


def cell_texts(file: WordDocument) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in file.tables[0].rows]


@pytest.mark.parametrize(
    ("block", "style"),
    [
        (Heading(level=1, runs=(Run("X"),)), "Heading1"),
        (Heading(level=2, runs=(Run("X"),)), "Heading2"),
        (Heading(level=5, runs=(Run("X"),)), "Heading3"),
        (paragraph("x"), "Isi"),
        (ClauseBlock(id="a", label="Pasal 1", title="X", entries=()), "Pasal"),
        (ClauseBlock(id="a", label="1.", title="X", entries=(), centred=False), "Nomor"),
        (Listing(entries=(Entry(label="1.", runs=(Run("x"),)),)), "Butir"),
        (Listing(entries=(Entry(label="", runs=(Run("x"),)),)), "Isi"),
    ],
)
def test_a_block_has_its_style(block: Block, style: str) -> None:
    assert word(block).paragraphs[0].style.style_id == style


def test_ayat_huruf_and_angka_have_their_styles() -> None:
    angka = (Entry(label="1.", runs=(Run("x"),)),)
    huruf = (Entry(label="a.", runs=(Run("x"),), entries=angka),)
    ayat = (Entry(label="(1)", runs=(Run("x"),), entries=huruf),)
    file = word(ClauseBlock(id="a", label="Pasal 1", title="X", entries=ayat))
    assert [one.style.name for one in file.paragraphs[1:]] == ["Ayat", "Huruf", "Angka"]


def test_an_entry_leaves_its_indent_to_the_style() -> None:
    (one,) = word(Listing(entries=(Entry(label="1.", runs=(Run("x"),)),))).paragraphs
    assert (one.text, one.paragraph_format.left_indent) == ("1.\tx", None)


def test_a_wide_label_has_room() -> None:
    (one,) = word(Listing(entries=(Entry(label="(100)", runs=(Run("x"),)),))).paragraphs
    assert one.paragraph_format.left_indent.pt > 30


def test_number_and_title_of_a_pasal_are_one_entry_of_the_outline() -> None:
    file = word(ClauseBlock(id="a", label="Pasal\u00a03", title="Judul", entries=()))
    levels = file.styles.element.xpath("//w:style[@w:styleId='Pasal']//w:outlineLvl/@w:val")
    assert ([one.text for one in file.paragraphs], levels) == (["Pasal\u00a03\nJudul"], ["1"])


@pytest.mark.parametrize(("outline", "own"), [(True, []), (False, ["9"])])
def test_a_heading_outside_the_outline_says_so(outline: bool, own: list[str]) -> None:
    (one,) = word(Heading(level=1, runs=(Run("X"),), outline=outline)).paragraphs
    assert one._p.xpath("w:pPr/w:outlineLvl/@w:val") == own


def test_a_paragraph_stands_as_the_document_says() -> None:
    file = word(*(Paragraph(runs=(Run("x"),), align=align) for align in Align))
    aligns = [one._p.xpath("string(w:pPr/w:jc/@w:val)") for one in file.paragraphs]
    assert aligns == ["", "left", "center", "right"]


def test_a_paragraph_is_held_with_what_follows() -> None:
    file = word(Paragraph(runs=(Run("x"),), keep=True), paragraph("y"))
    assert [one.paragraph_format.keep_with_next for one in file.paragraphs] == [True, None]


def test_the_last_text_is_held_with_the_first_signatures() -> None:
    day = Paragraph(runs=(Run("day"),), keep=True)
    file = word(paragraph("a"), paragraph("b"), day, SignatureGrid(fields=(field(),)))
    assert [one.paragraph_format.keep_with_next for one in file.paragraphs[:3]] == [None, True, True]


def test_bold_and_italic_are_kept() -> None:
    runs = (Run("a", bold=True), Run("b", italic=True), Run("c"))
    shown = [(run.text, run.bold, run.italic) for run in word(Paragraph(runs=runs)).paragraphs[0].runs]
    assert shown == [("a", True, None), ("b", None, True), ("c", None, None)]


def test_a_ragged_list_is_ragged_in_word() -> None:
    entries = (Entry(label="1.", runs=(Run("satu"),)),)
    (item,) = word(Listing(entries=entries, align=Align.LEFT)).paragraphs
    assert item.alignment is WD_PARAGRAPH_ALIGNMENT.LEFT


def test_a_column_of_word_has_room_for_its_longest_word() -> None:
    columns = (Column(head="No.", share=1), Column(head="Nama", share=19))
    file = word(Table(columns=columns, rows=(((Run("menandatangani"),), (Run("Ani"),)),)))
    assert file.tables[0].columns[0].width.mm > 25


def test_a_table_repeats_its_head_and_splits_no_row() -> None:
    columns = (Column(head="No.", share=1), Column(head="Nama", share=3, align=Align.CENTRE))
    row = ((Run("1"),), (Run("Ani", bold=True),))
    file = word(Table(columns=columns, rows=(row, row), row_height=10))
    table = file.tables[0]
    assert cell_texts(file) == [["No.", "Nama"], ["1", "Ani"], ["1", "Ani"]]
    assert len(table._tbl.xpath("w:tr[1]/w:trPr/w:tblHeader")) == 1
    assert len(table._tbl.xpath("w:tr/w:trPr/w:cantSplit")) == 3
    assert [row.height and round(row.height.mm) for row in table.rows] == [None, 10, 10]
    assert round(table.columns[1].width.mm) == 120


def test_places_to_sign_are_rows_that_no_page_splits() -> None:
    file = word(SignatureGrid(heading="Saksi", fields=(field(), field(ballot_number=3, name=""), field())))
    table = file.tables[0]
    dots = f"({'.' * 36})"
    whole = table._tbl.xpath("w:tr[1]/w:tc")
    assert [said_in(cell) for cell in whole] == ["PartaiKetua,Ani", f"3. PartaiKetua,{dots}"]
    assert table._tbl.xpath("w:tr[2]/w:trPr/w:gridBefore/@w:val") == ["1"]
    assert len(table._tbl.xpath("w:tr/w:trPr/w:cantSplit")) == 2


def test_a_place_whose_head_is_shorter_has_more_room_for_ink() -> None:
    file = word(SignatureGrid(fields=(field(), field(office="Pimpinan " * 20))))
    names = [cell.paragraphs[-1].paragraph_format.space_before for cell in file.tables[0].rows[0].cells[::2]]
    assert names[0] > names[1]


def test_a_place_has_the_height_that_the_template_asks_for() -> None:
    ink = [ink_of(SignatureGrid(fields=(field(),), height=height)) for height in (0, 60)]
    assert ink[1] - ink[0] == pytest.approx(25, abs=0.1)


def ink_of(grid: SignatureGrid) -> float:
    """Return the room between office and name in millimetres."""
    return word(grid).tables[0].cell(0, 0).paragraphs[-1].paragraph_format.space_before.mm


def test_a_line_that_an_office_begins_counts_as_one() -> None:
    fields = (field(office="Ketua KPU\nKota"), field(office="Ketua"))
    file = word(SignatureGrid(fields=fields))
    names = [cell.paragraphs[-1].paragraph_format.space_before for cell in file.tables[0].rows[0].cells[::2]]
    assert names[0] < names[1]


def framed(**more: object) -> WordDocument:
    return word(SignatureGrid(fields=(field(), field(caption="")), framed=True, **more))


def test_above_a_frame_stands_only_for_whom_it_is() -> None:
    assert [said_in(cell) for cell in framed().tables[0]._tbl.xpath("w:tr/w:tc")] == ["Partai", "Ketua"]


@pytest.mark.parametrize(("height", "drawn"), [(60, 60), (0, 21)])
def test_a_frame_is_as_high_as_the_template_says(height: int, drawn: int) -> None:
    (frame,) = framed(height=height).tables[0].cell(0, 0).tables
    assert (round(frame.rows[0].height.mm), frame.style.name) == (drawn, "Tabel Bingkai")


@pytest.mark.parametrize(("align", "before"), [(Align.LEFT, []), (Align.CENTRE, ["1"]), (Align.RIGHT, ["2"])])
def test_a_row_that_is_not_full_stands_where_the_template_says(align: Align, before: list[str]) -> None:
    table = word(SignatureGrid(fields=(field(),), align=align)).tables[0]
    assert table._tbl.xpath("w:tr/w:trPr/w:gridBefore/@w:val") == before


@pytest.mark.parametrize(
    ("align", "indents"), [(Align.LEFT, (0, 80)), (Align.CENTRE, None), (Align.RIGHT, (80, 0))]
)
def test_a_heading_stands_over_the_column_at_a_side(align: Align, indents: tuple[int, int] | None) -> None:
    made = word(SignatureGrid(fields=(field(),), heading="X", align=align)).paragraphs[0].paragraph_format
    found = (made.left_indent, made.right_indent)
    assert (None if found == (None, None) else tuple(round(one.mm) for one in found)) == indents


def test_a_revenue_stamp_has_a_frame_before_the_first_name() -> None:
    cells = word(SignatureGrid(fields=(field(), field()), stamp="Meterai")).tables[0]._tbl.xpath("w:tr/w:tc")
    assert [said_in(cell) for cell in cells] == ["PartaiKetua,MeteraiAni", "PartaiKetua,Ani"]


def test_the_frame_of_a_revenue_stamp_takes_the_place_of_ink() -> None:
    (frame,) = word(SignatureGrid(fields=(field(),), stamp="Meterai")).tables[0].cell(0, 0).tables
    assert (round(frame.columns[0].width.mm), round(frame.rows[0].height.mm)) == (18, 22)


def test_who_is_left_over_takes_the_row_above_along() -> None:
    rows = word(SignatureGrid(fields=(field(),) * 5)).tables[0]._tbl.xpath("w:tr")
    assert [len(row.xpath(".//w:keepNext")) > 0 for row in rows] == [False, True, False]


def test_only_what_is_written_by_hand_needs_room_above_it() -> None:
    fields = (FormField(label="a", value="1"), FormField(label="b", value="2"), FormField(label="c"))
    rows = word(Form(fields=fields)).tables[0].rows
    own = [row.cells[0].paragraphs[0].paragraph_format.space_before is not None for row in rows]
    assert own == [False, True, False]


def test_a_form_lies_on_one_page() -> None:
    fields = (FormField(label="Nama"), FormField(label="NIP", value="1"), FormField(label="Tanda tangan"))
    rows = word(Form(fields=fields)).tables[0].rows
    held = [{cell.paragraphs[0].paragraph_format.keep_with_next for cell in row.cells} for row in rows]
    assert held == [{True}, {True}, {None}]


def test_an_empty_value_is_a_dotted_line_to_the_margin() -> None:
    file = word(Form(fields=(FormField(label="Nama"), FormField(label="NIP", value="1"))))
    leaders = [cell._tc.xpath(".//w:tab/@w:leader") for row in file.tables[0].rows for cell in row.cells[2:]]
    assert (cell_texts(file), leaders) == ([["Nama", ":", "\t"], ["NIP", ":", "1"]], [["dot"], []])


def test_a_frame_is_a_table_of_one_cell() -> None:
    assert cell_texts(word(Box(lines=((Run("a"),), (Run("b"),))))) == [["a\nb"]]


@pytest.mark.parametrize(
    "block", [Box(lines=()), Form(fields=()), SignatureGrid(fields=()), Listing(entries=())]
)
def test_every_cell_has_a_paragraph_and_every_table_a_row(block: Block) -> None:
    body = word(block).element.body
    assert body.xpath("//w:tc[not(w:p)] | //w:tbl[not(w:tr)]") == []


@pytest.mark.parametrize(
    "blocks",
    [
        (Box(lines=((Run("a"),),)), Box(lines=((Run("b"),),))),
        (Letterhead(names=("KPU",)), Form(fields=(FormField(label="a"),))),
        (Box(lines=((Run("a"),),)), PageBreak(), Box(lines=((Run("b"),),))),
    ],
)
def test_no_tables_touch_and_the_last_is_followed_by_a_paragraph(blocks: tuple[Block, ...]) -> None:
    tags = [child.tag for child in word(*blocks).element.body]
    assert tags == [qn("w:tbl"), qn("w:p"), qn("w:tbl"), qn("w:p"), qn("w:sectPr")]


@pytest.mark.parametrize("below", [paragraph("b"), Box(lines=((Run("b"),),))])
def test_what_stands_below_a_break_begins_a_page(below: Block) -> None:
    file = word(paragraph("a"), PageBreak(), below, paragraph("c"))
    assert [one.paragraph_format.page_break_before for one in file.paragraphs] == [None, True, None]


def test_a_logo_stands_in_the_kop_with_its_alternative_text() -> None:
    logo = Picture(data=PIXEL, width=100, height=200, alternative='Lambang "KPU" & <x>')
    file = word(Letterhead(names=("KPU",), address=("Jalan",), logo=logo))
    (drawn,) = file.element.body.iter(qn("wp:inline"))
    size = [round(int(drawn.extent.get(side)) / 36000) for side in ("cx", "cy")]
    assert (drawn.docPr.get("descr"), size) == (logo.alternative, [11, 22])
    (relation,) = file.element.body.xpath("//a:blip/@r:embed")
    assert file.part.related_parts[relation].blob == PIXEL


def test_a_jpeg_that_python_docx_does_not_know_is_taken() -> None:
    data = b"\xff\xd8\xff\xdb..."
    logo = Picture(data=data, width=10, height=10, alternative="x")
    with ZipFile(BytesIO(made(document(Letterhead(names=("KPU",), logo=logo))))) as archive:
        assert archive.read("word/media/gambar1.jpeg") == data
