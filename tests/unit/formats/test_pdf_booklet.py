"""A folded booklet as PDF: what a reader for the blind hears, and where bookmarks lead, goes by the pages."""

from __future__ import annotations

import re

import pikepdf

from kampanye_tui.model.document import Document, Heading, Page, Paragraph, Run
from kampanye_tui.model.export_format import Part
from kampanye_tui.typeset.imposition import booklet_order
from tests.unit.formats.papers import document, pages_of, pdf
from tests.unit.formats.test_pdf import opened
from tests.unit.formats.test_pdf_standards import faults

A5 = Page(width=148, height=210, top=15, bottom=20, left=15, right=15, size=11, multiple=4)
CHAPTERS = 6


def book() -> Document:
    """Return a booklet whose paragraphs run over the ends of pages."""
    blocks = []
    for number in range(1, CHAPTERS + 1):
        words = " ".join(f"b{number}k{word}" for word in range(400))
        blocks += [Heading(level=1, runs=(Run(f"Bab {number}"),)), Paragraph(runs=(Run(words),))]
    return document(*blocks, page=A5)


def outline(data: bytes) -> list[str]:
    with opened(data) as file, file.open_outline() as found:
        return [str(entry.title) for entry in found.root]


def heard(data: bytes) -> list[int]:
    """Return the number of the page of each marked span, in the order of the structure tree."""
    with opened(data) as file:
        places = {page.objgen: number for number, page in enumerate(file.pages)}
        halves = [_halves(page) for page in file.pages]
        order = booklet_order(2 * len(halves))
        spans = _spans(file.Root.StructTreeRoot.K, places, -1)
        return [order[side][halves[side][mcid]] for side, mcid in spans]


def _halves(page: pikepdf.Page) -> dict[int, int]:
    """Return of each marked span whether it stands at the left or at the right of the fold."""
    found: dict[int, int] = {}
    mcid = -1
    for one in pikepdf.parse_content_stream(page):
        if str(one.operator) == "BDC" and "/MCID" in one.operands[1]:
            mcid = int(one.operands[1].MCID)
        elif str(one.operator) == "Td":
            found.setdefault(mcid, int(float(one.operands[0]) > float(page.MediaBox[2]) / 2))
    return found


def _spans(element: pikepdf.Object, places: dict, home: int) -> list[tuple[int, int]]:
    """Return the side and the number of each span below an element."""
    if isinstance(element, int):
        return [(home, element)]
    home = places[element.Pg.objgen] if "/Pg" in element else home
    if "/MCID" in element:
        return [(home, int(element.MCID))]
    kids = element.get("/K", pikepdf.Array())
    listed = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
    return [found for kid in listed for found in _spans(kid, places, home)]


def words_of(data: bytes) -> list[str]:
    return [word for page in pages_of(data) for word in re.findall(r"b\d+k\d+", page)]


def test_a_booklet_keeps_to_the_standards() -> None:
    assert faults(pdf(book(), part=Part.FOLDED)) == []


def test_a_reader_hears_the_pages_in_their_order() -> None:
    pages = heard(pdf(book(), part=Part.FOLDED))
    assert (pages == sorted(pages), len(set(pages)) > 8) == (True, True)


def test_no_word_is_lost_on_the_sheets() -> None:
    assert sorted(words_of(pdf(book(), part=Part.FOLDED))) == sorted(words_of(pdf(book())))


def test_bookmarks_lead_through_the_booklet_in_the_order_of_its_pages() -> None:
    assert outline(pdf(book(), part=Part.FOLDED)) == [f"Bab {number}" for number in range(1, CHAPTERS + 1)]
