"""``salinan``: a plan of copies in which a number stands twice, or somebody is missing."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from kampanye_tui.agreement.rules.kind import Hit, RuleKind, some
from kampanye_tui.model.agreement import Agreement, CopyForm, CopyPlan
from kampanye_tui.model.finding import Place, Section
from kampanye_tui.model.party import Role
from kampanye_tui.model.reference import Reference
from kampanye_tui.model.value import Value, key


class Sought(StrEnum):
    """What to look for."""

    TWICE = "nomor-ganda"
    NOBODY = "tanpa-pemegang"
    WITHOUT = "belum-dapat"


class Conditions(Value, frozen=True, kw_only=True):
    """``cari`` says what to look for."""

    sought: Sought = key("cari")


def check(conditions: Conditions, agreement: Agreement, _reference: Reference) -> Iterator[Hit]:
    """Report numbers that stand twice, holders that are no pihak, or pihak that hold nothing."""
    if conditions.sought is Sought.WITHOUT:
        yield from _without(agreement)
        return
    for form in CopyForm:
        copies = agreement.copies_of(form)
        if conditions.sought is Sought.NOBODY:
            roles = [role.value for role in Role]
            for copy in copies:
                if agreement.party(copy.holder) is None and copy.holder not in roles:
                    yield _hit(copy, [copy.holder])
        else:
            for number in dict.fromkeys(copy.number for copy in copies):
                same = [copy for copy in copies if copy.number == number]
                if len(same) > 1:
                    yield _hit(same[0], [copy.holder for copy in same])


def _without(agreement: Agreement) -> Iterator[Hit]:
    holders = {copy.holder for copy in agreement.copies}
    lacking = [party for party in agreement.parties if holders.isdisjoint({party.id, party.role.value})]
    if lacking:
        place = Place(section=Section.PARTIES, id=lacking[0].id)
        yield Hit(place, {"bentuk": "", "nomor": "", "pihak": some([party.called for party in lacking])})


def _hit(copy: CopyPlan, holders: list[str]) -> Hit:
    return Hit(
        Place(section=Section.AGREEMENT, id=copy.holder, field="rencana_salinan"),
        {"bentuk": copy.form.value.capitalize(), "nomor": str(copy.number), "pihak": some(holders)},
    )


KIND = RuleKind("salinan", Conditions, ("bentuk", "nomor", "pihak"), check)
