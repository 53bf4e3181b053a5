"""The page: the text of the document in its order, in elements that say what it is, and nothing else."""

from __future__ import annotations

import re
from base64 import b64encode
from html.parser import HTMLParser
from io import BytesIO

import pytest
from hypothesis import given
from msgspec.structs import replace

from kampanye_tui.formats.html import html_of, write
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
    Picture,
    Run,
    SignatureField,
    SignatureGrid,
    Table,
)
from kampanye_tui.model.export_format import ExportOptions
from kampanye_tui.model.office import Paper
from kampanye_tui.plugin.library import Library
from tests.each import for_each
from tests.examples import examples
from tests.unit.formats.papers import A4, TEMPLATES, document, paragraph, plain, sample
from tests.unit.formats.test_docx import ODD, PIXEL, shown
from tests.unit.formats.test_markdown import RUNS, blocks
from tests.unit.test_imports import HEAVY, PROGRAM, ROOT, packages

ALONE = {"meta", "br", "col", "hr", "img"}
"""Elements without an end."""
INLINE = {"b", "i", "span"}


class Page(HTMLParser):
    """What a parser finds: elements in order, and the text of the body."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.title = ""
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in ALONE:
            self.open.append(tag)
        if tag not in INLINE:
            self.text += " "

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        if tag not in INLINE:
            self.text += " "

    def handle_data(self, data: str) -> None:
        if "main" in self.open:
            self.text += data
        elif "title" in self.open:
            self.title += data

    def all(self, tag: str) -> list[dict[str, str | None]]:
        """Return the attributes of every element of that name."""
        return [attrs for name, attrs in self.elements if name == tag]


def page(*given: Block, **more: object) -> Page:
    """Return a document of these blocks as a parser finds it."""
    return Page(html_of(document(*given, **more)))


def main(*given: Block) -> str:
    """Return what stands between the ends of the main element."""
    return html_of(document(*given, furniture=Furniture())).partition("<main>\n")[2].partition("</main>")[0]


def expected(made: Document) -> str:
    """Return the text that a page should show."""
    return plain(f"{made.furniture.head} {shown(made)} {made.furniture.foot}")


@pytest.mark.parametrize("name", TEMPLATES)
def test_the_papers_of_the_sample_read_as_the_document(
    agreement: Agreement, library: Library, name: str
) -> None:
    made = sample(agreement, library, name)
    assert plain(Page(html_of(made)).text) == expected(made)


@examples(200)
@given(RUNS)
def test_any_runs_are_shown_as_they_are(runs: tuple[Run, ...]) -> None:
    made = document(Paragraph(runs=runs))
    assert plain(Page(html_of(made)).text) == expected(made)


@pytest.mark.parametrize("kind", blocks(""))
@for_each("text", [*ODD, "</main>", "<script>x</script>", "-->"])
def test_signs_are_text_in_every_block(kind: str, text: str) -> None:
    made = document(blocks(text)[kind])
    assert plain(Page(html_of(made)).text) == expected(made)


@pytest.mark.parametrize("text", [*ODD, "</title><script>", "</style>"])
def test_signs_are_text_around_the_document(text: str) -> None:
    logo = Picture(data=PIXEL, width=1, height=1, alternative=text)
    made = document(
        Letterhead(names=("KPU",), logo=logo),
        title=text,
        author=text,
        furniture=Furniture(mark=text, foot=text),
    )
    found = Page(html_of(made))
    assert (found.title, found.all("img")[0]["alt"], found.all("meta")[3]["content"]) == (text,) * 3
    assert plain(found.text) == expected(made)


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_page_loads_and_runs_nothing(agreement: Agreement, library: Library, name: str) -> None:
    found = Page(html_of(sample(agreement, library, name)))
    assert {tag for tag, _attrs in found.elements} & {"script", "link", "iframe", "a", "form"} == set()
    policy = found.all("meta")[1]
    assert policy["http-equiv"] == "Content-Security-Policy"
    assert policy["content"] == "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


def test_a_page_names_its_language_and_title() -> None:
    found = page(paragraph("x"), title="Nota")
    assert (found.all("html")[0]["lang"], found.title) == ("id-ID", "Nota")


def test_the_paper_is_that_of_the_document(agreement: Agreement, library: Library) -> None:
    rule = "@page { size: 215mm 330mm; margin: 9mm 20mm 13mm 30mm }"
    assert rule in html_of(sample(agreement, library, "naskah", Paper.F4))


def test_text_begins_and_ends_at_the_margins_of_the_document() -> None:
    # 25 mm above and below, of which 9 and 13 are margins of the paper.
    assert "main { padding: 16mm 2px 12mm 0;" in html_of(document())


def test_every_line_of_text_stands_in_the_only_landmark(agreement: Agreement, library: Library) -> None:
    names = [tag for tag, _attrs in Page(html_of(sample(agreement, library, "naskah"))).elements]
    assert (names.count("main"), names.count("nav"), names[names.index("body") + 1]) == (1, 0, "main")


@pytest.mark.parametrize(
    ("block", "text"),
    [
        (Heading(level=1, runs=(Run("X"),)), '<h1 class="title big">X</h1>\n'),
        (Heading(level=1, runs=(Run("X"),), outline=False), '<p class="title big">X</p>\n'),
        (Heading(level=1, runs=(Run("X"),), align=Align.LEFT), '<h1 class="title big left">X</h1>\n'),
        (paragraph("x\ny"), '<p class="justify">x<br>y</p>\n'),
        (Paragraph(runs=(Run("x"),), keep=True), '<p class="justify hold">x</p>\n'),
        (Paragraph(runs=(Run("x", bold=True),)), '<p class="justify"><b>x</b></p>\n'),
        (Paragraph(runs=(Run("x", italic=True),)), '<p class="justify"><i>x</i></p>\n'),
        (Box(lines=((Run("a"),), (Run("b"),))), '<div class="box"><p>a</p><p>b</p></div>\n'),
        (PageBreak(), "<hr>\n"),
    ],
)
def test_a_block_is_an_element(block: Block, text: str) -> None:
    assert main(block) == text


def test_no_heading_is_more_than_one_level_below_the_one_before() -> None:
    levels = (2, 4, 1, 3)
    clause = ClauseBlock(id="", label="Pasal 1", title="X", entries=())
    headings = (Heading(level=level, runs=(Run("X"),)) for level in levels)
    grid = SignatureGrid(fields=(), heading="Saksi")
    found = [tag for tag, _attrs in page(*headings, clause, grid).elements if re.fullmatch(r"h\d", tag)]
    assert found == ["h1", "h2", "h1", "h2", "h2", "h2"]


def test_a_clause_is_a_section_that_can_be_linked_to() -> None:
    ayat = (Entry(label="(1)", runs=(Run("Tidak:"),), entries=(Entry(label="a.", runs=(Run("satu"),)),)),)
    assert main(ClauseBlock(id="damai", label="Pasal 3", title="Judul", entries=ayat)).split("\n") == [
        '<section id="damai">',
        '<h1 class="title">Pasal 3<br>Judul</h1>',
        '<ol role="list">',
        '<li class="labelled"><span class="label">(1) </span>Tidak:',
        '<ol role="list">',
        '<li class="labelled"><span class="label">a. </span>satu',
        "</li>",
        "</ol>",
        "</li>",
        "</ol>",
        "</section>",
        "",
    ]


def test_a_numbered_clause_has_its_number_before_its_title() -> None:
    block = ClauseBlock(id="", label="3.", title="Judul", entries=(), centred=False)
    assert '<h1 class="title"><span class="label">3. </span>Judul</h1>' in main(block)


def test_the_only_ayat_is_a_paragraph() -> None:
    block = ClauseBlock(id="", label="Pasal 1", title="X", entries=(Entry(label="", runs=(Run("isi"),)),))
    assert '<p class="justify">isi</p>' in main(block)


def test_a_table_has_heads_of_columns() -> None:
    columns = (Column(head="No.", align=Align.CENTRE), Column(head="", share=3))
    text = main(Table(columns=columns, rows=(((Run("1"),), (Run("Ani"),)),), row_height=9))
    assert '<thead><tr><th scope="col">No.</th><td></td></tr></thead>' in text
    assert '<tr style="height: 9mm"><td class="centre">1</td><td class="left">Ani</td></tr>' in text
    assert '<col style="width: 25.00%"><col style="width: 75.00%">' in text


TABLE = Table(columns=(Column(head="No."),), rows=(((Run("1"),),),))
BOLD = Paragraph(runs=(Run("Peserta", bold=True),))


def test_what_stands_in_bold_above_a_table_is_its_caption() -> None:
    assert main(BOLD, TABLE).startswith("<table>\n<caption><b>Peserta</b></caption>\n")


@pytest.mark.parametrize("below", [(), (paragraph("x"), TABLE)])
def test_what_stands_in_bold_elsewhere_is_a_paragraph(below: tuple[Block, ...]) -> None:
    assert main(BOLD, *below).startswith('<p class="justify"><b>Peserta</b></p>\n')


def test_a_table_without_caption_is_called_by_the_heading_above() -> None:
    heading = Heading(level=2, runs=(Run("PENJELASAN "), Run('"X"')), outline=False)
    assert page(heading, paragraph("x"), TABLE).all("table") == [{"aria-label": 'PENJELASAN "X"'}]


def test_places_to_sign_are_read_one_after_the_other() -> None:
    given = {"party": "a", "caption": "Partai", "office": "Ketua", "name": "Ani", "role": "saksi"}
    fields = (SignatureField(**given), SignatureField(**(given | {"name": ""}), ballot_number=3))
    text = main(SignatureGrid(fields=fields, columns=3))
    assert text.startswith(
        '<section class="signing" style="--columns: 3">\n<ol role="list" class="signatures">'
    )
    assert '<li><p><b>Partai</b></p><p>Ketua,</p><p class="name"><b>Ani</b></p></li>' in text
    assert f'<li><p><b>3. Partai</b></p><p>Ketua,</p><p class="name">({"." * 36})</p></li>' in text


FIELD = SignatureField(party="a", caption="Partai", office="Ketua\nKPU", name="Ani", role="saksi")


def test_above_a_frame_stands_only_for_whom_it_is() -> None:
    text = main(SignatureGrid(fields=(FIELD,), framed=True, height=60))
    assert '<section class="signing framed" style="--columns: 2; --height: 60mm">' in text
    assert "<li><p><b>Partai</b></p></li>" in text


def test_a_row_that_is_not_full_stands_where_the_template_says() -> None:
    assert '<section class="signing right"' in main(SignatureGrid(fields=(FIELD,), align=Align.RIGHT))


def test_a_revenue_stamp_has_a_frame_before_the_first_name() -> None:
    text = main(SignatureGrid(fields=(FIELD, FIELD), stamp="Meterai"))
    assert text.count('<p>Ketua<br>KPU,</p><p class="stamp">Meterai</p><p class="name">') == 1


def test_who_is_left_over_takes_the_row_above_along() -> None:
    text = main(SignatureGrid(fields=(FIELD,) * 5))
    assert [line[:11] for line in text.split("\n") if line.startswith("<li")].index('<li class="') == 3


@pytest.mark.parametrize(
    ("furniture", "counts"),
    [
        (Furniture(), (1, 0)),
        (Furniture(foot="Kaki", numbered=False), (1, 1)),
        (Furniture(numbered=False), (0, 1)),
    ],
)
def test_pages_are_counted_as_the_document_says(furniture: Furniture, counts: tuple[int, int]) -> None:
    text = html_of(document(furniture=furniture))
    assert (text.count("counter(page)"), text.count("@page :first")) == counts


def test_text_keeps_clear_of_mark_and_foot_under_narrow_margins() -> None:
    page = replace(A4, top=10, bottom=10)
    text = html_of(document(page=page, furniture=Furniture(mark="CONTOH", foot="Kaki")))
    assert "main { padding: 8mm 2px 7mm 0;" in text


def test_an_empty_value_is_a_dotted_line() -> None:
    text = main(Form(fields=(FormField(label="Nama"), FormField(label="NIP", value="1"))))
    assert "<dt><span>Nama</span> <span>:</span></dt>\n" + f'<dd class="dots">{"." * 150}</dd>' in text
    assert "<dt><span>NIP</span> <span>:</span></dt>\n<dd>1</dd>" in text


@pytest.mark.parametrize(("data", "kind"), [(PIXEL, "png"), (b"\xff\xd8\xff", "jpeg")])
def test_a_logo_is_part_of_the_page(data: bytes, kind: str) -> None:
    logo = Picture(data=data, width=10, height=20, alternative="Lambang KPU")
    assert page(Letterhead(names=("KPU",), logo=logo)).all("img") == [
        {
            "src": f"data:image/{kind};base64,{b64encode(data).decode()}",
            "width": "10",
            "height": "20",
            "alt": "Lambang KPU",
        }
    ]


def test_the_mark_of_a_sample_stands_first(agreement: Agreement, library: Library) -> None:
    text = html_of(sample(agreement, library, "naskah")).partition("<main>\n")[2]
    assert text.startswith('<p class="mark">CONTOH — BUKAN DOKUMEN KPU</p>\n')


def test_a_ragged_list_says_so() -> None:
    below = (Entry(label="-", runs=(Run("dua"),)),)
    entries = (Entry(label="1.", runs=(Run("satu"),), entries=below),)
    made = html_of(document(Listing(entries=entries, align=Align.LEFT)))
    assert made.count('<ol role="list" class="left">') == 2


def test_a_list_inside_an_item_without_label_is_kept() -> None:
    below = (Entry(label="a.", runs=(Run("dua"),)),)
    entries = (Entry(label="", runs=(Run("satu"),), entries=below), Entry(label="2.", runs=(Run("tiga"),)))
    assert plain(page(Listing(entries=entries)).text) == "satu a. dua 2. tiga Kaki"


@pytest.mark.parametrize("name", TEMPLATES)
def test_the_same_document_gives_the_same_bytes(agreement: Agreement, library: Library, name: str) -> None:
    made = sample(agreement, library, name)
    assert html_of(made) == html_of(made)


def test_a_file_is_utf_8() -> None:
    stream = BytesIO()
    write(document(paragraph("Nyakʼ é")), stream, ExportOptions())
    assert "Nyakʼ é".encode() in stream.getvalue()


def test_writing_a_page_imports_nothing_heavy() -> None:
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
    assert packages(PROGRAM.format([*asked, "html"])) & (HEAVY - {"markdown_it"} | {"docx", "lxml"}) == set()


DRAFT = Furniture(foot="Kaki", watermark="KONSEP")


def test_a_draft_says_so_at_the_top_and_in_its_title() -> None:
    made = page(paragraph("Isi"), furniture=DRAFT)
    assert (made.title, plain(made.text)) == ("KONSEP: Uji", "KONSEP Isi Kaki")


def test_the_word_lies_under_printed_pages() -> None:
    made = html_of(document(paragraph("Isi"), furniture=DRAFT))
    assert '<body data-word="KONSEP">' in made
    assert "z-index: -1" in made


def test_a_page_of_what_is_no_draft_has_no_word_under_it() -> None:
    made = html_of(document(paragraph("Isi"), furniture=Furniture(foot="Kaki")))
    assert "<body>" in made
    assert "z-index" not in made


def test_signs_in_the_word_are_text() -> None:
    assert page(paragraph("Isi"), furniture=Furniture(watermark='"><b>')).all("body") == [
        {"data-word": '"><b>'}
    ]
