"""A control sheet filled by hand, as a table for Excel: the empty one, and one read back as events.

An agreement and the events of its ledger come in; bytes of CSV, or an event for each row that was filled, go
out. Rows count in the order of their hours, as on the day itself, and at one hour in that of the groups; an
hour is never guessed. All rows are judged together: one that cannot be recorded keeps back the others.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from datetime import date, datetime
from typing import ClassVar, Final, NamedTuple

from kampanye_tui.agreement.entries import day_of
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
from kampanye_tui.agreement.moment import moment_of, refuse_future
from kampanye_tui.agreement.seating import seats
from kampanye_tui.agreement.signing import refuse_overdue, refuse_unfinal, signed
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.event import AnyEvent, Mandate, MandateKind, Outcome, Signed
from kampanye_tui.model.messages import missing_cell, nearest, unknown_choice
from kampanye_tui.model.problem import Problem, Refused
from kampanye_tui.model.state import Seat
from kampanye_tui.model.text import Line
from kampanye_tui.model.value import key

_SPELLINGS: Final = {outcome.value: outcome for outcome in Outcome} | {
    "hadir": Outcome.PRESENT,
    "hadir-saja": Outcome.PRESENT,
}
"""How people write outcomes; blanks, commas and capitals do not matter."""


class SigningRow(SheetRow, frozen=True, kw_only=True):
    """One row. ``urut`` is the ballot number; either it or ``pihak`` says who; the name is for the reader."""

    ready: ClassVar = ("ballot_number", "party", "place", "person")
    ballot_number: int | None = key("urut", default=None)
    party: Line | None = key("pihak", default=None)
    place: int | None = key("ke", default=None)
    person: Line | None = key("penanda_tangan", default=None)
    outcome: Line | None = key("hasil", default=None)
    hour: Line | None = key("pukul", default=None)
    stand_in: Line | None = key("pengganti", default=None)
    mandate_kind: Line | None = key("bentuk_mandat", default=None)
    mandate_number: Line | None = key("nomor_mandat", default=None)
    mandate_day: Line | None = key("tanggal_mandat", default=None)
    due: Line | None = key("paling_lambat", default=None)
    out_of_turn: Line | None = key("alasan_mendahului", default=None)
    remark: Line | None = key("keterangan", default=None)


class Heard(NamedTuple):
    """What a row says, read but not judged against the ledger yet."""

    line: int
    seat: Seat
    outcome: Outcome
    occurred: datetime
    mandate: Mandate | None
    due: date | None
    out_of_turn: str
    remark: str


def signing_table(agreement: Agreement, events: Iterable[AnyEvent]) -> bytes:
    """Return a row for everybody without an outcome, in the order of signing, as CSV for Excel."""
    rows = [
        (
            str(seat.ballot_number or ""),
            seat.party,
            str(seat.place),
            f"{seat.name}, {seat.office}".removeprefix(", "),
        )
        for seat in seats(agreement, events)
        if seat.open
    ]
    return excel_table(heads_of(SigningRow), rows)


def read_signings(
    agreement: Agreement,
    events: Iterable[AnyEvent],
    data: bytes,
    file: str,
    *,
    recorded: datetime,
    operator: str,
) -> tuple[Signed, ...]:
    """Return an event for each row that says an outcome, in the order in which they happened.

    Raises :class:`Refused` with line and column of every problem, and for a text that is not final.
    """
    listed = list(events)
    refuse_unfinal(agreement, listed)
    all_seats = seats(agreement, listed)
    problems: list[Problem] = []
    heard: list[Heard] = []
    lines: dict[Hashable, int] = {}
    for line, row in read_filled_rows(SigningRow, data, file):
        faults: Faults = []
        one = _heard(agreement, all_seats, line, row, recorded, faults)
        if one is not None and one_row_each(
            lines, (one.seat.party, one.seat.place), line, "pihak", "penanda tangan ini", faults
        ):
            heard.append(one)
        problems += problems_of(faults, file, line)
    made: list[Signed] = []
    unread = bool(problems)
    for one in sorted(heard, key=lambda one: (one.occurred, one.seat.group)):
        try:
            event = signed(
                agreement,
                listed,
                one.seat.party,
                one.seat.place,
                one.outcome,
                occurred=one.occurred,
                recorded=recorded,
                operator=operator,
                mandate=one.mandate,
                due=one.due,
                remark=one.remark,
                # While a row cannot be read, nobody knows who went before whom.
                out_of_turn=one.out_of_turn or ("?" if unread else ""),
            )
        except Refused as refused:
            problems += problems_of([("pihak", words_of(refused))], file, one.line)
        else:
            made.append(event)
            listed.append(event)
    if problems:
        raise Refused(sorted(problems, key=lambda problem: problem.line))
    return tuple(made)


def _heard(
    agreement: Agreement,
    all_seats: Sequence[Seat],
    line: int,
    row: SigningRow,
    recorded: datetime,
    faults: Faults,
) -> Heard | None:
    """Return what a row says, None where it cannot be read; what is wrong with it goes into ``faults``."""
    seat = _seat(all_seats, row, faults)
    outcome = _SPELLINGS.get("-".join((row.outcome or "").replace(",", " ").casefold().split()))
    if outcome is None:
        faults.append(
            ("hasil", unknown_choice(row.outcome, list(Outcome)) if row.outcome else missing_cell("hasil"))
        )
    occurred = _occurred(agreement, row, recorded, faults)
    mandate = _mandate(row, faults)
    due = _day(row.due, "paling_lambat", faults)
    if outcome is Outcome.LATER and due is not None and occurred is not None:
        try:
            refuse_overdue(agreement, due, occurred)
        except Refused as refused:
            faults.append(("paling_lambat", words_of(refused)))
    if outcome is Outcome.LATER and not row.due:
        faults.append(("paling_lambat", ("tanggal menyusul belum diisi", "Isi paling lambat kapan")))
    if row.due and outcome not in (Outcome.LATER, None):
        faults.append(
            ("paling_lambat", ("hanya untuk yang menyusul", "Kosongkan selnya, atau ubah hasilnya"))
        )
    if faults or seat is None or outcome is None or occurred is None:
        return None
    return Heard(line, seat, outcome, occurred, mandate, due, row.out_of_turn or "", row.remark or "")


def _seat(all_seats: Sequence[Seat], row: SigningRow, faults: Faults) -> Seat | None:
    """Return whose row it is: by id or short name, else by ballot number."""
    named, number, place = row.party, row.ballot_number, row.place or 1
    if named is None and number is None:
        faults.append(("pihak", missing_cell("pihak")))
        return None
    own = [
        seat
        for seat in all_seats
        if (
            seat.ballot_number == number
            if named is None
            else named == seat.party or named.casefold() == seat.called.casefold()
        )
    ]
    if not own:
        column, said = ("urut", str(number)) if named is None else ("pihak", named)
        near = nearest(said, [seat.party for seat in all_seats]) if named else ""
        hint = near if near.startswith("Mungkin") else "Lihat dengan: kampanye tandatangan daftar"
        faults.append((column, (f'"{said}" tidak diminta menandatangani naskah ini', hint)))
        return None
    if number is not None and own[0].ballot_number != number:
        belongs = f"nomor urut {number} bukan milik {own[0].called}"
        faults.append(("urut", (belongs, "Perbaiki nomor urut atau pihaknya")))
    found = next((seat for seat in own if seat.place == place), None)
    if found is None:
        what = f"{own[0].called} hanya mempunyai {len(own)} penanda tangan"
        faults.append(("ke", (what, f"Tulis 1 sampai {len(own)}" if len(own) > 1 else "Tulis 1")))
    return found


def _occurred(agreement: Agreement, row: SigningRow, recorded: datetime, faults: Faults) -> datetime | None:
    if not row.hour:
        told = "Tulis pukul yang tertera pada lembar, juga bagi yang tidak hadir"
        faults.append(("pukul", ("pukul kejadiannya belum diisi", told)))
        return None
    try:
        occurred = moment_of(row.hour, agreement, recorded)
        refuse_future(occurred, recorded)
    except Refused as refused:
        faults.append(("pukul", words_of(refused)))
        return None
    return occurred


def _mandate(row: SigningRow, faults: Faults) -> Mandate | None:
    cells = {
        "pengganti": row.stand_in,
        "bentuk_mandat": row.mandate_kind,
        "nomor_mandat": row.mandate_number,
        "tanggal_mandat": row.mandate_day,
    }
    if not any(cells.values()):
        return None
    faults += [
        (column, (f'"{column}" belum diisi', "Lengkapi surat mandatnya, atau kosongkan keempat selnya"))
        for column, cell in cells.items()
        if not cell
    ]
    kinds = {kind.value.casefold().replace(".", ""): kind for kind in MandateKind}
    kind = kinds.get((row.mandate_kind or "").casefold().replace(".", ""))
    if row.mandate_kind and kind is None:
        faults.append(("bentuk_mandat", unknown_choice(row.mandate_kind, list(MandateKind))))
    day = _day(row.mandate_day, "tanggal_mandat", faults)
    if kind is None or day is None:
        return None
    return Mandate(kind=kind, name=row.stand_in or "", number=row.mandate_number or "", day=day)


def _day(cell: str | None, column: str, faults: Faults) -> date | None:
    try:
        return day_of(cell or "")
    except Refused as refused:
        faults.append((column, words_of(refused)))
        return None
