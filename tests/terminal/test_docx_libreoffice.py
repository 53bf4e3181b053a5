"""The Word files of every template in LibreOffice: opened, read, and printed."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple

import pypdfium2
import pytest

from kampanye_tui.agreement.state import state
from kampanye_tui.export import Maker, Request, make_all, plan
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.document import Document
from kampanye_tui.plugin.library import Library
from tests.terminal.test_make_run import ROOT, told
from tests.unit.formats.papers import plain
from tests.unit.formats.test_docx import shown

pytestmark = pytest.mark.penuh

FOLDER = ROOT / "src" / "kampanye_tui" / "national" / "templat"
PARTS = {"poin-deklarasi"}
"""What other papers take in: without a title, and no paper of its own."""
TEMPLATES = tuple(sorted({path.stem for path in FOLDER.glob("*.md")} - PARTS))
"""Every paper of the national pack."""
BOARDS = {f"papan-deklarasi-{size}" for size in ("100x70", "a1", "a2", "spanduk")}
"""Too large for Word."""
AS_TEXT = "txt:Text (encoded):UTF8"

every_template = pytest.mark.parametrize("name", [name for name in TEMPLATES if name not in BOARDS])


class Papers(NamedTuple):
    """One paper of each template, those for somebody for one party: a folder with files, and documents."""

    folder: Path
    documents: dict[str, Document]

    def pages(self, name: str) -> list[str]:
        """Return the text of each page of a paper as it was printed."""
        told_pages = told("pdftotext", "-layout", self.folder / f"{name}.pdf", "-").split("\f")[:-1]
        return [page.replace("\u00a0", " ") for page in told_pages]


def exported(folder: Path, agreement: Agreement, library: Library, kind: str, leave: set[str]) -> Papers:
    """Write one paper of each template but ``leave``."""
    maker = Maker(agreement, state(agreement), library)
    names = tuple(name for name in TEMPLATES if name not in leave)
    jobs = plan(agreement, library, Request(names, (kind,), ("partai-demokrat",)))
    for job, made in zip(jobs, make_all(maker, jobs), strict=True):
        (folder / f"{job.template.front.id}.{kind}").write_bytes(made.data)
    documents = {job.template.front.id: maker.document(job.template, job.copy, job.holder) for job in jobs}
    return Papers(folder, documents)


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory, agreement: Agreement, library: Library) -> Papers:
    """The papers as the program makes them, and as LibreOffice reads them."""
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.fail("LibreOffice tidak ada; pasang dengan: apt-get install libreoffice-writer-nogui")
    made = exported(tmp_path_factory.mktemp("word"), agreement, library, "docx", BOARDS)
    # Its own profile: another LibreOffice at work would take the files over and return at once.
    profile = (made.folder / "profil").as_uri()
    for kind in (AS_TEXT, "pdf"):
        subprocess.run(
            [
                soffice,
                f"-env:UserInstallation={profile}",
                "--headless",
                "--convert-to",
                kind,
                "--outdir",
                made.folder,
                *sorted(made.folder.glob("*.docx")),
            ],
            check=True,
            capture_output=True,
            timeout=300,
        )
    return made


def size_of(pdf: Path) -> tuple[int, int]:
    """Return width and height of the pages in millimetres."""
    width, height = re.findall(r"Page size: +([\d.]+) x ([\d.]+)", told("pdfinfo", pdf))[0]
    return round(float(width) / 72 * 25.4), round(float(height) / 72 * 25.4)


def counts(document: Document, total: int) -> list[list[tuple[str, str]]]:
    """Return which numbers each page should carry."""
    told_of = document.furniture
    numbers = [[(str(number), str(total))] for number in range(1, total + 1)]
    if told_of.numbered:
        return numbers
    return [[], *numbers[1:]] if told_of.foot else [[]] * total


def bodies(pages: list[str]) -> list[set[str]]:
    """Return the words of each page but those that stand on all of several, and numbers."""
    words = [{word for word in page.split() if not word.isdigit()} for page in pages]
    return [found - set.intersection(*words) for found in words] if len(words) > 1 else words


@every_template
def test_libreoffice_reads_the_text_of_the_document(papers: Papers, name: str) -> None:
    text = (papers.folder / f"{name}.txt").read_text("utf-8-sig")
    assert plain(text) == shown(papers.documents[name])


@every_template
def test_every_page_is_the_paper_of_the_template(papers: Papers, name: str) -> None:
    page = papers.documents[name].page
    assert size_of(papers.folder / f"{name}.pdf") == (page.width, page.height)


@every_template
def test_every_page_says_that_it_is_a_sample(papers: Papers, name: str) -> None:
    assert [page for page in papers.pages(name) if "CONTOH — BUKAN DOKUMEN KPU" not in page] == []


@every_template
def test_pages_carry_their_number_as_the_document_says(papers: Papers, name: str) -> None:
    numbers = [re.findall(r"Halaman (\d+) dari (\d+)", page) for page in papers.pages(name)]
    assert numbers == counts(papers.documents[name], len(numbers))


@every_template
def test_no_page_is_empty(papers: Papers, name: str) -> None:
    assert all(bodies(papers.pages(name)))


def test_every_clause_stands_in_the_outline(papers: Papers, agreement: Agreement) -> None:
    file = pypdfium2.PdfDocument(papers.folder / "naskah.pdf")
    try:
        outline = " ".join(entry.get_title() for entry in file.get_toc())
    finally:
        file.close()
    assert [clause.title for clause in agreement.clauses if clause.title not in outline] == []
