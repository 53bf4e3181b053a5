"""Clauses that packs offer and an agreement does not have: finding one, and taking it as composing would."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

import msgspec

from kampanye_tui.agreement.clause_sets import OfferedClause, OfferedSet
from kampanye_tui.agreement.settle import anew
from kampanye_tui.model.agreement import AgreedClause, Agreement
from kampanye_tui.model.messages import nearest
from kampanye_tui.model.problem import refuse
from kampanye_tui.model.reference import Reference


class Offer(NamedTuple):
    """A clause, and the set that offers it."""

    clause_set: OfferedSet
    offered: OfferedClause

    @property
    def order(self) -> tuple[str, ...]:
        """The ids of the set, in its order."""
        return ids_of(self.clause_set)


def ids_of(clause_set: OfferedSet) -> tuple[str, ...]:
    """Return the ids of all clauses of a set, in its order."""
    return tuple(offered.clause.id for offered in clause_set.clauses)


def main_set(agreement: Agreement) -> str:
    """Return the address of the set that gave most of the clauses; empty when none did."""
    given = [clause.origin.clause_set for clause in agreement.clauses if clause.origin]
    return max(dict.fromkeys(given), key=given.count, default="")


def offers(agreement: Agreement, reference: Reference, sets: Mapping[str, OfferedSet]) -> Iterator[Offer]:
    """Yield each clause that may come in on the day of the agreement once.

    Its main set comes first, sets that are worded for another kind of paper come last.
    """
    seen = {clause.id for clause in agreement.clauses}
    first = main_set(agreement)

    def place(address: str) -> tuple[bool, bool, str]:
        kinds = sets[address].kinds
        return (bool(kinds) and agreement.kind not in kinds, address != first, address)

    for address in sorted(sets, key=place):
        if sets[address].elections and reference.election.kind not in sets[address].elections:
            continue
        for offered in sets[address].in_force(reference, agreement.occasion):
            if offered.clause.id not in seen:
                seen.add(offered.clause.id)
                yield Offer(sets[address], offered)


def find_offer(
    clause_id: str, agreement: Agreement, reference: Reference, sets: Mapping[str, OfferedSet]
) -> Offer:
    """Return the offer of that id; raises :class:`Refused`, saying whether it only does not hold here."""
    found = list(offers(agreement, reference, sets))
    for offer in found:
        if offer.offered.clause.id == clause_id:
            return offer
    holders = [address for address, one in sets.items() if clause_id in ids_of(one)]
    if holders:
        raise refuse(
            f'klausul "{clause_id}" dalam {holders[0]} tidak untuk {reference.election.short}, '
            "atau tidak berlaku pada hari acara",
            "Lihat yang dapat ditambahkan: kampanye klausul daftar --tersedia",
        )
    ids = [offer.offered.clause.id for offer in found]
    near = nearest(clause_id, ids)
    raise refuse(
        f'klausul "{clause_id}" tidak ada pada kumpulan mana pun',
        near if near.startswith("Mungkin") else "Klausul sendiri ditambahkan dengan --judul dan --teks",
    )


def taken(offer: Offer, agreement: Agreement, reference: Reference) -> AgreedClause:
    """Return the clause of an offer as composing would have put it into the agreement."""
    alone = msgspec.structs.replace(offer.clause_set, clauses=(offer.offered,))
    return anew(agreement, reference, alone).clauses[0]
