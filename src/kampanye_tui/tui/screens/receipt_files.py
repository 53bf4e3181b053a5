"""Handing over and receipts as a CSV file: what it holds, what one would record, and recording it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kampanye_tui.agreement.receipt_table import entered_words, read_receipts, receipt_table, waiting
from kampanye_tui.model.problem import Refused
from kampanye_tui.tui.faults import sentence
from kampanye_tui.tui.table_files import Table

if TYPE_CHECKING:
    from kampanye_tui.agreement.chain import Book
    from kampanye_tui.model.event import CopyHandled
    from kampanye_tui.tui.ledger_screen import LedgerScreen


def receipt_files(screen: LedgerScreen) -> Table:
    """Return what is to be handed over and received as a table that can be written and read in."""
    work = screen.work

    def changes(data: bytes, name: str) -> list[str]:
        return [entered_words(work.agreement, event) for event in _heard(screen, work.book, data, name)]

    def take(data: bytes, name: str, _count: int) -> None:
        try:
            added = screen.record(lambda book: _heard(screen, book, data, name))
        except (Refused, OSError) as error:
            screen.app.tell(sentence(error))
            return
        screen.say(f"{len(added)} penyerahan dan tanda terima dari {name} tercatat.")

    return Table(
        name="penyerahan",
        file="penyerahan.csv",
        reading="baris tanpa tanggal dilewati",
        holds=lambda: f"{len(waiting(work.agreement, work.book.events))} salinan dan asli",
        written=lambda: receipt_table(work.agreement, work.book.events),
        changes=changes,
        marks="penyerahan dan tanda terima, menurut tanggalnya; belum ada yang tercatat",
        take=take,
    )


def _heard(screen: LedgerScreen, book: Book, data: bytes, name: str) -> tuple[CopyHandled, ...]:
    """Return what a file says, for the ledger as it stands."""
    stamp = screen.stamp()
    said = {"recorded": stamp["recorded"], "operator": stamp["operator"]}
    return read_receipts(screen.work.agreement, book.events, data, name, **said)
