"""Another day of signing: what holds on that day follows, and what does not is told, not dropped silently."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

import msgspec

from kampanye_tui.agreement.clause_sets import OfferedSet
from kampanye_tui.agreement.edit_clauses import natural_place
from kampanye_tui.agreement.fingerprint import words_digest
from kampanye_tui.agreement.law import usable
from kampanye_tui.agreement.offers import Offer, ids_of, main_set, taken
from kampanye_tui.agreement.settle import settled
from kampanye_tui.model.agreement import AgreedClause, Agreement
from kampanye_tui.model.legal import Citation
from kampanye_tui.model.reference import Reference


class OnDay(NamedTuple):
    """An agreement on another day, and its clauses for which that day makes a difference.

    ``gone`` stood as a pack gave them and do not hold that day; ``kept`` do not hold either, but the office
    has worded them anew, so a person decides. ``come`` hold from that day on.
    """

    agreement: Agreement
    gone: tuple[AgreedClause, ...]
    kept: tuple[AgreedClause, ...]
    come: tuple[AgreedClause, ...]


def on_day(
    agreement: Agreement, day: date | None, reference: Reference, sets: Mapping[str, OfferedSet]
) -> OnDay:
    """Return the agreement signed on ``day``; ``reference`` and ``sets`` are those of that day.

    A clause that an office left out stays out: only one that begins to hold with this move comes in, and
    only from the set that the agreement is made of.
    """
    old = agreement.occasion
    new = msgspec.structs.replace(old, day=day)
    moved = msgspec.structs.replace(agreement, occasion=new)
    lapsed = [one for one in agreement.clauses if _lapsed(one, moved, reference, sets)]
    kept = [one for one in lapsed if not _as_given(one)]
    clauses = [
        msgspec.structs.replace(one, citations=_citations(one, old.day, reference, sets))
        for one in agreement.clauses
    ]
    come = []
    main = sets.get(main_set(agreement))
    if main is not None:
        held = {one.clause.id for one in main.in_force(reference, old)} | {one.id for one in clauses}
        for offered in main.in_force(reference, new):
            if offered.clause.id not in held:
                clause = taken(Offer(main, offered), moved, reference)
                # Before what has lapsed goes, so that an alternative takes the very place of its sibling.
                clauses.insert(natural_place(clauses, clause.id, ids_of(main)), clause)
                come.append(clause)
    gone = [one for one in lapsed if one not in kept]
    left = {one.id for one in gone}
    clauses = [one for one in clauses if one.id not in left]
    after = settled(agreement, msgspec.structs.replace(moved, clauses=tuple(clauses)), reference)
    return OnDay(after, tuple(gone), tuple(kept), tuple(come))


def _lapsed(
    clause: AgreedClause, agreement: Agreement, reference: Reference, sets: Mapping[str, OfferedSet]
) -> bool:
    """Tell whether the pack of a clause offers it, but not on the day of the agreement."""
    offering = sets.get(clause.origin.clause_set) if clause.origin else None
    if offering is None or clause.id not in ids_of(offering):
        return False
    return all(one.clause.id != clause.id for one in offering.in_force(reference, agreement.occasion))


def _as_given(clause: AgreedClause) -> bool:
    return clause.origin is not None and clause.origin.fingerprint == words_digest(clause.title, clause.text)


def _citations(
    clause: AgreedClause, old: date | None, reference: Reference, sets: Mapping[str, OfferedSet]
) -> tuple[Citation, ...]:
    """Return the citations of a clause with those that could not stand on the old day."""
    offering = sets.get(clause.origin.clause_set) if clause.origin else None
    given = next(
        (one.clause.citations for one in offering.clauses if one.clause.id == clause.id)
        if offering
        else iter(()),
        (),
    )
    standing = usable(given, reference, old)
    wanted = [one for one in given if one in clause.citations or one not in standing]
    return (*wanted, *(one for one in clause.citations if one not in wanted))
