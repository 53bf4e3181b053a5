"""Times of which the hour may be unknown: the begin of a day stands for the day alone."""

from __future__ import annotations

from datetime import datetime, time


def day_and_hour(moment: datetime, *, zone: bool = False) -> str:
    """Return a time as lists show it, without an hour where none is known; ``zone`` names its zone."""
    if moment.time() == time():
        return f"{moment:%d-%m-%Y}"
    return f"{moment:%d-%m-%Y %H.%M}{f' {moment.tzname()}' if zone else ''}"


def is_before(one: datetime, other: datetime) -> bool:
    """Tell whether one lies before the other, as far as both are known: by the minute, else by the day."""
    there = other.astimezone(one.tzinfo)
    if time() in (one.time(), there.time()):
        return one.date() < there.date()
    return one.replace(second=0, microsecond=0) < there.replace(second=0, microsecond=0)
