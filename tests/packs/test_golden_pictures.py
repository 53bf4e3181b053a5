"""Every paper of three offices looks as it did when people looked at it; and what counts as another look.

A paper that is to look otherwise is drawn anew by ``python -m tests.packs.golden_pictures OFFICE/PAPER``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from io import BytesIO

import pikepdf
import pytest
from PIL import Image

from tests.each import for_each
from tests.packs.golden_offices import F4, LONG_CLAUSE, SAMPLE, golden_office
from tests.packs.golden_pictures import FOLDER, changed_papers, differences, pages_of, strip

MOVED = 2 / 25.4 * 72
"""Two millimetres in points."""


@pytest.mark.parametrize(
    "office",
    [SAMPLE, *(pytest.param(name, marks=pytest.mark.penuh) for name in (F4, LONG_CLAUSE))],
)
def test_every_paper_looks_as_it_was_kept(office: str) -> None:
    assert changed_papers(office) == {}


def test_no_strip_is_larger_than_40_kilobytes_and_all_are_less_than_two_megabytes() -> None:
    sizes = {path.name: path.stat().st_size for path in FOLDER.glob("*/*.png")}
    assert [name for name, size in sizes.items() if size > 40_000] == []
    assert sum(path.stat().st_size for path in FOLDER.glob("*/*.png")) < 2_000_000


def without(found: re.Match[bytes]) -> bytes:
    """Take away what was found."""
    return b""


def lower(found: re.Match[bytes]) -> bytes:
    """Put what was found 2 mm lower."""
    return b"1 0 0 1 0 -%.2f cm\n%s\n1 0 0 1 0 %.2f cm\n" % (MOVED, found[0], MOVED)


def first_page(paper: str, change: Callable[[bytes], bytes] = bytes) -> list[Image.Image]:
    """Return the picture of the first page of a paper of the sample, after a change of its operators."""
    with pikepdf.open(BytesIO(pdf(paper))) as file:
        del file.pages[1:]
        file.pages[0].Contents = file.make_stream(change(operators(paper)))
        stream = BytesIO()
        file.save(stream)
    return pages_of(stream.getvalue())


@cache
def pdf(paper: str) -> bytes:
    return golden_office(SAMPLE).pdf(paper)


def operators(paper: str) -> bytes:
    with pikepdf.open(BytesIO(pdf(paper))) as file:
        page = file.pages[0]
        page.contents_coalesce()
        return page.Contents.read_bytes()


def unseen(paper: str, pattern: re.Pattern[bytes], made: Callable[[re.Match[bytes]], bytes]) -> list[bytes]:
    """Return what can be changed on a page, one after the other, without its being told.

    Rules of rows lie upon each other; where one of two is missing there is nothing to tell.
    """
    drawn = first_page(paper)
    content = operators(paper)
    found = list(pattern.finditer(content))
    assert found
    quiet = []
    for one in found:
        other = first_page(
            paper, lambda whole, one=one: whole[: one.start()] + made(one) + whole[one.end() :]
        )
        if other != drawn and not differences(other, strip(drawn)):
            quiet.append(one[0][-90:])
    return quiet


TEXT = re.compile(rb"/Span [^\n]* BDC\n(?:(?!EMC).){120,}?EMC", re.DOTALL)
"""The operators of an element of some words; a label or a short word is told by the element beside it."""
RULE = re.compile(rb"[\d. ]+ (?:\d{3}|[4-9]\d)\.\d\d [\d.]+ re f|[\d. ]+ (?:\d{3}|[4-9]\d)\.\d\d re f")
"""A rule or a shade of 40 points or more."""


@for_each("paper", ["undangan", "naskah", "surat-pengantar"])
def test_no_element_moves_by_two_millimetres_unseen(paper: str) -> None:
    assert unseen(paper, TEXT, lower) == []


@for_each("paper", ["undangan", "daftar-penerusan", "surat-pengantar"])
def test_no_rule_and_no_shade_goes_unseen(paper: str) -> None:
    assert unseen(paper, RULE, without) == []


@for_each("paper", ["undangan", "daftar-penerusan", "naskah"])
def test_the_word_under_the_text_does_not_go_unseen(paper: str) -> None:
    under = re.compile(rb"(?:/Artifact BMC|/Figure <</MCID \d+>> BDC)\s+0\.90? g.*?EMC", re.DOTALL)
    assert unseen(paper, under, without) == []


@for_each("paper", ["undangan", "naskah", "daftar-hadir", "salinan-peserta"])
def test_a_processor_that_rounds_otherwise_does_not_count(paper: str) -> None:
    nudged = first_page(paper, lambda whole: b"1 0 0 1 .0001 .0001 cm\n" + whole)
    blurred = [page.point([min(255, grey + 3 * (grey % 2)) for grey in range(256)]) for page in nudged]
    assert differences(blurred, strip(first_page(paper))) == []
