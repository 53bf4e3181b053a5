"""What every record of a fact begins with: the agreement and its ledger, when it happened, and by whom."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from kampanye_tui.cli.editing import Editing, begin
from kampanye_tui.cli.options import recorded_as_json, wants_json
from kampanye_tui.cli.output import data, data_json, talk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from kampanye_tui.agreement.chain import Book
    from kampanye_tui.model.agreement import Agreement
    from kampanye_tui.model.event import AnyEvent
    from kampanye_tui.model.number_entry import AnyNumberEntry


class Recording(NamedTuple):
    """A saved agreement, opened to record what happened: when it did, when it is recorded, by whom."""

    editing: Editing
    operator: str
    occurred: datetime
    recorded: datetime

    @property
    def agreement(self) -> Agreement:
        """The agreement as it was saved."""
        return self.editing.agreement

    @property
    def said(self) -> dict[str, Any]:
        """What every event says of itself, by the names of its fields."""
        return {"occurred": self.occurred, "recorded": self.recorded, "operator": self.operator}

    def book(self) -> Book:
        """Return the ledger as it stands, and tell what has to be told of it."""
        from kampanye_tui.store.ledger import open_ledger

        opened = open_ledger(self.editing.saved.path.parent, self.agreement.id)
        if opened.notice:
            talk(opened.notice)
        return opened.book

    def record(self, make: Callable[[Book], Iterable[AnyEvent]]) -> tuple[AnyEvent, ...]:
        """Append what ``make`` returns for the ledger as it then stands; return what was added."""
        from kampanye_tui.store.ledger import record
        from kampanye_tui.work import printable_events

        checked = printable_events(self.editing.located, make)
        added = record(self.editing.saved.path.parent, self.agreement.id, checked)[1]
        tell_recorded(added)
        return added


def begin_recording(agreement_id: str | None, when: str | None) -> Recording:
    """Open a saved agreement, or the only one there is; raises Refused for none, and for no time."""
    from datetime import UTC

    from kampanye_tui.agreement.moment import moment_of

    editing = begin(agreement_id)
    now = datetime.now(UTC)
    occurred, recorded = (moment_of(typed, editing.agreement, now) for typed in (when or "", ""))
    return Recording(editing, operator_name(), occurred, recorded)


def operator_name() -> str:
    """Return who works: as the command line says, else the user of the system."""
    from kampanye_tui.store.settings import user_name

    named = click.get_current_context().find_root().params["operator"]
    return named or user_name()


def tell_recorded(entries: Iterable[AnyEvent | AnyNumberEntry]) -> None:
    """Print entries of a ledger or register as JSON, with the keys of their file, where that is wanted."""
    from msgspec import to_builtins

    if wants_json():
        data_json([to_builtins(one) for one in entries])


def say(text: str) -> None:
    """Print a line of data about what was recorded, unless it is printed as JSON."""
    if not wants_json():
        data(text)


waktu = click.option("--waktu", "when", metavar="W", help='Kapan terjadi: "28-11-2023 10.45" atau 10.45.')
"""An hour alone is meant for the day of the event; without it, it happens now."""


def kejadian(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add what every command that records facts has: when they happened, and the way to get them as JSON."""
    return waktu(recorded_as_json(command))
