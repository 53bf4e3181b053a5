"""The pages of every template as Chromium prints them."""

from __future__ import annotations

import re

import pytest

from kampanye_tui.model.agreement import Agreement
from kampanye_tui.plugin.library import Library
from tests.terminal.test_docx_libreoffice import TEMPLATES, Papers, bodies, counts, exported, size_of
from tests.terminal.test_html_chromium import chromium

pytestmark = pytest.mark.penuh

every_template = pytest.mark.parametrize("name", TEMPLATES)


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory, agreement: Agreement, library: Library) -> Papers:
    """The pages as the program makes them."""
    return exported(tmp_path_factory.mktemp("halaman"), agreement, library, "html", set())


@pytest.fixture(scope="module")
def printed(papers: Papers) -> dict[str, list[str]]:
    """Template → the text of each page as Chromium prints it."""
    for name in papers.documents:
        page, pdf = papers.folder / f"{name}.html", papers.folder / f"{name}.pdf"
        chromium(papers.folder, page, "--no-pdf-header-footer", f"--print-to-pdf={pdf}")
    return {name: papers.pages(name) for name in papers.documents}


@every_template
def test_every_printed_page_is_the_paper_of_the_template(
    papers: Papers, printed: dict[str, list[str]], name: str
) -> None:
    page = papers.documents[name].page
    assert printed[name]
    assert size_of(papers.folder / f"{name}.pdf") == (page.width, page.height)


@every_template
def test_every_printed_page_says_that_it_is_a_sample(printed: dict[str, list[str]], name: str) -> None:
    assert {page.count("CONTOH — BUKAN DOKUMEN KPU") for page in printed[name]} == {1}


@every_template
def test_every_printed_page_has_the_words_of_the_foot(
    papers: Papers, printed: dict[str, list[str]], name: str
) -> None:
    beginning = papers.documents[name].furniture.foot[:12]
    assert [page for page in printed[name] if beginning not in page] == []


@every_template
def test_printed_pages_carry_their_number_as_the_document_says(
    papers: Papers, printed: dict[str, list[str]], name: str
) -> None:
    numbers = [re.findall(r"Halaman (\d+) dari (\d+)", page) for page in printed[name]]
    assert numbers == counts(papers.documents[name], len(numbers))


@every_template
def test_no_printed_page_is_empty(printed: dict[str, list[str]], name: str) -> None:
    assert all(bodies(printed[name]))


def test_every_clause_is_printed_in_order(printed: dict[str, list[str]], agreement: Agreement) -> None:
    text = " ".join(" ".join(printed["naskah"]).split())
    at = 0
    for clause in agreement.clauses:
        at = text.find(clause.title, at)
        assert at >= 0, clause.title
