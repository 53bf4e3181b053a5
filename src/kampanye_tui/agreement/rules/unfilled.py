"""``isian``: a clause holds a placeholder without a value, or a brace that belongs to nothing."""

from __future__ import annotations

from collections.abc import Iterator

from kampanye_tui.agreement.placeholders import Kind, found
from kampanye_tui.agreement.rules.kind import Hit, NoConditions, RuleKind
from kampanye_tui.agreement.vocabulary import vocabulary
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.finding import Place, Section
from kampanye_tui.model.reference import Reference


def check(_conditions: NoConditions, agreement: Agreement, _reference: Reference) -> Iterator[Hit]:
    """Report each placeholder that is still open in a clause as it reads, and each that nothing knows."""
    known = vocabulary(
        agreement.reference, agreement.office, agreement.occasion, agreement.kind, agreement.topic
    )
    for clause in agreement.clauses:
        own = {parameter.name for parameter in clause.parameters}
        beside = "\n".join((clause.explanation, *clause.guidance.texts()))
        unknown = [name for name in found(beside, Kind.NAME) if name not in known and name not in own]
        open_names = dict.fromkeys((*found(clause.resolved, Kind.NAME), *unknown))
        for isian in (*(f"{{{name}}}" for name in open_names), *found(clause.text, Kind.STRAY)):
            yield Hit(
                Place(section=Section.CLAUSES, id=clause.id, field="isian"),
                {"klausul": clause.title, "isian": isian},
            )


KIND = RuleKind("isian", NoConditions, ("klausul", "isian"), check)
