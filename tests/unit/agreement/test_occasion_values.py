"""What somebody types of an occasion: values as people write them, which read back as they were."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kampanye_tui.agreement.edit_clauses import reword
from kampanye_tui.agreement.occasion_values import values_of, with_values
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.occasion import AgreementKind
from kampanye_tui.model.problem import Refused
from tests.examples import examples

from .edits import ANY, Edit, all_of, larger_agreement

BASE = larger_agreement()


def typed(agreement: Agreement, **said: str) -> Agreement:
    """Return the agreement after some of its values were typed."""
    return with_values(agreement, values_of(agreement) | said)


def test_the_sample_reads_back_as_it_was(agreement: Agreement) -> None:
    assert typed(agreement) == agreement


@examples(20)
@given(st.lists(ANY, max_size=5))
def test_any_agreement_reads_back_as_it_was(edits: list[Edit]) -> None:
    agreement = all_of(edits, BASE)
    assert typed(agreement) == agreement


def test_values_are_as_people_write_them(agreement: Agreement) -> None:
    values = values_of(typed(agreement, mulai="9.00"))
    assert (values["tanggal"], values["mulai"], values["selesai"]) == ("28 November 2023", "09.00", "")


def test_each_value_goes_where_it_belongs(agreement: Agreement) -> None:
    after = typed(
        agreement,
        tempat="Pendopo",
        jenis="deklarasi",
        kontak="021",
        **{"anggota-2": "Siti Aminah", "nomor-naskah": "12/2023"},
    )
    assert (after.occasion.place, after.kind, after.office.contact, after.numbers["naskah"]) == (
        "Pendopo",
        AgreementKind.DECLARATION,
        "021",
        "12/2023",
    )
    assert after.members()[1].name == "Siti Aminah"


def test_clauses_say_what_was_typed(agreement: Agreement) -> None:
    first = agreement.clauses[0].id
    naming = reword(agreement, first, text="Tentang {tentang}, hubungi {kontak_kantor}.")
    after = typed(naming, tentang="Pemilu Damai", kontak="021")
    assert after.clauses[0].resolved == "Tentang Pemilu Damai, hubungi 021."


def test_an_emptied_number_goes(agreement: Agreement) -> None:
    numbered = typed(agreement, **{"nomor-undangan": "7"})
    assert "undangan" not in typed(numbered, **{"nomor-undangan": ""}).numbers


def test_the_day_stays(agreement: Agreement) -> None:
    assert typed(agreement, tanggal="1 Desember 2023").occasion.day == agreement.occasion.day


def test_what_is_no_hour_is_refused(agreement: Agreement) -> None:
    with pytest.raises(Refused, match="bukan jam"):
        typed(agreement, mulai="pagi")


BY_HAND = {
    "jenis": "perjanjian",
    "gaya": "",
    "anggota-": "Siti",
    "anggota-ketua": "Siti",
    "anggota-99": "Siti",
    "nomor-Nota Baru": "12/2023",
}
"""What only a journal says that somebody wrote in."""


@pytest.mark.parametrize("name", BY_HAND)
def test_a_value_that_no_form_gives_is_refused(name: str, agreement: Agreement) -> None:
    with pytest.raises(Refused):
        typed(agreement, **{name: BY_HAND[name]})
