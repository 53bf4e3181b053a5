"""TeX Gyre Bonum as Debian installs it: found, converted, and set with."""

from __future__ import annotations

import subprocess
from io import BytesIO
from pathlib import Path

import page
import pytest
from page import ValidationProfile

from kampanye_tui.formats.pdf import write
from kampanye_tui.model.export_format import ExportOptions, FontFiles
from kampanye_tui.store.installed_fonts import font_folders, metric_equals
from tests.unit.formats.papers import document, paragraph

pytestmark = pytest.mark.penuh
TEXT = "Taufiq MZ, Ketua KPU Kota Tangerang Selatan, pada hari Selasa, 28 November 2023."


@pytest.fixture
def paper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A page set in the regular face, as a file."""
    monkeypatch.setenv("XDG_DATA_DIRS", "/usr/share")
    fonts = {one.name: one.fonts for one in metric_equals(font_folders())}["TeX Gyre Bonum"]
    stream = BytesIO()
    options = ExportOptions(fonts=FontFiles.chosen(fonts, tmp_path))
    write(document(paragraph(TEXT)), stream, options)
    (tmp_path / "kertas.pdf").write_bytes(stream.getvalue())
    return tmp_path / "kertas.pdf"


def asked(*command: object) -> str:
    return subprocess.run(list(map(str, command)), capture_output=True, text=True, check=True).stdout


def test_poppler_finds_the_font_embedded(paper: Path) -> None:
    (font,) = asked("pdffonts", paper).splitlines()[2:]
    assert font.split()[:6] == ["KMPAAA+TeXGyreBonum-Regular", "CID", "TrueType", "Identity-H", "yes", "yes"]


def test_its_text_comes_out_in_order(paper: Path) -> None:
    assert TEXT in " ".join(asked("pdftotext", "-raw", paper, "-").split())


@pytest.mark.parametrize("profile", [ValidationProfile.PDF_A_3A, ValidationProfile.PDF_UA_1])
def test_the_paper_is_fit_for_an_archive_and_for_a_screen_reader(
    paper: Path, profile: ValidationProfile
) -> None:
    report = page.validate_pdf_bytes(paper.read_bytes(), profile=profile)
    assert [(one.rule_id, one.message) for one in report.failures] == []
