"""``nomor-pihak``: one number that stands twice on a document, from two that give their own."""

from __future__ import annotations

from collections.abc import Iterator

from kampanye_tui.agreement.rules.kind import Hit, NoConditions, RuleKind, some
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.finding import Place, Section
from kampanye_tui.model.party import ORGANISER_ID
from kampanye_tui.model.reference import Reference


def check(_conditions: NoConditions, agreement: Agreement, _reference: Reference) -> Iterator[Hit]:
    """Report each number that a pihak gave to a document and that is also the office's or another's."""
    given: dict[tuple[str, str], list[str]] = {
        (document, text): [ORGANISER_ID] for document, text in agreement.numbers.items() if text
    }
    for party in agreement.parties:
        for document, text in party.numbers.items():
            given.setdefault((document, text), []).append(party.id)
    for (document, text), ids in given.items():
        if len(ids) > 1:
            names = [one.called if (one := agreement.party(party_id)) else party_id for party_id in ids]
            place = Place(section=Section.PARTIES, id=ids[-1], field="nomor_sendiri")
            yield Hit(place, {"nomor": text, "dokumen": document, "pihak": some(names)})


KIND = RuleKind("nomor-pihak", NoConditions, ("nomor", "dokumen", "pihak"), check)
