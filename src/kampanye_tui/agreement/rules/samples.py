"""``isian-contoh``: something that still stands as in the sample configuration, in a real document."""

from __future__ import annotations

from collections.abc import Iterator

from kampanye_tui.agreement.rules.kind import Hit, RuleKind
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.finding import Place, Section
from kampanye_tui.model.reference import Reference
from kampanye_tui.model.text import Line, RegionCode
from kampanye_tui.model.value import Value, key


class Conditions(Value, frozen=True, kw_only=True):
    """``nilai`` lists values of the sample; in the region of the sample (``wilayah``) they may be true."""

    values: tuple[Line, ...] = key("nilai")
    region: RegionCode = key("wilayah", default="")


def check(conditions: Conditions, agreement: Agreement, reference: Reference) -> Iterator[Hit]:
    """Report each value that equals one of the sample; a sample itself is left in peace."""
    if agreement.office.sample or reference.region.code == conditions.region:
        return
    known = {value.casefold() for value in conditions.values}
    for place, value in _typed(agreement):
        if value.strip().casefold() in known:
            yield Hit(place, {"nilai": value})


def _typed(agreement: Agreement) -> Iterator[tuple[Place, str]]:
    """Yield what people type into a configuration, with its place."""
    office, occasion = agreement.office, agreement.occasion
    yield Place(section=Section.AGREEMENT, field="alamat"), office.address
    yield Place(section=Section.AGREEMENT, field="kontak"), office.contact
    yield Place(section=Section.OCCASION, field="tempat"), occasion.place
    yield Place(section=Section.OCCASION, field="kota"), occasion.city
    for at, member in enumerate(agreement.members(), 1):
        yield Place(section=Section.AGREEMENT, id=str(at), field="anggota"), member.name
    for party in agreement.parties:
        for person in party.signatories:
            yield Place(section=Section.PARTIES, id=party.id, field="penandatangan"), person.name


KIND = RuleKind("isian-contoh", Conditions, ("nilai",), check)
