"""``klausul-terkunci``: a clause that a pack locked, and whose words are no longer the pack's."""

from __future__ import annotations

from collections.abc import Iterator

from kampanye_tui.agreement.compose import resolve
from kampanye_tui.agreement.fingerprint import words_digest
from kampanye_tui.agreement.rules.kind import Hit, NoConditions, RuleKind
from kampanye_tui.agreement.vocabulary import vocabulary
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.finding import Place, Section
from kampanye_tui.model.reference import Reference


def check(_conditions: NoConditions, agreement: Agreement, _reference: Reference) -> Iterator[Hit]:
    """Report each locked clause that says something else than the pack, or reads otherwise than it says."""
    words = vocabulary(
        agreement.reference, agreement.office, agreement.occasion, agreement.kind, agreement.topic
    )
    for clause in agreement.clauses:
        origin = clause.origin
        if not clause.locked or origin is None:
            continue
        reworded = words_digest(clause.title, clause.text) != origin.fingerprint
        if reworded or resolve(clause.text, clause.parameters, words) != clause.resolved:
            yield Hit(
                Place(section=Section.CLAUSES, id=clause.id, field="teks"),
                {"klausul": clause.title, "paket": origin.pack},
            )


KIND = RuleKind("klausul-terkunci", NoConditions, ("klausul", "paket"), check)
