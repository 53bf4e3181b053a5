"""What a reader for the blind hears of one element: its words, told apart."""

from __future__ import annotations

import re

import pikepdf
import pytest

from kampanye_tui.model.document import (
    Block,
    ClauseBlock,
    Entry,
    Form,
    FormField,
    Run,
    SignatureField,
    SignatureGrid,
)
from tests.unit.formats.papers import document, paragraph, pdf
from tests.unit.formats.test_pdf import opened
from tests.unit.formats.test_pdf_standards import below

ONE = (Entry(label="", runs=(Run("isi"),)),)
FIELD = SignatureField(party="p", caption="Partai Damai", office="Ketua", name="Sari", role="peserta-pemilu")


@pytest.mark.parametrize(
    ("block", "said"),
    [
        (ClauseBlock(id="a", label="Pasal 1", title="DAMAI", entries=ONE), "Pasal 1 DAMAI"),
        (ClauseBlock(id="a", label="1.", title="Damai", entries=ONE, centred=False), "1. Damai"),
        (Form(fields=(FormField(label="Nama", value="Sari"),)), "Nama: Sari"),
        (SignatureGrid(fields=(FIELD,)), "Partai Damai Ketua, Sari"),
        (paragraph("Baris satu\nbaris dua"), "Baris satu baris dua"),
    ],
)
def test_words_of_one_element_are_told_apart(block: Block, said: str) -> None:
    assert words_of_first(pdf(document(block))) == said


def words_of_first(data: bytes) -> str:
    """Return the words of the first element as its marked content has them, glyph by glyph."""
    with opened(data) as file:
        (element, *_others) = [one for one in below(file.Root.StructTreeRoot.K) if _numbers(one)]
        marked = set(_numbers(element))
        inside, text, face = False, "", ""
        maps = {
            name: unicode_of(font.ToUnicode.read_bytes())
            for name, font in file.pages[0].Resources.Font.items()
        }
        for operands, operator in pikepdf.parse_content_stream(file.pages[0]):
            if str(operator) == "BDC":
                inside = operands[1].MCID in marked
            elif str(operator) == "EMC":
                inside = False
            elif str(operator) == "Tf":
                face = str(operands[0])
            elif str(operator) == "TJ" and inside:
                shown = b"".join(bytes(one) for one in operands[0] if isinstance(one, pikepdf.String))
                text += "".join(maps[face][shown[at : at + 2].hex()] for at in range(0, len(shown), 2))
    return text.strip()


def _numbers(element: pikepdf.Object) -> list[int]:
    return [int(kid) for kid in element.get("/K", ()) if isinstance(kid, int)]


def unicode_of(table: bytes) -> dict[str, str]:
    """Return the text of each glyph of a map to Unicode."""
    pairs = re.findall(rb"<([0-9A-F]{4})> <([0-9A-F]+)>\n", table)
    return {glyph.decode().lower(): bytes.fromhex(text.decode()).decode("utf-16-be") for glyph, text in pairs}
