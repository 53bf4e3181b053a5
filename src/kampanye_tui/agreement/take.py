"""Taking a clause into an agreement: one that a set of a pack offers, or one of the office's own.

An agreement comes in and a new one goes out, with the laws and packs that the clause brings along.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from kampanye_tui.agreement.clause_sets import OfferedSet
from kampanye_tui.agreement.edit_clauses import add_clause, natural_place, place_of, refuse_double
from kampanye_tui.agreement.offers import find_offer, taken
from kampanye_tui.agreement.settle import with_laws
from kampanye_tui.model.agreement import AgreedClause, Agreement
from kampanye_tui.model.messages import nearest
from kampanye_tui.model.pack import PackUse
from kampanye_tui.model.problem import refuse
from kampanye_tui.model.reference import Reference


def take(
    agreement: Agreement,
    clause_id: str,
    reference: Reference,
    clause_sets: Mapping[str, OfferedSet],
    packs: Iterable[PackUse],
    *,
    address: str | None = None,
    after: str | None = None,
) -> Agreement:
    """Return the agreement with a clause that a set offers, at its natural place or behind ``after``.

    ``reference``, ``clause_sets`` and ``packs`` are those in use now; ``address`` names the one set to take
    it from. Raises :class:`Refused` for a clause that is there already or that no set offers here.
    """
    refuse_double(agreement, clause_id)
    if address is not None:
        if address not in clause_sets:
            raise refuse(f'kumpulan klausul "{address}" tidak ada', nearest(address, clause_sets))
        clause_sets = {address: clause_sets[address]}
    known = with_laws(agreement.reference, reference)
    offer = find_offer(clause_id, agreement, known, clause_sets)
    made = taken(offer, agreement, known)
    at = natural_place(agreement.clauses, clause_id, offer.order)
    used = {pack.id for pack in agreement.packs}
    new = (pack for pack in packs if pack.id == offer.offered.owner and pack.id not in used)
    with_pack = msgspec.structs.replace(agreement, packs=(*agreement.packs, *new))
    return add_clause(with_pack, made, _place(agreement, after, at), known)


def own_clause(
    agreement: Agreement, clause_id: str, title: str, text: str, *, after: str | None = None
) -> Agreement:
    """Return the agreement with a clause of the office's own, at the end or behind ``after``.

    Raises :class:`Refused` for an id that is taken, and for a brace that belongs to nothing.
    """
    made = AgreedClause(id=clause_id, title=title, text=text, resolved=text)
    return add_clause(agreement, made, _place(agreement, after, len(agreement.clauses)))


def _place(agreement: Agreement, after: str | None, usual: int) -> int:
    return usual if after is None else place_of(agreement, after) + 1
