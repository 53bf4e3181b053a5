"""Edits of clauses: taking one in, leaving one out, moving, rewording. A lock is on words, not on place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from kampanye_tui.agreement.placeholders import Kind, found
from kampanye_tui.agreement.settle import settled
from kampanye_tui.model.agreement import AgreedClause, Agreement
from kampanye_tui.model.messages import locked_clause, nearest, no_such_clause, stray_brace
from kampanye_tui.model.problem import Declined, Problem, refuse
from kampanye_tui.model.reference import Reference


def add_clause(
    agreement: Agreement, clause: AgreedClause, at: int, reference: Reference | None = None
) -> Agreement:
    """Return the agreement with one clause more at position ``at``, from 0."""
    refuse_double(agreement, clause.id)
    _check_braces(clause.text)
    clauses = (*agreement.clauses[:at], clause, *agreement.clauses[at:])
    return settled(agreement, msgspec.structs.replace(agreement, clauses=clauses), reference)


def refuse_double(agreement: Agreement, clause_id: str) -> None:
    """Raise :class:`Refused` for a clause that the agreement has already."""
    if any(one.id == clause_id for one in agreement.clauses):
        raise refuse(
            f'klausul "{clause_id}" sudah ada dalam naskah ini', "Ubah dengan: kampanye klausul sunting"
        )


def drop_clause(agreement: Agreement, clause_id: str) -> Agreement:
    """Return the agreement without a clause; raises :class:`Declined` for a locked one."""
    dropped = unlocked(agreement, clause_id)
    kept = tuple(one for one in agreement.clauses if one is not dropped)
    return settled(agreement, msgspec.structs.replace(agreement, clauses=kept))


def move_clause(agreement: Agreement, clause_id: str, at: int) -> Agreement:
    """Return the agreement with a clause at position ``at`` among the others, from 0."""
    moved = clause_of(agreement, clause_id)
    others = [one for one in agreement.clauses if one is not moved]
    others.insert(at, moved)
    return msgspec.structs.replace(agreement, clauses=tuple(others))


def reword(
    agreement: Agreement,
    clause_id: str,
    *,
    title: str | None = None,
    text: str | None = None,
    parameters: Mapping[str, str] | None = None,
) -> Agreement:
    """Return the agreement with other words in a clause; what is None stays.

    A lock is on the words: what a pack leaves open for the office can be filled in all the same.
    """
    clause = clause_of(agreement, clause_id)
    if title is not None or text is not None:
        unlocked(agreement, clause_id)
    _check_braces(text or "")
    given = dict(parameters or {})
    known = [parameter.name for parameter in clause.parameters]
    for name in given:
        if name not in known:
            hint = nearest(name, known) or "Klausul ini tidak mempunyai isian"
            raise refuse(f'isian "{name}" tidak ada pada klausul "{clause_id}"', hint)
    reworded = msgspec.structs.replace(
        clause,
        title=clause.title if title is None else title,
        text=clause.text if text is None else text,
        parameters=tuple(
            msgspec.structs.replace(parameter, value=given.get(parameter.name, parameter.value))
            for parameter in clause.parameters
        ),
    )
    clauses = tuple(reworded if one is clause else one for one in agreement.clauses)
    return settled(agreement, msgspec.structs.replace(agreement, clauses=clauses))


def clause_of(agreement: Agreement, clause_id: str) -> AgreedClause:
    """Return the clause of that id; raises :class:`Refused`."""
    for clause in agreement.clauses:
        if clause.id == clause_id:
            return clause
    raise refuse(*no_such_clause(clause_id, [one.id for one in agreement.clauses]))


def unlocked(agreement: Agreement, clause_id: str) -> AgreedClause:
    """Return the clause of that id; raises :class:`Declined` when a pack has locked it."""
    clause = clause_of(agreement, clause_id)
    if clause.locked:
        what, hint = locked_clause(clause_id, clause.origin.pack if clause.origin else "")
        raise Declined([Problem(what=what, hint=hint)])
    return clause


def place_of(agreement: Agreement, clause_id: str) -> int:
    """Return the position of a clause, from 0; raises :class:`Refused`."""
    return agreement.clauses.index(clause_of(agreement, clause_id))


def natural_place(clauses: Sequence[AgreedClause], clause_id: str, order: Sequence[str]) -> int:
    """Return where a clause goes: behind the nearest one that its set has before it, else before the next."""
    ids = [clause.id for clause in clauses]
    own = order.index(clause_id)
    for before in reversed(order[:own]):
        if before in ids:
            return ids.index(before) + 1
    for behind in order[own + 1 :]:
        if behind in ids:
            return ids.index(behind)
    return len(ids)


def referring_to(agreement: Agreement, clause_id: str) -> tuple[str, ...]:
    """Return the ids of clauses whose words refer to a clause."""
    return tuple(one.id for one in agreement.clauses if clause_id in found(one.text, Kind.REFERENCE))


def _check_braces(text: str) -> None:
    for stray in found(text, Kind.STRAY):
        raise refuse(*stray_brace(stray))
