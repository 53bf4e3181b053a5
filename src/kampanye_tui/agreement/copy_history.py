"""What was done with one numbered copy, in words: the last deed, and everything the ledger ever said of it.

An agreement and its events come in, sentences for an operator go out; what a correction has taken back stays
in the history, with the reason.
"""

from __future__ import annotations

from collections.abc import Iterable

from kampanye_tui.agreement.copy_standing import NOT_PRINTED, STANDING
from kampanye_tui.agreement.known_hour import day_and_hour
from kampanye_tui.agreement.moment import zone_of
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.event import AnyEvent, CopyDeed, CopyHandled, Correction

_TO = {CopyDeed.HANDED_OVER: "kepada", CopyDeed.RECEIVED: "oleh"}
"""Before the person that a deed names."""


def deed_words(deed: CopyHandled) -> str:
    """Return what was done and who it names: ``diserahkan kepada Sari Dewi (sekretaris)``."""
    # This program names nobody for other deeds; the ledger of a stranger may.
    to = _TO.get(deed.deed, "atas nama")
    person = f" {to} {deed.receiver} ({deed.capacity})" if deed.receiver else ""
    pages = f", {deed.pages} halaman" if deed.pages else ""
    remark = f"; {deed.remark}" if deed.remark else ""
    return f"{STANDING[deed.deed]}{person}{pages}{remark}"


def copy_history(agreement: Agreement, events: Iterable[AnyEvent], form: str, number: int) -> tuple[str, ...]:
    """Return what was recorded of a copy, the last first, each with its day and who recorded it."""
    listed = tuple(events)
    zone = zone_of(agreement.reference.region)
    corrections = {event.of: event.reason for event in listed if isinstance(event, Correction)}
    told = []
    for event in reversed(listed):
        if isinstance(event, CopyHandled) and (event.form, event.copy) == (form, number):
            when = day_and_hour(event.occurred.astimezone(zone))
            taken_back = corrections.get(event.number)
            void = f" Tidak berlaku: {taken_back}." if taken_back else ""
            noted = f"Dicatat {event.operator}, kejadian nomor {event.number}."
            told.append(f"{when} {deed_words(event)}.{void} {noted}")
    return tuple(told) or (f"{NOT_PRINTED.capitalize()}.",)
