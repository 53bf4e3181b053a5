"""``penandatangan``: signatories without name or office, and pihak that nobody signs for."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from kampanye_tui.agreement.rules.kind import Hit, RuleKind, some
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.finding import Place, Section
from kampanye_tui.model.party import Role
from kampanye_tui.model.reference import Reference
from kampanye_tui.model.value import Value, key


class Part(StrEnum):
    """The part of a signatory that may be missing."""

    NAME = "nama"
    OFFICE = "jabatan"
    PERSON = "orang"


class Conditions(Value, frozen=True, kw_only=True):
    """``tanpa`` names the part; ``orang`` is a pihak with no signatory at all."""

    without: Part = key("tanpa")


def check(conditions: Conditions, agreement: Agreement, _reference: Reference) -> Iterator[Hit]:
    """Report all of them in one finding that points at the first."""
    lacking = []
    for party in agreement.parties:
        if party.role is Role.PRESENT:
            continue
        if conditions.without is Part.PERSON:
            lacks = not party.signatories
        else:
            part = "name" if conditions.without is Part.NAME else "office"
            lacks = any(not getattr(person, part).strip() for person in party.signatories)
        if lacks:
            lacking.append(party)
    if lacking:
        yield Hit(
            Place(section=Section.PARTIES, id=lacking[0].id, field="penandatangan"),
            {"jumlah": str(len(lacking)), "pihak": some([party.called for party in lacking])},
        )


KIND = RuleKind("penandatangan", Conditions, ("jumlah", "pihak"), check)
