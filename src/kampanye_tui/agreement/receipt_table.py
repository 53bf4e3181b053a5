"""Handing over and receipts of numbered copies as a table for Excel: the list to fill in, and one read back.

An agreement and the events of its ledger come in; bytes of CSV, or an event for each day that was filled in,
go out. A day is never guessed. All rows are judged together: one that cannot be recorded keeps back the
others.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from datetime import datetime
from typing import ClassVar, Final, NamedTuple

from kampanye_tui.agreement.chronicle import told
from kampanye_tui.agreement.copy_history import deed_words
from kampanye_tui.agreement.copy_standing import copies, holder_name
from kampanye_tui.agreement.copying import handled
from kampanye_tui.agreement.excel_table import excel_table
from kampanye_tui.agreement.filled_sheet import (
    Faults,
    SheetRow,
    heads_of,
    one_row_each,
    problems_of,
    read_filled_rows,
    words_of,
)
from kampanye_tui.agreement.known_hour import day_and_hour, is_before
from kampanye_tui.agreement.moment import dated_moment, zone_of
from kampanye_tui.agreement.signing import refuse_unfinal
from kampanye_tui.model.agreement import Agreement, CopyForm
from kampanye_tui.model.event import AnyEvent, CopyDeed, CopyHandled
from kampanye_tui.model.messages import missing_cell, unknown_choice
from kampanye_tui.model.problem import Problem, Refused
from kampanye_tui.model.state import CopyStatus
from kampanye_tui.model.text import Line
from kampanye_tui.model.value import key

_HERE: Final = (CopyDeed.PRINTED, CopyDeed.RETURNED)
"""After these a copy may be handed over, unless it says what is no longer so."""


class ReceiptRow(SheetRow, frozen=True, kw_only=True):
    """One row. Who took the copy along is ``kepada``; ``penerima`` signed the receipt, if somebody else did.

    ``untuk`` is for the reader.
    """

    ready: ClassVar = ("form", "number", "holder")

    form: Line | None = key("bentuk", default=None)
    number: int | None = key("nomor", default=None)
    holder: Line | None = key("untuk", default=None)
    handed: Line | None = key("diserahkan", default=None)
    receiver: Line | None = key("kepada", default=None)
    capacity: Line | None = key("sebagai", default=None)
    received: Line | None = key("diterima", default=None)
    signer: Line | None = key("penerima", default=None)
    signer_capacity: Line | None = key("kapasitas", default=None)


class Heard(NamedTuple):
    """One deed that a row says, read but not judged against the ledger yet."""

    line: int
    column: str
    copy: CopyStatus
    deed: CopyDeed
    occurred: datetime
    receiver: str
    capacity: str
    order: datetime
    """When its turn comes: a receipt of the day alone is never before a handing over in the same row."""


def receipt_table(agreement: Agreement, events: Iterable[AnyEvent]) -> bytes:
    """Return a row for each copy that is printed and not received, as CSV for Excel."""
    rows: list[list[str]] = []
    zone = zone_of(agreement.reference.region)
    for copy in waiting(agreement, events):
        cells = [copy.form, str(copy.number), holder_name(agreement, copy.party)]
        if copy.last is not None and copy.last.deed is CopyDeed.HANDED_OVER:
            given = copy.last
            cells += [day_and_hour(given.occurred.astimezone(zone)), given.receiver, given.capacity]
        rows.append(cells)
    return excel_table(heads_of(ReceiptRow), rows)


def waiting(agreement: Agreement, events: Iterable[AnyEvent]) -> tuple[CopyStatus, ...]:
    """Return the copies that are printed and of which a handing over or a receipt is still to be entered."""
    return tuple(
        copy
        for copy in copies(agreement, events)
        if copy.last is not None
        and (copy.last.deed is CopyDeed.HANDED_OVER or (copy.last.deed in _HERE and not copy.outdated))
    )


def entered_words(agreement: Agreement, event: CopyHandled) -> str:
    """Return what a row records, in one line with its day."""
    return f"{event.occurred:%d-%m-%Y}  {told(event, agreement)}"


def read_receipts(
    agreement: Agreement,
    events: Iterable[AnyEvent],
    data: bytes,
    file: str,
    *,
    recorded: datetime,
    operator: str,
) -> tuple[CopyHandled, ...]:
    """Return an event for each handing over and receipt that is new, in the order in which they happened.

    Raises :class:`Refused` with line and column of every problem, and for a text that is not final.
    """
    listed = list(events)
    refuse_unfinal(agreement, listed)
    known = {(copy.form, copy.number): copy for copy in copies(agreement, listed)}
    problems: list[Problem] = []
    heard: list[Heard] = []
    lines: dict[Hashable, int] = {}
    for line, row in read_filled_rows(ReceiptRow, data, file):
        faults: Faults = []
        copy = _copy(known, row, faults)
        if copy is not None and one_row_each(
            lines, (copy.form, copy.number), line, "nomor", "salinan ini", faults
        ):
            heard += _deeds(agreement, line, copy, row, faults)
        problems += problems_of(faults, file, line)
    made: list[CopyHandled] = []
    failed: set[int] = set()
    for one in sorted(heard, key=lambda one: (one.order, one.deed is CopyDeed.RECEIVED)):
        if one.line in failed:
            continue
        try:
            event = handled(
                agreement,
                listed,
                one.deed,
                CopyForm(one.copy.form),
                one.copy.number,
                receiver=one.receiver,
                capacity=one.capacity,
                occurred=one.occurred,
                recorded=recorded,
                operator=operator,
            )
        except Refused as refused:
            failed.add(one.line)
            problems += problems_of([(one.column, words_of(refused))], file, one.line)
        else:
            made.append(event)
            listed.append(event)
    if problems:
        raise Refused(sorted(problems, key=lambda problem: problem.line))
    return tuple(made)


def _copy(known: dict[tuple[str, int], CopyStatus], row: ReceiptRow, faults: Faults) -> CopyStatus | None:
    """Return the copy that a row is about: a salinan unless it says otherwise."""
    form = (row.form or CopyForm.COPY.value).casefold()
    if form not in list(CopyForm):
        faults.append(("bentuk", unknown_choice(row.form or "", list(CopyForm))))
        return None
    if row.number is None:
        faults.append(("nomor", missing_cell("nomor")))
        return None
    copy = known.get((form, row.number))
    if copy is None:
        hint = "Lihat nomornya dengan: kampanye salinan daftar"
        faults.append(("nomor", (f"tidak ada {form} nomor {row.number}", hint)))
    return copy


def _deeds(agreement: Agreement, line: int, copy: CopyStatus, row: ReceiptRow, faults: Faults) -> list[Heard]:
    """Return what a row says and the ledger does not know yet; what is wrong with it goes into ``faults``."""
    given = copy.last if copy.last and copy.last.deed is CopyDeed.HANDED_OVER else None
    said: list[Heard] = []
    for column, deed, day, who, capacity in (
        ("diserahkan", CopyDeed.HANDED_OVER, row.handed, row.receiver, row.capacity),
        ("diterima", CopyDeed.RECEIVED, row.received, row.signer, row.signer_capacity),
    ):
        if not day:
            if who or capacity:
                faults.append((column, ("tanggalnya belum diisi", "Tulis misalnya 28-11-2023")))
            continue
        try:
            occurred = dated_moment(day, agreement)
        except Refused as refused:
            faults.append((column, words_of(refused)))
            continue
        order = max([occurred, *(one.occurred for one in said)])
        one = Heard(line, column, copy, deed, occurred, who or "", capacity or "", order)
        if said and is_before(occurred, said[0].occurred):
            what = f"{day_and_hour(occurred)} mendahului penyerahannya, {day_and_hour(said[0].occurred)}"
            faults.append((column, (what, "Periksa kedua tanggalnya")))
        elif deed is CopyDeed.RECEIVED or given is None:
            said.append(one)
        elif not _same(one, given):
            known = f"{deed_words(given)}, {day_and_hour(given.occurred.astimezone(occurred.tzinfo))}"
            hint = "Kembalikan selnya, atau koreksi dahulu catatan itu"
            faults.append((column, (f"sudah tercatat {known}", hint)))
    return [] if faults else said


def _same(one: Heard, given: CopyHandled) -> bool:
    """Tell whether a row repeats the handing over that the ledger has; a day alone says no other hour."""
    occurred = given.occurred.astimezone(one.occurred.tzinfo)
    person = tuple(" ".join(text.split()) for text in (given.receiver, given.capacity))
    when = (day_and_hour(occurred), f"{occurred:%d-%m-%Y}")
    return (one.receiver, one.capacity) == person and day_and_hour(one.occurred) in when
