"""The numbers of documents of one year: which comes next, who has which, which are void, which are missing.

Entries of a register come in; values and new entries go out, whose ``number`` is 0 until the register sets
it. A number is never given twice and never again after it was void. Nothing here reads or writes files.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

import msgspec

from kampanye_tui.agreement.chain import Chained, beginning, read_chain
from kampanye_tui.agreement.number_format import LARGEST, parts_of, written
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.loan import ON_LAPTOP, LoanDeed
from kampanye_tui.model.messages import shortened
from kampanye_tui.model.number_entry import AnyNumberEntry, Issued, NumbersLent, TypedIn, UsedOutside, Voided
from kampanye_tui.model.problem import Refused, refuse

Register = Chained[AnyNumberEntry]
_DECODER: msgspec.json.Decoder[AnyNumberEntry] = msgspec.json.Decoder(AnyNumberEntry)


class NumberState(StrEnum):
    """What became of a number."""

    ISSUED = "diberikan"
    TYPED_IN = "dicatat"
    REPLACED = "diganti"
    """Typed in for a document that was then said to have another one."""
    OUTSIDE = "dipakai di luar"
    VOID = "batal"
    LENT = "dipinjamkan"
    """It went along with an agreement that was lent; nobody gives it here."""
    FREE = "bebas"
    """Kept for whoever has this register: it is the next to be given."""
    GAP = "belum terjelaskan"


HELD = (NumberState.ISSUED, NumberState.TYPED_IN)
"""A document has the number."""


class Row(NamedTuple):
    """A number: its running number, if it has one, what became of it, and the document it was for."""

    sequence: int | None
    state: NumberState
    entry: Issued | TypedIn | None = None
    reason: str = ""

    @property
    def text(self) -> str:
        """The number as it prints; empty where no document had it."""
        return self.entry.text if self.entry else ""

    @property
    def called(self) -> str:
        """What an operator calls it: as it prints or, where that is not known, its running number."""
        return self.text or str(self.sequence)


class Span(NamedTuple):
    """Running numbers from ``first`` to ``last``."""

    first: int
    last: int

    def __str__(self) -> str:
        return f"{self.first}" if self.first == self.last else f"{self.first}-{self.last}"


def read_register(data: bytes, year: int, label: str) -> Register:
    """Return the entries of a year's register; raises :class:`Refused` with the first line that is broken."""
    hint = "Baris sebelumnya utuh; bandingkan dengan cadangan register ini"
    return read_chain(data, beginning(f"register/{year:04d}"), _DECODER, label, hint)


def rows(entries: Iterable[AnyNumberEntry]) -> tuple[Row, ...]:
    """Return every running number from 1 to the highest with its state, then numbers that have none."""
    known = _known(entries)
    return (
        *(known.get(number, Row(number, NumberState.GAP)) for number in range(1, _highest(known) + 1)),
        *(row for row in known.values() if row.sequence is None),
    )


def gaps(entries: Iterable[AnyNumberEntry]) -> tuple[Span, ...]:
    """Return the running numbers below the highest of which nothing is known."""
    return spans_of_numbers(
        row.sequence for row in rows(entries) if row.state is NumberState.GAP and row.sequence is not None
    )


def spans_of_numbers(numbers: Iterable[int]) -> tuple[Span, ...]:
    """Return running numbers, which come in order, as spans without gaps."""
    spans: list[Span] = []
    for number in numbers:
        follows = spans and spans[-1].last == number - 1
        spans.append(Span(spans.pop().first if follows else number, number))
    return tuple(spans)


def assigned(entries: Iterable[AnyNumberEntry], agreement: str, document: str) -> Issued | TypedIn | None:
    """Return the entry of the number that a document of an agreement has; None where it has none."""
    return _of(_known(entries), agreement, document)


def issued(
    entries: Iterable[AnyNumberEntry],
    *,
    form: str,
    code: str,
    document: str,
    agreement: str,
    day: date,
    recorded: datetime,
    operator: str,
) -> Issued:
    """Return the entry that gives a document the next number of the year; raises :class:`Refused`.

    Numbers that came back unused from a loan come first, so that they leave no gap; a register that was lent
    itself gives only those that went along with it.
    ``form`` and ``code`` are what :func:`written` makes it from.
    """
    known = _known(entries)
    if held := _of(known, agreement, document):
        raise _has_one(document, held)
    if not form:
        raise refuse(
            "kantor ini belum menyebutkan bentuk nomor dokumen",
            "Isi format_nomor pada tabel [kantor] di kampanye.toml, atau catat nomor dari tempat lain "
            "dengan: kampanye nomor catat",
        )
    free = [row.sequence for row in known.values() if row.state is NumberState.FREE and row.sequence]
    if not free and borrowed(entries):
        raise refuse(
            "ruang kerja ini pinjaman dari kantor dan tidak mempunyai nomor lagi",
            "Minta nomor ke kantor, lalu catat: kampanye nomor catat",
        )
    sequence = min(free, default=_highest(known) + 1)
    if sequence > LARGEST:
        raise refuse(
            f"nomor tahun ini sudah sampai {LARGEST}", "Periksa register dengan: kampanye nomor daftar"
        )
    text = written(form, sequence, day, code)
    for row in known.values():
        if row.text == text:
            raise refuse(
                f'nomor "{text}" sudah tercatat dari tempat lain',
                f'Lewati dengan: kampanye nomor luar {sequence} --alasan "sudah tercatat"',
            )
    return Issued(
        number=0,
        recorded=recorded,
        operator=operator,
        sequence=sequence,
        text=text,
        document=document,
        agreement=agreement,
        day=day,
    )


def typed_in(
    entries: Iterable[AnyNumberEntry],
    *,
    form: str,
    text: str,
    document: str,
    agreement: str,
    day: date,
    recorded: datetime,
    operator: str,
) -> TypedIn:
    """Return the entry of a number that came from elsewhere; raises :class:`Refused`.

    It takes the place of one that was typed in before for the same document. Where it has the office's form
    it takes a running number of the year, so that the register does not give that one to anybody.
    """
    known = _known(entries)
    held = _of(known, agreement, document)
    if isinstance(held, Issued):
        raise _has_one(document, held)
    if not text:
        raise refuse("nomornya belum diisi")
    parts = parts_of(form, text)
    sequence = parts.sequence if parts else None
    for row in known.values():
        same = row.text == text or (sequence is not None and row.sequence == sequence)
        gone = row.state in (*HELD, NumberState.LENT) or isinstance(row.entry, Issued)
        if same and gone and (row.entry is None or row.entry != held):
            raise _taken(row, text)
    return TypedIn(
        number=0,
        recorded=recorded,
        operator=operator,
        text=text,
        document=document,
        agreement=agreement,
        day=day,
        sequence=sequence,
    )


def used_outside(
    entries: Iterable[AnyNumberEntry], span: Span, reason: str, *, recorded: datetime, operator: str
) -> UsedOutside:
    """Return the entry of numbers that were used elsewhere; raises :class:`Refused`.

    They begin at the latest behind the highest number, so that a slip of the hand leaves no gap.
    """
    known = _known(entries)
    if not reason:
        raise _no_reason()
    for sequence in range(span.first, min(span.last, _highest(known)) + 1):
        if sequence in known and known[sequence].state is not NumberState.FREE:
            raise _taken(known[sequence], str(sequence))
    following = _highest(known) + 1
    # Of a register that was lent it is told which numbers it has.
    if span.first > following and not borrowed(entries):
        missing = Span(following, span.first - 1)
        raise refuse(
            f"nomor {missing} belum tercatat",
            f"Bila {Span(following, span.last)} semuanya dipakai di luar, sebutkan: "
            f"kampanye nomor luar {Span(following, span.last)}",
        )
    return UsedOutside(
        number=0,
        recorded=recorded,
        operator=operator,
        sequence=span.first,
        last=span.last if span.last > span.first else None,
        reason=reason,
    )


def voided(
    entries: Iterable[AnyNumberEntry], wanted: str, reason: str, *, recorded: datetime, operator: str
) -> Voided:
    """Return the entry that makes a number void, said as its running number or as it prints.

    A number of a gap can be void: then it was never used. Raises :class:`Refused`.
    """
    if not reason:
        raise _no_reason()
    row = row_of(entries, wanted)
    if row.state is NumberState.VOID:
        raise refuse(f"nomor {row.called} sudah dibatalkan: {row.reason}")
    if row.state is NumberState.LENT:
        raise _taken(row, row.called)
    text = row.text if row.sequence is None else ""
    return Voided(
        number=0, recorded=recorded, operator=operator, sequence=row.sequence, text=text, reason=reason
    )


def row_of(entries: Iterable[AnyNumberEntry], wanted: str) -> Row:
    """Return a number said as its running number or as it prints; raises :class:`Refused` for no number."""
    listed = rows(entries)
    sequence = _sequence(wanted)
    met = [
        row for row in listed if wanted and (row.text == wanted or (sequence and row.sequence == sequence))
    ]
    if not met:
        raise refuse(
            f'nomor "{shortened(wanted)}" tidak ada di register tahun ini',
            "Lihat nomornya dengan: kampanye nomor daftar",
        )
    return next((row for row in met if row.state in HELD), met[0])


def span_of(typed: str) -> Span:
    """Return one running number, or several in a row: ``7`` or ``7-12``; raises :class:`Refused`."""
    first, dash, last = (part.strip() for part in typed.partition("-"))
    ends = (_sequence(first), _sequence(last if dash else first))
    if ends[0] is None or ends[1] is None or ends[1] < ends[0]:
        raise refuse(f'"{typed}" bukan nomor urut; tulis misalnya 7, atau 7-12 untuk beberapa sekaligus')
    return Span(ends[0], ends[1])


def last_steps(entries: Iterable[AnyNumberEntry]) -> dict[str, NumbersLent]:
    """Return the last step of a loan of each agreement that numbers ever went along with, by its id."""
    return {one.agreement: one for one in entries if isinstance(one, NumbersLent)}


def borrowed(entries: Iterable[AnyNumberEntry]) -> bool:
    """Tell whether a register went along with a loan and gives nothing but the numbers it was lent."""
    return any(step.deed in ON_LAPTOP for step in last_steps(entries).values())


def with_number(agreement: Agreement, document: str, text: str) -> Agreement:
    """Return the agreement with the number of a document; an empty one leaves a blank."""
    others = {name: number for name, number in agreement.numbers.items() if name != document}
    return msgspec.structs.replace(agreement, numbers={**others, document: text} if text else others)


def _known(entries: Iterable[AnyNumberEntry]) -> dict[int | str, Row]:
    """Return what is known of each number, by its running number or, where it has none, as it prints."""
    known: dict[int | str, Row] = {}
    holding: dict[tuple[str, str], int | str] = {}
    for entry in entries:
        key: int | str
        if isinstance(entry, Issued | TypedIn):
            document = (entry.agreement, entry.document)
            if (before := holding.get(document)) is not None and known[before].state in HELD:
                known[before] = known[before]._replace(state=NumberState.REPLACED)
            key = entry.text if entry.sequence is None else entry.sequence
            state = NumberState.ISSUED if isinstance(entry, Issued) else NumberState.TYPED_IN
            known[key] = Row(entry.sequence, state, entry)
            holding[document] = key
        elif isinstance(entry, UsedOutside):
            for sequence in range(entry.sequence, (entry.last or entry.sequence) + 1):
                known[sequence] = Row(sequence, NumberState.OUTSIDE, reason=entry.reason)
        elif isinstance(entry, NumbersLent):
            known |= _carried(entry, known)
        else:
            key = entry.text if entry.sequence is None else entry.sequence
            row = known.get(key, Row(entry.sequence, NumberState.VOID))
            known[key] = row._replace(state=NumberState.VOID, reason=entry.reason)
    return known


_LENT = NumberState.LENT
_STEPS = {
    LoanDeed.LENT: (None, _LENT),
    LoanDeed.RECEIVED: (_LENT, NumberState.FREE),
    LoanDeed.GIVEN_BACK: (NumberState.FREE, _LENT),
    LoanDeed.TAKEN_BACK: (_LENT, NumberState.FREE),
    LoanDeed.CANCELLED: (_LENT, NumberState.VOID),
}
"""Step of a loan → the numbers that it is about, by their state, and their state behind it."""


def _carried(entry: NumbersLent, known: dict[int | str, Row]) -> dict[int | str, Row]:
    """Return what a step of a loan makes of its numbers; those that were given meanwhile stay given."""
    before, after = _STEPS[entry.deed]
    told = f"pinjaman naskah {entry.agreement} ke {entry.to}, {entry.deed.value}" if entry.to else ""
    made: dict[int | str, Row] = {}
    for sequence in range(entry.sequence, entry.last + 1):
        row = known.get(sequence)
        if (row.state if row else None) is before:
            made[sequence] = Row(sequence, after, reason=told or (row.reason if row else ""))
    return made


def _sequence(typed: str) -> int | None:
    """Return a running number that was typed; None for anything else."""
    digits = typed.isascii() and typed.isdecimal() and len(typed) <= len(str(LARGEST))
    return int(typed) or None if digits else None


def _highest(known: Iterable[int | str]) -> int:
    return max((key for key in known if isinstance(key, int)), default=0)


def _of(known: dict[int | str, Row], agreement: str, document: str) -> Issued | TypedIn | None:
    for row in known.values():
        entry = row.entry
        if entry and row.state in HELD and (entry.agreement, entry.document) == (agreement, document):
            return entry
    return None


def _has_one(document: str, held: Issued | TypedIn) -> Refused:
    return refuse(
        f'dokumen "{document}" sudah bernomor "{held.text}"',
        "Bila nomor itu tidak berlaku, batalkan dahulu dengan: kampanye nomor batal",
    )


def _taken(row: Row, wanted: str) -> Refused:
    entry = row.entry
    whose = f' untuk dokumen "{entry.document}" dari naskah "{entry.agreement}"' if entry else ""
    return refuse(
        f'nomor "{wanted}" sudah tercatat: {row.state.value}{whose}',
        "Lihat semuanya dengan: kampanye nomor daftar",
    )


def _no_reason() -> Refused:
    return refuse("alasannya belum diisi", "Tulis mengapa; alasan itu disimpan di register")
