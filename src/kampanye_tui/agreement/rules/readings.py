"""``bunyi``: a clause that no longer reads as its text and its placeholders say."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import msgspec

from kampanye_tui.agreement.compose import resolve
from kampanye_tui.agreement.rules.kind import Hit, NoConditions, RuleKind
from kampanye_tui.agreement.vocabulary import vocabulary
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.finding import Fix, Place, Section
from kampanye_tui.model.reference import Reference


def check(_conditions: NoConditions, agreement: Agreement, _reference: Reference) -> Iterator[Hit]:
    """Report each such clause: somebody edited one of the two, or what a placeholder stands for.

    A locked one is told by the rule about locks.
    """
    words = vocabulary(
        agreement.reference, agreement.office, agreement.occasion, agreement.kind, agreement.topic
    )
    for clause in agreement.clauses:
        reading = resolve(clause.text, clause.parameters, words)
        if reading != clause.resolved and not clause.locked:
            fix = Fix(
                label=f"Susun ulang bunyi klausul “{clause.title}” dari teksnya",
                apply=partial(_read_anew, clause_id=clause.id, reading=reading),
            )
            place = Place(section=Section.CLAUSES, id=clause.id, field="bunyi")
            yield Hit(place, {"klausul": clause.title}, fix)


def _read_anew(agreement: Agreement, clause_id: str, reading: str) -> Agreement:
    return msgspec.structs.replace(
        agreement,
        clauses=tuple(
            msgspec.structs.replace(clause, resolved=reading) if clause.id == clause_id else clause
            for clause in agreement.clauses
        ),
    )


KIND = RuleKind("bunyi", NoConditions, ("klausul",), check)
