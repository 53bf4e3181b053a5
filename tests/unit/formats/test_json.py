"""JSON: the whole document, and back."""

from __future__ import annotations

from io import BytesIO

import msgspec
import pytest

from kampanye_tui.formats.document_json import write
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.document import Document, Letterhead, PageBreak, Picture
from kampanye_tui.model.export_format import ExportOptions
from kampanye_tui.plugin.library import Library
from tests.unit.formats.papers import TEMPLATES, document, paragraph, sample


def json_of(made: Document) -> bytes:
    stream = BytesIO()
    write(made, stream, ExportOptions())
    return stream.getvalue()


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_document_comes_back_as_it_was(agreement: Agreement, library: Library, name: str) -> None:
    made = sample(agreement, library, name)
    assert msgspec.json.decode(json_of(made), type=Document) == made


def test_a_picture_comes_back_as_it_was() -> None:
    logo = Picture(data=bytes(range(256)), width=1, height=2, alternative="Logo")
    made = document(Letterhead(names=("KPU",), logo=logo), PageBreak())
    assert msgspec.json.decode(json_of(made), type=Document) == made


def test_a_block_says_what_it_is() -> None:
    assert [block["node"] for block in msgspec.json.decode(json_of(document(paragraph("x"))))["blocks"]] == [
        "Paragraph"
    ]


def test_letters_stay_readable() -> None:
    assert "Nyakʼ é".encode() in json_of(document(paragraph("Nyakʼ é")))


def test_the_file_ends_with_a_line_end() -> None:
    assert json_of(document(paragraph("x"))).endswith(b"}\n")
