"""The control sheet as a CSV file: an empty one to fill in, a filled one shown and recorded as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kampanye_tui.agreement.chronicle import told
from kampanye_tui.agreement.signing_table import read_signings, signing_table
from kampanye_tui.model.problem import Refused
from kampanye_tui.tui.faults import sentence
from kampanye_tui.tui.table_files import Table

if TYPE_CHECKING:
    from kampanye_tui.agreement.chain import Book
    from kampanye_tui.model.event import Signed
    from kampanye_tui.tui.screens.desk_view import DeskView


def signing_files(screen: DeskView) -> Table:
    """Return the control sheet as a table that can be written and read in."""
    work = screen.work

    def changes(data: bytes, name: str) -> list[str]:
        heard = _heard(screen, work.book, data, name)
        return [f"{event.occurred:%d-%m-%Y %H.%M}  {told(event, work.agreement)}" for event in heard]

    def take(data: bytes, name: str, _count: int) -> None:
        try:
            added = screen.record(lambda book: _heard(screen, book, data, name))
        except (Refused, OSError) as error:
            screen.app.tell(sentence(error))
            return
        screen.say(f"{len(added)} hasil dari {name} tercatat.")

    return Table(
        name="lembar kendali",
        file="lembar-kendali.csv",
        reading="baris tanpa hasil dilewati",
        holds=lambda: f"{sum(seat.open for seat in screen.seats)} penanda tangan",
        written=lambda: signing_table(work.agreement, work.book.events),
        changes=changes,
        marks="hasil, menurut pukulnya; belum ada yang tercatat",
        take=take,
    )


def _heard(screen: DeskView, book: Book, data: bytes, name: str) -> tuple[Signed, ...]:
    """Return what a file says, for the ledger as it stands."""
    stamp = screen.stamp()
    said = {"recorded": stamp["recorded"], "operator": stamp["operator"]}
    return read_signings(screen.work.agreement, book.events, data, name, **said)
