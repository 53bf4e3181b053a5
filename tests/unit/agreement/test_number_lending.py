"""Numbers that go along with a loan: who may give which, and what becomes of those that were not given."""

from __future__ import annotations

from datetime import UTC, date, datetime

import msgspec
import pytest

from kampanye_tui.agreement.number_lending import (
    carried_back,
    decline_elsewhere,
    decline_entries,
    lent_numbers,
    step_behind,
)
from kampanye_tui.agreement.number_register import Span, gaps, issued, rows, typed_in, used_outside, voided
from kampanye_tui.model.loan import LoanDeed
from kampanye_tui.model.number_entry import AnyNumberEntry, Issued, NumbersLent
from kampanye_tui.model.problem import Declined, Refused
from tests.each import for_each

STAMP = {"recorded": datetime(2023, 11, 28, 2, 15, tzinfo=UTC), "operator": "ani"}
Entries = tuple[AnyNumberEntry, ...]
FORM = "{urut}/{jenis}/3674/{tahun}"
DAY = date(2023, 11, 28)


def given(entries: Entries, document: str, agreement: str = "nota") -> Issued:
    """Return the entry that gives the next number."""
    said = {"document": document, "agreement": agreement, "day": DAY, **STAMP}
    return issued(entries, form=FORM, code="BA", **said)


def entered(entries: Entries, document: str, agreement: str = "nota") -> Entries:
    """Return a register behind a number that it was asked for, as the store enters it."""
    entry = given(entries, document, agreement)
    decline_entries(entries, [entry])
    return (*entries, entry)


FIRST = entered((), "satu", "lain")
BLOCK: NumbersLent = lent_numbers(FIRST, "nota", 3, to="laptop", **STAMP)
OFFICE = (*FIRST, BLOCK)
LAPTOP = (*OFFICE, step_behind(BLOCK, LoanDeed.RECEIVED))


def numbers(entries: Entries) -> list[str]:
    """Return the state of every number."""
    return [f"{row.sequence} {row.state.value}" for row in rows(entries)]


def test_the_next_numbers_go_along() -> None:
    assert numbers(OFFICE) == ["1 diberikan", "2 dipinjamkan", "3 dipinjamkan", "4 dipinjamkan"]


def test_numbers_that_are_lent_are_no_gap() -> None:
    assert gaps(OFFICE) == ()


def test_the_office_gives_the_number_behind_them() -> None:
    assert given(OFFICE, "dua", "lain").sequence == 5


def test_the_laptop_gives_the_first_of_them() -> None:
    assert given(LAPTOP, "naskah").sequence == 2


def test_the_laptop_gives_no_more_than_went_along() -> None:
    register = LAPTOP
    for document in ("a", "b", "c"):
        register = entered(register, document)
    with pytest.raises(Refused, match="tidak mempunyai nomor lagi"):
        given(register, "d")


def test_the_office_gives_no_number_to_what_is_lent() -> None:
    with pytest.raises(Declined, match="sedang dipinjamkan"):
        entered(OFFICE, "naskah", "nota")


def test_the_laptop_gives_no_number_to_another_agreement() -> None:
    with pytest.raises(Declined, match="hanya untuk naskah nota"):
        entered(LAPTOP, "naskah", "lain")


def _typed(entries: Entries, sequence: int) -> AnyNumberEntry:
    text = f"{sequence}/BA/3674/2023"
    return typed_in(entries, form=FORM, text=text, document="x", agreement="nota", day=DAY, **STAMP)


OUTSIDE = {
    "typed in": lambda: _typed(LAPTOP, 9),
    "used outside": lambda: used_outside(LAPTOP, Span(9, 9), "surat", **STAMP),
    "void": lambda: voided(LAPTOP, "1", "salah", **STAMP),
}


@for_each("make", OUTSIDE)
def test_the_laptop_enters_nothing_about_other_numbers(make) -> None:
    with pytest.raises(Declined, match="Di luar nomor yang dibawa dari kantor, yaitu 2-4"):
        decline_entries(LAPTOP, [make()])


@for_each(
    "make",
    {
        "typed in": lambda: _typed(OFFICE, 3),
        "used outside": lambda: used_outside(OFFICE, Span(3, 3), "surat", **STAMP),
        "void": lambda: voided(OFFICE, "3", "salah", **STAMP),
    },
)
def test_the_office_enters_nothing_about_what_is_lent(make) -> None:
    with pytest.raises(Refused, match="sudah tercatat: dipinjamkan"):
        make()


def test_the_laptop_may_use_one_of_its_numbers_outside_and_one_typed_in() -> None:
    new = [used_outside(LAPTOP, Span(2, 2), "surat", **STAMP), _typed(LAPTOP, 3)]
    decline_entries(LAPTOP, new)
    assert numbers((*LAPTOP, *new))[1:] == ["2 dipakai di luar", "3 dicatat", "4 bebas"]


def test_a_register_that_was_given_back_gives_nothing() -> None:
    back = (*LAPTOP, step_behind(BLOCK, LoanDeed.GIVEN_BACK))
    with pytest.raises(Refused):
        given(back, "naskah")
    with pytest.raises(Declined, match="sudah dikembalikan"):
        decline_entries(back, [_typed((), 2)])


def test_another_year_of_a_lent_workspace_has_no_numbers() -> None:
    with pytest.raises(Declined, match="tidak membawa nomor tahun itu"):
        decline_elsewhere(LAPTOP)
    decline_elsewhere(OFFICE)


def returned(laptop: Entries, office: Entries) -> Entries:
    """Return the register of the office behind what a laptop brought back."""
    return (*office, *carried_back(laptop, BLOCK), step_behind(BLOCK, LoanDeed.TAKEN_BACK))


def test_what_was_not_given_is_given_by_the_office_first_and_once() -> None:
    laptop = entered(LAPTOP, "naskah")
    office = returned(laptop, entered(OFFICE, "dua", "lain"))
    assert numbers(office)[1:] == ["2 diberikan", "3 bebas", "4 bebas", "5 diberikan"]
    for document in ("a", "b", "c"):
        office = entered(office, document, "lain")
    given_out = [one.sequence for one in office if isinstance(one, Issued)]
    assert given_out == [1, 5, 2, 3, 4, 6]


def test_the_numbers_of_a_cancelled_loan_are_never_given() -> None:
    office = (*OFFICE, step_behind(BLOCK, LoanDeed.CANCELLED))
    assert numbers(office)[1:] == ["2 batal", "3 batal", "4 batal"]
    assert entered(office, "naskah")[-1].sequence == 5


def test_a_number_outside_of_the_block_does_not_come_back() -> None:
    forged = (*LAPTOP, msgspec.structs.replace(given(LAPTOP, "naskah"), sequence=9))
    with pytest.raises(Declined, match=r"(?i)baris 4 register di folder itu: di luar nomor"):
        carried_back(forged, BLOCK)


def test_a_register_without_the_block_does_not_come_back() -> None:
    with pytest.raises(Refused, match="bukan lanjutan register kantor"):
        carried_back(FIRST, BLOCK)
