"""A table that hands fill in with what happened, as a CSV file: shown first, then recorded as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from kampanye_tui.model.problem import Refused
from kampanye_tui.tui.faults import sentence
from kampanye_tui.tui.table_files import Table

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kampanye_tui.agreement.chain import Book
    from kampanye_tui.model.agreement import Agreement
    from kampanye_tui.model.event import AnyEvent
    from kampanye_tui.tui.ledger_screen import LedgerScreen


class Sheet(NamedTuple):
    """A kind of table: what it is called, how it is written, read, and told line by line."""

    name: str
    file: str
    reading: str
    """Which rows are passed over, as the form says it."""
    marks: str
    """What the lines are called that are shown before they are recorded."""
    rows: str
    """What its rows are called once they are recorded."""
    holds: Callable[[], str]
    written: Callable[[], bytes]
    read: Callable[..., Sequence[AnyEvent]]
    """Agreement, events, bytes and name of a file, ``recorded`` and ``operator`` → events; raises Refused."""
    told: Callable[[Agreement, Any], str]
    """An event as ``read`` returns them → a line."""


def ledger_table(screen: LedgerScreen, sheet: Sheet) -> Table:
    """Return a table that is written for the ledger as it stands, and recorded in it when it is read in."""
    work = screen.work

    def heard(book: Book, data: bytes, name: str) -> Sequence[AnyEvent]:
        stamp = screen.stamp()
        said = {"recorded": stamp["recorded"], "operator": stamp["operator"]}
        return sheet.read(work.agreement, book.events, data, name, **said)

    def changes(data: bytes, name: str) -> list[str]:
        return [sheet.told(work.agreement, event) for event in heard(work.book, data, name)]

    def take(data: bytes, name: str, _count: int) -> None:
        try:
            # Read anew, for the ledger as it then stands.
            added = screen.record(lambda book: heard(book, data, name))
        except (Refused, OSError) as error:
            screen.app.tell(sentence(error))
            return
        screen.say(f"{len(added)} {sheet.rows} dari {name} tercatat.")

    return Table(
        name=sheet.name,
        file=sheet.file,
        reading=sheet.reading,
        holds=sheet.holds,
        written=sheet.written,
        changes=changes,
        marks=f"{sheet.marks}; belum ada yang tercatat",
        take=take,
    )
