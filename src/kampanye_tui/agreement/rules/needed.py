"""``klausul-wajib``: clauses that an agreement of this kind must have."""

from __future__ import annotations

from collections.abc import Iterator

from kampanye_tui.agreement.rules.kind import Hit, RuleKind
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.finding import Place, Section
from kampanye_tui.model.occasion import AgreementKind
from kampanye_tui.model.reference import Reference
from kampanye_tui.model.text import Id
from kampanye_tui.model.value import Value, key


class Conditions(Value, frozen=True, kw_only=True):
    """``klausul`` lists ids; ``jenis`` the kinds of agreement that need them, empty for all."""

    clauses: tuple[Id, ...] = key("klausul")
    kinds: tuple[AgreementKind, ...] = key("jenis", default=())


def check(conditions: Conditions, agreement: Agreement, _reference: Reference) -> Iterator[Hit]:
    """Report each that is missing."""
    if conditions.kinds and agreement.kind not in conditions.kinds:
        return
    present = {clause.id for clause in agreement.clauses}
    for clause_id in conditions.clauses:
        if clause_id not in present:
            yield Hit(Place(section=Section.CLAUSES, id=clause_id), {"klausul": clause_id})


KIND = RuleKind("klausul-wajib", Conditions, ("klausul",), check)
