"""A word across the pages of a PDF: under the text, and not among its words."""

from __future__ import annotations

import pikepdf
import pytest

from kampanye_tui.model.document import Furniture, SignatureGrid
from kampanye_tui.model.export_format import Part
from tests.packs.tree_reading import elements_read
from tests.unit.formats.papers import document, pages_of, paragraph, pdf
from tests.unit.formats.test_pdf import opened
from tests.unit.formats.test_pdf_booklet import A5
from tests.unit.formats.test_pdf_standards import FIELDS, faults
from tests.unit.typeset.setting import A4

MARKED = document(paragraph("Isi " * 4500), furniture=Furniture(foot="Kaki", watermark="KONSEP"))


def drawn(data: bytes) -> list[list[tuple[list, str]]]:
    """Return what each page is drawn with: operands and operator."""
    with opened(data) as file:
        return [
            [(list(one.operands), str(one.operator)) for one in pikepdf.parse_content_stream(page)]
            for page in file.pages
        ]


def test_every_page_has_the_word() -> None:
    assert all("c" in [operator for _operands, operator in page] for page in drawn(pdf(MARKED)))


def test_the_word_lies_under_the_text() -> None:
    (operators, *_rest) = [[operator for _operands, operator in page] for page in drawn(pdf(MARKED))]
    assert operators.index("f") < operators.index("BT")


def test_whoever_hears_the_file_is_told_the_word_first_and_once() -> None:
    assert [one for one in elements_read(pdf(MARKED)) if one[0] == "Figure"] == [("Figure", "KONSEP")]
    assert elements_read(pdf(MARKED))[0] == ("Figure", "KONSEP")


def test_the_title_of_the_window_begins_with_the_word() -> None:
    with opened(pdf(MARKED)) as file, file.open_metadata() as metadata:
        said = "KONSEP: Uji"
        assert (str(file.docinfo.Title), metadata["dc:title"]) == (said, said)


def test_the_word_on_later_pages_is_an_artifact() -> None:
    first = drawn(pdf(MARKED))[1]
    assert (str(first[0][0][0]), first[0][1]) == ("/Artifact", "BMC")


def test_text_over_the_word_is_black() -> None:
    shades = [operands for operands, operator in drawn(pdf(MARKED))[0] if operator == "g"]
    assert [float(shade) for (shade,) in shades[:2]] == [0.9, 0]


def test_no_reader_takes_the_word_for_text() -> None:
    assert not any("KONSEP" in page for page in pages_of(pdf(MARKED)))


def test_pages_with_a_word_keep_to_the_standards() -> None:
    assert faults(pdf(MARKED)) == []


def test_the_word_is_held_once_for_all_pages_behind_the_first() -> None:
    with opened(pdf(MARKED)) as file:
        assert len(file.pages) > 2
        assert len({page.Contents[0].objgen for page in file.pages[1:]}) == 1


def test_pages_without_a_word_hold_nothing_for_it() -> None:
    with opened(pdf(document(paragraph("Isi")))) as file:
        assert len(file.pages[0].Contents) == 3


def part_of(part: Part) -> bytes:
    """Return some pages of a file with a word, or all as a booklet; text stands around its signatures."""
    text = paragraph("Isi " * 2500)
    signed = SignatureGrid(fields=FIELDS, heading="PARA PIHAK")
    page = A5 if part is Part.FOLDED else A4
    furniture = Furniture(foot="Kaki", watermark="KONSEP")
    return pdf(document(text, signed, text, page=page, furniture=furniture), part=part)


@pytest.mark.parametrize("part", Part)
def test_a_part_of_a_file_with_a_word_keeps_to_the_standards(part: Part) -> None:
    assert faults(part_of(part)) == []


@pytest.mark.parametrize("part", Part)
def test_whoever_hears_a_part_of_a_file_is_told_the_word_first_and_once(part: Part) -> None:
    read = elements_read(part_of(part))
    assert [number for number, one in enumerate(read) if one[0] == "Figure"] == [0]
