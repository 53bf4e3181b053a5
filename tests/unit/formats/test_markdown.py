"""Markdown: what a reader of it shows is the text of the document, whatever signs it holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import BytesIO

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from kampanye_tui.formats.markdown import markdown_of, write
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.document import (
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
    Paragraph,
    Run,
    SignatureField,
    SignatureGrid,
    Table,
)
from kampanye_tui.model.export_format import ExportOptions
from kampanye_tui.plugin.library import Library
from tests.each import for_each
from tests.examples import examples
from tests.unit.formats.papers import TEMPLATES, document, paragraph, plain, read_aloud, sample

PRINTABLE = st.text(
    st.one_of(
        st.sampled_from("\\`*_[]<>&|~!#-+=:;.()1'\" ax"),
        st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")),
    ),
    min_size=1,
    max_size=24,
).filter(lambda text: bool(text.strip()))
RUNS = st.lists(st.builds(Run, PRINTABLE, st.booleans(), st.booleans()), min_size=1, max_size=4).map(tuple)
SIGNS = [
    "*x*",
    "**x**",
    "_x_",
    "# x",
    "1. x",
    "12) x",
    "- x",
    "+ x",
    "> x",
    "---",
    "===",
    "```",
    "~~~",
    "    x *y*",
    "[a](b)",
    "[a]: b",
    "![a](b)",
    "<b>x</b>",
    "<!-- x -->",
    "<http://x.invalid>",
    "&amp; &#42;",
    "a|b",
    "x\\",
    "\\x",
    "\\\\",
    "x #",
    "x ##",
    "x  ",
    ":::",
    "| a | b |",
    "::: kop",
    "a~b~",
]


def shown(text: str) -> str:
    """Return the text that a reader of Markdown (CommonMark with tables) shows."""
    return plain(" ".join(_inline(MarkdownIt("commonmark").enable("table").parse(text))))


def _inline(tokens: Iterable[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type == "inline":
            yield "".join(_texts(token.children or []))
        elif token.content:
            yield token.content


def _texts(children: Iterable[Token]) -> Iterator[str]:
    for child in children:
        yield "\n" if child.type in ("softbreak", "hardbreak") else child.content


def expected(made: Document) -> str:
    """Return the text of a document of one block as it should be shown, with its foot."""
    return plain(f"{read_aloud(made)} {made.furniture.foot}")


def blocks(text: str) -> dict[str, Block]:
    runs = (Run(text),)
    return {
        "paragraph": paragraph(text),
        "bold": Paragraph(runs=(Run(text, bold=True),)),
        "italic": Paragraph(runs=(Run("x "), Run(text, italic=True), Run(" y"))),
        "heading": Heading(level=2, runs=runs),
        "item": Listing(entries=(Entry(label="a.", runs=runs),)),
        "item in an item": Listing(
            entries=(Entry(label="1.", runs=(Run("x"),), entries=(Entry(label="a.", runs=runs),)),)
        ),
        "item without label": Listing(entries=(Entry(label="", runs=runs),)),
        "clause": ClauseBlock(id="a", label="1.", title=text, entries=(Entry(label="(1)", runs=runs),)),
        "letterhead": Letterhead(names=(text,), address=(text,)),
        "frame": Box(lines=(runs, runs)),
        "table": Table(columns=(Column(head=text), Column(head="x")), rows=((runs, runs),)),
        "form": Form(fields=(FormField(label=text, value=text),)),
        "signature": SignatureGrid(
            fields=(SignatureField(party="a", caption=text, office=text, name=text, role="saksi"),),
            heading=text,
        ),
    }


@examples(300)
@given(PRINTABLE)
def test_any_text_is_shown_as_it_is(text: str) -> None:
    made = document(paragraph(text))
    assert shown(markdown_of(made)) == expected(made)


@examples(300)
@given(RUNS)
@example((Run("\u2de0"), Run(":", italic=True)))
@example((Run("0\u2000", italic=True),))
def test_any_runs_are_shown_as_they_are(runs: tuple[Run, ...]) -> None:
    made = document(Paragraph(runs=runs))
    assert shown(markdown_of(made)) == expected(made)


@pytest.mark.parametrize("kind", blocks(""))
@for_each("text", SIGNS)
def test_signs_are_text_in_every_block(kind: str, text: str) -> None:
    made = document(blocks(text)[kind])
    assert shown(markdown_of(made)).replace(" :", ":") == expected(made).replace(" :", ":")


@pytest.mark.parametrize("name", TEMPLATES)
def test_the_papers_of_the_sample_are_shown_whole(agreement: Agreement, library: Library, name: str) -> None:
    made = sample(agreement, library, name)
    words = set(read_aloud(made).replace(" :", ":").split())
    assert words <= set(plain(shown(markdown_of(made))).split())


@pytest.mark.parametrize(
    ("run", "text"),
    [
        (Run("x", bold=True), "**x**"),
        (Run("x", italic=True), "*x*"),
        (Run("x", bold=True, italic=True), "***x***"),
        (Run(" x ", bold=True), " **x** "),
    ],
)
def test_bold_and_italic_are_signs_of_markdown(run: Run, text: str) -> None:
    assert markdown_of(document(Paragraph(runs=(Run("a"), run, Run("b"))))).startswith(f"a{text}b\n")


def test_a_break_that_the_text_asks_for_stays() -> None:
    assert markdown_of(document(paragraph("satu\ndua"))).startswith("satu\\\ndua\n")


def test_a_table_is_a_table_of_markdown() -> None:
    columns = (Column(head="No."), Column(head="Nama"))
    made = document(Table(columns=columns, rows=(((Run("1"),), (Run("Ani", bold=True),)),)))
    assert markdown_of(made).startswith("| No. | Nama |\n| --- | --- |\n| 1 | **Ani** |\n")


def test_a_huruf_stands_below_its_ayat() -> None:
    below = (Entry(label="a.", runs=(Run("satu"),)),)
    made = document(Listing(entries=(Entry(label="(1)", runs=(Run("Tidak:"),), entries=below),)))
    assert markdown_of(made).startswith("(1) Tidak:\n\n- a. satu\n")


def test_the_mark_of_a_sample_stands_at_head_and_foot(agreement: Agreement, library: Library) -> None:
    lines = markdown_of(sample(agreement, library, "naskah")).strip().split("\n")
    assert [lines[0], lines[-1]] == ["**CONTOH — BUKAN DOKUMEN KPU**"] * 2


def test_a_document_without_words_at_its_foot_has_no_empty_emphasis() -> None:
    assert markdown_of(document(paragraph("x"), furniture=Furniture())) == "x\n"


def test_a_file_is_utf_8() -> None:
    stream = BytesIO()
    write(document(paragraph("Nyakʼ é")), stream, ExportOptions())
    assert stream.getvalue().startswith("Nyakʼ é\n".encode())


def test_a_draft_says_so_before_its_first_word() -> None:
    draft = document(paragraph("Isi"), furniture=Furniture(foot="Kaki", watermark="KONSEP"))
    assert markdown_of(draft).splitlines()[0] == "**KONSEP**"
