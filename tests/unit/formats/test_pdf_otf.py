"""PDF set in fonts with PostScript outlines: embedded as TrueType, with their text in order."""

from __future__ import annotations

import subprocess
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from font_source_serif_pro import font_files_otf

from kampanye_tui.formats import pdf as pdf_format
from kampanye_tui.formats.pdf.coverage import unprintable
from kampanye_tui.formats.pdf.default_fonts import default_fonts
from kampanye_tui.model.export_format import ExportOptions, FontFiles
from kampanye_tui.model.problem import Refused
from tests.fonts import postscript_bytes, unreadable_bytes
from tests.unit.formats.papers import document, paragraph

TEXT = "Taufiq MZ, Ketua KPU Kota Tangerang Selatan, menandatangani office dan AVATAR."
OTF = Path(font_files_otf["SourceSerifProIt"])
"""The smallest with kerning and ligatures that comes with the program."""
SERIF = FontFiles(name="uji", regular=OTF, bold=OTF, italic=OTF, bold_italic=OTF)


def made(fonts: FontFiles, text: str = TEXT) -> bytes:
    stream = BytesIO()
    pdf_format.write(document(paragraph(text)), stream, ExportOptions(fonts=fonts))
    return stream.getvalue()


def rendered(data: bytes) -> bytes:
    """Return the dots of the first page."""
    file = pypdfium2.PdfDocument(data)
    try:
        return file[0].render(scale=2, grayscale=True).to_pil().convert("L").tobytes()
    finally:
        file.close()


@pytest.fixture(scope="module")
def paper() -> bytes:
    return made(SERIF)


@pytest.fixture
def whole(tmp_path: Path) -> FontFiles:
    """A family of one tiny font under four names."""
    paths = [tmp_path / f"{name}.otf" for name in "abcd"]
    for path in paths:
        path.write_bytes(postscript_bytes())
    regular, bold, italic, bold_italic = paths
    return FontFiles(
        name="pada tabel [huruf]", regular=regular, bold=bold, italic=italic, bold_italic=bold_italic
    )


def test_the_font_is_embedded_as_truetype(paper: bytes) -> None:
    with pikepdf.open(BytesIO(paper)) as file:
        (font,) = file.pages[0].Resources.Font.values()
        part = font.DescendantFonts[0]
        assert (str(part.Subtype), part.FontDescriptor.FontFile2.read_bytes()[:4]) == (
            "/CIDFontType2",
            b"\x00\x01\x00\x00",
        )


def test_its_text_comes_out_in_order(paper: bytes) -> None:
    file = pypdfium2.PdfDocument(paper)
    try:
        told = file[0].get_textpage().get_text_range()
    finally:
        file.close()
    assert TEXT in " ".join(told.split())


def test_a_page_looks_as_with_the_truetype_files_of_the_same_family(paper: bytes) -> None:
    ttf = default_fonts().italic
    same = made(FontFiles(name="uji", regular=ttf, bold=ttf, italic=ttf, bold_italic=ttf))
    dots = list(zip(rendered(paper), rendered(same), strict=True))
    ink = sum(255 - other for _one, other in dots)
    assert sum(abs(one - other) for one, other in dots) < ink // 20


def test_the_characters_of_the_file_are_known_before_it_is_converted() -> None:
    assert unprintable("Kāfé 王", SERIF) == ("王",)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (unreadable_bytes(), "Jenis huruf pada tabel [huruf] (b.otf) rusak, jadi bentuk hurufnya"),
        (postscript_bytes()[:400], "Jenis huruf pada tabel [huruf] (b.otf) tidak utuh, mungkin terpotong"),
        (b"wOF2" + bytes(60), "Jenis huruf pada tabel [huruf] (b.otf) adalah jenis huruf untuk laman"),
        (postscript_bytes(2), "Jenis huruf pada tabel [huruf] (b.otf) tidak mengizinkan penyematan"),
    ],
)
def test_a_file_that_cannot_be_used_is_named(whole: FontFiles, content: bytes, told: str) -> None:
    whole.bold.write_bytes(content)
    with pytest.raises(Refused) as caught:
        made(whole, "a")
    assert str(caught.value).startswith(told)


@pytest.mark.penuh
def test_poppler_sees_a_truetype_font(paper: bytes, tmp_path: Path) -> None:
    (tmp_path / "x.pdf").write_bytes(paper)
    ran = subprocess.run(["pdffonts", tmp_path / "x.pdf"], capture_output=True, text=True, check=True)
    (font,) = ran.stdout.splitlines()[2:]
    assert (ran.stderr, font.split()[:6]) == (
        "",
        ["KMPAAA+SourceSerifPro-It", "CID", "TrueType", "Identity-H", "yes", "yes"],
    )
