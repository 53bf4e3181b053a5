"""A screen over the ledger of an open agreement: it shows what others record, and records itself.

Another process may add to the ledger at any time; its size is looked at every second, and nothing is read
or painted while it stays the same.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from kampanye_tui.agreement.lending import decline_unwritable, last_loan
from kampanye_tui.agreement.moment import moment_of
from kampanye_tui.model.problem import Declined, Refused
from kampanye_tui.tui import clock
from kampanye_tui.tui.faults import sentence
from kampanye_tui.tui.perform import Performer

if TYPE_CHECKING:
    from kampanye_tui.agreement.chain import Book
    from kampanye_tui.model.event import AnyEvent
    from kampanye_tui.work import Work

LOOK = 1.0
"""Seconds between two looks at the size of the ledger."""


class LedgerScreen(Performer, Screen[None]):
    """A screen that shows events; ``show`` is called whenever there may be others."""

    def __init__(self, work: Work) -> None:
        super().__init__()
        self.work = work
        self._ledger_size = -1
        self.unwritable = ""
        """Why nothing can be recorded here, in a sentence: the right to write is on another computer."""

    def on_mount(self) -> None:
        """Read the ledger, and again whenever it has grown."""
        self.look()
        self.set_interval(LOOK, self.look)

    def look(self) -> None:
        """Read the ledger when it has grown."""
        size = self.work.ledger.size
        if size != self._ledger_size:
            self._ledger_size = size
            self.read()

    def read(self) -> None:
        """Show what the ledger says, or tell why it cannot be read."""
        try:
            events = self.work.book.events
        except (Refused, OSError) as error:
            self.say(sentence(error))
            return
        self.show(events)
        self.unwritable = _why_unwritable(events)
        if self.unwritable:
            self.say(self.unwritable)

    def say(self, told: str) -> None:
        """Say something once this screen is laid out; nothing while another one lies above it."""

        def tell() -> None:
            # Textual calls a screen current as well that shows through the one above it.
            if self.app.screen is self:
                self.app.tell(told)

        if self.app.screen is self:
            self.call_after_refresh(tell)

    @abstractmethod
    def show(self, events: tuple[AnyEvent, ...]) -> None:
        """Show these events."""

    def stamp(self) -> dict[str, Any]:
        """Return what an event that happens now says of itself."""
        moment = moment_of("", self.work.agreement, clock.now())
        return {"occurred": moment, "recorded": moment, "operator": self.app.operator}

    def record(self, make: Callable[[Book], Iterable[AnyEvent]]) -> tuple[AnyEvent, ...]:
        """Record, and show it; raises Refused and OSError, and then nothing is recorded."""
        added = self.work.record(make)
        self.look()
        return added


def _why_unwritable(events: tuple[AnyEvent, ...]) -> str:
    try:
        decline_unwritable(last_loan(events))
    except Declined as declined:
        return sentence(declined)
    return ""
