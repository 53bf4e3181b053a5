"""``nomor``: numbers of documents that do not look as the office says its numbers look."""

from __future__ import annotations

from collections.abc import Iterator

from kampanye_tui.agreement.number_format import pattern_of
from kampanye_tui.agreement.rules.kind import Hit, NoConditions, RuleKind
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.finding import Place, Section
from kampanye_tui.model.reference import Reference


def check(_conditions: NoConditions, agreement: Agreement, _reference: Reference) -> Iterator[Hit]:
    """Report each number that has another form; an office that says no form is asked nothing."""
    wanted = agreement.office.number_format
    if not wanted:
        return
    form = pattern_of(wanted)
    for document, number in agreement.numbers.items():
        if number and not form.fullmatch(number):
            yield Hit(
                Place(section=Section.AGREEMENT, id=document, field="nomor"),
                {"nomor": number, "dokumen": document, "bentuk": wanted},
            )


KIND = RuleKind("nomor", NoConditions, ("nomor", "dokumen", "bentuk"), check)
