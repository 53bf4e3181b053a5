"""``benturan-paket``: what packs disagree about, and what a lock kept a pack from changing."""

from __future__ import annotations

from collections.abc import Iterator

from kampanye_tui.agreement.rules.kind import Hit, NoConditions, RuleKind
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.finding import Place, Section
from kampanye_tui.model.reference import Reference


def check(_conditions: NoConditions, _agreement: Agreement, reference: Reference) -> Iterator[Hit]:
    """Report each conflict that composing the reference met."""
    for conflict in reference.conflicts:
        yield Hit(
            Place(section=Section.PACKS, id=conflict.packs[0] if conflict.packs else ""),
            {
                "tentang": conflict.subject,
                "paket": ", ".join(conflict.packs),
                "masalah": conflict.what,
            },
        )


KIND = RuleKind("benturan-paket", NoConditions, ("tentang", "paket", "masalah"), check)
