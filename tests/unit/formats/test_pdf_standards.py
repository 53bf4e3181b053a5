"""Every paper is PDF/A-3 (level A) and PDF/UA-1, as an independent validator sees it."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable
from datetime import date
from io import BytesIO
from itertools import count

import msgspec
import page
import pikepdf
import pytest
from page import ValidationProfile
from PIL import Image

from kampanye_tui.formats.pdf.content import Span
from kampanye_tui.formats.pdf.packing import packed_objects
from kampanye_tui.formats.pdf.streams import WIDTHS, row, stream
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
    Heading,
    Letterhead,
    Listing,
    PageBreak,
    Paragraph,
    Picture,
    QRCode,
    Run,
    SignatureField,
    SignatureGrid,
    Table,
)
from kampanye_tui.model.export_format import Attachment
from kampanye_tui.plugin.library import Library
from kampanye_tui.typeset.structure import PART, Element
from tests.unit.formats.papers import TEMPLATES, document, paragraph, pdf, sample
from tests.unit.formats.test_pdf import opened, picture

CLAIMED = (ValidationProfile.PDF_A_3A, ValidationProfile.PDF_UA_1)
LONG = "Peserta pemilu menjaga ketertiban umum dan menghormati hak warga. " * 12


def faults(data: bytes) -> list[tuple[str, str]]:
    """Return the rules that a file breaks, with what is said of each."""
    reports = [page.validate_pdf_bytes(data, profile=profile) for profile in CLAIMED]
    return [(one.rule_id, one.message) for report in reports for one in report.failures]


def cells(*texts: str) -> tuple[tuple[Run, ...], ...]:
    return tuple((Run(text),) if text else () for text in texts)


def entries(count: int, label: Callable[[int], str]) -> tuple[Entry, ...]:
    return tuple(Entry(label=label(number), runs=(Run(LONG),)) for number in range(1, count + 1))


COLUMNS = (Column(head="No.", align=Align.RIGHT), Column(head="Nama", share=4), Column(head="Tanda tangan"))
FIELDS = tuple(
    SignatureField(party=f"p{n}", caption=f"Partai {n}", office="Ketua", name="Sari", role="peserta-pemilu")
    for n in range(5)
)
BLOCKS: dict[str, tuple[Block, ...]] = {
    "a paragraph": (paragraph(LONG * 8),),
    "no text": (),
    "a letterhead": (Letterhead(names=("KPU", "KOTA"), address=("Jalan",), logo=picture("PNG", "RGBA")),),
    "a letterhead of grey": (Letterhead(names=("KPU",), logo=picture("JPEG", "L")),),
    "a letterhead without logo": (Letterhead(names=("KPU",)),),
    "headings that skip a level": tuple(Heading(level=n, runs=(Run(f"H{n}"),)) for n in (1, 3, 2, 3)),
    "a heading below the first": (Heading(level=2, runs=(Run("Bab"),)), paragraph("a")),
    "a list in a list": (
        Listing(entries=(Entry(label="1.", runs=(Run("a"),), entries=entries(30, lambda n: f"({n})")),)),
    ),
    "a list of two kinds": (Listing(entries=(*entries(2, lambda n: f"{n}."), *entries(2, lambda _n: ""))),),
    "a clause": (
        ClauseBlock(id="a", label="Pasal 1", title="Judul", entries=entries(9, lambda n: f"({n})")),
    ),
    "a clause in a line": (
        ClauseBlock(id="a", label="1.", title="Judul", centred=False, entries=entries(2, lambda _n: "")),
    ),
    "a form": (Form(fields=(FormField(label="Nama"), FormField(label="Tanggal", value="28"))),),
    "a table over pages": (Table(columns=COLUMNS, rows=tuple(cells(f"{n}", LONG, "") for n in range(20))),),
    "a table without rows": (Table(columns=COLUMNS, rows=()),),
    "a table to be filled": (Table(columns=COLUMNS, rows=(cells("", "", ""),) * 40, row_height=12),),
    "places to sign": (paragraph("a"), SignatureGrid(fields=FIELDS, heading="PARA PIHAK", stamp="Meterai")),
    "framed places to sign": (SignatureGrid(fields=FIELDS, framed=True, columns=3, height=40),),
    "a box": (Box(lines=((Run("Salinan 1", bold=True),), (Run("untuk Partai"),))),),
    "a QR symbol": (QRCode(content="KAMPANYE", lines=((Run("Kode"),),), alternative="Kode naskah", size=25),),
    "an empty page between": (paragraph("a"), PageBreak(), PageBreak(), paragraph("b")),
    "the same twice": (paragraph("a"), paragraph("a"), paragraph("a")),
    "letters joined by the typeface": (
        Paragraph(runs=(Run("daftar efisien"), Run(" aktif fjord kafka", italic=True))),
    ),
    "letters that share a glyph": (paragraph("’ dan ʼ, ffi, Ünïcode ½ ☐"),),
}


@pytest.mark.parametrize("name", BLOCKS)
def test_every_kind_of_block_keeps_to_the_standards(name: str) -> None:
    assert faults(pdf(document(*BLOCKS[name]))) == []


@pytest.mark.parametrize("name", TEMPLATES)
def test_papers_keep_to_the_standards(agreement: Agreement, library: Library, name: str) -> None:
    assert faults(pdf(sample(agreement, library, name))) == []


@pytest.mark.parametrize(
    "more", [{"day": None}, {"title": "<b> & (kurung \\ é", "author": "]]>"}, {"day": date(1, 1, 1)}]
)
def test_what_a_file_says_of_itself_keeps_to_the_standards(more: dict) -> None:
    assert faults(pdf(document(paragraph("a"), **more))) == []


ATTACHED = (
    Attachment(
        name="naskah.toml", data=b"a = 1\n", mime="application/toml", description="é", relationship="Source"
    ),
    Attachment(
        name="cetak.toml",
        data=b"b = 2\n" * 900,
        mime="application/toml",
        description="b",
        relationship="Data",
    ),
)


def test_attachments_keep_to_the_standards() -> None:
    assert faults(pdf(document(paragraph("a")), attach=lambda _pages: ATTACHED)) == []


def test_attachments_come_back_as_they_were() -> None:
    with opened(pdf(document(paragraph("a")), attach=lambda _pages: ATTACHED)) as file:
        held = {name: spec.get_file().read_bytes() for name, spec in file.attachments.items()}
    assert held == {one.name: one.data for one in ATTACHED}


RETURN = 0x0D
ENDS_IN_RETURN = next(data for data in (b"a" * n for n in count(1)) if zlib.compress(data)[-1] == RETURN)
"""Readers that take the carriage return for a part of the end of the line miss a byte of its stream."""


def test_a_stream_that_ends_in_a_carriage_return_keeps_to_the_standards() -> None:
    attached = msgspec.structs.replace(ATTACHED[0], data=ENDS_IN_RETURN)
    data = pdf(document(paragraph("a")), attach=lambda _pages: (attached,))
    assert (b"\r\r\nendstream" in data, faults(data)) == (True, [])


def test_a_picture_that_ends_in_a_carriage_return_keeps_to_the_standards() -> None:
    # The last byte of an Adler-32 is one more than the sum of all bytes: here a filter of 0, and the colour.
    red = BytesIO()
    Image.new("RGB", (1, 1), (12, 0, 0)).save(red, "PNG")
    logo = Picture(data=red.getvalue(), width=1, height=1, alternative="Logo")
    data = pdf(document(Letterhead(names=("KPU",), logo=logo)))
    assert (b"\r\r\nendstream" in data, faults(data)) == (True, [])


@pytest.mark.parametrize("data", [b"a", ENDS_IN_RETURN])
def test_a_stream_holds_its_data_and_nothing_more(data: bytes) -> None:
    head, _mark, body = stream(data).partition(b"stream\n")
    (length,) = re.findall(rb"/Length (\d+)", head)
    assert zlib.decompress(body[: int(length)]) == data


def test_tags_are_counted_beyond_two_bytes() -> None:
    many = 70_000
    elements = ((Element("P", PART),),) * many
    spans = ((0, tuple(Span(block, PART) for block in range(many))),)
    packed = packed_objects(((), *elements), spans, (), (1,), (2,), 3)
    # Of all elements, the whole document and the tree's parents.
    assert len(packed.rows) == (many + 2) * row.size
    assert sum(map(int, WIDTHS.split())) == row.size


def heard(data: bytes) -> list[str]:
    """Return the types of the elements in the order in which a reader for the blind meets them."""
    with opened(data) as file:
        return [str(one.S)[1:] for one in below(file.Root.StructTreeRoot.K)]


def below(element: pikepdf.Object) -> list[pikepdf.Object]:
    kids = element.get("/K", pikepdf.Array())
    listed = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
    structs = [kid for kid in listed if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]
    return [element, *(found for kid in structs for found in below(kid))]


@pytest.mark.parametrize(
    ("name", "order"),
    [
        ("a letterhead", ["Document", "Figure", "P", "P", "P"]),
        ("headings that skip a level", ["Document", "H1", "H2", "H2", "H3"]),
        ("a heading below the first", ["Document", "H1", "P"]),
        ("a clause in a line", ["Document", "H1", "P", "P"]),
        ("a form", ["Document", "P", "P"]),
        ("a table without rows", ["Document", "Table", "TR", "TH", "TH", "TH"]),
        ("places to sign", ["Document", "P", "P", "P", "P", "P", "P", "P", "P"]),
        ("a box", ["Document", "Div", "P", "P"]),
        ("a QR symbol", ["Document", "Div", "P", "Figure"]),
    ],
)
def test_a_reader_meets_the_elements_in_order(name: str, order: list[str]) -> None:
    assert heard(pdf(document(*BLOCKS[name]))) == order


def test_an_item_has_its_label_and_its_text() -> None:
    listing = Listing(
        entries=(Entry(label="a.", runs=(Run("satu"),), entries=entries(1, lambda n: f"{n})")),)
    )
    assert heard(pdf(document(listing))) == [
        *("Document", "L", "LI", "Lbl", "LBody"),
        *("L", "LI", "Lbl", "LBody"),
    ]


def test_a_paragraph_over_two_pages_is_one_element() -> None:
    data = pdf(document(paragraph(LONG * 8)))
    with opened(data) as file:
        (_whole, part) = below(file.Root.StructTreeRoot.K)
        assert (len(file.pages), len(part.K)) == (2, 2)


@pytest.mark.parametrize("block", [*BLOCKS])
def test_all_that_is_text_has_an_element(block: str) -> None:
    made = document(*BLOCKS[block])
    with opened(pdf(made)) as file:
        parents = [list(one) for one in file.Root.StructTreeRoot.ParentTree.Nums[1::2]]
        assert all(isinstance(one, pikepdf.Dictionary) for of_page in parents for one in of_page)


def test_pages_by_themselves_keep_to_the_standards() -> None:
    from kampanye_tui.model.export_format import Part

    made: Document = document(paragraph(LONG * 9), SignatureGrid(fields=FIELDS * 3, heading="PARA PIHAK"))
    for part in Part:
        assert faults(pdf(msgspec.structs.replace(made, title=part.value), part=part)) == []


def test_headings_of_pages_by_themselves_begin_at_the_first_level() -> None:
    from kampanye_tui.model.export_format import Part

    titles = [Heading(level=level, runs=(Run(f"Judul {level}"),)) for level in (1, 2, 3)]
    grid = SignatureGrid(fields=FIELDS)
    data = pdf(document(titles[0], paragraph("a"), PageBreak(), *titles[1:], grid), part=Part.SIGNATURES)
    assert (heard(data)[1:3], faults(data)) == (["H1", "H2"], [])


def test_a_heading_without_words_is_no_level() -> None:
    data = pdf(document(Heading(level=1, runs=()), Heading(level=2, runs=(Run("Bab"),))))
    assert (heard(data), faults(data)) == (["Document", "H1"], [])
