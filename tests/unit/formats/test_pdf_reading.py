"""Reading text out of PDF files of strangers: whatever they are, it is a sentence and never a traceback."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from kampanye_tui.formats.pdf import reading
from kampanye_tui.formats.pdf.reading import page_texts
from kampanye_tui.model.problem import Refused
from tests.unit.formats.papers import document, paragraph, pdf

PAPER = pdf(document(paragraph("Peserta Pemilu tertib, aman, dan damai; efisien.")))


def saved(**how: object) -> bytes:
    """Return the paper as another program saves it."""
    stream = BytesIO()
    with pikepdf.open(BytesIO(PAPER)) as opened:
        opened.save(stream, **how)
    return stream.getvalue()


def test_letters_joined_by_the_typeface_are_read_as_they_were_written() -> None:
    (text,) = page_texts(pdf(document(paragraph("daftar aktif efisien, afdeling, ffi"))))
    assert "daftar aktif efisien, afdeling, ffi" in text


def test_each_page_is_read() -> None:
    (text,) = page_texts(PAPER)
    assert "Peserta Pemilu tertib, aman, dan damai; efisien." in text


def test_a_file_that_was_saved_again_reads_the_same() -> None:
    assert page_texts(saved(object_stream_mode=pikepdf.ObjectStreamMode.generate)) == page_texts(PAPER)


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7",
        b"%PDF-1.7\nini bukan apa-apa\n%%EOF",
        PAPER[: len(PAPER) // 2],
        saved(encryption=pikepdf.Encryption(owner="a", user="b")),
    ],
    ids=["a head alone", "no objects", "torn", "locked"],
)
def test_what_cannot_be_read_is_refused(data: bytes) -> None:
    with pytest.raises(Refused, match="rusak atau terkunci"):
        page_texts(data)


def test_a_picture_without_text_is_refused() -> None:
    stream = BytesIO()
    blank = pikepdf.new()
    blank.add_blank_page()
    blank.save(stream)
    with pytest.raises(Refused, match="gambar tanpa teks"):
        page_texts(stream.getvalue())


def test_too_many_pages_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_PAGES", 0)
    with pytest.raises(Refused, match="mempunyai 1 halaman"):
        page_texts(PAPER)


def test_nothing_is_said_in_english(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(Refused):
        page_texts(PAPER[: len(PAPER) // 2])
    assert capfd.readouterr().err == ""
