"""What the desk says of a seat and of what was recorded last. An agreement and its events come in. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from kampanye_tui.agreement.chronicle import told
from kampanye_tui.agreement.moment import zone_of
from kampanye_tui.agreement.signing import nameless
from kampanye_tui.agreement.words import long_date
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.event import (
    AnyEvent,
    Attended,
    Closed,
    Correction,
    Interrupted,
    Mandate,
    Outcome,
    SignatoryReplaced,
    Signed,
)
from kampanye_tui.model.problem import told_on_screen
from kampanye_tui.model.signing_group import SigningMode
from kampanye_tui.model.state import Seat

AT_THE_DESK = (Attended, Signed, SignatoryReplaced, Interrupted, Closed)
"""What happens here."""


def hour(moment: datetime, agreement: Agreement) -> str:
    """Return the hour of a moment where the office is: ``10.52``."""
    return f"{moment.astimezone(zone_of(agreement.reference.region)):%H.%M}"


def person(seat: Seat) -> str:
    """Return who signs, came or is to sign; else the office."""
    known = seat.signed or seat.attended
    name = known.name if known else seat.name
    return name or seat.office


def held(seat: Seat) -> str:
    """Return the office that somebody signs for; who stands in says how: ``a.n. Ketua``."""
    # Never before the name: "a.n. Budi" would be on behalf of Budi.
    mandate = mandate_of(seat)
    return f"{mandate.kind.value} {seat.office}" if mandate else seat.office


def mandate_of(seat: Seat) -> Mandate | None:
    """Return on what somebody stands in, as noted with the outcome or when they came."""
    if seat.signed is not None:
        return seat.signed.mandate
    return seat.attended.mandate if seat.attended else None


def result(seat: Seat, agreement: Agreement) -> str:
    """Return what came of asking, in a cell, with its hour; who came already is ``hadir``.

    The capacity of who stands in follows: a long name would leave no room for it.
    """
    mandate = mandate_of(seat)
    capacity = f" ({mandate.kind.value})" if mandate else ""
    if seat.signed is not None:
        return f"{hour(seat.signed.occurred, agreement)} {seat.result}{capacity}"
    if seat.attended is not None and not seat.spared:
        return f"{hour(seat.attended.occurred, agreement)} hadir{capacity}"
    return seat.result or "–"


def standing(seat: Seat, agreement: Agreement, *, following: bool) -> str:
    """Return where a seat stands in a line; ``following`` is who comes next."""
    if seat.outcome is Outcome.LATER and seat.signed is not None:
        until = f", paling lambat {long_date(seat.signed.due)}" if seat.signed.due else ""
        return f"{seat.result}{until}"
    if seat.signed is not None:
        return f"sudah tercatat: {seat.result}, pukul {hour(seat.signed.occurred, agreement)}"
    if seat.spared:
        return f"{seat.result}: satu tanda tangan dari kelompok {seat.group} sudah cukup"
    said = ["berikutnya" if following else "belum mempunyai hasil"]
    if seat.attended is not None:
        said.append(f"hadir sejak {hour(seat.attended.occurred, agreement)}")
    if seat.mode is SigningMode.TOGETHER:
        said.append(f"kelompok {seat.group} bersama-sama, tercatat sekaligus")
    return " · ".join(said)


def nameless_words(seat: Seat | None) -> str:
    """Return what to do before the person signs whom nobody has named; else nothing."""
    problem = nameless(seat) if seat else None
    return told_on_screen([problem]) if problem else ""


def noted(added: Sequence[Signed], agreement: Agreement, group: int) -> str:
    """Return what one act recorded; a group that signed together is told as one."""
    if len(added) == 1:
        return f"{told(added[0], agreement)}."
    return f"Kelompok {group} menandatangani bersama-sama: {len(added)} tanda tangan tercatat sekaligus."


def last_told(events: Iterable[AnyEvent], agreement: Agreement, most: int) -> list[str]:
    """Return what was recorded last at the desk, a line each, the newest at the end."""
    listed = tuple(events)
    numbered = {event.number: event for event in listed}
    here = [event for event in listed if isinstance(_meant(event, numbered), AT_THE_DESK)]
    return [
        f"{hour(event.occurred, agreement)}  {_words(event, numbered, agreement)} · oleh {event.operator}"
        for event in (here[-most:] if most else ())
    ]


def _meant(event: AnyEvent, numbered: dict[int, AnyEvent]) -> AnyEvent | None:
    return numbered.get(event.of) if isinstance(event, Correction) else event


def _words(event: AnyEvent, numbered: dict[int, AnyEvent], agreement: Agreement) -> str:
    if isinstance(event, Correction):
        return f"koreksi: {event.reason} (tidak berlaku lagi: {told(numbered[event.of], agreement)})"
    return told(event, agreement)


def other_day(planned: date | None, today: date) -> str:
    """Return what to know where what is recorded now has another day than the occasion; empty on the day."""
    if planned is None or planned == today:
        return ""
    return (
        f"Hari ini {today:%d-%m-%Y}, hari acara {planned:%d-%m-%Y}: yang dicatat di sini bertanggal hari "
        "ini. Untuk hari acara pakai lembar kendali."
    )
