"""Every page of every paper, as PDF operators: black, light grey, and no colour but that of the logo."""

from __future__ import annotations

from io import BytesIO

import pikepdf

from kampanye_tui.formats.pdf import write
from kampanye_tui.model.export_format import ExportOptions
from tests.each import for_each
from tests.packs.test_paper_renders import PAPERS, agreement_of, document

COLOURS = {"G", "rg", "RG", "k", "K", "cs", "CS", "sc", "SC", "scn", "SCN", "sh", "ri", "gs"}
"""Operators that set another colour, a pattern, a shading or a transparency (ISO 32000-1, annex A)."""
LIGHTEST, DARKEST = 0.95, 0.85
"""What still shows on a photocopy, and what black letters are read over."""


def operators(name: str) -> list[tuple[str, list]]:
    """Return each operator of all pages with its operands; what pages have in common counts once."""
    stream = BytesIO()
    write(document(name, agreement_of("36.74", "pemilu-2024")), stream, ExportOptions())
    with pikepdf.open(stream) as file:
        held = {part.objgen: part for page in file.pages for part in page.Contents}
        return [
            (str(one.operator), list(one.operands))
            for part in held.values()
            for one in pikepdf.parse_content_stream(part)
        ]


@for_each("name", [*PAPERS, "naskah", "berita-acara-kesepakatan", "salinan-peserta"])
def test_a_paper_loses_nothing_on_a_printer_without_colour(name: str) -> None:
    drawn = operators(name)
    greys = {float(operands[0]) for operator, operands in drawn if operator == "g"}
    assert {operator for operator, _operands in drawn} & COLOURS == set()
    assert all(grey in (0, 1) or DARKEST <= grey <= LIGHTEST for grey in greys)
