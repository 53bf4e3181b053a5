"""The control sheet as a CSV file: an empty one to fill in, a filled one shown and recorded as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kampanye_tui.agreement.chronicle import told_at
from kampanye_tui.agreement.signing_table import read_signings, signing_table
from kampanye_tui.tui.screens.ledger_table import Sheet, ledger_table

if TYPE_CHECKING:
    from kampanye_tui.tui.screens.desk_view import DeskView
    from kampanye_tui.tui.table_files import Table


def signing_files(screen: DeskView) -> Table:
    """Return the control sheet as a table that can be written and read in."""
    work = screen.work
    sheet = Sheet(
        name="lembar kendali",
        file="lembar-kendali.csv",
        reading="baris tanpa hasil dilewati",
        marks="hasil, menurut pukulnya",
        rows="hasil",
        holds=lambda: f"{sum(seat.open for seat in screen.seats)} penanda tangan",
        written=lambda: signing_table(work.agreement, work.book.events),
        read=read_signings,
        told=told_at,
    )
    return ledger_table(screen, sheet)
