"""Letters: to whom they go, their numbers, sheets and feet."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from kampanye_tui.agreement.state import state
from kampanye_tui.document.build import build
from kampanye_tui.document.context import BLANK
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.document import Document
from kampanye_tui.model.office import Paper
from kampanye_tui.model.party import Role
from kampanye_tui.model.template import Orientation, Sheet
from tests.unit.document.papers import template, texts

changed = msgspec.structs.replace


def made(agreement: Agreement, body: str = "Isi.", holder: str = "", **front: Any) -> Document:
    plain = template(body, scope="pihak")
    return build(
        changed(plain, front=changed(plain.front, **front)),
        agreement,
        state(agreement),
        holder=agreement.party(holder),
    )


def said(agreement: Agreement, body: str, holder: str = "bawaslu", **front: Any) -> list[str]:
    return list(texts(made(agreement, body, holder, **front).blocks))


def test_a_letter_knows_whom_it_is_for(agreement: Agreement) -> None:
    assert said(agreement, "{nama_penerima}, {nomor_urut_penerima}", "partai-demokrat") == [
        "Partai Demokrat, 14"
    ]


def test_a_letter_goes_to_an_office(agreement: Agreement) -> None:
    assert said(agreement, "{jabatan_penerima}") == ["Ketua Bawaslu Kota Tangerang Selatan"]


def test_a_document_for_a_pihak_names_its_holder(agreement: Agreement) -> None:
    assert made(agreement, holder="polres").holder == "polres"


def test_a_condition_knows_a_letter_to_an_institution(agreement: Agreement) -> None:
    assert said(agreement, "::: bila penerima-lembaga\nYa\n:::\n") == ["Ya"]


def test_a_condition_knows_who_only_attends(agreement: Agreement) -> None:
    body = "::: bila penerima-menandatangani\nYa\n:::\n"
    attending = tuple(
        changed(party, role=Role.PRESENT) if party.id == "bawaslu" else party for party in agreement.parties
    )
    assert said(changed(agreement, parties=attending), body) == []


def test_an_hour_that_is_not_known_leaves_its_zone(agreement: Agreement) -> None:
    assert said(agreement, "{pukul_acara}") == [f"{BLANK} WIB"]


def numbered(
    agreement: Agreement, form: str = "{urut}/PL.01.6-{jenis}/3674/{tahun}", **numbers: str
) -> Agreement:
    return changed(agreement, office=changed(agreement.office, number_format=form), numbers=numbers)


def test_an_office_that_says_no_form_of_numbers_has_a_blank(agreement: Agreement) -> None:
    assert said(agreement, "{nomor_dokumen}") == [BLANK]


def test_a_number_has_the_form_of_the_office_with_room_for_the_running_part(agreement: Agreement) -> None:
    assert said(numbered(agreement), "{nomor_dokumen}", number_code="Und") == ["…………/PL.01.6-Und/3674/2023"]


def test_a_number_without_a_code_has_room_for_it(agreement: Agreement) -> None:
    assert said(numbered(agreement, "{jenis}-{bulan}"), "{nomor_dokumen}") == ["…………-XI"]


def test_an_issued_number_prints_as_it_was_issued(agreement: Agreement) -> None:
    assert said(numbered(agreement, uji="7/PL.01.6-Und/3674/2023"), "{nomor_dokumen}") == [
        "7/PL.01.6-Und/3674/2023"
    ]


def test_the_line_of_the_number_has_the_form_of_the_office(agreement: Agreement) -> None:
    assert said(numbered(agreement), "::: nomor\n:::\n", number_code="BA") == [
        "Nomor: …………/PL.01.6-BA/3674/2023"
    ]


@pytest.mark.parametrize(
    ("sheet", "size"),
    [
        (Sheet.A5, (148, 210)),
        (Sheet.A3, (297, 420)),
        (Sheet.A2, (420, 594)),
        (Sheet.SCREEN, (320, 180)),
        (Sheet.BANNER, (600, 200)),
    ],
)
def test_a_sheet_has_its_size(agreement: Agreement, sheet: Sheet, size: tuple[int, int]) -> None:
    page = made(agreement, paper=sheet).page
    assert (page.width, page.height) == size


def test_a_sheet_can_lie(agreement: Agreement) -> None:
    page = made(agreement, paper=Sheet.A2, orientation=Orientation.LYING).page
    assert (page.width, page.height) == (594, 420)


def test_an_office_prints_a_letter_on_its_own_paper(agreement: Agreement) -> None:
    document = build(template("Isi."), agreement, state(agreement), paper=Paper.F4)
    assert (document.page.width, document.page.height) == (215, 330)


def test_an_office_does_not_print_a_booklet_on_its_own_paper(agreement: Agreement) -> None:
    small = template("Isi.")
    small = changed(small, front=changed(small.front, paper=Sheet.A5))
    assert build(small, agreement, state(agreement), paper=Paper.F4).page.width == 148


def test_own_paper_lies_where_the_template_lies(agreement: Agreement) -> None:
    lying = template("Isi.")
    lying = changed(lying, front=changed(lying.front, orientation=Orientation.LYING))
    assert build(lying, agreement, state(agreement), paper=Paper.F4).page.width == 330


def test_a_foot_of_its_own_says_nothing_of_the_state(agreement: Agreement) -> None:
    assert made(agreement, foot="Papan {tahun_pemilu}").furniture.foot == "Papan 2024"


def test_a_foot_of_its_own_counts_no_page_by_itself(agreement: Agreement) -> None:
    assert not made(agreement, foot="").furniture.numbered
