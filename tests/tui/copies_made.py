"""A ledger of numbered copies for tests of screens: final, closed, printed, some handed over and received."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from kampanye_tui.agreement.copy_standing import due_copies
from kampanye_tui.agreement.copying import handled, printed
from kampanye_tui.agreement.fingerprint import occasion_digest, text_digest
from kampanye_tui.model.agreement import CopyForm
from kampanye_tui.model.event import AnyEvent, Closed, CopyDeed, CopyHandled, Finalised
from kampanye_tui.store.ledger import open_ledger, record
from kampanye_tui.store.workspace import load
from tests.tui.desk import ID, Desk

AT = datetime(2023, 11, 28, 4, 15, tzinfo=UTC)
DAY = timedelta(days=1)
WHO = {"receiver": "Sari Dewi", "capacity": "sekretaris DPC"}


def add(desk: Desk, make) -> None:
    """Record what ``make`` returns for the agreement and its events."""
    agreement = load(desk.located.workspace, ID).agreement
    record(desk.located.workspace / "naskah" / ID, ID, lambda book: make(agreement, book.events))


def said(days: int = 0) -> dict:
    """Return what an event says of itself."""
    return {"occurred": AT + days * DAY, "recorded": AT + 30 * DAY, "operator": "operator1"}


def final(desk: Desk) -> None:
    """Make the text final; nobody has signed."""

    def make(agreement, _events) -> list[AnyEvent]:
        digests = {"text_digest": text_digest(agreement), "occasion_digest": occasion_digest(agreement)}
        return [Finalised(number=0, revision=1, **digests, **said())]

    add(desk, make)


def closed(desk: Desk) -> None:
    """Close the signing of the final text."""
    final(desk)
    add(desk, lambda _agreement, _events: [Closed(number=0, revision=1, **said())])


def print_all(desk: Desk, form: CopyForm = CopyForm.COPY) -> None:
    """Record every copy that is to be printed as printed."""
    add(
        desk,
        lambda agreement, events: [
            printed(agreement, events, copy, sha256="0" * 64, pages=14, **said())
            for copy in due_copies(agreement, events, form)
        ],
    )


def do(desk: Desk, deed: CopyDeed, number: int, days: int = 0, **more: str) -> None:
    """Record what was done with a salinan."""
    add(
        desk,
        lambda agreement, events: [
            handled(agreement, events, deed, CopyForm.COPY, number, **said(days), **more)
        ],
    )


_kept: dict[str, bytes] = {}
"""The ledger that :func:`going_out` leaves, by the bytes of the agreement."""


def going_out(desk: Desk) -> None:
    """Hand the first five over; three of them are received, one comes back, one is spoiled and replaced."""
    folder = desk.located.workspace / "naskah" / ID
    text = (folder / "naskah.toml").read_text()
    if text in _kept:
        (folder / "buku.jsonl").write_bytes(_kept[text])
        return
    closed(desk)
    print_all(desk, CopyForm.ORIGINAL)
    print_all(desk)
    do(desk, CopyDeed.SPOILED, 2, reason="tersobek saat dijilid")
    print_all(desk)
    for number in (1, 3, 4, 5, 6):
        do(desk, CopyDeed.HANDED_OVER, number, **WHO)
    for number in (1, 3, 4):
        do(desk, CopyDeed.RECEIVED, number, 1)
    do(desk, CopyDeed.RETURNED, 6, 1, reason="alamat kosong")
    _kept[text] = (folder / "buku.jsonl").read_bytes()


def deeds(desk: Desk) -> list[CopyHandled]:
    """Return what the ledger says of copies."""
    events = open_ledger(desk.located.workspace / "naskah" / ID, ID).book.events
    return [one for one in events if isinstance(one, CopyHandled)]
