"""How each clause of an agreement stands to the national set that most of them came from.

Words are hashed raw, with their placeholders: what an office fills in, such as its name, makes no other
wording. They are kept only where they are not the national ones, and no more of them than a recap of the
whole country has memory for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from kampanye_tui.agreement.clause_sets import OfferedSet
from kampanye_tui.agreement.fingerprint import words_digest
from kampanye_tui.agreement.offers import ids_of, main_set
from kampanye_tui.model.agreement import AgreedClause, Agreement
from kampanye_tui.model.clause import ChangeKind, Clause
from kampanye_tui.model.pack import NATIONAL_ID
from kampanye_tui.model.recap import ClauseFate, ClauseHere

MOST_KEPT = 40_000
"""Characters of words that are kept of one agreement; all of the longest national set have fewer."""


def clause_fates(agreement: Agreement, sets: Mapping[str, OfferedSet]) -> tuple[str, tuple[ClauseHere, ...]]:
    """Return the address of that set, empty where there is none, and what became of each clause."""
    base = sets.get(main_set(agreement))
    return base.address if base else "", tuple(_fates(agreement, base, given_by(sets.values())))


def given_by(sets: Iterable[OfferedSet]) -> dict[str, Clause]:
    """Return all clauses of sets by id, in order; of one pack, an id has the same words in every set."""
    return {offered.clause.id: offered.clause for one in sets for offered in one.clauses}


def _fates(
    agreement: Agreement, base: OfferedSet | None, given: Mapping[str, Clause]
) -> Iterator[ClauseHere]:
    ids = set(ids_of(base)) if base else set()
    room = MOST_KEPT
    for clause in agreement.clauses:
        digest = words_digest(clause.title, clause.text)
        alike = _alike(clause, given.get(clause.id))
        fate = ClauseFate.OWN
        if clause.id in ids:
            fate = ClauseFate.TAKEN if alike or _as_given(clause, digest) else ClauseFate.CHANGED
        size = len(clause.title) + len(clause.text)
        if alike or size > room:
            yield ClauseHere(id=clause.id, fate=fate, digest=digest)
        else:
            room -= size
            yield ClauseHere(id=clause.id, fate=fate, digest=digest, title=clause.title, text=clause.text)
    there = {clause.id for clause in agreement.clauses}
    for offered in base.in_force(agreement.reference, agreement.occasion) if base else ():
        if offered.clause.id not in there:
            yield ClauseHere(id=offered.clause.id, fate=ClauseFate.DROPPED)


def _as_given(clause: AgreedClause, digest: str) -> bool:
    """Tell whether a clause has the words of the national pack, in the version that the office took.

    Where another pack replaced something, the fingerprint is that of its words.
    """
    origin = clause.origin
    return (
        origin is not None
        and origin.pack == NATIONAL_ID
        and origin.fingerprint == digest
        and all(change.kind is not ChangeKind.REPLACED for change in origin.changes)
    )


def _alike(clause: AgreedClause, given: Clause | None) -> bool:
    return given is not None and (clause.title, clause.text.strip("\n")) == (
        given.title,
        given.text.strip("\n"),
    )
