"""Handing over and receipts as a CSV file: what it holds, what one would record, and recording it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kampanye_tui.agreement.receipt_table import entered_words, read_receipts, receipt_table, waiting
from kampanye_tui.tui.screens.ledger_table import Sheet, ledger_table

if TYPE_CHECKING:
    from kampanye_tui.tui.ledger_screen import LedgerScreen
    from kampanye_tui.tui.table_files import Table


def receipt_files(screen: LedgerScreen) -> Table:
    """Return what is to be handed over and received as a table that can be written and read in."""
    work = screen.work
    sheet = Sheet(
        name="penyerahan",
        file="penyerahan.csv",
        reading="baris tanpa tanggal dilewati",
        marks="penyerahan dan tanda terima, menurut tanggalnya",
        rows="penyerahan dan tanda terima",
        holds=lambda: f"{len(waiting(work.agreement, work.book.events))} salinan dan asli",
        written=lambda: receipt_table(work.agreement, work.book.events),
        read=read_receipts,
        told=entered_words,
    )
    return ledger_table(screen, sheet)
