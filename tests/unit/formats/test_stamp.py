"""The place of a revenue stamp in formats without pages."""

from __future__ import annotations

from kampanye_tui.formats.markdown import markdown_of
from kampanye_tui.formats.text import text_of
from kampanye_tui.model.document import Document, Page, SignatureField, SignatureGrid

PAGE = Page(width=210, height=297, top=25, bottom=25, left=30, right=20, size=11.5)
FIELD = SignatureField(party="kpu", caption="KPU", office="Ketua", name="Ani", role="penyelenggara")


def document(stamp: str) -> Document:
    grid = SignatureGrid(fields=(FIELD,), stamp=stamp)
    return Document(id="uji", title="Uji", author="KPU", page=PAGE, blocks=(grid,))


def test_text_says_where_the_stamp_goes() -> None:
    assert "[Meterai]" in text_of(document("Meterai")).splitlines()


def test_markdown_says_where_the_stamp_goes() -> None:
    assert "\\[Meterai\\]" in markdown_of(document("Meterai")).splitlines()


def test_text_without_a_stamp_says_nothing_of_it() -> None:
    assert "[" not in text_of(document(""))
