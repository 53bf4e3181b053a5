"""When something happened, as people write it → a time with the offset of the agreement's region.

``10.45`` is meant for the day of the event, ``28-11-2023 10.45`` for that day; nothing is meant for now, as
the caller says it. No clock is read here.
"""

from __future__ import annotations

from datetime import datetime, time, timedelta, timezone

from kampanye_tui.agreement.entries import day_of, hour_of
from kampanye_tui.agreement.known_hour import day_and_hour, is_before
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.problem import Refused, refuse
from kampanye_tui.model.region import Region, Zone

OFFSETS = {Zone.WEST: 7, Zone.CENTRAL: 8, Zone.EAST: 9}
"""Hours ahead of UTC; Indonesia has no summer time."""


def zone_of(region: Region) -> timezone:
    """Return the offset of a region, under the name of its zone."""
    return timezone(timedelta(hours=OFFSETS[region.zone]), region.zone.value)


def moment_of(typed: str, agreement: Agreement, now: datetime) -> datetime:
    """Return the time that was typed, to the second; raises :class:`Refused` for what is no time."""
    if not typed.strip():
        return now.astimezone(zone_of(agreement.reference.region)).replace(microsecond=0)
    return _moment(typed, agreement)


def dated_moment(typed: str, agreement: Agreement) -> datetime:
    """Return the time that was typed with its day, or the begin of that day; raises :class:`Refused`.

    An hour alone is refused, and so is nothing: for what is never silently of today.
    """
    text = typed.strip()
    if " " not in text:
        try:
            hour_of(text)
        except Refused:
            pass
        else:
            raise refuse("tanggalnya belum disebut", "Tulis misalnya 28-11-2023, atau 28-11-2023 11.15")
    try:
        day = day_of(text)
    except Refused:
        day = None
    if day is None:
        return _moment(typed, agreement)
    return datetime.combine(day, time(), zone_of(agreement.reference.region))


def _moment(typed: str, agreement: Agreement) -> datetime:
    written, _, clock = typed.strip().rpartition(" ")
    try:
        hour, day = hour_of(clock), day_of(written)
    except Refused:
        hour = day = None
    if hour is None or (written and day is None):
        raise refuse(f'"{typed}" bukan waktu', "Tulis misalnya 28-11-2023 10.45, atau 10.45 saja")
    day = day or agreement.occasion.day
    if day is None:
        raise refuse(
            f'tanggal untuk pukul "{typed}" tidak diketahui, sebab tanggal acara belum diisi',
            "Tulis beserta tanggalnya, misalnya 28-11-2023 10.45",
        )
    return datetime.combine(day, hour, zone_of(agreement.reference.region))


def refuse_future(occurred: datetime, recorded: datetime) -> None:
    """Raise :class:`Refused` for something that is said to have happened after it was recorded."""
    if occurred > recorded:
        raise refuse(f"waktu kejadian {day_and_hour(occurred)} belum tiba", "Periksa tanggal dan jamnya")


def refuse_before(earlier: datetime, occurred: datetime, what: str) -> None:
    """Raise :class:`Refused` for something that is said to have happened before what it follows."""
    if is_before(occurred, earlier):
        told = day_and_hour(earlier.astimezone(occurred.tzinfo))
        raise refuse(
            f"waktu kejadian {day_and_hour(occurred)} mendahului waktu {what}, {told}",
            "Periksa tanggal dan jamnya",
        )
