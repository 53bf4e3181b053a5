"""PDF files: the same bytes for the same input, and all that a file says of itself."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from io import BytesIO
from pathlib import Path

import msgspec
import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageDraw

from kampanye_tui.formats import pdf as pdf_format
from kampanye_tui.formats.pdf import frames
from kampanye_tui.formats.pdf.default_fonts import default_fonts
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.document import (
    ClauseBlock,
    Document,
    Entry,
    Furniture,
    Heading,
    Letterhead,
    PageBreak,
    Picture,
    Run,
)
from kampanye_tui.model.export_format import Attachment, ExportOptions, FontFiles
from kampanye_tui.model.office import Paper
from kampanye_tui.model.problem import Refused
from kampanye_tui.plugin.library import Library
from kampanye_tui.typeset.font import Font
from tests.fonts import monospaced_bytes
from tests.unit.formats.papers import TEMPLATES, document, pages_of, paragraph, pdf, sample

ELSEWHERE = """
import sys
from io import BytesIO
import msgspec
from kampanye_tui.formats.pdf import write
from kampanye_tui.model.document import Document
from kampanye_tui.model.export_format import ExportOptions
stream = BytesIO()
write(msgspec.json.decode(sys.stdin.buffer.read(), type=Document), stream, ExportOptions())
sys.stdout.buffer.write(stream.getvalue())
"""


def elsewhere(made: Document, folder: Path, seed: str, zone: str) -> bytes:
    """Return the PDF as another process makes it, in another folder, with another seed and time zone."""
    changed = {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C"}
    done = subprocess.run(
        [sys.executable, "-c", ELSEWHERE],
        input=msgspec.json.encode(made),
        capture_output=True,
        cwd=folder,
        env=os.environ | changed,
        check=True,
    )
    return done.stdout


@contextmanager
def opened(data: bytes) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(BytesIO(data)) as file:
        yield file


def bookmarks(data: bytes) -> list[tuple[str, int, float]]:
    """Return title, page (from 1) and height of each entry of the outline."""
    file = pypdfium2.PdfDocument(data)
    try:
        found = []
        for entry in file.get_toc():
            target = entry.get_dest()
            found.append((entry.get_title(), target.get_index() + 1, target.get_view()[1][1]))
        return found
    finally:
        file.close()


@pytest.mark.parametrize("name", TEMPLATES)
def test_the_same_document_gives_the_same_bytes(agreement: Agreement, library: Library, name: str) -> None:
    made = sample(agreement, library, name)
    assert pdf(made) == pdf(made)


@pytest.mark.parametrize(("seed", "zone"), [("1", "Asia/Jayapura"), ("4321", "America/Anchorage")])
def test_another_process_gives_the_same_bytes(
    agreement: Agreement, library: Library, tmp_path: Path, seed: str, zone: str
) -> None:
    made = sample(agreement, library, "salinan-peserta")
    here = hashlib.sha256(pdf(made)).hexdigest()
    assert hashlib.sha256(elsewhere(made, tmp_path, seed, zone)).hexdigest() == here


def test_documents_made_before_leave_nothing_behind(
    agreement: Agreement, library: Library, tmp_path: Path
) -> None:
    signs = document(paragraph("ʼ’ ffi fi fl Ünïcode ʼ"), Heading(level=1, runs=(Run("’ʼ"),)))
    pdf(signs)
    for name in TEMPLATES:
        pdf(sample(agreement, library, name))
    made = document(paragraph("Taufiq ’ dan ʼ"))
    assert pdf(made) == elsewhere(made, tmp_path, "0", "UTC")


def test_a_frame_that_was_kept_gives_the_same_bytes_without_fpdf2(tmp_path: Path) -> None:
    made = document(paragraph("Kerangka"), title="Kerangka")
    asked = ELSEWHERE + 'print("fpdf" in sys.modules, file=sys.stderr)\n'
    told = []
    for _start in range(2):
        done = subprocess.run(
            [sys.executable, "-c", asked],
            input=msgspec.json.encode(made),
            capture_output=True,
            env=os.environ | {"XDG_CACHE_HOME": str(tmp_path)},
            check=True,
        )
        told.append((done.stdout == pdf(made), done.stderr.decode().strip()))
    assert told == [(True, "True"), (True, "False")]


@pytest.mark.parametrize("spoil", [lambda data: data[:-1], lambda data: b"x" + data, lambda _data: b""])
def test_a_kept_frame_that_was_damaged_is_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, spoil: Callable[[bytes], bytes]
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    made = document(paragraph("Rusak"))
    frames.frame.cache_clear()
    first = pdf(made)
    (kept,) = (tmp_path / "kampanye" / frames.FOLDER).iterdir()
    kept.write_bytes(spoil(kept.read_bytes()))
    frames.frame.cache_clear()
    assert pdf(made) == first


def test_two_documents_differ() -> None:
    assert pdf(document(paragraph("satu"))) != pdf(document(paragraph("dua")))


@pytest.mark.parametrize("name", TEMPLATES)
def test_the_number_of_pages_is_told(agreement: Agreement, library: Library, name: str) -> None:
    stream = BytesIO()
    told = pdf_format.write(sample(agreement, library, name), stream, ExportOptions())
    assert told == len(pages_of(stream.getvalue()))


@pytest.mark.parametrize(("paper", "size"), [(Paper.A4, (595.28, 841.89)), (Paper.F4, (609.45, 935.43))])
def test_every_page_is_as_large_as_the_paper(
    agreement: Agreement, library: Library, paper: Paper, size: tuple[float, float]
) -> None:
    with opened(pdf(sample(agreement, library, "naskah", paper))) as file:
        boxes = {tuple(float(edge) for edge in page.mediabox) for page in file.pages}
    assert boxes == {(0.0, 0.0, *size)}


def programs(data: bytes) -> dict[str, bytes]:
    """Return name → font file for every font of a PDF."""
    with opened(data) as file:
        fonts = [font.DescendantFonts[0] for page in file.pages for font in page.Resources.Font.values()]
        described = [font.FontDescriptor for font in fonts]
        return {str(font.FontName): font.FontFile2.read_bytes() for font in described}


def test_every_font_is_marked_as_a_subset(agreement: Agreement, library: Library) -> None:
    names = list(programs(pdf(sample(agreement, library, "naskah"))))
    assert names == ["/KMPAAA+SourceSerifPro-Regular", "/KMPAAA+SourceSerifPro-Bold"]


def test_fonts_are_embedded_as_truetype(agreement: Agreement, library: Library) -> None:
    kinds = {data[:4] for data in programs(pdf(sample(agreement, library, "naskah"))).values()}
    assert kinds == {b"\x00\x01\x00\x00"}


def test_only_the_alphabets_in_use_are_embedded() -> None:
    bare = Furniture(numbered=False)
    (few,) = programs(pdf(document(paragraph("a"), furniture=bare))).values()
    (many,) = programs(pdf(document(paragraph("aA"), furniture=bare))).values()
    assert len(few) < len(many) < len(default_fonts().regular.read_bytes()) // 3


def test_another_name_needs_no_other_font() -> None:
    (one,) = programs(pdf(document(paragraph("Sari Dewi, Ketua")))).values()
    (other,) = programs(pdf(document(paragraph("Budi, Bendahara")))).values()
    assert one == other


def test_glyphs_are_as_wide_as_the_layout_took_them() -> None:
    with opened(pdf(document(paragraph("AAAA")))) as file:
        font = file.pages[0].Resources.Font.F1.DescendantFonts[0]
        widths = [int(width) for entry in font.W if isinstance(entry, pikepdf.Array) for width in entry]
    assert Font(default_fonts().regular.read_bytes(), "biasa").word("A").advance in widths


def test_a_file_says_its_language_and_title(agreement: Agreement, library: Library) -> None:
    with opened(pdf(sample(agreement, library, "naskah"))) as file:
        said = (str(file.Root.Lang), str(file.docinfo.Title), str(file.docinfo.Author))
    assert said == (
        "id-ID",
        "CONTOH: Nota Kesepahaman Kampanye Damai Pemilihan Umum Tahun 2024",
        "Komisi Pemilihan Umum Kota Tangerang Selatan",
    )


@pytest.mark.parametrize("title", ["(kurung", "garis\\", "Nyakʼ — é", "<b> & *x*"])
def test_a_title_is_said_as_it_is(title: str) -> None:
    with opened(pdf(document(paragraph("x"), title=title))) as file:
        assert str(file.docinfo.Title) == title


def test_a_file_is_as_old_as_the_event() -> None:
    with opened(pdf(document(paragraph("x"), day=date(2023, 11, 28)))) as file:
        assert str(file.docinfo.CreationDate) == "D:20231128000000Z"


def test_a_file_without_a_day_has_no_date() -> None:
    with opened(pdf(document(paragraph("x"), day=None))) as file:
        assert not [key for key in file.docinfo if "Date" in key]


def test_a_file_without_a_day_is_the_same_in_every_second() -> None:
    made = document(paragraph("x"), day=None)
    first, second = pdf(made), int(time.time())
    while int(time.time()) == second:
        pass
    assert pdf(made) == first


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_file_has_no_faults_of_syntax(agreement: Agreement, library: Library, name: str) -> None:
    with opened(pdf(sample(agreement, library, name))) as file:
        assert file.check_pdf_syntax() == []


def test_bookmarks_lead_to_the_pages_they_name(agreement: Agreement, library: Library) -> None:
    data = pdf(sample(agreement, library, "naskah"))
    pages = [" ".join(page.split()) for page in pages_of(data)]
    led = [(title, title in pages[page - 1]) for title, page, _height in bookmarks(data)]
    assert led == [(title, True) for title, _found in led]


def test_every_clause_is_a_bookmark(agreement: Agreement, library: Library) -> None:
    titles = [title for title, _page, _height in bookmarks(pdf(sample(agreement, library, "naskah")))]
    assert [title for title in titles if title.startswith("Pasal 4 ")] == [
        "Pasal 4 Kampanye Aman, Tertib, dan Damai"
    ]
    assert len([title for title in titles if title.startswith("Pasal ")]) == 15


def test_a_bookmark_leads_to_the_height_of_its_heading() -> None:
    data = pdf(document(paragraph("x"), PageBreak(), Heading(level=1, runs=(Run("Kepala"),))))
    ((_title, page, height),) = bookmarks(data)
    assert (page, abs(height - (841.89 - 70.87)) < 0.1) == (2, True)


def test_clauses_before_any_heading_make_an_outline() -> None:
    entry = Entry(label="", runs=(Run("isi"),))
    block = ClauseBlock(id="a", label="Pasal 1", title="Judul", entries=(entry,))
    assert [title for title, _page, _height in bookmarks(pdf(document(block)))] == ["Pasal 1 Judul"]


def picture(kind: str, mode: str = "RGB") -> Picture:
    image = Image.new(mode, (120, 160), 0)
    ImageDraw.Draw(image).ellipse((10, 10, 110, 150), fill=128 if mode == "L" else "red")
    stream = BytesIO()
    image.save(stream, kind)
    return Picture(data=stream.getvalue(), width=120, height=160, alternative="Logo")


def shade(data: bytes, page: int = 0) -> tuple[int, int, int]:
    """Return the colour in the middle of the place of the logo."""
    file = pypdfium2.PdfDocument(data)
    try:
        image = file[page].render(scale=1).to_pil().convert("RGB")
    finally:
        file.close()
    red, green, blue = image.getpixel((85 + 23, 71 + 31))
    return red, green, blue


@pytest.mark.parametrize(("kind", "mode"), [("PNG", "RGB"), ("PNG", "RGBA"), ("PNG", "P"), ("JPEG", "RGB")])
def test_a_logo_appears_on_the_page(kind: str, mode: str) -> None:
    red, green, blue = shade(pdf(document(Letterhead(names=("KPU",), logo=picture(kind, mode)))))
    assert (red > 200, green < 60, blue < 60) == (True, True, True)


def test_a_grey_logo_appears_on_the_page() -> None:
    red, green, blue = shade(pdf(document(Letterhead(names=("KPU",), logo=picture("PNG", "L")))))
    assert max(abs(red - 128), abs(green - 128), abs(blue - 128)) < 20


def test_a_logo_that_comes_twice_is_stored_once() -> None:
    kop = Letterhead(names=("KPU",), logo=picture("PNG"))
    with opened(pdf(document(kop, PageBreak(), kop))) as file:
        images = {one.objgen for page in file.pages for one in page.Resources.XObject.values()}
        assert (len(images), len(file.pages[0].Resources.XObject)) == (1, 1)


def test_a_logo_gives_the_same_bytes_in_another_process(tmp_path: Path) -> None:
    made = document(Letterhead(names=("KPU",), logo=picture("PNG", "RGBA")))
    assert pdf(made) == elsewhere(made, tmp_path, "7", "Asia/Makassar")


def test_a_page_is_drawn_where_the_layout_put_it() -> None:
    file = pypdfium2.PdfDocument(pdf(document(paragraph("Kata"))))
    try:
        left, bottom, _right, _top = file[0].get_textpage().get_charbox(0)
    finally:
        file.close()
    assert (abs(left - 85) < 1.5, 755 < bottom < 771) == (True, True)


def test_a_font_of_the_office_is_used(tmp_path: Path) -> None:
    path = tmp_path / "rumah.ttf"
    path.write_bytes(monospaced_bytes())
    fonts = FontFiles(name="rumah", regular=path, bold=path, italic=path, bold_italic=path)
    stream = BytesIO()
    pdf_format.write(document(paragraph("x")), stream, ExportOptions(fonts=fonts))
    assert list(programs(stream.getvalue())) == ["/KMPAAA+Uji-Regular"]


def test_a_font_that_was_replaced_is_used_though_it_is_as_old(tmp_path: Path) -> None:
    path = tmp_path / "rumah.ttf"
    path.write_bytes(monospaced_bytes())
    options = ExportOptions(
        fonts=FontFiles(name="rumah", regular=path, bold=path, italic=path, bold_italic=path)
    )
    before = pdf_format.family_of(options).regular.sha256
    age = path.stat()
    path.write_bytes(monospaced_bytes(family="Lain"))
    os.utime(path, ns=(age.st_atime_ns, age.st_mtime_ns))
    assert pdf_format.family_of(options).regular.sha256 != before


def test_a_font_that_is_no_plain_file_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "rumah.ttf"
    os.mkfifo(path)
    fonts = FontFiles(name="rumah", regular=path, bold=path, italic=path, bold_italic=path)
    with pytest.raises(Refused, match=r"huruf biasa .*rumah\.ttf\) bukan berkas"):
        pdf_format.family_of(ExportOptions(fonts=fonts))


def test_attachments_are_listed_in_the_order_of_their_names() -> None:
    """A reader looks a name up by halving (ISO 32000-1, 7.9.6), and qpdf warns where it cannot."""
    files = tuple(
        Attachment(name=name, data=b"a = 1\n", mime="application/toml", description=name, relationship="Data")
        for name in ("naskah.toml", "cetak.toml")
    )
    with opened(pdf(document(paragraph("a")), attach=lambda _pages: files)) as file:
        assert file.check_pdf_syntax() == []
