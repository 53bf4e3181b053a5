"""The day of signing for tests of screens: the text made final before, and what others record meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

from textual.pilot import Pilot

from kampanye_tui.agreement.chain import Book
from kampanye_tui.agreement.facts import of_kind
from kampanye_tui.agreement.moment import moment_of
from kampanye_tui.agreement.seating import binding, seats
from kampanye_tui.agreement.signing import act, closed
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.event import AnyEvent, Outcome, Signed
from kampanye_tui.store.ledger import open_ledger, record
from kampanye_tui.store.workspace import load, save
from kampanye_tui.work import finalise
from tests.signatories import named
from tests.tui.desk import ID, Desk, text, until

EVENING_BEFORE = datetime(2023, 11, 27, 17, 0, tzinfo=timezone(timedelta(hours=7)))


def folder(desk: Desk) -> Path:
    """Where the agreement lies."""
    return desk.located.workspace / "naskah" / ID


def events(desk: Desk) -> tuple[AnyEvent, ...]:
    """Return what the ledger says."""
    return open_ledger(folder(desk), ID).book.events


def outcomes(desk: Desk) -> list[tuple[str, Outcome]]:
    """Return who has which outcome, in the order of the ledger."""
    return [(event.party, event.outcome) for event in of_kind(events(desk), Signed)]


def said(desk: Desk) -> dict:
    """What an event says that somebody else records now."""
    now = moment_of("", load(desk.located.workspace, ID).agreement, datetime.now(UTC))
    return {"occurred": now, "recorded": now, "operator": "operator2"}


def made_final(desk: Desk, change: Callable[[Agreement], Agreement] = lambda agreement: agreement) -> None:
    """Change the text, where that is wanted, and make it final as on the evening before; all have names."""
    kept = load(desk.located.workspace, ID)
    after = named(change(kept.agreement))
    save(kept, after)
    finalise(folder(desk), after, (), **(said(desk) | {"occurred": EVENING_BEFORE}))


def elsewhere(desk: Desk, make: Callable[[Agreement, Book], Iterable[AnyEvent]]) -> None:
    """Record something as another desk does."""
    agreement = load(desk.located.workspace, ID).agreement
    record(folder(desk), ID, lambda book: make(agreement, book))


def signed_elsewhere(desk: Desk, *names: str) -> None:
    """Let pihak sign at another desk."""
    for name in names:
        elsewhere(
            desk,
            lambda agreement, book, name=name: act(
                agreement, book.events, name, 1, Outcome.SIGNED, **said(desk)
            ),
        )


def binding_signed(desk: Desk) -> None:
    """Let everybody sign at another desk whom the closing waits for."""
    agreement = load(desk.located.workspace, ID).agreement
    signed_elsewhere(desk, *(seat.party for seat in binding(seats(agreement, events(desk)))))


def closed_elsewhere(desk: Desk) -> None:
    """Close the signing at another desk."""
    elsewhere(desk, lambda agreement, book: [closed(agreement, book.events, **said(desk))])


async def at_desk(at: Pilot) -> None:
    """Open the desk of a text that is final."""
    await at.press("7")
    await until(at, lambda: "MEJA PENANDATANGANAN" in text(at.app))
