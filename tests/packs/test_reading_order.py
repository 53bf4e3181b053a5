"""Whoever hears a paper hears it in the order in which it was written, element by element."""

from __future__ import annotations

import re

import pytest

from kampanye_tui.model.document import Document, Table
from tests.packs.document_order import elements_of
from tests.packs.golden_offices import NAMES, SAMPLE, golden_office
from tests.packs.tree_reading import elements_read
from tests.unit.formats.papers import pages_of, plain

CELLS_OVER_PAGES = ("dim",)
"""Papers with cells that run on over a page's end: only the tree tells what belongs to which."""
FEW = ("undangan", "lembar-tanggapan", "berita-acara-tambahan")
"""Papers that between them have every kind of block but a clause in the middle, a box and a picture."""


of_every_paper = pytest.mark.parametrize(
    ("office", "few"),
    [
        pytest.param(SAMPLE, FEW, id="a few"),
        *(pytest.param(office, (), id=office, marks=pytest.mark.penuh) for office in NAMES),
    ],
)


def first_difference(one: list, other: list) -> str:
    """Return where two lists part; empty where they are alike."""
    at = next(
        (at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    return "" if one == other else f"{at}: {one[at : at + 2]} is not {other[at : at + 2]}"


def heard(text: str) -> str:
    """Return a text without the room around a colon, which in a form stands at a place of its own."""
    return re.sub(r"\s*:\s*", ":", plain(text))


@of_every_paper
def test_the_tree_says_what_the_document_says_in_order(office: str, few: tuple[str, ...]) -> None:
    told = {}
    for name in few or golden_office(office).papers():
        read = [(kind, heard(text)) for kind, text in elements_read(golden_office(office).pdf(name))]
        found = [("H" if kind[0] == "H" else kind, text) for kind, text in read if text]
        said = elements_of(golden_office(office).document(name))
        told[name] = first_difference(found, [(kind, heard(text)) for kind, text in said])
    assert {name: what for name, what in told.items() if what} == {}


def selected_in_order(document: Document, pages: list[str]) -> str:
    """Return what is wrong with the text of pages; empty where it is the document's, in order.

    Heads of tables come again at the head of a page. Behind the text a page has only words of its mark and
    foot, and its number.
    """
    said = " ".join(text for kind, text in elements_of(document) if kind != "Figure")
    left = said.split()
    heads = [
        plain(" ".join(column.head for column in block.columns)).split()
        for block in document.blocks
        if isinstance(block, Table)
    ]
    words = {*document.furniture.mark.split(), *document.furniture.foot.split(), "Halaman", "dari", "…"}
    for number, page in enumerate(pages, 1):
        found = plain(page).split()
        for head in heads:
            if found[: len(head)] == head != left[: len(head)]:
                found = found[len(head) :]
        same = next(
            (at for at, (a, b) in enumerate(zip(found, left, strict=False)) if a != b),
            min(len(found), len(left)),
        )
        rest = [word for word in found[same:] if word not in words and not word.isdigit()]
        if rest:
            return f"page {number}: {rest[:3]} where {left[same : same + 3]} comes"
        left = left[same:]
    return " ".join(left[:5])


@of_every_paper
def test_pages_are_selected_in_order(office: str, few: tuple[str, ...]) -> None:
    told = {
        name: selected_in_order(
            golden_office(office).document(name), pages_of(golden_office(office).pdf(name))
        )
        for name in few or golden_office(office).papers()
        if name not in CELLS_OVER_PAGES
    }
    assert {name: what for name, what in told.items() if what} == {}
