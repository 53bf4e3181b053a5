"""``lembaga``: institutions that an agreement of this kind needs among its pihak."""

from __future__ import annotations

from collections.abc import Iterator

from kampanye_tui.agreement.rules.kind import Hit, RuleKind
from kampanye_tui.agreement.vocabulary import contestants_within
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.finding import Place, Section
from kampanye_tui.model.party import Institution
from kampanye_tui.model.reference import Reference
from kampanye_tui.model.value import Value, key


class Conditions(Value, frozen=True, kw_only=True):
    """``lembaga`` lists the kinds of institutions of which at least one must be a pihak."""

    institutions: tuple[Institution, ...] = key("lembaga")


def check(conditions: Conditions, agreement: Agreement, reference: Reference) -> Iterator[Hit]:
    """Report each kind of institution that no pihak is."""
    present = {party.institution for party in agreement.parties}
    for institution in conditions.institutions:
        if institution not in present:
            own = contestants_within(reference) if institution is Institution.CONTESTANT else ""
            name = own or institution.value.replace("-", " ")
            yield Hit(Place(section=Section.PARTIES), {"lembaga": name})


KIND = RuleKind("lembaga", Conditions, ("lembaga",), check)
