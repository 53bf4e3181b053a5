"""``hasil-penandatanganan``, ``hasil-susulan``, ``jeda``, ``kendali`` and places to sign later.

Each option names a column or asks for a remark and gives its label, in words of the template. Before anything
has happened the tables stand with empty cells, to be filled by hand.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from kampanye_tui.agreement.moment import zone_of
from kampanye_tui.agreement.words import clock, long_date
from kampanye_tui.document.context import BLANK, Context, plain
from kampanye_tui.document.directives.options import listed
from kampanye_tui.document.document_number import ROOM as DOTS
from kampanye_tui.document.parts import Directive
from kampanye_tui.document.signing_record import (
    awaited,
    full_name,
    later,
    minuted,
    signing_name,
    signing_office,
)
from kampanye_tui.model.agreement import CopyForm
from kampanye_tui.model.document import (
    Align,
    Block,
    Column,
    Runs,
    SignatureField,
    SignatureGrid,
    Table,
)
from kampanye_tui.model.event import Interrupted, Outcome
from kampanye_tui.model.state import Seat

GROUPS = ("I", "II", "III")
ROOM = 12
"""Millimetres of a row that a hand is to fill."""
REMARKS = ("mandat", "tanggal", "paling_lambat", "mendahului", "disaksikan")
"""Options that ask for a part of the remark and give its label."""
EMPTY: Runs = ()
NOBODY = DOTS * 2
"""Printed in a cell where nobody is named."""


def outcomes(context: Context, directive: Directive) -> tuple[Block, ...]:
    """Return what came of asking everybody, in order, as it was when the signing was closed."""
    said = _said(context, directive)
    seats = minuted(context.state)
    return (
        Table(
            columns=(
                Column(head=said["kelompok"], share=8, align=Align.CENTRE),
                Column(head=said["nomor"], share=9, align=Align.CENTRE),
                Column(head=said["pihak"], share=26),
                Column(head=said["penanda_tangan"], share=44),
                Column(head=said["hasil"], share=26),
                Column(head=said["keterangan"], share=27),
            ),
            rows=tuple(
                (
                    plain(GROUPS[seat.group - 1]),
                    _number(seat),
                    plain(seat.called),
                    _person(seat),
                    plain(seat.outcome.words) if seat.outcome else EMPTY,
                    plain(_remark(seat, said)),
                )
                for seat in seats
            ),
            row_height=8 if context.state.closed_at else ROOM,
            source="hasil penandatanganan",
        ),
    )


def later_outcomes(context: Context, directive: Directive) -> tuple[Block, ...]:
    """Return what came after the closing; before that, empty rows for those who were to follow."""
    said = _said(context, directive)
    happened = later(context.state)
    rows = [_timed_row(context, seat, said) for seat in happened]
    if not happened:
        rows = [
            (_number(seat), plain(seat.called), _person(seat), EMPTY, EMPTY, EMPTY)
            for seat in awaited(context.state)
        ] or [(EMPTY,) * 6] * 3
    height = 8 if happened else ROOM
    return (_timed_table(said, rows, height, "tanda tangan susulan", (9, 23, 37, 26, 24, 23)),)


def recorded_outcomes(context: Context, directive: Directive) -> tuple[Block, ...]:
    """Return what was recorded of everybody, or of the pihak that a paper is for, and when it came about.

    Nothing for a pihak that nobody signs for.
    """
    said = _said(context, directive)
    rows = [_timed_row(context, seat, said) for seat in context.state.seats if context.concerns(seat.party)]
    if not rows:
        return ()
    return (_timed_table(said, rows, 7, "hasil yang dicatat", (9, 27, 45, 26, 25, 24)),)


def later_signatures(context: Context, directive: Directive) -> tuple[Block, ...]:
    """Return the places for those who sign after the closing; a blank one while nobody is known."""
    signing = [seat for seat in context.state.seats if _still_signs(context, seat)]
    fields = tuple(
        SignatureField(
            party=seat.party,
            caption=full_name(context.agreement, seat),
            office=signing_office(seat),
            name=signing_name(seat),
            role=seat.role.value,
            ballot_number=seat.ballot_number,
        )
        for seat in signing
    ) or (SignatureField(party="", caption=BLANK, office=BLANK, name="", role=""),)
    columns = int(dict(directive.options).get("kolom", "2"))
    return (SignatureGrid(fields=fields, columns=columns, source="tanda tangan susulan"),)


def _still_signs(context: Context, seat: Seat) -> bool:
    """Tell whether somebody was to follow later when the signing was closed."""
    return (seat.party, seat.place) in {(one.party, one.place) for one in awaited(context.state)}


def interruptions(context: Context, directive: Directive) -> tuple[Block, ...]:
    """Return when the signing was interrupted and why; an empty row to be filled by hand without any."""
    said = _said(context, directive)
    rows: list[tuple[Runs, ...]] = [
        (
            plain(_hour(context, one.occurred)),
            plain(_hour(context, one.resumed)) if one.resumed else EMPTY,
            plain(one.reason),
        )
        for one in minuted_interruptions(context)
    ]
    return (
        Table(
            columns=(
                Column(head=said["mulai"], share=25, align=Align.CENTRE),
                Column(head=said["lanjut"], share=25, align=Align.CENTRE),
                Column(head=said["sebab"], share=88),
            ),
            rows=tuple(rows) or ((EMPTY, EMPTY, EMPTY),),
            row_height=8 if rows else ROOM,
            source="jeda",
        ),
    )


def minuted_interruptions(context: Context) -> tuple[Interrupted, ...]:
    """Return the interruptions before the signing was closed, in the order in which they happened."""
    closed = context.state.closed_at
    listed = [one for one in context.state.interruptions if closed is None or one.occurred <= closed]
    return tuple(sorted(listed, key=lambda one: one.occurred))


def control_sheet(context: Context, directive: Directive) -> tuple[Block, ...]:
    """Return a row for everybody in the order of signing, with empty boxes for all that may come of it.

    ``pilihan`` heads a box for each outcome, parted by ``;``; the number of the copy stands with the first
    person of its holder, since a pihak gets one.
    """
    said = _said(context, directive)
    numbers = {copy.holder: copy.number for copy in context.agreement.copies_of(CopyForm.COPY)}
    choices = listed(said["pilihan"], ";")
    return (
        Table(
            columns=(
                Column(head=said["urutan"], share=9, align=Align.CENTRE),
                Column(head=said["nomor"], share=11, align=Align.CENTRE),
                Column(head=said["pihak"], share=62),
                *(Column(head=choice, share=16, align=Align.CENTRE) for choice in choices),
                Column(head=said["pukul"], share=16),
                Column(head=said["mandat"], share=36),
                Column(head=said["salinan"], share=15, align=Align.CENTRE),
                Column(head=said["penerima"], share=36),
            ),
            rows=tuple(
                (
                    plain(f"{position}."),
                    _number(seat),
                    plain(f"{seat.called}: {seat.name or NOBODY}, {seat.office}"),
                    *(EMPTY for _choice in choices),
                    EMPTY,
                    EMPTY,
                    plain(str(numbers.get(seat.party, ""))) if seat.place == 1 else EMPTY,
                    EMPTY,
                )
                for position, seat in enumerate(context.state.seats, 1)
            ),
            row_height=ROOM,
            source="lembar kendali",
        ),
    )


def signed_table(context: Context, seats: Iterable[Seat]) -> Table:
    """Return what a salinan shows in the place of signatures: ttd. of who signed, the outcome of others."""
    listed = tuple(seats)
    numbered = any(seat.ballot_number for seat in listed)
    return Table(
        columns=(
            Column(head="Nomor urut" if numbered else "No.", share=11, align=Align.CENTRE),
            Column(head="Pihak", share=50),
            Column(head="Penanda tangan", share=54),
            Column(head="Tanda tangan", share=40, align=Align.CENTRE),
        ),
        rows=tuple(
            (
                plain(str(seat.ballot_number or position)),
                plain(full_name(context.agreement, seat)),
                _person(seat),
                plain(_ink(seat)),
            )
            for position, seat in enumerate(listed, 1)
        ),
        row_height=9,
        source="tanda tangan",
    )


def _ink(seat: Seat) -> str:
    if seat.outcome is None:
        return ""
    return "ttd." if seat.outcome is Outcome.SIGNED else seat.outcome.words


def _timed_row(context: Context, seat: Seat, said: Mapping[str, str]) -> tuple[Runs, ...]:
    return (
        _number(seat),
        plain(seat.called),
        _person(seat),
        plain(seat.outcome.words) if seat.outcome else EMPTY,
        plain(_moment(context, seat.signed.occurred)) if seat.signed else EMPTY,
        plain(_remark(seat, said)),
    )


def _timed_table(
    said: Mapping[str, str],
    rows: Iterable[tuple[Runs, ...]],
    height: int,
    source: str,
    shares: tuple[int, ...],
) -> Table:
    heads = ("nomor", "pihak", "penanda_tangan", "hasil", "waktu", "keterangan")
    return Table(
        columns=tuple(
            Column(head=said[head], share=share, align=Align.CENTRE if head == "nomor" else Align.LEFT)
            for head, share in zip(heads, shares, strict=True)
        ),
        rows=tuple(rows),
        row_height=height,
        source=source,
    )


def _said(context: Context, directive: Directive) -> dict[str, str]:
    return {option: context.say(label, directive.line) for option, label in directive.options}


def _number(seat: Seat) -> Runs:
    return plain(str(seat.ballot_number)) if seat.ballot_number is not None else EMPTY


def _person(seat: Seat) -> Runs:
    return plain(f"{signing_name(seat) or NOBODY}, {signing_office(seat)}")


def _remark(seat: Seat, said: Mapping[str, str]) -> str:
    """Return what is to be remarked of an outcome, as far as the template asks for it."""
    signed = seat.signed
    if signed is None:
        return ""
    parts = []
    if signed.mandate and "mandat" in said:
        day = f" {said['tanggal']} {long_date(signed.mandate.day)}" if signed.mandate.day else ""
        parts.append(f"{said['mandat']} {signed.mandate.number}{day}")
    if signed.due and "paling_lambat" in said:
        parts.append(f"{said['paling_lambat']} {long_date(signed.due)}")
    if signed.out_of_turn and "mendahului" in said:
        parts.append(f"{said['mendahului']} {signed.out_of_turn}")
    if signed.witness and "disaksikan" in said:
        parts.append(f"{said['disaksikan']} {signed.witness}")
    if signed.remark:
        parts.append(signed.remark)
    return "; ".join(parts)


def _hour(context: Context, moment: datetime) -> str:
    zone = context.agreement.reference.region.zone
    return clock(moment.astimezone(zone_of(context.agreement.reference.region)).time(), zone.value)


def _moment(context: Context, moment: datetime) -> str:
    day = moment.astimezone(zone_of(context.agreement.reference.region)).date()
    return f"{long_date(day)}, {_hour(context, moment)}"
