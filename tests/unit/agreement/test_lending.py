"""The right to write: what a chain says of it, and where two chains part."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from kampanye_tui.agreement.chain import Chained, added, beginning
from kampanye_tui.agreement.facts import corrected
from kampanye_tui.agreement.lending import (
    last_loan_in,
    lent,
    parting,
    refuse_stranger,
    step_words,
    why_read_only,
)
from kampanye_tui.model.event import AnyEvent, Interrupted, Loan
from kampanye_tui.model.loan import LoanDeed
from kampanye_tui.model.problem import Declined, Refused
from tests.each import for_each

THEN = datetime(2023, 11, 28, 9, 12, tzinfo=UTC)
SAID = {"number": 0, "occurred": THEN, "recorded": THEN, "operator": "ani"}


def step(deed: LoanDeed, **more: object) -> Loan:
    """Return a step of a loan."""
    return Loan(deed=deed, **(SAID | more))


def pause(reason: str) -> Interrupted:
    """Return an event."""
    return Interrupted(reason=reason, **SAID)


def numbered(*events: AnyEvent) -> tuple[AnyEvent, ...]:
    """Return events as a ledger numbers them."""
    import msgspec

    return tuple(msgspec.structs.replace(one, number=at) for at, one in enumerate(events, 1))


def ledger(*events: AnyEvent) -> bytes:
    """Return the bytes of a ledger."""
    return added(Chained((), beginning("nota")), numbered(*events))[0]


LENT = step(LoanDeed.LENT, to="laptop-aula", year=2023, first=5, last=9)


@for_each("deed", {one.value: one for one in LoanDeed})
def test_the_last_step_in_the_bytes_is_that_of_the_ledger(deed: LoanDeed) -> None:
    data = ledger(pause("a"), step(LoanDeed.LENT), pause("b"), step(deed), pause("c"))
    found = last_loan_in(data)
    assert (found and found.deed, found and found.number) == (deed, 4)


def test_the_first_line_may_be_the_step() -> None:
    assert last_loan_in(ledger(LENT)) == numbered(LENT)[0]


def test_a_reason_that_looks_like_a_step_is_none() -> None:
    assert last_loan_in(ledger(pause('{"jenis":"pinjaman","tindakan":"diterima"'))) is None


def test_a_step_that_was_torn_was_never_recorded() -> None:
    assert last_loan_in(ledger(pause("a"), LENT)[:-5]) is None


def test_a_step_that_nobody_can_read_lets_nothing_be_written() -> None:
    with pytest.raises(Refused, match="tidak terbaca"):
        last_loan_in(ledger(LENT).replace(b"dipinjamkan", b"dijualkan"))


def test_who_lent_reads_to_whom_since_when_and_what_to_do() -> None:
    assert why_read_only(LENT) == (
        "dipinjamkan ke laptop-aula sejak 28 November 2023 09.12",
        "Kembalikan dengan: kampanye kembalikan FOLDER; bila hilang: kampanye pinjam NASKAH --batalkan",
    )


def test_who_gave_back_reads_so() -> None:
    words = why_read_only(step(LoanDeed.GIVEN_BACK))
    assert words == ("sudah dikembalikan ke kantor 28 November 2023 09.12", "Lanjutkan di kantor")


@for_each("deed", {one.value: one for one in (LoanDeed.RECEIVED, LoanDeed.TAKEN_BACK, LoanDeed.CANCELLED)})
def test_who_received_took_back_or_cancelled_writes(deed: LoanDeed) -> None:
    assert why_read_only(step(deed)) is None


def test_what_is_lent_is_not_lent_again() -> None:
    with pytest.raises(Declined, match="dipinjamkan ke laptop-aula"):
        lent((LENT,), **SAID)


def test_what_was_received_is_not_lent_on() -> None:
    with pytest.raises(Declined, match="sendiri pinjaman"):
        lent((LENT, step(LoanDeed.RECEIVED)), **SAID)


def test_a_step_is_never_corrected() -> None:
    with pytest.raises(Refused, match="tidak dapat dikoreksi"):
        corrected(numbered(LENT), 1, "salah", occurred=THEN, recorded=THEN, operator="ani")


def test_the_numbers_that_go_along_are_told() -> None:
    assert step_words(LENT) == "hak menulis dipinjamkan ke laptop-aula beserta nomor 5-9 tahun 2023"


SAME = (pause("a"), LENT)


def _parted(here: tuple[AnyEvent, ...], there: tuple[AnyEvent, ...]) -> tuple[int, int, int]:
    ours, theirs = numbered(*SAME, *here), numbered(*SAME, *there)
    part = parting(ledger(*ours), ledger(*theirs), ours, theirs)
    return part.same, len(part.here), len(part.there)


@for_each(
    "case",
    {
        "a continuation": ((), (step(LoanDeed.RECEIVED), pause("b")), (2, 0, 2)),
        "nothing new": ((pause("b"),), (pause("b"),), (3, 0, 0)),
        "a fork": ((step(LoanDeed.CANCELLED),), (step(LoanDeed.RECEIVED), pause("b")), (2, 1, 2)),
        "an older copy": ((pause("b"), pause("c")), (pause("b"),), (3, 1, 0)),
    },
)
def test_two_chains_part_behind_what_is_the_same(case) -> None:
    here, there, told = case
    assert _parted(here, there) == told


def test_a_chain_that_no_loan_went_along_with_is_a_strangers() -> None:
    with pytest.raises(Refused, match="bukan pinjaman dari naskah ini"):
        refuse_stranger((pause("a"), LENT), 1)
