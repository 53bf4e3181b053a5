"""``rujukan``: a clause refers to another one that is not in the agreement."""

from __future__ import annotations

from collections.abc import Iterator

from kampanye_tui.agreement.placeholders import Kind, found
from kampanye_tui.agreement.rules.kind import Hit, NoConditions, RuleKind
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.finding import Place, Section
from kampanye_tui.model.messages import nearest
from kampanye_tui.model.reference import Reference


def check(_conditions: NoConditions, agreement: Agreement, _reference: Reference) -> Iterator[Hit]:
    """Report each reference that leads nowhere, with the nearest id."""
    ids = [clause.id for clause in agreement.clauses]
    for clause in agreement.clauses:
        for target in found(clause.resolved, Kind.REFERENCE):
            if target not in ids:
                yield Hit(
                    Place(section=Section.CLAUSES, id=clause.id, field="teks"),
                    {
                        "klausul": clause.title,
                        "rujukan": target,
                        "saran": nearest(target, ids) or "Periksa id klausul",
                    },
                )


KIND = RuleKind("rujukan", NoConditions, ("klausul", "rujukan", "saran"), check)
