"""One answer of one pihak to one clause, in the words of lists, details and messages. Pure."""

from __future__ import annotations

from typing import NamedTuple

from kampanye_tui.agreement.place_words import with_paper
from kampanye_tui.agreement.response_matrix import Cell, Standing
from kampanye_tui.agreement.response_matrix import Row as ClauseRow
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.event import Answer
from kampanye_tui.tui.screens.clause_lines import lines_of

OPEN = (Standing.NONE, Standing.STALE)
"""Where an answer is still asked for."""
FORMER = {Answer.AGREED: "setuju", Answer.REMARK: "catatan", Answer.OBJECTION: "keberatan"}
"""Answers in the words that the lists have for them."""


class Entry(NamedTuple):
    """One pihak and one clause: a row of a list of answers; ``printed`` is the clause's number on paper."""

    row: ClauseRow
    cell: Cell
    printed: str = ""

    @property
    def clause(self) -> str:
        """The clause as sentences name it."""
        return f"klausul {with_paper(self.row.number, self.printed)}"


def standing_words(cell: Cell) -> str:
    """Return where an answer stands, in a cell: a stale one with what it was."""
    if cell.standing is Standing.STALE and cell.response:
        return f"{Standing.STALE.value} ({FORMER[cell.response.answer]})"
    return cell.standing.value


def about(entry: Entry, agreement: Agreement, key: str) -> tuple[tuple[str, str], ...]:
    """Return what the lower part of the screen says about an answer, and the words that it is about.

    ``key`` is the one that shows what has changed since.
    """
    stale = entry.cell.standing is Standing.STALE
    more = f" ({key}: apa yang berubah)" if stale else ""
    words = ((line, "quiet") for line in lines_of(agreement, entry.row.clause))
    return ((f"{said(entry.cell)}{more}", ""), *words)


def said(cell: Cell) -> str:
    """Return an answer in full: what it is, what was written, when and by whom it was recorded."""
    response = cell.response
    if response is None:
        return "Belum ditanggapi."
    word = FORMER[response.answer]
    remark = f": {response.remark}" if response.remark else ""
    if cell.standing is Standing.STALE:
        return f"Basi, sebab bunyi klausul berubah sesudah ditanggapi; mintakan lagi. Tadinya {word}{remark}"
    told = f"{response.occurred:%d-%m-%Y %H.%M}, oleh {response.operator}"
    return f"{word.capitalize()}{remark} ({told})"


def noted(entry: Entry, answer: Answer) -> str:
    """Return what was recorded, and what it stands for no more."""
    words = FORMER.get(answer, "tanggapannya dicabut")
    told = f"{entry.cell.party.called}, {entry.clause}: {words}"
    before = entry.cell.response
    if before and before.remark and answer is not before.answer:
        return f"{told}; {FORMER[before.answer]} sebelumnya tidak berlaku lagi."
    return f"{told}."
