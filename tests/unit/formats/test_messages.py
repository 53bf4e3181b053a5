"""Text for messengers: parts that a message can hold, and nothing lost between them."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest

from kampanye_tui.formats.messages import CUT, LONGEST, parts_of, write
from kampanye_tui.model.document import (
    Align,
    Block,
    Column,
    Document,
    Entry,
    Form,
    FormField,
    Furniture,
    Heading,
    Listing,
    Page,
    Paragraph,
    Run,
    Table,
)
from kampanye_tui.model.export_format import ExportOptions

PAGE = Page(width=210, height=297, top=25, bottom=25, left=30, right=20, size=11.5)


def document(*blocks: Block, **more: Any) -> Document:
    return Document(id="uji", title="Uji", author="KPU", page=PAGE, blocks=blocks, **more)


def paragraph(text: str) -> Paragraph:
    return Paragraph(runs=(Run(text),))


def body(*blocks: Block) -> str:
    (part,) = parts_of(document(*blocks))
    return part.partition("\n\n")[2]


LONG = tuple(paragraph(f"{number} {'kata ' * 200}") for number in range(12))


def test_a_short_document_is_one_part() -> None:
    assert parts_of(document(paragraph("Isi."))) == ("Bagian 1 dari 1\n\nIsi.",)


def test_a_document_without_text_is_one_part() -> None:
    assert parts_of(document()) == ("Bagian 1 dari 1",)


def test_every_part_of_a_long_document_is_short_enough() -> None:
    assert max(len(part) for part in parts_of(document(*LONG))) <= LONGEST


def test_every_part_says_which_one_it_is() -> None:
    parts = parts_of(document(*LONG))
    assert [part.split("\n")[0] for part in parts] == [
        f"Bagian {number} dari {len(parts)}" for number in range(1, len(parts) + 1)
    ]


def test_no_paragraph_is_lost_between_parts() -> None:
    told = "\n\n".join(parts_of(document(*LONG)))
    assert [number for number in range(12) if f"{number} kata" not in told] == []


def test_a_paragraph_that_fits_no_part_is_cut_between_words() -> None:
    parts = parts_of(document(paragraph("kata " * 2000)))
    assert {word for part in parts for word in part.partition("\n\n")[2].split()} == {"kata"}


def test_the_mark_of_a_sample_stands_in_every_part() -> None:
    parts = parts_of(document(*LONG, furniture=Furniture(mark="CONTOH")))
    assert all("\n\nCONTOH\n\n" in part for part in parts)


def test_parts_with_a_mark_are_short_enough_too() -> None:
    furniture = Furniture(mark="CONTOH — BUKAN DOKUMEN KPU")
    assert max(len(part) for part in parts_of(document(*LONG, furniture=furniture))) <= LONGEST


@pytest.mark.parametrize(
    ("block", "text"),
    [
        (Heading(level=1, runs=(Run("Judul", bold=True),)), "Judul"),
        (paragraph("Pasal\u00a01 *tebal*"), "Pasal 1 *tebal*"),
        (
            Listing(entries=(Entry(label="a.", runs=(Run("satu"),)), Entry(label="b.", runs=(Run("dua"),)))),
            "a. satu\nb. dua",
        ),
        (
            Form(fields=(FormField(label="Nama", value="Ani"), FormField(label="NIP"))),
            "Nama: Ani\nNIP: ............",
        ),
        (
            Table(
                columns=(Column(head="A"), Column(head="B")),
                rows=(((Run("Tenang"),), (Run("11 Februari"),)),),
            ),
            "Tenang: 11 Februari",
        ),
        (
            Table(
                columns=(
                    Column(head="Klausul"),
                    Column(head="Setuju", align=Align.CENTRE),
                    Column(head="Keberatan", align=Align.CENTRE),
                    Column(head="Catatan"),
                ),
                rows=(((Run("Pasal 1"),), (), (), ()), ((Run("Pasal 2"),), (), (), ())),
                row_height=16,
            ),
            "Pasal 1\n[ ] Setuju  [ ] Keberatan\nCatatan: ............\n\n"
            "Pasal 2\n[ ] Setuju  [ ] Keberatan\nCatatan: ............",
        ),
    ],
    ids=["heading", "paragraph", "list", "form", "table", "table to be filled in"],
)
def test_a_block_reads_as_a_message(block: Block, text: str) -> None:
    assert body(block) == text


def test_parts_in_a_file_are_divided_by_a_rule() -> None:
    stream = BytesIO()
    write(document(*LONG), stream, ExportOptions())
    assert stream.getvalue().decode().count(f"\n{CUT}\n") == len(parts_of(document(*LONG))) - 1


def test_every_part_of_a_draft_says_so_below_its_number() -> None:
    draft = document(paragraph("Isi " * 1500), furniture=Furniture(foot="Kaki", watermark="KONSEP"))
    assert {tuple(part.split("\n\n")[1:2]) for part in parts_of(draft)} == {("KONSEP",)}
