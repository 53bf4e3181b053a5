"""``lembaga-wilayah``: bodies that are called otherwise in this region, or that it does not have."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import msgspec

from kampanye_tui.agreement.rules.kind import Hit, RuleKind
from kampanye_tui.agreement.vocabulary import of_reference
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.finding import Fix, Place, Section
from kampanye_tui.model.party import Institution
from kampanye_tui.model.reference import Reference
from kampanye_tui.model.region import RegionKind
from kampanye_tui.model.text import Placeholder
from kampanye_tui.model.value import Value, key


class Conditions(Value, frozen=True, kw_only=True):
    """Which body, and how it should be.

    ``awal_nama`` is the term its name begins with (``penyelenggara`` → "Komisi Pemilihan Umum"); without it
    the body does not exist in regions of ``jenis_wilayah``.
    """

    institution: Institution = key("lembaga")
    term: Placeholder | None = key("awal_nama", default=None)
    region_kinds: tuple[RegionKind, ...] = key("jenis_wilayah", default=())


def check(conditions: Conditions, agreement: Agreement, reference: Reference) -> Iterator[Hit]:
    """Report each such body among the pihak."""
    known = of_reference(reference)
    here = known["sebutan_wilayah"]
    begins = known.get(conditions.term, "") if conditions.term else ""
    bodies = [party for party in agreement.parties if party.institution is conditions.institution]
    # Beside the office's own level there may be others of its kind, such as the committees of a kecamatan.
    if begins and any(party.name.casefold().startswith(begins.casefold()) for party in bodies):
        return
    for party in bodies:
        words = {"pihak": party.name, "wilayah": here, "seharusnya": begins}
        place = Place(section=Section.PARTIES, id=party.id, field="nama")
        if conditions.term:
            name = f"{begins} {here}"
            fix = Fix(
                label=f"Ganti nama pihak menjadi {name}",
                apply=partial(_renamed, party_id=party.id, name=name),
            )
            yield Hit(place, words, fix)
        elif reference.region.kind in conditions.region_kinds:
            yield Hit(place, words)


def _renamed(agreement: Agreement, party_id: str, name: str) -> Agreement:
    return msgspec.structs.replace(
        agreement,
        parties=tuple(
            msgspec.structs.replace(party, name=name) if party.id == party_id else party
            for party in agreement.parties
        ),
    )


KIND = RuleKind("lembaga-wilayah", Conditions, ("pihak", "wilayah", "seharusnya"), check)
