"""A clause beside the words that its pack gives it: whose words it has, what differs, and going back.

Clauses and the sets in use come in; words for people, differences and a new agreement go out. It never asks
which packs there are: the sets are those of today, so they may be of a newer version than the clause.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import msgspec

from kampanye_tui.agreement.clause_sets import OfferedClause, OfferedSet
from kampanye_tui.agreement.edit_clauses import clause_of
from kampanye_tui.agreement.fingerprint import words_digest
from kampanye_tui.agreement.settle import settled
from kampanye_tui.agreement.word_diff import Piece, marked, word_diff
from kampanye_tui.model.agreement import AgreedClause, Agreement, Origin
from kampanye_tui.model.problem import refuse

EDITED = "disunting"
"""How a clause stands whose words are the office's, not its pack's."""


class Difference(NamedTuple):
    """What differs between the words of a pack and those of a clause."""

    title: tuple[Piece, ...]
    text: tuple[Piece, ...]


def standing(clause: AgreedClause) -> str:
    """Return whether a clause is locked, the office's own, worded anew, or as its pack gave it."""
    if clause.locked:
        return "terkunci"
    if clause.origin is None:
        return "buatan kantor"
    same = clause.origin.fingerprint == words_digest(clause.title, clause.text)
    return "dari paket" if same else EDITED


def offered_of(clause: AgreedClause, clause_sets: Mapping[str, OfferedSet]) -> OfferedClause | None:
    """Return the clause as the set it came from offers it today; None where nothing does."""
    offering = clause_sets.get(clause.origin.clause_set) if clause.origin else None
    if offering is None:
        return None
    return next((one for one in offering.clauses if one.clause.id == clause.id), None)


def difference(clause: AgreedClause, offered: OfferedClause) -> Difference:
    """Return what the office has changed in the raw words of a pack."""
    given = offered.clause
    return Difference(word_diff(given.title, clause.title), word_diff(given.text.strip("\n"), clause.text))


def redline(clause: AgreedClause, clause_sets: Mapping[str, OfferedSet]) -> tuple[str, str]:
    """Return title and words with signs around what the office has changed.

    Raises :class:`Refused` where nothing differs, and where no pack in use gives the clause.
    """
    offered = offered_of(clause, clause_sets)
    if offered is None:
        raise refuse(
            "klausul ini tidak berasal dari paket yang terpasang, jadi tidak ada bunyi pembandingnya"
        )
    given = offered.clause
    if (clause.title, clause.text) == (given.title, given.text.strip("\n")):
        raise refuse("bunyi klausul ini sama dengan bunyi paketnya")
    found = difference(clause, offered)
    return marked(found.title), marked(found.text)


def restored(agreement: Agreement, clause_id: str, clause_sets: Mapping[str, OfferedSet]) -> Agreement:
    """Return the agreement with the pack's words back in a clause, as its reading, too.

    What the office filled in stays, and so does what it cites. A lock is no hindrance: these are the words
    that are locked. Raises :class:`Refused` where no pack in use gives the clause.
    """
    clause = clause_of(agreement, clause_id)
    offered = offered_of(clause, clause_sets)
    if clause.origin is None:
        raise refuse(f'klausul "{clause_id}" buatan kantor, jadi tidak ada bunyi dari paket')
    if offered is None:
        raise refuse(
            f'paket {clause.origin.pack} yang terpasang sekarang tidak memuat klausul "{clause_id}"',
            "Periksa paketnya dengan: kampanye paket",
        )
    given = offered.clause
    filled = {parameter.name: parameter.value for parameter in clause.parameters}
    back = msgspec.structs.replace(
        clause,
        title=given.title,
        text=given.text.strip("\n"),
        # Settling fills it in: a reading written by hand is not the pack's.
        resolved="",
        explanation=given.explanation.strip("\n"),
        guidance=given.guidance,
        parameters=tuple(
            msgspec.structs.replace(one, value=filled.get(one.name, one.value)) for one in given.parameters
        ),
        origin=Origin(
            pack=offered.owner,
            clause_set=clause.origin.clause_set,
            fingerprint=offered.fingerprint,
            changes=offered.changes,
        ),
    )
    clauses = tuple(back if one is clause else one for one in agreement.clauses)
    return settled(agreement, msgspec.structs.replace(agreement, clauses=clauses))
