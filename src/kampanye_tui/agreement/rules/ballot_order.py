"""``urutan-nomor-urut``: contestants stand and sign by ballot number."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from kampanye_tui.agreement.edit import in_ballot_order
from kampanye_tui.agreement.rules.kind import Hit, NoConditions, RuleKind
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.finding import Fix, Place, Section
from kampanye_tui.model.party import Role
from kampanye_tui.model.reference import Reference


def check(_conditions: NoConditions, agreement: Agreement, _reference: Reference) -> Iterator[Hit]:
    """Report the first contestant that stands behind a higher number."""
    numbered = [party for party in agreement.of_role(Role.CONTESTANT) if party.ballot_number is not None]
    for before, after in pairwise(numbered):
        if (before.ballot_number or 0) > (after.ballot_number or 0):
            yield Hit(
                Place(section=Section.PARTIES, id=after.id, field="nomor_urut"),
                {"nama": after.name, "nomor_urut": str(after.ballot_number), "sesudah": before.name},
                Fix(label="Urutkan peserta menurut nomor urut", apply=in_ballot_order, safe=True),
            )
            return


KIND = RuleKind("urutan-nomor-urut", NoConditions, ("nama", "nomor_urut", "sesudah"), check)
