"""Occasion, office and numbers as values that somebody types, and what was typed as an edit. Pure.

The journal keeps typing by the names of these values (``tanggal``, ``anggota-2``, ``nomor-naskah``).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import time
from typing import Final

import msgspec

from kampanye_tui.agreement.edit_members import with_member_name
from kampanye_tui.agreement.edit_occasion import NUMBERED, with_occasion
from kampanye_tui.agreement.entries import ballot_number_of, choice_of, hour_of, id_of, line_of
from kampanye_tui.agreement.settle import settled
from kampanye_tui.agreement.words import long_date
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.occasion import AgreementKind, Style

MEMBER: Final = "anggota-"
"""Begins the name of a value that is a member's name; the rest counts them from 1."""
NUMBER: Final = "nomor-"
"""Begins the name of a value that is a number; the rest is the template of the paper."""


def values_of(agreement: Agreement) -> dict[str, str]:
    """Return the values as people write them: a day in words, hours with a point, what is open empty."""
    occasion, office = agreement.occasion, agreement.office
    return {
        "tanggal": long_date(occasion.day) if occasion.day else "",
        "mulai": _hour(occasion.start),
        "selesai": _hour(occasion.end),
        "tempat": occasion.place,
        "kota": occasion.city,
        "tentang": agreement.topic,
        "jenis": agreement.kind.value,
        "gaya": agreement.style.value,
        "alamat": office.address,
        "kontak": office.contact,
        **{f"{MEMBER}{number}": one.name for number, one in enumerate(agreement.members(), 1)},
        **{
            f"{NUMBER}{name}": agreement.numbers.get(name, "")
            for name in dict.fromkeys((*NUMBERED, *agreement.numbers))
        },
    }


def with_values(agreement: Agreement, values: Mapping[str, str]) -> Agreement:
    """Return the agreement as the values say it, on the day that it has: another day needs its own packs.

    Raises :class:`Refused` for a value that cannot be, and for an occasion that ends before it starts.
    """
    after = with_occasion(
        agreement,
        msgspec.structs.replace(
            agreement.occasion,
            start=hour_of(values["mulai"]),
            end=hour_of(values["selesai"]),
            place=line_of(values["tempat"]),
            city=line_of(values["kota"]),
        ),
    )
    numbers = {
        id_of(name.removeprefix(NUMBER)): line_of(value)
        for name, value in values.items()
        if name.startswith(NUMBER)
    }
    changed = msgspec.structs.replace(
        after,
        topic=line_of(values["tentang"]),
        kind=choice_of(values["jenis"], AgreementKind),
        style=choice_of(values["gaya"], Style),
        office=msgspec.structs.replace(
            after.office, address=line_of(values["alamat"]), contact=line_of(values["kontak"])
        ),
        numbers={name: value for name, value in numbers.items() if value},
    )
    for name, value in values.items():
        if name.startswith(MEMBER):
            changed = with_member_name(
                changed, ballot_number_of(name.removeprefix(MEMBER)) or 0, line_of(value)
            )
    return settled(after, changed)


def _hour(hour: time | None) -> str:
    return f"{hour:%H.%M}" if hour else ""
