"""``lampiran``: a clause speaks of an annex that is not printed with the agreement."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kampanye_tui.agreement.rules.kind import Hit, NoConditions, RuleKind
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.finding import Place, Section
from kampanye_tui.model.reference import Reference

_ANNEX = re.compile(r"\b(Lampiran (?:[IVX]+|[0-9]+)\b|[Tt]erlampir\b)")


def check(_conditions: NoConditions, agreement: Agreement, _reference: Reference) -> Iterator[Hit]:
    """Report the first such annex of each clause; "Lampiran" alone is the list of signatories."""
    for clause in agreement.clauses:
        met = _ANNEX.search(clause.resolved)
        if met is not None:
            yield Hit(
                Place(section=Section.CLAUSES, id=clause.id, field="teks"),
                {"klausul": clause.title, "lampiran": met[0]},
            )


KIND = RuleKind("lampiran", NoConditions, ("klausul", "lampiran"), check)
