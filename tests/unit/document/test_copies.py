"""Numbered copies: what differs between two of them, and what does not."""

from __future__ import annotations

import msgspec
import pytest

from kampanye_tui.agreement.state import state
from kampanye_tui.document.build import build
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.document import Block, Box, Document, Form
from kampanye_tui.plugin.library import Library
from tests.unit.document.papers import copy_for, said, template, texts


@pytest.fixture
def first(agreement: Agreement, library: Library) -> Document:
    """The copy of the first party."""
    return _copy(agreement, library, "partai-kebangkitan-bangsa")


@pytest.fixture
def fourteenth(agreement: Agreement, library: Library) -> Document:
    """The copy of the fourteenth party."""
    return _copy(agreement, library, "partai-demokrat")


def _copy(agreement: Agreement, library: Library, holder: str) -> Document:
    return build(
        library.template("salinan-peserta"),
        agreement,
        state(agreement),
        copy=copy_for(agreement, holder),
        templates=library.templates,
    )


def _label(document: Document) -> list[str]:
    box = next(block for block in document.blocks if isinstance(block, Box))
    return [said(line) for line in box.lines]


def test_the_label_names_the_holder_and_counts_the_copy(fourteenth: Document) -> None:
    assert _label(fourteenth) == [
        "Salinan ini diterbitkan untuk",
        "Partai Demokrat",
        "Nomor urut 14",
        "Salinan nomor 14 dari 24",
    ]


def test_the_document_knows_its_holder(fourteenth: Document) -> None:
    assert fourteenth.holder == "partai-demokrat"


def test_a_document_of_the_agreement_has_no_holder(agreement: Agreement, library: Library) -> None:
    assert build(library.template("naskah"), agreement, state(agreement)).holder == ""


def test_the_title_names_the_copy(fourteenth: Document) -> None:
    assert fourteenth.title.startswith("Salinan 14 dari 24 untuk Demokrat: Nota Kesepahaman")


def test_copies_differ_in_their_label_only(first: Document, fourteenth: Document) -> None:
    def common(document: Document) -> list[Block]:
        return [block for block in document.blocks if not isinstance(block, Box)]

    assert common(first) == common(fourteenth)


def test_a_copy_holds_the_text_of_the_agreement(
    agreement: Agreement, library: Library, fourteenth: Document
) -> None:
    own = build(library.template("naskah"), agreement, state(agreement)).blocks
    at = fourteenth.blocks.index(own[0])
    assert fourteenth.blocks[at : at + len(own)] == own


def test_a_copy_has_room_for_who_receives_it(fourteenth: Document) -> None:
    form = next(block for block in fourteenth.blocks if isinstance(block, Form))
    assert [(field.label, field.value) for field in form.fields[:2]] == [
        ("Tanggal acara", "28 November 2023"),
        ("Diterima oleh", ""),
    ]


def test_a_condition_knows_a_copy_for_a_contestant(agreement: Agreement) -> None:
    body = template("::: bila penerima-peserta\nYa\n:::\n", scope="salinan")
    made = build(body, agreement, state(agreement), copy=copy_for(agreement, "partai-demokrat"))
    assert list(texts(made.blocks)) == ["Ya"]


def test_a_condition_knows_a_copy_for_an_institution(agreement: Agreement) -> None:
    body = template("::: bila penerima-peserta\nYa\n:::\n", scope="salinan")
    made = build(body, agreement, state(agreement), copy=copy_for(agreement, "bawaslu"))
    assert made.blocks == ()


def test_a_holder_without_a_ballot_number_leaves_a_blank(agreement: Agreement) -> None:
    body = template("Nomor urut {nomor_urut_penerima}", scope="salinan")
    made = build(body, agreement, state(agreement), copy=copy_for(agreement, "bawaslu"))
    assert list(texts(made.blocks)) == ["Nomor urut ……………………………………"]


def test_one_party_less_is_one_copy_less(agreement: Agreement, library: Library) -> None:
    fewer = msgspec.structs.replace(agreement, copies=agreement.copies[:-1])
    assert _label(_copy(fewer, library, "partai-demokrat"))[-1] == "Salinan nomor 14 dari 23"
