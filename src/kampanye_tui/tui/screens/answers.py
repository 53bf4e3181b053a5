"""What pihak say, to be read and filled in: of all pihak to one clause, or of one pihak to all clauses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kampanye_tui.agreement.place_words import with_paper
from kampanye_tui.agreement.response_matrix import Standing
from kampanye_tui.model.party import Party
from kampanye_tui.tui.keymap import key_of
from kampanye_tui.tui.perform import there
from kampanye_tui.tui.screens.answer_list import AnswerList
from kampanye_tui.tui.screens.answer_words import Entry
from kampanye_tui.tui.screens.since_answered import show_since_answered

if TYPE_CHECKING:
    from kampanye_tui.agreement.response_matrix import Row as ClauseRow
    from kampanye_tui.work import Work


class ClauseAnswers(AnswerList):
    """What all pihak say to one clause."""

    head = "Pihak"

    def __init__(self, work: Work, clause_id: str, begin_at: str) -> None:
        super().__init__(work)
        self.clause_id = clause_id
        self.begin_at = begin_at
        """The pihak that is pointed at first."""

    def begin(self) -> None:
        """Point at the pihak from whose answer one came."""
        self.rows.point(self.begin_at)

    def heading(self) -> str:
        """Return the clause."""
        told = (
            f"{with_paper(one.number, self.printed(one))} {one.clause.title}"
            for one in self.table
            if self._is(one)
        )
        return next(told, "")

    def _is(self, row: ClauseRow) -> bool:
        return row.clause.id == self.clause_id

    def entries(self) -> tuple[Entry, ...]:
        """Return a row for each pihak."""
        return tuple(
            Entry(row, cell, self.printed(row)) for row in self.table if self._is(row) for cell in row.cells
        )

    def row_id(self, entry: Entry) -> str:
        """Return the id of the pihak."""
        return entry.cell.party.id

    def named(self, entry: Entry) -> tuple[str, str]:
        """Return ballot number and name of the pihak."""
        return str(entry.cell.party.ballot_number or ""), entry.cell.party.name

    def why_off(self, action_id: str) -> str:
        """Say that only this clause is answered here: "all" might be taken for all pihak."""
        if action_id == "tanggapan.beda" and self.entry and self.entry.cell.standing is Standing.NONE:
            return f"{there(self.entry).cell.party.called} belum menanggapi {self.entry.clause}."
        if action_id == "tanggapan.setuju-semua":
            own = self.app.own_keys
            keys = f"{key_of('kembali', own)}, lalu {key_of('pembahasan.pihak', own)}"
            return f"Setuju atas semua klausul dicatat pada daftar satu pihak: tekan {keys}."
        return super().why_off(action_id)

    def take_party(self, party: Party) -> None:
        """Point at a pihak."""
        self.rows.point(party.id)

    def do_difference(self) -> None:
        """Show what has changed in this clause since the pihak answered it."""
        show_since_answered(self, there(self.entry).cell.party, self.clause_id)


class PartyAnswers(AnswerList):
    """What one pihak says to all clauses."""

    head = "Klausul"

    def __init__(self, work: Work, party: Party) -> None:
        super().__init__(work)
        self.party = party

    def heading(self) -> str:
        """Return the pihak."""
        return numbered(self.party)

    def entries(self) -> tuple[Entry, ...]:
        """Return a row for each clause."""
        return tuple(
            Entry(row, cell, self.printed(row))
            for row in self.table
            for cell in row.cells
            if cell.party.id == self.party.id
        )

    def row_id(self, entry: Entry) -> str:
        """Return the id of the clause."""
        return entry.row.clause.id

    def named(self, entry: Entry) -> tuple[str, str]:
        """Return number and title of the clause, with its number on paper: a pihak cites that one."""
        title = entry.row.clause.title
        return str(entry.row.number), f"{entry.printed} · {title}" if entry.printed else title

    def take_party(self, party: Party) -> None:
        """Show what another pihak says."""
        self.party = party
        self.show_table()
        self.begin()
        self.app.tell("")

    def do_difference(self) -> None:
        """Show what has changed in all clauses since the pihak answered them."""
        show_since_answered(self, self.party)


def numbered(party: Party) -> str:
    """Return a pihak with its ballot number before its name, where it has one."""
    return f"{party.ballot_number} {party.name}" if party.ballot_number else party.name
