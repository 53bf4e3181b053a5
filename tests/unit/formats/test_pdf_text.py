"""What a PDF reader takes out of our PDFs: the text of the document, in order, with every character."""

from __future__ import annotations

from collections import Counter

import pytest

from kampanye_tui.formats.pdf.default_fonts import default_fonts
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.document import Document, Run, Table
from kampanye_tui.plugin.library import Library
from kampanye_tui.typeset.font import Font
from tests.unit.formats.papers import (
    TEMPLATES,
    document,
    pages_of,
    paragraph,
    pdf,
    plain,
    read_aloud,
    sample,
)


def body(document: Document) -> str:
    """Return the text of all pages without what every page carries and without heads that come again."""
    pages = [plain(page) for page in pages_of(pdf(document))]
    heads = [
        plain(" ".join(column.head for column in block.columns))
        for block in document.blocks
        if isinstance(block, Table)
    ]
    kept = []
    for number, page in enumerate(pages, 1):
        text, _mark, _rest = page.partition(f" {plain(document.furniture.mark)}")
        for head in heads if number > 1 else ():
            text = text.removeprefix(head).lstrip()
        kept.append(text)
    return plain(" ".join(kept))


@pytest.mark.parametrize("name", ["naskah", "berita-acara-kesepakatan"])
def test_the_text_of_all_pages_is_the_text_of_the_document(
    agreement: Agreement, library: Library, name: str
) -> None:
    made = sample(agreement, library, name)
    assert body(made) == read_aloud(made)


def test_a_copy_holds_every_word_as_often_as_the_document(agreement: Agreement, library: Library) -> None:
    made = sample(agreement, library, "salinan-peserta")
    assert Counter(body(made).split()) == Counter(read_aloud(made).split())


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_page_carries_the_mark_of_a_sample(agreement: Agreement, library: Library, name: str) -> None:
    pages = pages_of(pdf(sample(agreement, library, name)))
    assert [page.count("CONTOH — BUKAN DOKUMEN KPU") for page in pages] == [1] * len(pages)


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_page_carries_its_number(agreement: Agreement, library: Library, name: str) -> None:
    pages = pages_of(pdf(sample(agreement, library, name)))
    assert all(page.rstrip().endswith(f"Halaman {n} dari {len(pages)}") for n, page in enumerate(pages, 1))


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_page_says_that_it_is_a_draft(agreement: Agreement, library: Library, name: str) -> None:
    assert all("KONSEP r01 · " in page for page in pages_of(pdf(sample(agreement, library, name))))


@pytest.mark.parametrize("text", ["Nyakʼ Dhien", "Tha’at", "Tha'at Nyakʼ Jum’at", "ʼʼ ’’ ' ʼ’"])
def test_signs_that_share_a_shape_are_told_apart(text: str) -> None:
    assert plain(pages_of(pdf(document(paragraph(text))))[0]).startswith(text)


def test_signs_that_share_a_shape_are_told_apart_in_every_face() -> None:
    runs = (Run("Nyakʼ Jum’at "), Run("Nyakʼ Jum’at", bold=True), Run(" Jum’at Nyakʼ", italic=True))
    made = document(paragraph("").__class__(runs=runs))
    assert plain(pages_of(pdf(made))[0]).startswith("Nyakʼ Jum’at Nyakʼ Jum’at Jum’at Nyakʼ")


@pytest.mark.parametrize(
    "text",
    [
        "Taufiq fluktuatif efisien affidavit",
        "AVATAR WAWASAN To Yogya",
        "(kurung) [siku] \\garis\\ {kurawal}",
        "“kutip” ‘tunggal’ – — … · § ½ °",
        "Café Ñandú Ünïcode Łódź",
        "1308/PR.08-SD/01/2022",
    ],
)
def test_text_comes_out_as_it_went_in(text: str) -> None:
    assert plain(pages_of(pdf(document(paragraph(text))))[0]).startswith(text)


def test_letters_with_their_accents_apart_come_out_composed() -> None:
    assert plain(pages_of(pdf(document(paragraph("Cafe\u0301"))))[0]).startswith("Café")


def test_words_at_the_end_of_a_line_do_not_run_into_the_next() -> None:
    words = [f"kata{number}" for number in range(200)]
    assert plain(pages_of(pdf(document(paragraph(" ".join(words)))))[0]).split()[:200] == words


def test_all_letters_of_the_typeface_come_out_as_they_went_in() -> None:
    font = Font(default_fonts().regular.read_bytes(), "biasa")
    letters = filter(str.isalpha, map(chr, range(0x21, 0x250)))
    text = " ".join(letter * 2 for letter in letters if not font.missing(letter))
    assert plain(pages_of(pdf(document(paragraph(text))))[0]).startswith(text)
