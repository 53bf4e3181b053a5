"""The pages of every template in Chromium, as axe-core judges them."""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from kampanye_tui.formats.html import html_of
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.document import (
    Align,
    ClauseBlock,
    Column,
    Entry,
    Furniture,
    Heading,
    Letterhead,
    Listing,
    Picture,
    Run,
    SignatureField,
    SignatureGrid,
    Table,
)
from kampanye_tui.plugin.library import Library
from tests.terminal.test_docx_libreoffice import TEMPLATES, Papers, exported
from tests.terminal.test_make_run import ROOT
from tests.unit.formats.papers import document, paragraph
from tests.unit.formats.test_docx import PIXEL

pytestmark = pytest.mark.penuh

AXE = ROOT / ".venv" / "axe.min.js"
# axe-core answers later; the dump of the page waits for it, and the answer stands in the root element.
JUDGE = """
<script>{axe}</script>
<script>
axe.run(document, {{resultTypes: ["violations"]}}).then(
  (found) => document.documentElement.dataset.axe = JSON.stringify(
    found.violations.map((one) => [one.id, one.nodes.map((node) => node.html)])),
  (error) => document.documentElement.dataset.axe = JSON.stringify(String(error)));
</script>
"""
SIGNER = SignatureField(party="kpu", caption="KPU", office="Ketua", name="Ani", role="penyelenggara")
SCHEMES = {"light": 1, "dark": 0}
"""Chromium's numbers of colour schemes."""


def chromium(folder: Path, page: Path, *options: str) -> str:
    """Return what Chromium prints when it opens a page without a screen."""
    program = shutil.which("chromium")
    if program is None:
        pytest.fail("Chromium tidak ada; pasang dengan: apt-get install chromium")
    return subprocess.run(
        # The sandbox needs rights that containers lack; the page is our own.
        [
            program,
            "--headless",
            "--no-sandbox",
            f"--user-data-dir={folder / 'profil'}",
            *options,
            page.as_uri(),
        ],
        check=True,
        capture_output=True,
        text=True,
        timeout=120,
    ).stdout


def violations(folder: Path, text: str, scheme: str = "light") -> object:
    """Return what axe-core says against a page: rules, each with the elements that break it."""
    if not AXE.exists():
        pytest.fail("axe-core tidak ada; ambil dengan: make axe")
    copy = folder / "dinilai.html"
    # The page lets no script run: the copy that is judged must.
    opened = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", text)
    copy.write_text(opened.replace("</body>", f"{JUDGE.format(axe=AXE.read_text())}</body>"))
    dumped = chromium(
        folder,
        copy,
        "--dump-dom",
        "--virtual-time-budget=30000",
        f"--blink-settings=preferredColorScheme={SCHEMES[scheme]}",
    )
    answer = re.search(r'<html[^>]* data-axe="([^"]*)"', dumped)
    assert answer, "axe-core tidak menjawab"
    return json.loads(html.unescape(answer[1]))


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory, agreement: Agreement, library: Library) -> Papers:
    """The pages as the program makes them."""
    return exported(tmp_path_factory.mktemp("halaman"), agreement, library, "html", set())


every_template = pytest.mark.parametrize("name", TEMPLATES)


@every_template
def test_axe_finds_nothing_wrong(papers: Papers, tmp_path: Path, name: str) -> None:
    assert violations(tmp_path, (papers.folder / f"{name}.html").read_text()) == []


@pytest.mark.parametrize("name", ["naskah", "salinan-peserta"])
def test_axe_finds_nothing_wrong_in_the_dark(papers: Papers, tmp_path: Path, name: str) -> None:
    assert violations(tmp_path, (papers.folder / f"{name}.html").read_text(), "dark") == []


def test_axe_finds_nothing_wrong_with_what_the_sample_has_not(tmp_path: Path) -> None:
    entries = (Entry(label="", runs=(Run("x"),)), Entry(label="b.", runs=(Run("y"),)))
    made = document(
        Letterhead(
            names=("KPU",),
            address=("Jalan",),
            logo=Picture(data=PIXEL, width=1, height=1, alternative="Lambang"),
        ),
        Heading(level=2, runs=(Run("Judul"),)),
        ClauseBlock(id="a", label="1.", title="X", entries=entries, centred=False),
        Listing(entries=entries),
        paragraph("x"),
        Table(columns=(Column(head=""), Column(head="Nama")), rows=(((), (Run("Ani"),)),)),
        SignatureGrid(fields=(SIGNER,), heading="Saksi", align=Align.RIGHT, stamp="Meterai"),
        furniture=Furniture(mark="CONTOH", foot="Kaki"),
    )
    assert violations(tmp_path, html_of(made)) == []


def test_axe_would_find_a_picture_without_words(tmp_path: Path) -> None:
    text = html_of(document(paragraph("x"))).replace("<main>", '<main><img src="data:image/png;base64,">')
    assert "image-alt" in dict(violations(tmp_path, text))  # type: ignore[call-overload]
