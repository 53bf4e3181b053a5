"""The numbers that go along with an agreement that is lent: which, and who may give which meanwhile.

Entries of a register come in; new entries, and why one may not be entered, go out. The register goes apart
while an agreement is lent: the office gives other numbers. So what the laptop entered is entered again behind
what the office did, and the numbers that it left are given by the office before any new one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from kampanye_tui.agreement.number_format import LARGEST
from kampanye_tui.agreement.number_register import HELD, NumberState, Row, last_steps, rows
from kampanye_tui.model.loan import ON_LAPTOP, LoanDeed
from kampanye_tui.model.number_entry import AnyNumberEntry, Issued, NumbersLent, TypedIn, UsedOutside, Voided
from kampanye_tui.model.problem import Declined, Problem, Refused, refuse

SPARE = 10
"""Numbers that go along besides one for each planned copy: minutes, receipts, what comes up."""
MOST = 500
"""More go along with no agreement; an office writes some hundred papers a year."""


def lent_numbers(entries: Iterable[AnyNumberEntry], agreement: str, count: int, **said: Any) -> NumbersLent:
    """Return the entry by which the next ``count`` numbers go along; raises :class:`Refused`."""
    listed = tuple(entries)
    first = max((row.sequence or 0 for row in rows(listed)), default=0) + 1
    if first + count - 1 > LARGEST:
        raise refuse(f"nomor tahun ini sudah sampai {first - 1}", "Periksa dengan: kampanye nomor daftar")
    return NumbersLent(
        number=0, deed=LoanDeed.LENT, sequence=first, last=first + count - 1, agreement=agreement, **said
    )


def step_behind(lent: NumbersLent, deed: LoanDeed, **said: Any) -> NumbersLent:
    """Return the entry of a later step of the same numbers."""
    return msgspec.structs.replace(lent, number=0, deed=deed, **said)


def decline_entries(before: Iterable[AnyNumberEntry], new: Iterable[AnyNumberEntry]) -> None:
    """Raise :class:`Declined` for an entry that a register may not take while numbers are lent.

    The office enters nothing about numbers that are lent, nor for the agreement they went with; a register
    that was lent enters only what is about its own, and none once it was given back.
    """
    listed = tuple(before)
    steps = last_steps(listed)
    known: dict[int | str, Row] | None = None
    for entry in new:
        if isinstance(entry, NumbersLent) or not steps:
            continue
        known = known or {row.sequence or row.text: row for row in rows(listed)}
        for step in steps.values():
            if why := _why_not(entry, step, known):
                raise Declined([Problem(what=why, hint=_HINTS[step.deed])])


_HINTS = {
    LoanDeed.LENT: "Kembalikan dahulu naskahnya: kampanye kembalikan FOLDER",
    LoanDeed.RECEIVED: "Catat di kantor, sesudah naskah dikembalikan",
    LoanDeed.GIVEN_BACK: "Lanjutkan di kantor",
}


def decline_elsewhere(entries: Iterable[AnyNumberEntry]) -> None:
    """Raise :class:`Declined` where this register of another year went along with a loan."""
    for step in last_steps(entries).values():
        if step.deed in ON_LAPTOP:
            raise not_brought(step.deed)


def not_brought(deed: LoanDeed = LoanDeed.RECEIVED) -> Declined:
    """Return the refusal of a number in a workspace that was lent without that year's numbers."""
    what = "ruang kerja ini pinjaman dari kantor dan tidak membawa nomor tahun itu"
    return Declined([Problem(what=what, hint=_HINTS[deed])])


def carried_back(entries: Iterable[AnyNumberEntry], lent: NumbersLent) -> tuple[AnyNumberEntry, ...]:
    """Return what a laptop entered behind the numbers it was lent; raises :class:`Refused`.

    Every entry is judged as it would have been when it was entered.
    """
    listed = tuple(entries)
    at = next((at for at, one in enumerate(listed) if one == lent), None)
    if at is None:
        raise refuse("register di folder itu bukan lanjutan register kantor")
    made = []
    for number, entry in enumerate(listed[at + 1 :], at + 1):
        try:
            decline_entries(listed[:number], [entry])
        except Refused as refused:
            (problem,) = refused.problems
            what = f"baris {number + 1} register di folder itu: {problem.what}"
            raise Declined([Problem(what=what, hint="Register itu tidak ditulis oleh program ini")]) from None
        if not isinstance(entry, NumbersLent):
            made.append(entry)
        elif entry.deed not in ON_LAPTOP:
            raise refuse("register di folder itu memuat pinjaman lain", "Kembalikan dahulu yang itu")
    return tuple(made)


def _why_not(entry: AnyNumberEntry, step: NumbersLent, known: dict[int | str, Row]) -> str:
    """Return why an entry may not be behind a step of a loan; empty where it may."""
    rows_of = [known.get(number) for number in _numbers(entry)]
    if step.deed is LoanDeed.LENT:
        theirs = isinstance(entry, Issued | TypedIn) and entry.agreement == step.agreement
        theirs = theirs or any(row and row.entry and row.entry.agreement == step.agreement for row in rows_of)
        if theirs or any(row and row.state is NumberState.LENT for row in rows_of):
            return f"nomor {step.sequence}-{step.last} dan naskah {step.agreement} sedang dipinjamkan"
    elif step.deed is LoanDeed.GIVEN_BACK:
        return "register ini sudah dikembalikan ke kantor"
    elif step.deed is LoanDeed.RECEIVED:
        if isinstance(entry, Issued | TypedIn) and entry.agreement != step.agreement:
            return f"nomor yang dibawa dari kantor hanya untuk naskah {step.agreement}"
        inside = all(step.sequence <= number <= step.last for number in _numbers(entry))
        own = isinstance(entry, Voided) and all(
            row and row.state in HELD and row.entry and row.entry.agreement == step.agreement
            for row in rows_of
        )
        if not (inside or own):
            return f"di luar nomor yang dibawa dari kantor, yaitu {step.sequence}-{step.last}"
    return ""


def _numbers(entry: AnyNumberEntry) -> Iterator[int]:
    """Yield the running numbers that an entry is about."""
    if isinstance(entry, UsedOutside | NumbersLent):
        yield from range(entry.sequence, (entry.last or entry.sequence) + 1)
    elif entry.sequence is not None:
        yield entry.sequence
