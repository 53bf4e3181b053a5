"""The order of pihak within their role: one of them moved up or down. Pure."""

from __future__ import annotations

from kampanye_tui.agreement.edit import with_parties
from kampanye_tui.agreement.edit_parties import party_of
from kampanye_tui.agreement.vocabulary import contestants_within
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.party import Role
from kampanye_tui.model.problem import refuse


def why_fixed(agreement: Agreement, party_id: str, by: int) -> str:
    """Return why a pihak cannot change places with its neighbour of the same role; empty when it can.

    ``by`` is -1 for the one before, 1 for the one behind.
    """
    party = party_of(agreement, party_id)
    if party.role is Role.CONTESTANT:
        return f"urutan {contestants_within(agreement.reference)} mengikuti nomor urutnya"
    if not 0 <= agreement.of_role(party.role).index(party) + by < len(agreement.of_role(party.role)):
        return (
            f"{party.called} sudah paling {'atas' if by < 0 else 'bawah'} di antara pihak yang berperan sama"
        )
    return ""


def moved(agreement: Agreement, party_id: str, by: int) -> Agreement:
    """Return the agreement with a pihak and its neighbour of the same role changed over.

    Raises :class:`Refused` for a contestant, whose place is that of its ballot number, and at either end.
    """
    why = why_fixed(agreement, party_id, by)
    if why:
        raise refuse(why)
    party = party_of(agreement, party_id)
    peers = agreement.of_role(party.role)
    other = peers[peers.index(party) + by]
    swapped = {party.id: other, other.id: party}
    return with_parties(agreement, tuple(swapped.get(one.id, one) for one in agreement.parties))
