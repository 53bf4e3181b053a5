"""Two texts of one agreement that began as the same → one, clause by clause. Pure.

What only one of both changed is taken from there; what both changed differently is a conflict, which names
the clause and both wordings. What follows from other parts (how clauses read, copies, laws) is never asked:
it is worked out anew from what was put together.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

import msgspec

from kampanye_tui.agreement.account import told_of
from kampanye_tui.agreement.compose import plan_of_copies
from kampanye_tui.agreement.edit import with_parties
from kampanye_tui.agreement.merge_values import Conflict, Merger, Side, Where
from kampanye_tui.agreement.settle import read_by_hand, settled, with_laws
from kampanye_tui.model.agreement import Agreement, CopyPlan
from kampanye_tui.model.problem import Declined, Problem
from kampanye_tui.model.reference import Reference
from kampanye_tui.model.state import State

_DERIVED: Final = ("id", "revision", "copies", "reference")
"""Fields that follow from others, or that both have alike."""


def refuse_final(stands: State) -> None:
    """Raise :class:`Declined` where the file has become a final text: nothing is merged into one."""
    if stands.phase.settled:
        raise Declined(
            [
                Problem(
                    what=f"naskah sudah {stands.phase.value} sebagai revisi {stands.revision}; "
                    "versi yang menunggu tidak digabungkan ke dalamnya",
                    hint="Ubah naskahnya bila perlu; perubahan menjadi revisi baru yang ditandatangani lagi",
                )
            ]
        )


class Merge(NamedTuple):
    """Both texts in one, and all that had to be asked; where nothing was chosen, it says what theirs does."""

    agreement: Agreement
    conflicts: tuple[Conflict, ...] = ()


def merged(
    base: Agreement, ours: Agreement, theirs: Agreement, chosen: Mapping[str, Side] | None = None
) -> Merge:
    """Return ``ours`` and ``theirs`` in one; ``chosen`` answers conflicts by their place.

    All three are of one agreement: ``base`` is the text that the other two were made from.
    """
    if theirs in (base, ours):
        return Merge(ours)
    if ours == base:
        return Merge(theirs)
    merger = Merger(chosen or {})
    sides = tuple(map(_following, (base, ours, theirs)))
    keys = zip(Agreement.__struct_fields__, Agreement.__struct_encode_fields__, strict=True)
    put = {
        name: merger.value(Where().at(key), *(getattr(side, name) for side in sides))
        for name, key in keys
        if name not in _DERIVED
    }
    together = msgspec.structs.replace(theirs, **put)
    plans = tuple(map(_own_plan, (base, ours, theirs)))
    planned = theirs if merger.value(Where().at("rencana_salinan"), *plans) == plans[2] else ours
    together = msgspec.structs.replace(
        together,
        revision=_revision(base, ours, theirs),
        copies=with_parties(planned, together.parties).copies,
        reference=_reference(together, base, ours, theirs),
    )
    return Merge(_settled(together), tuple(merger.conflicts))


def from_whom(
    ours: Agreement, theirs: Agreement, after: Agreement
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what the merged text has from ours and what from theirs, each as the account of an edit."""
    return told_of(theirs, after), told_of(ours, after)


def _following(agreement: Agreement) -> Agreement:
    """Return the agreement with readings only where somebody wrote them: the others follow from the words."""
    by_hand = read_by_hand(agreement)
    clauses = tuple(
        clause if clause.id in by_hand else msgspec.structs.replace(clause, resolved="")
        for clause in agreement.clauses
    )
    return msgspec.structs.replace(agreement, clauses=clauses)


def _settled(together: Agreement) -> Agreement:
    """Return the agreement with every clause filled in, but for those that somebody read by hand."""
    by_hand = {clause.id: clause.resolved for clause in together.clauses if clause.resolved}
    after = settled(msgspec.structs.replace(together, clauses=()), together)
    clauses = tuple(
        msgspec.structs.replace(clause, resolved=by_hand.get(clause.id, clause.resolved))
        for clause in after.clauses
    )
    return msgspec.structs.replace(after, clauses=clauses)


def _revision(base: Agreement, ours: Agreement, theirs: Agreement) -> int:
    if base.revision in (ours.revision, theirs.revision):
        return theirs.revision if base.revision == ours.revision else ours.revision
    return max(ours.revision, theirs.revision)


def _own_plan(agreement: Agreement) -> tuple[CopyPlan, ...] | None:
    """Return a plan that somebody made; None for the usual one, which follows from the pihak."""
    usual = not agreement.copies or agreement.copies == plan_of_copies(agreement.parties)
    return None if usual else agreement.copies


def _reference(together: Agreement, base: Agreement, ours: Agreement, theirs: Agreement) -> Reference:
    """Return the reference of whoever changed it; where both did, of who has the day that holds now."""
    was, our, their = (
        msgspec.structs.replace(side.reference, legal_basis=()) for side in (base, ours, theirs)
    )
    day = together.occasion.day
    if was == their or (was != our and day == ours.occasion.day != theirs.occasion.day):
        return with_laws(ours.reference, theirs.reference)
    return with_laws(theirs.reference, ours.reference)
