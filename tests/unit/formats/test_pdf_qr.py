"""QR symbols, read back from pages as they are printed or scanned, and the words beside them."""

from __future__ import annotations

import pypdfium2
import pytest
import zxingcpp
from PIL.Image import Image

from kampanye_tui.agreement.state import state
from kampanye_tui.document.build import build
from kampanye_tui.model.agreement import Agreement, CopyForm
from kampanye_tui.model.document import Document, Furniture, QRCode, Run
from kampanye_tui.model.template import Scope
from kampanye_tui.plugin.library import Library
from tests.unit.document.signing_day import HEAD, Day, small
from tests.unit.formats.papers import document, pages_of, paragraph, pdf

WITH_SYMBOL = ("lembar-verifikasi", "berita-acara-penandatanganan", "tanda-terima")
OFFICE_SCANNER = 150
"""Dots an inch: the least that the scanners of offices are set to."""


def paper(agreement: Agreement, library: Library, name: str) -> Document:
    """Return a paper of the evening after the signing."""
    day = Day(small(agreement)).whole()
    template = library.template(name)
    copies = day.agreement.copies_of(CopyForm.COPY)
    return build(
        template,
        day.agreement,
        state(day.agreement, day.events, HEAD),
        copy=copies[0] if template.front.scope is Scope.COPY else None,
        templates=library.templates,
    )


def rendered(data: bytes, dots: int = OFFICE_SCANNER) -> list[Image]:
    """Return the pages as a scanner without colour sees them."""
    file = pypdfium2.PdfDocument(data)
    try:
        return [page.render(scale=dots / 72).to_pil().convert("L") for page in file]
    finally:
        file.close()


def read_back(data: bytes) -> list[str]:
    return [found.text for page in rendered(data) for found in zxingcpp.read_barcodes(page)]


@pytest.mark.parametrize("name", WITH_SYMBOL)
def test_a_symbol_is_read_from_the_page(agreement: Agreement, library: Library, name: str) -> None:
    made = paper(agreement, library, name)
    held = [block.content for block in made.blocks if isinstance(block, QRCode)]
    assert read_back(pdf(made)) == held != []


def test_the_whole_code_stands_beside_its_symbol(agreement: Agreement, library: Library) -> None:
    data = pdf(paper(agreement, library, "lembar-verifikasi"))
    (code,) = read_back(data)
    assert code.lower() in "".join(pages_of(data)[0].split())


def test_a_word_under_the_text_does_not_show_in_the_margin_of_a_symbol() -> None:
    symbol = QRCode(content="A" * 64, lines=((Run("Kode"),),), alternative="Kode", size=60)
    lines = tuple(paragraph("Isi") for _line in range(17))
    (page,) = rendered(pdf(document(*lines, symbol, furniture=Furniture(watermark="KONSEP"))))
    (found,) = zxingcpp.read_barcodes(page)
    left, top = found.position.top_left.x, found.position.top_left.y
    right = found.position.bottom_right.x
    seam = (right - left) // 40
    around = page.crop((left - 3 * seam, top - 3 * seam, right + 3 * seam, top - seam))
    assert around.getextrema() == (255, 255)
