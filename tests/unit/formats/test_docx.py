"""Word: the text of the document in its order, in styles and tables that a secretary can work with."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from hypothesis import given
from lxml import etree
from msgspec.structs import replace

from kampanye_tui.formats.docx import write
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.document import (
    Block,
    Box,
    Document,
    Furniture,
    Page,
    Paragraph,
    Run,
    SignatureGrid,
)
from kampanye_tui.model.export_format import ExportOptions, FontFiles
from kampanye_tui.model.office import Paper
from kampanye_tui.model.problem import Refused
from kampanye_tui.plugin.library import Library
from tests.examples import examples
from tests.fonts import monospaced_bytes
from tests.unit.formats.papers import A4, TEMPLATES, document, paragraph, plain, read_aloud, sample
from tests.unit.formats.test_markdown import RUNS, blocks
from tests.unit.test_imports import PROGRAM, ROOT, STARTS, packages

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010100000000376ef9240000000a49444154789c6360000000020001e221bc33"
    "0000000049454e44ae426082"
)
ODD = [
    "*x*",
    "[b]x[/b]",
    "<b>x</b>",
    "&amp;",
    "::: kop",
    "\"x\" 'y'",
    "é",
    "Nyakʼ",
    "🙂",
    "]]>",
    "{x}",
    "a\u00a0b",
]


def made(given: Document, options: ExportOptions | None = None) -> bytes:
    """Return the document as a file of Word."""
    stream = BytesIO()
    write(given, stream, options or ExportOptions())
    return stream.getvalue()


def opened(given: Document) -> WordDocument:
    return docx.Document(BytesIO(made(given)))


def word(*blocks: Block, **more: object) -> WordDocument:
    """Return a document of these blocks as python-docx reads it back."""
    return opened(document(*blocks, **more))


def text_of(file: WordDocument) -> str:
    """Return the text of a body in the order of the file."""
    return plain(" ".join(said_in(paragraph) for paragraph in file.element.body.iter(qn("w:p"))))


def said_in(paragraph: etree._Element) -> str:
    return "".join(_pieces(paragraph))


def _pieces(paragraph: etree._Element) -> Iterator[str]:
    for piece in paragraph.xpath(".//w:r/*[self::w:t or self::w:tab or self::w:br]"):
        yield (piece.text or "") if piece.tag == qn("w:t") else " "


def shown(given: Document) -> str:
    """Return the text of a document where frames are drawn: above a frame stands only for whom it is."""
    return read_aloud(replace(given, blocks=tuple(map(_as_shown, given.blocks))))


def _as_shown(block: Block) -> Block:
    if not (isinstance(block, SignatureGrid) and block.framed):
        return block
    fields = ((field, f"{field.ballot_number}. " if field.ballot_number else "") for field in block.fields)
    heads = (f"{number}{field.caption}" if field.caption else field.office for field, number in fields)
    return Box(lines=tuple((Run(text),) for text in (block.heading, *heads)))


def part(data: bytes, name: str) -> etree._Element:
    with ZipFile(BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


@pytest.mark.parametrize("name", TEMPLATES)
def test_the_papers_of_the_sample_read_as_the_document(
    agreement: Agreement, library: Library, name: str
) -> None:
    given = sample(agreement, library, name)
    assert text_of(opened(given)) == read_aloud(given)


@examples(40)
@given(RUNS)
def test_any_runs_are_shown_as_they_are(runs: tuple[Run, ...]) -> None:
    assert "".join(run.text for run in runs) in word(Paragraph(runs=runs)).paragraphs[0].text


@pytest.mark.parametrize("kind", blocks(""))
def test_signs_are_text_in_every_block(kind: str) -> None:
    given = document(*(blocks(text)[kind] for text in ODD))
    assert text_of(opened(given)) == read_aloud(given)


@pytest.mark.parametrize("text", ODD)
def test_signs_are_text_in_head_foot_and_properties(text: str) -> None:
    file = word(title=text, author=text, furniture=Furniture(mark=text, foot=text))
    section = file.sections[0]
    said = (
        section.header.paragraphs[0].text,
        section.footer.paragraphs[0].text.partition("\t")[0],
        file.core_properties.title,
        file.core_properties.author,
    )
    assert said == (text,) * 4


@pytest.mark.parametrize("name", TEMPLATES)
def test_the_same_document_gives_the_same_bytes(agreement: Agreement, library: Library, name: str) -> None:
    given = sample(agreement, library, name)
    assert made(given) == made(given)


@pytest.mark.parametrize("day", [None, date(2023, 11, 28)])
def test_a_file_is_the_same_in_every_second(day: date | None, monkeypatch: pytest.MonkeyPatch) -> None:
    given = document(paragraph("x"), day=day)
    first = made(given)
    later = time.localtime(time.time() + 86_400)
    monkeypatch.setattr(time, "localtime", lambda _seconds=None: later)
    assert made(given) == first


def test_a_file_is_as_old_as_the_event() -> None:
    properties = word(day=date(2023, 11, 28)).core_properties
    assert (
        f"{properties.created:%F %T} {properties.modified:%F %T}" == "2023-11-28 00:00:00 2023-11-28 00:00:00"
    )


def test_a_file_without_a_day_has_no_date() -> None:
    tags = [etree.QName(child).localname for child in part(made(document(day=None)), "docProps/core.xml")]
    assert tags == ["title", "creator", "language"]


def test_nothing_of_another_document_is_in_a_file() -> None:
    with ZipFile(BytesIO(made(document(paragraph("x"))))) as archive:
        names = sorted(archive.namelist())
    assert names == [
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/core.xml",
        "word/_rels/document.xml.rels",
        "word/document.xml",
        "word/footer1.xml",
        "word/settings.xml",
        "word/styles.xml",
    ]


def test_every_style_in_use_is_there(agreement: Agreement, library: Library) -> None:
    for name in TEMPLATES:
        data = made(sample(agreement, library, name))
        known = {style.get(qn("w:styleId")) for style in part(data, "word/styles.xml").iter(qn("w:style"))}
        root = part(data, "word/document.xml")
        used = {one.get(qn("w:val")) for one in root.iter(qn("w:pStyle"), qn("w:tblStyle"))}
        assert used <= known


def test_the_language_is_indonesian() -> None:
    languages = part(made(document()), "word/styles.xml").iter(qn("w:lang"))
    assert [language.get(qn("w:val")) for language in languages] == ["id-ID"]


@pytest.mark.parametrize(("paper", "size"), [(Paper.A4, (210, 297)), (Paper.F4, (215, 330))])
def test_the_page_is_the_paper(
    agreement: Agreement, library: Library, paper: Paper, size: tuple[int, int]
) -> None:
    section = opened(sample(agreement, library, "naskah", paper)).sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == size


def test_the_margins_are_those_of_the_document() -> None:
    section = word().sections[0]
    margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [round(margin.mm) for margin in margins] == [25, 25, 30, 20]


def test_the_mark_of_a_sample_stands_in_the_head_of_every_page(
    agreement: Agreement, library: Library
) -> None:
    section = opened(sample(agreement, library, "naskah")).sections[0]
    assert section.header.paragraphs[0].text == "CONTOH — BUKAN DOKUMEN KPU"
    assert not section.different_first_page_header_footer


def test_a_paper_that_is_no_sample_has_no_head() -> None:
    assert word(paragraph("x")).sections[0].header.is_linked_to_previous


def test_pages_are_counted_by_word() -> None:
    foot = word(paragraph("x")).sections[0].footer.paragraphs[0]
    fields = [one.get(qn("w:instr")) for one in foot._p.iter(qn("w:fldSimple"))]
    assert (said_in(foot._p), fields) == (
        "Kaki Halaman\u00a01\u00a0dari\u00a01",
        ["PAGE", "NUMPAGES"],
    )


UNNUMBERED = Furniture(mark="CONTOH", foot="Kaki", numbered=False)


def test_a_foot_that_is_not_numbered_has_no_count_on_the_first_page() -> None:
    section = word(paragraph("x"), furniture=UNNUMBERED).sections[0]
    feet = [said_in(foot.paragraphs[0]._p) for foot in (section.first_page_footer, section.footer)]
    assert feet == ["Kaki", "Kaki Halaman\u00a01\u00a0dari\u00a01"]


def test_the_first_page_carries_the_mark_as_well() -> None:
    section = word(paragraph("x"), furniture=UNNUMBERED).sections[0]
    assert section.first_page_header.paragraphs[0].text == "CONTOH"


def test_a_paper_without_words_at_the_foot_has_no_foot() -> None:
    section = word(paragraph("x"), furniture=Furniture(numbered=False)).sections[0]
    assert section.footer.is_linked_to_previous


def test_text_keeps_clear_of_the_mark_under_a_narrow_margin() -> None:
    section = word(page=replace(A4, top=10), furniture=UNNUMBERED).sections[0]
    assert section.top_margin.mm > 17


@pytest.mark.parametrize(("size", "lies"), [((297, 420), False), ((320, 180), True)])
def test_a_page_is_held_as_it_is_printed(size: tuple[int, int], lies: bool) -> None:
    width, height = size
    section = word(page=replace(A4, width=width, height=height)).sections[0]
    assert (section.orientation.name == "LANDSCAPE") is lies


def test_a_paper_that_is_too_large_for_word_is_refused() -> None:
    board = Page(width=594, height=420, top=12, bottom=15, left=15, right=15, size=14)
    with pytest.raises(Refused) as refused:
        made(document(page=board, title="Papan"))
    assert str(refused.value) == (
        'Berkas Word tidak dapat dibuat untuk "Papan" karena kertasnya 594 × 420 mm, sedangkan kertas Word '
        "paling panjang 558 mm. Ekspor dokumen ini sebagai PDF dengan --format pdf."
    )


def test_the_body_is_set_in_the_usual_font() -> None:
    fonts = part(made(document()), "word/styles.xml").find(f".//{qn('w:rFonts')}")
    assert fonts.get(qn("w:ascii")) == "Bookman Old Style"


@pytest.mark.parametrize(
    ("content", "named"),
    [(monospaced_bytes(0, 'Huruf "A" & B'), 'Huruf "A" & B'), (b"bukan huruf", "Bookman Old Style")],
    ids=["font", "no font"],
)
def test_the_body_is_set_in_the_font_of_the_office(tmp_path: Path, content: bytes, named: str) -> None:
    path = tmp_path / "rumah.ttf"
    path.write_bytes(content)
    files = dict.fromkeys(("regular", "bold", "italic", "bold_italic"), path)
    data = made(document(), ExportOptions(fonts=FontFiles(name="pada tabel [huruf]", **files)))
    fonts = part(data, "word/styles.xml").find(f".//{qn('w:rFonts')}")
    assert fonts.get(qn("w:ascii")) == named


@pytest.mark.parametrize("start", STARTS)
def test_starting_does_not_import_python_docx(start: str) -> None:
    assert packages(STARTS[start]) & {"docx", "lxml"} == set()


def test_another_format_does_not_import_python_docx() -> None:
    asked = [
        "--config",
        str(ROOT / "sample_config.toml"),
        "ekspor",
        "--templat",
        "naskah",
        "-o",
        "-",
        "--format",
    ]
    assert packages(PROGRAM.format([*asked, "teks"])) & {"docx", "lxml"} == set()


@pytest.mark.parametrize("missing", ["docx", "lxml"])
def test_without_python_docx_the_format_says_what_to_install(missing: str) -> None:
    asked = ["--config", str(ROOT / "sample_config.toml"), "ekspor", "--format", "docx", "-o", "-"]
    program = f"""
import sys
sys.modules[{missing!r}] = None
from kampanye_tui.cli.main import run
sys.exit(run(None, {[*asked, "--templat", "naskah"]!r}))
"""
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert ran.returncode == 2
    assert ran.stderr.splitlines()[-1] == (
        "Berkas Word tidak dapat dibuat karena python-docx belum terpasang. "
        'Pasang dengan: pip install "kampanye-tui[docx]"'
    )


DRAFT = Furniture(foot="Kaki", watermark="KONSEP")


def test_a_draft_says_so_in_its_title() -> None:
    assert word(paragraph("x"), furniture=DRAFT).core_properties.title == "KONSEP: Uji"


@pytest.mark.parametrize("numbered", [True, False])
def test_every_head_of_a_draft_has_a_watermark_of_word(numbered: bool) -> None:
    section = word(paragraph("x"), furniture=replace(DRAFT, numbered=numbered)).sections[0]
    heads = [section.header] if numbered else [section.header, section.first_page_header]
    shapes = [head._element.findall(".//{urn:schemas-microsoft-com:vml}shape") for head in heads]
    assert [[one.get("alt") for one in of_head] for of_head in shapes] == [["KONSEP"]] * len(heads)
    names = [one.get("id") for of_head in shapes for one in of_head]
    assert names == ["PowerPlusWaterMarkObject1", "PowerPlusWaterMarkObject2"][: len(heads)]


@pytest.mark.parametrize("text", ['"', "<b>", "&amp;", "]]>"])
def test_signs_in_a_watermark_are_text(text: str) -> None:
    head = word(paragraph("x"), furniture=Furniture(watermark=text)).sections[0].header
    (shape,) = head._element.findall(".//{urn:schemas-microsoft-com:vml}textpath[@string]")
    assert shape.get("string") == text


def test_what_is_no_draft_has_no_watermark() -> None:
    assert word(paragraph("x"), furniture=Furniture(foot="Kaki")).sections[0].header.is_linked_to_previous
