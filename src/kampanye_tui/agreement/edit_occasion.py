"""Edits of the occasion: hours and place, and another day of signing with what follows from it in words.

An agreement comes in and a new one goes out. A day needs the reference and the sets of that day; opening
them is for who asks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

import msgspec

from kampanye_tui.agreement.clause_sets import OfferedSet
from kampanye_tui.agreement.on_day import on_day
from kampanye_tui.agreement.settle import settled, with_packs
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.occasion import Occasion
from kampanye_tui.model.pack import PackUse
from kampanye_tui.model.problem import refuse
from kampanye_tui.model.reference import Reference

NUMBERED = {
    "naskah": "Nomor naskah",
    "berita-acara-kesepakatan": "Nomor berita acara",
    "undangan": "Nomor undangan",
}
"""Documents that every office numbers, by their templates."""


def with_occasion(agreement: Agreement, occasion: Occasion) -> Agreement:
    """Return the agreement with the hours, place and city of ``occasion``; its day stays (see :func:`moved`).

    Raises :class:`Refused` for an occasion that ends before it starts.
    """
    refuse_disorder(occasion)
    same_day = msgspec.structs.replace(occasion, day=agreement.occasion.day)
    return settled(agreement, msgspec.structs.replace(agreement, occasion=same_day))


def refuse_disorder(occasion: Occasion) -> None:
    """Raise :class:`Refused` for an occasion that ends before it starts."""
    if occasion.start and occasion.end and occasion.end <= occasion.start:
        raise refuse(
            f"acara selesai pukul {occasion.end:%H.%M}, padahal mulai pukul {occasion.start:%H.%M}",
            "Periksa --mulai dan --selesai",
        )


def moved(
    agreement: Agreement,
    day: date | None,
    reference: Reference,
    clause_sets: Mapping[str, OfferedSet],
    packs: Iterable[PackUse],
    advice: Callable[[str], str] = lambda _clause_id: "Keluarkan bila tidak dipakai lagi.",
) -> tuple[Agreement, tuple[str, ...]]:
    """Return the agreement on another day, and a line for each clause for which that makes a difference.

    ``reference``, ``clause_sets`` and ``packs`` are those of that day. ``advice`` says how to leave out the
    clause of an id that does not hold that day but stays, because the office has worded it.
    """
    after = on_day(agreement, day, reference, clause_sets)
    when = "pada hari itu" if day else "selama harinya belum ditentukan"
    told = [
        *(f'Klausul "{one.id}" ({one.title}) tidak berlaku {when}, jadi dikeluarkan.' for one in after.gone),
        *(f'Klausul "{one.id}" ({one.title}) berlaku {when}, jadi dimasukkan.' for one in after.come),
        *(
            f'Klausul "{one.id}" ({one.title}) menurut paketnya tidak berlaku {when}. '
            f"Bunyinya telah Anda sunting, jadi dibiarkan. {advice(one.id)}"
            for one in after.kept
        ),
    ]
    return with_packs(after.agreement, packs), tuple(told)
