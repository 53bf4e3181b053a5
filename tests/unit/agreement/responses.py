"""A small agreement that pihak answer to, and the events that their answers make."""

from __future__ import annotations

from datetime import UTC, datetime

from kampanye_tui.agreement.responding import answers_of, responded
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.event import Answer, AnyEvent, Responded
from kampanye_tui.model.party import Role

from .making import changed, party, small_agreement

AT = datetime(2023, 11, 26, 9, 0, tzinfo=UTC)
WHEN = {"occurred": AT, "recorded": AT, "operator": "ani"}
DRAFT = changed(
    small_agreement(),
    parties=(
        *small_agreement().parties,
        party("bawaslu", Role.WITNESS, short="Bawaslu"),
        party("tamu", Role.PRESENT),
    ),
)
"""Two contestants and an institution answer; the organiser and a guest do not. Clauses: damai, jujur."""
Given = tuple[str, str, Answer] | tuple[str, str, Answer, str]


def events_of(*given: Given, agreement: Agreement = DRAFT) -> tuple[Responded, ...]:
    """Return the events of answers, one after another, each with its number."""
    events: list[Responded] = []
    for party_id, clause_id, answer, *remark in given:
        made = responded(agreement, events, party_id, clause_id, answer, remark="".join(remark), **WHEN)
        events.append(changed(made, number=len(events) + 1))
    return tuple(events)


def answers(*given: Given) -> dict[tuple[str, str], Responded]:
    """Return the answers as a state has them."""
    events: tuple[AnyEvent, ...] = events_of(*given)
    return answers_of(events)
