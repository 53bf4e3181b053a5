"""The pihak as a CSV file: what a file of them holds and what one would change, as one edit of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kampanye_tui.agreement.account import told_of
from kampanye_tui.agreement.edit_parties import with_table
from kampanye_tui.agreement.party_table import table_of
from kampanye_tui.tui.table_files import Table

if TYPE_CHECKING:
    from kampanye_tui.tui.pane import Pane


def party_files(pane: Pane) -> Table:
    """Return the pihak of an agreement as a table that can be written and read in."""
    work = pane.work

    def take(data: bytes, name: str, count: int) -> None:
        done = f"{count} perubahan dari {name} diterapkan"
        pane.edit(lambda: with_table(work.agreement, data, name), done)

    return Table(
        name="pihak",
        file="pihak.csv",
        reading="sel kosong berarti tetap",
        holds=lambda: f"{len(work.agreement.parties)} pihak",
        written=lambda: table_of(work.agreement),
        changes=lambda data, name: told_of(work.agreement, with_table(work.agreement, data, name)),
        marks="perubahan; + baru, - dikeluarkan, ~ berubah, = urutan",
        take=take,
    )
