"""The numbers of a year: given once, never again, and no gap without its name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from itertools import pairwise

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kampanye_tui.agreement.chain import Chained, added, beginning
from kampanye_tui.agreement.number_register import (
    HELD,
    NumberState,
    Span,
    assigned,
    gaps,
    issued,
    read_register,
    row_of,
    rows,
    span_of,
    typed_in,
    used_outside,
    voided,
    with_number,
)
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.number_entry import AnyNumberEntry, Issued
from kampanye_tui.model.problem import Refused
from tests.examples import examples

FORM = "{urut}/{jenis}/{tahun}"
STAMP = {"recorded": datetime(2023, 11, 20, 2, tzinfo=UTC), "operator": "ani"}
Entries = tuple[AnyNumberEntry, ...]


def with_line(entries: Entries, entry: AnyNumberEntry) -> Entries:
    """Return the entries with one more, numbered as the register does it."""
    return (*entries, msgspec.structs.replace(entry, number=len(entries) + 1))


def give(entries: Entries, document: str = "naskah", form: str = FORM) -> Entries:
    """Give a document the next number."""
    paper = {"document": document, "agreement": "nota", "day": date(2023, 11, 28)}
    return with_line(entries, issued(entries, form=form, code="BA", **paper, **STAMP))


def write_in(entries: Entries, text: str, document: str = "naskah", form: str = FORM) -> Entries:
    """Type in a number from elsewhere."""
    paper = {"document": document, "agreement": "nota", "day": date(2023, 11, 28)}
    return with_line(entries, typed_in(entries, form=form, text=text, **paper, **STAMP))


def spoil(entries: Entries, wanted: str) -> Entries:
    """Make a number void."""
    return with_line(entries, voided(entries, wanted, "salah ketik", **STAMP))


def elsewhere(entries: Entries, first: int, last: int = 0) -> Entries:
    """Use numbers outside."""
    return with_line(entries, used_outside(entries, Span(first, last or first), "agenda umum", **STAMP))


def states(entries: Entries) -> list[str]:
    """Return the state of every number in order."""
    return [row.state.value for row in rows(entries)]


def text_of(entries: Entries, document: str = "naskah") -> str:
    """Return the number of a document."""
    found = assigned(entries, "nota", document)
    return found.text if found else ""


def test_the_first_number_of_a_year_is_one() -> None:
    assert text_of(give(())) == "1/BA/2023"


def test_the_next_document_gets_the_next_number() -> None:
    assert text_of(give(give(()), "undangan"), "undangan") == "2/BA/2023"


def test_a_document_that_has_a_number_gets_no_other() -> None:
    with pytest.raises(Refused, match='"naskah" sudah bernomor "1/BA/2023"'):
        give(give(()))


def test_the_same_document_of_another_agreement_is_another_paper() -> None:
    assert assigned(give(()), "lain", "naskah") is None


def test_an_office_without_a_form_is_told_where_to_say_it() -> None:
    with pytest.raises(Refused, match="format_nomor"):
        give((), form="")


def test_a_void_number_is_nobodys() -> None:
    assert text_of(spoil(give(()), "1")) == ""


def test_a_void_number_is_not_given_again() -> None:
    assert text_of(give(spoil(give(()), "1"))) == "2/BA/2023"


def test_a_number_can_be_void_as_it_prints() -> None:
    assert states(spoil(give(()), "1/BA/2023")) == ["batal"]


def test_a_void_number_cannot_be_void_again() -> None:
    with pytest.raises(Refused, match="sudah dibatalkan: salah ketik"):
        spoil(spoil(give(()), "1"), "1")


@pytest.mark.parametrize("wanted", ["2", "", "0", "-1", "9" * 5000, "2/BA/2023"])
def test_a_number_that_was_never_given_cannot_be_void(wanted: str) -> None:
    with pytest.raises(Refused, match="tidak ada di register"):
        spoil(give(()), wanted)


def test_a_void_number_says_why() -> None:
    with pytest.raises(Refused, match=r"[Aa]lasannya belum diisi"):
        voided(give(()), "1", "", **STAMP)


def test_numbers_used_outside_are_passed_over() -> None:
    assert text_of(give(elsewhere((), 1, 57))) == "58/BA/2023"


def test_a_number_that_a_document_has_was_not_used_outside() -> None:
    with pytest.raises(
        Refused, match='"1" sudah tercatat: diberikan untuk dokumen "naskah" dari naskah "nota"'
    ):
        elsewhere(give(()), 1)


def test_numbers_used_outside_leave_no_gap_behind_them() -> None:
    with pytest.raises(Refused, match=r"[Nn]omor 2-4 belum tercatat.*kampanye nomor luar 2-5"):
        elsewhere(give(()), 5)


def test_a_number_used_outside_says_why() -> None:
    with pytest.raises(Refused, match=r"[Aa]lasannya belum diisi"):
        used_outside((), Span(1, 1), "", **STAMP)


def test_a_number_from_elsewhere_in_the_offices_form_is_not_given_again() -> None:
    assert text_of(give(write_in((), "3/BA/2023"), "undangan"), "undangan") == "4/BA/2023"


def test_a_number_from_elsewhere_in_another_form_takes_no_running_number() -> None:
    assert text_of(give(write_in((), "B-17/KPU"), "undangan"), "undangan") == "1/BA/2023"


def test_a_number_that_was_given_cannot_be_typed_in() -> None:
    with pytest.raises(Refused, match='"1/BA/2023" sudah tercatat'):
        write_in(give(()), "1/BA/2023", "undangan")


def test_leading_zeros_make_no_other_number() -> None:
    with pytest.raises(Refused, match='"01/BA/2023" sudah tercatat'):
        write_in(give(()), "01/BA/2023", "undangan")


def test_a_void_number_that_was_given_cannot_be_typed_in() -> None:
    with pytest.raises(Refused, match="sudah tercatat: batal"):
        write_in(spoil(give(()), "1"), "1/BA/2023", "undangan")


def test_one_number_from_elsewhere_is_for_one_document() -> None:
    with pytest.raises(Refused, match='"B-17/KPU" sudah tercatat: dicatat untuk dokumen "naskah"'):
        write_in(write_in((), "B-17/KPU"), "B-17/KPU", "undangan")


def test_what_was_typed_in_can_be_typed_over() -> None:
    assert text_of(write_in(write_in((), "B-17/KPU"), "B-18/KPU")) == "B-18/KPU"


def test_what_was_typed_over_is_told_as_replaced() -> None:
    assert states(write_in(write_in((), "3/BA/2023"), "2/BA/2023"))[2] == "diganti"


def test_what_was_typed_over_is_free_for_the_document_it_belongs_to() -> None:
    over = write_in(write_in((), "B-17/KPU"), "B-18/KPU")
    assert text_of(write_in(over, "B-17/KPU", "undangan"), "undangan") == "B-17/KPU"


def test_a_number_that_was_given_is_not_typed_over() -> None:
    with pytest.raises(Refused, match="batalkan dahulu"):
        write_in(give(()), "B-17/KPU")


def test_a_number_used_outside_can_be_that_of_a_document() -> None:
    assert states(write_in(elsewhere((), 1), "1/BA/2023")) == ["dicatat"]


def test_a_number_that_was_typed_in_before_the_office_had_a_form_is_not_given() -> None:
    with pytest.raises(Refused, match=r"kampanye nomor luar 1 "):
        give(write_in((), "1/BA/2023", "undangan", form=""))


def test_every_number_up_to_the_highest_is_listed() -> None:
    entries = write_in(spoil(give(elsewhere(give(()), 2), "undangan"), "3"), "6/BA/2023", "undangan")
    assert states(entries) == [
        "diberikan",
        "dipakai di luar",
        "batal",
        "belum terjelaskan",
        "belum terjelaskan",
        "dicatat",
    ]


def test_numbers_without_a_running_number_are_listed_behind_the_others() -> None:
    assert [row.called for row in rows(give(write_in((), "B-17/KPU"), "undangan"))] == [
        "1/BA/2023",
        "B-17/KPU",
    ]


def test_gaps_are_named() -> None:
    entries = write_in(write_in((), "3/BA/2023"), "7/BA/2023", "undangan")
    assert [str(gap) for gap in gaps(entries)] == ["1-2", "4-6"]


def test_a_gap_can_be_explained_as_used_outside() -> None:
    assert gaps(elsewhere(write_in((), "3/BA/2023"), 1, 2)) == ()


def test_a_gap_can_be_explained_as_never_used() -> None:
    assert gaps(spoil(write_in((), "2/BA/2023"), "1")) == ()


@pytest.mark.parametrize(
    ("typed", "span"), [("7", Span(7, 7)), ("7-12", Span(7, 12)), (" 7 - 12 ", Span(7, 12))]
)
def test_running_numbers_are_typed_one_or_several(typed: str, span: Span) -> None:
    assert span_of(typed) == span


@pytest.mark.parametrize("typed", ["", "a", "0", "7-", "-7", "12-7", "1-2-3", "123456", "²"])
def test_what_is_no_running_number_is_refused(typed: str) -> None:
    with pytest.raises(Refused, match="bukan nomor urut"):
        span_of(typed)


def test_the_number_stands_in_the_agreement(agreement: Agreement) -> None:
    assert with_number(agreement, "naskah", "1/BA/2023").numbers["naskah"] == "1/BA/2023"


def test_a_number_that_is_taken_out_leaves_a_blank(agreement: Agreement) -> None:
    assert "naskah" not in with_number(with_number(agreement, "naskah", "1/BA/2023"), "naskah", "").numbers


def chained(entries: Entries, year: int = 2023) -> bytes:
    """Return the bytes of a year's register."""
    return added(Chained((), beginning(f"register/{year}")), entries)[0]


def test_a_register_of_another_year_is_refused() -> None:
    with pytest.raises(Refused, match="tidak menyambung"):
        read_register(chained(give(())), 2024, "register/2024.jsonl")


@given(at=st.integers(0, 600), byte=st.integers(0, 255))
@examples(300)
def test_every_byte_that_changes_is_found(at: int, byte: int) -> None:
    data = chained(spoil(give(()), "1"))
    at %= len(data)
    changed = data[:at] + bytes([byte]) + data[at + 1 :]
    if changed == data:
        return
    with pytest.raises(Refused):
        read_register(changed, 2023, "register/2023.jsonl")


DOCUMENTS = ("naskah", "undangan", "deklarasi")
deeds = st.one_of(
    st.sampled_from(DOCUMENTS).map(lambda one: lambda entries: give(entries, one)),
    st.tuples(st.integers(1, 12), st.sampled_from(DOCUMENTS)).map(
        lambda one: lambda entries: write_in(entries, f"{one[0]}/BA/2023", one[1])
    ),
    st.tuples(st.sampled_from("AB"), st.sampled_from(DOCUMENTS)).map(
        lambda one: lambda entries: write_in(entries, one[0], one[1])
    ),
    st.one_of(st.integers(1, 14).map(str), st.sampled_from("AB")).map(
        lambda one: lambda entries: spoil(entries, one)
    ),
    st.tuples(st.integers(1, 14), st.integers(0, 3)).map(
        lambda one: lambda entries: elsewhere(entries, one[0], one[0] + one[1])
    ),
)
"""What people do with numbers, in any order; what is refused changes nothing."""


def history(done: Sequence[Callable[[Entries], Entries]]) -> list[Entries]:
    """Return the register after each deed that was not refused."""
    stages: list[Entries] = [()]
    for deed in done:
        try:
            stages.append(deed(stages[-1]))
        except Refused:
            continue
    return stages


@given(st.lists(deeds, max_size=25))
@examples(120)
def test_no_running_number_is_given_that_was_taken_before(done: Sequence) -> None:
    stages = history(done)
    for before, after in pairwise(stages):
        if isinstance(after[-1], Issued):
            assert after[-1].sequence > max((row.sequence or 0 for row in rows(before)), default=0)


@given(st.lists(deeds, max_size=25))
@examples(120)
def test_no_two_documents_have_one_number(done: Sequence) -> None:
    held = [row.text for row in rows(history(done)[-1]) if row.state in HELD]
    assert len(held) == len(set(held))


@given(st.lists(deeds, max_size=25))
@examples(120)
def test_no_document_has_two_numbers(done: Sequence) -> None:
    held = [row.entry.document for row in rows(history(done)[-1]) if row.entry and row.state in HELD]
    assert len(held) == len(set(held))


@given(st.lists(deeds, max_size=25))
@examples(120)
def test_a_number_that_was_given_and_is_void_stays_void(done: Sequence) -> None:
    last = history(done)[-1]
    for entries in history(done):
        for row in rows(entries):
            if row.state is NumberState.VOID and isinstance(row.entry, Issued):
                assert row_of(last, str(row.sequence)) == row


@given(st.lists(deeds, max_size=25))
@examples(120)
def test_running_numbers_are_listed_without_gap_or_double(done: Sequence) -> None:
    listed = [row.sequence for row in rows(history(done)[-1]) if row.sequence is not None]
    assert listed == list(range(1, len(listed) + 1))


@given(st.lists(deeds, max_size=25))
@examples(120)
def test_a_register_reads_back_as_it_was_written(done: Sequence) -> None:
    entries = history(done)[-1]
    assert read_register(chained(entries), 2023, "register/2023.jsonl").events == entries
