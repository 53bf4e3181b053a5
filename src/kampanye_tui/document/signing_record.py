"""What papers of the day tell of a signing: whose outcomes, who signed, when it began and what came later.

A state comes in, plain values go out; directives and words of papers share them. Minutes tell of the moment
at which the signing was closed, so that they read the same whoever signs later.
"""

from __future__ import annotations

from datetime import datetime

from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.event import Outcome
from kampanye_tui.model.state import Phase, Seat, State


def minuted(state: State) -> tuple[Seat, ...]:
    """Return the seats that the minutes tell of: as they were at the closing or, before it, as they are."""
    return state.closed_seats or state.seats


def begun(state: State) -> datetime | None:
    """Return when the first outcome of the minutes came about; None while there is none."""
    return min((seat.signed.occurred for seat in minuted(state) if seat.signed), default=None)


def counted(state: State, outcome: Outcome) -> int | None:
    """Return how many had an outcome at the closing; None before it, since more may come."""
    if state.phase is not Phase.CLOSED:
        return None
    return sum(seat.outcome is outcome for seat in minuted(state))


def without_outcome(state: State) -> int:
    """Return how many were not asked or not noted, for whom the closing did not wait."""
    return sum(seat.outcome is None for seat in minuted(state))


def awaited(state: State) -> tuple[Seat, ...]:
    """Return who was to follow later when the signing was closed."""
    return tuple(seat for seat in state.closed_seats if seat.outcome is Outcome.LATER)


def later(state: State) -> tuple[Seat, ...]:
    """Return the seats with an outcome that came after the closing."""
    before = {(seat.party, seat.place): seat.signed for seat in state.closed_seats}
    return tuple(
        seat
        for seat in state.seats
        if state.closed_seats and seat.signed and seat.signed != before.get((seat.party, seat.place))
    )


def full_name(agreement: Agreement, seat: Seat) -> str:
    """Return the name of the pihak that somebody signs for, as the naskah has it."""
    party = agreement.party(seat.party)
    return party.name if party else seat.called


def signing_office(seat: Seat) -> str:
    """Return the office in which somebody signs; who stands in says how: ``Plt. Ketua``."""
    mandate = seat.signed.mandate if seat.signed else None
    return f"{mandate.kind.value} {seat.office}" if mandate else seat.office


def signing_name(seat: Seat) -> str:
    """Return who signed or, while nobody has, who is to sign; empty where nobody is named."""
    return seat.signed.name if seat.signed else seat.name
