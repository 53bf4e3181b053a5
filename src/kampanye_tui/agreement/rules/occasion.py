"""``acara``: what is not known yet of the signing, and prints as a dotted line."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from kampanye_tui.agreement.rules.kind import Hit, RuleKind
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.finding import Place, Section
from kampanye_tui.model.reference import Reference
from kampanye_tui.model.value import Value, key


class Field(StrEnum):
    """The parts of an occasion and of its office, by their keys."""

    DAY = "tanggal"
    START = "mulai"
    PLACE = "tempat"
    CITY = "kota"
    ADDRESS = "alamat"
    CONTACT = "kontak"


NAMES = {
    Field.DAY: "Tanggal acara",
    Field.START: "Jam mulai acara",
    Field.PLACE: "Tempat acara",
    Field.CITY: "Kota penandatanganan",
    Field.ADDRESS: "Alamat kantor",
    Field.CONTACT: "Kontak kantor",
}
"""What operators call them."""


class Conditions(Value, frozen=True, kw_only=True):
    """``kunci`` lists what should be filled in."""

    fields: tuple[Field, ...] = key("kunci")


def check(conditions: Conditions, agreement: Agreement, _reference: Reference) -> Iterator[Hit]:
    """Report each part that is empty."""
    occasion = agreement.occasion
    values = {
        Field.DAY: occasion.day,
        Field.START: occasion.start,
        Field.PLACE: occasion.place,
        Field.CITY: occasion.city,
        Field.ADDRESS: agreement.office.address,
        Field.CONTACT: agreement.office.contact,
    }
    for field in conditions.fields:
        if not values[field]:
            of_office = field in (Field.ADDRESS, Field.CONTACT)
            place = Place(section=Section.AGREEMENT if of_office else Section.OCCASION, field=field.value)
            yield Hit(place, {"nama": NAMES[field]})


KIND = RuleKind("acara", Conditions, ("nama",), check)
