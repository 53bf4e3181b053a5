"""Where an agreement stands, worked out from the agreement and its events every time it is asked.

It reads no file and keeps nothing: a stored status could disagree with the facts.
"""

from __future__ import annotations

from collections.abc import Iterable

from kampanye_tui.agreement.copy_standing import copies
from kampanye_tui.agreement.facts import of_kind, standing
from kampanye_tui.agreement.fingerprint import short_code, text_digest
from kampanye_tui.agreement.lending import last_loan
from kampanye_tui.agreement.seating import seats
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.event import (
    AnyEvent,
    Closed,
    Correction,
    Evidence,
    Finalised,
    Interrupted,
    Outcome,
    Overridden,
    Responded,
)
from kampanye_tui.model.state import Phase, Seat, State


def state(agreement: Agreement, events: Iterable[AnyEvent] = (), head: str = "") -> State:
    """Return the state. A text is final when its revision was made final with just these words.

    ``head`` is the hash of the last line of the ledger.
    """
    listed = tuple(events)
    counted = standing(listed)
    words = text_digest(agreement)
    final = next(
        (
            event
            for event in reversed(of_kind(counted, Finalised))
            if event.revision == agreement.revision and event.text_digest == words
        ),
        None,
    )
    closed = [event for event in of_kind(counted, Closed) if event.revision == agreement.revision]
    asked = seats(agreement, counted)
    return State(
        phase=(Phase.CLOSED if closed else Phase.FINAL) if final else Phase.DRAFT,
        revision=agreement.revision,
        text_digest=words,
        code=short_code(words),
        signers=len(asked),
        signed=sum(seat.outcome is Outcome.SIGNED for seat in asked),
        seats=asked,
        closed_seats=_as_closed(agreement, listed, closed[-1]) if final and closed else (),
        answers={(one.party, one.clause): one for one in of_kind(counted, Responded)},
        copies=copies(agreement, counted),
        interruptions=of_kind(counted, Interrupted),
        evidence=of_kind(counted, Evidence),
        corrections=tuple(event for event in listed if isinstance(event, Correction)),
        loan=last_loan(listed),
        overridden=of_kind(counted, Overridden),
        finalised_at=final.occurred if final else None,
        closed_at=closed[-1].occurred if final and closed else None,
        head=head,
        events=len(listed),
        recorded_at=listed[-1].recorded if listed else None,
        ledger=listed,
    )


def _as_closed(agreement: Agreement, events: Iterable[AnyEvent], closed: Closed) -> tuple[Seat, ...]:
    """Return the seats as they were when the signing was closed; what was corrected since stays as it was."""
    return seats(agreement, standing(event for event in events if event.number <= closed.number))
