"""Edits of an agreement: each a pure function that returns a new one."""

from __future__ import annotations

import msgspec

from kampanye_tui.agreement.compose import ballot_order, plan_of_copies
from kampanye_tui.model.agreement import Agreement, CopyForm, CopyPlan
from kampanye_tui.model.party import Party, Role


def with_parties(agreement: Agreement, parties: tuple[Party, ...]) -> Agreement:
    """Return the agreement with these pihak.

    The usual plan of copies is made anew, since its numbers are positions. A plan that somebody changed
    stays, and who has no copy in it gets one behind the others.
    """
    if not agreement.copies or agreement.copies == plan_of_copies(agreement.parties):
        return msgspec.structs.replace(agreement, parties=parties, copies=plan_of_copies(parties))
    known = {copy.holder for copy in agreement.copies} | {party.id for party in agreement.parties}
    last = max((copy.number for copy in agreement.copies_of(CopyForm.COPY)), default=0)
    added = [party.id for party in parties if party.id not in known]
    more = [CopyPlan(number=n, form=CopyForm.COPY, holder=one) for n, one in enumerate(added, last + 1)]
    return msgspec.structs.replace(agreement, parties=parties, copies=(*agreement.copies, *more))


def add_party(agreement: Agreement, party: Party) -> Agreement:
    """Return the agreement with one pihak more: a contestant by ballot number, others behind their role."""
    return with_parties(agreement, _placed(agreement.parties, party))


def drop_doubles(agreement: Agreement, number: int) -> Agreement:
    """Return the agreement with only the first contestant of that ballot number."""
    kept: list[Party] = []
    seen = False
    for party in agreement.parties:
        double = party.role is Role.CONTESTANT and party.ballot_number == number
        if not (double and seen):
            kept.append(party)
        seen = seen or double
    return with_parties(agreement, tuple(kept))


def with_ballot_number(agreement: Agreement, party_id: str, number: int) -> Agreement:
    """Return the agreement with another ballot number for one pihak."""
    return with_parties(
        agreement,
        tuple(
            msgspec.structs.replace(party, ballot_number=number) if party.id == party_id else party
            for party in agreement.parties
        ),
    )


def in_ballot_order(agreement: Agreement) -> Agreement:
    """Return the agreement with its contestants by ballot number; everybody else keeps their place."""
    contestants = iter(sorted(agreement.of_role(Role.CONTESTANT), key=ballot_order))
    return with_parties(
        agreement,
        tuple(next(contestants) if party.role is Role.CONTESTANT else party for party in agreement.parties),
    )


def with_party(agreement: Agreement, party: Party) -> Agreement:
    """Return the agreement with another pihak of that id; one of another role or number moves."""
    before = agreement.party(party.id)
    if before is None or (before.role, before.ballot_number) != (party.role, party.ballot_number):
        others = tuple(one for one in agreement.parties if one.id != party.id)
        return with_parties(agreement, _placed(others, party))
    parties = tuple(party if one.id == party.id else one for one in agreement.parties)
    return with_parties(agreement, parties)


def drop_party(agreement: Agreement, party_id: str) -> Agreement:
    """Return the agreement without a pihak."""
    return with_parties(agreement, tuple(one for one in agreement.parties if one.id != party_id))


def _placed(parties: tuple[Party, ...], party: Party) -> tuple[Party, ...]:
    """Return the pihak with one more in its place: by role, then by ballot number."""
    order = list(Role)

    def place(one: Party) -> tuple[int, int]:
        return order.index(one.role), ballot_order(one)

    at = next((n for n, other in enumerate(parties) if place(other) > place(party)), len(parties))
    return (*parties[:at], party, *parties[at:])
