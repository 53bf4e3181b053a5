"""A list of answers to be read and filled in: what rows it has, those that make one of it say.

One key records an answer and goes on to the next row; digits lead to the pihak of that ballot number. An
answer to words that have changed since is shown as ``basi``.
"""

from __future__ import annotations

import time
from abc import abstractmethod
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import ComposeResult

from kampanye_tui.agreement.entries import line_of
from kampanye_tui.agreement.responding import agreed_to_all, answering, answers_of, responded
from kampanye_tui.agreement.response_matrix import Row as ClauseRow
from kampanye_tui.agreement.response_matrix import Standing, matrix
from kampanye_tui.model.event import Answer
from kampanye_tui.model.party import Party
from kampanye_tui.model.problem import Refused
from kampanye_tui.tui.actions import Group
from kampanye_tui.tui.ballot_digits import BallotDigits
from kampanye_tui.tui.checks import needed, sentence_of
from kampanye_tui.tui.columns import arrange, share
from kampanye_tui.tui.faults import sentence
from kampanye_tui.tui.form import Field, Form
from kampanye_tui.tui.frame import KeyLine, MessageLine, OneLine, Rule, TitleLine
from kampanye_tui.tui.keymap import key_of
from kampanye_tui.tui.ledger_screen import LedgerScreen
from kampanye_tui.tui.perform import bound, there
from kampanye_tui.tui.prose import Prose
from kampanye_tui.tui.rows import Row, Rows
from kampanye_tui.tui.screens.answer_words import OPEN, Entry, about, noted, standing_words
from kampanye_tui.tui.screens.on_paper import called_on_paper
from kampanye_tui.tui.screens.party_choice import choose_party, with_ballot_number

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kampanye_tui.model.event import AnyEvent
    from kampanye_tui.work import Work

WIDE = 120
"""Columns from which remarks get as much room as names."""


class AnswerList(LedgerScreen):
    """A list of answers, each of which can be given, changed or taken back."""

    groups = (Group.ANSWERS,)
    BINDINGS: ClassVar = bound(Group.ANSWERS)
    DEFAULT_CSS = """
    AnswerList Prose { height: 6; }
    """
    head = ""
    """What the rows are, as the head of their column."""

    def __init__(self, work: Work) -> None:
        super().__init__(work)
        self.table: tuple[ClauseRow, ...] = ()
        self.on_paper: Mapping[str, str] = {}
        """Clause id → what it is called on paper."""
        self._digits = BallotDigits()

    def compose(self) -> ComposeResult:
        """Lay out the list above the answer that is pointed at."""
        yield TitleLine(id="answers-title")
        yield OneLine(id="answers-heads")
        yield Rows(id="answers")
        yield Rule(id="answer-title")
        yield Prose(id="answer")
        yield MessageLine()
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin in the list."""
        self.rows.focus()
        super().on_mount()
        self.begin()
        own = self.app.own_keys
        other, withdraw = key_of("tanggapan.pihak", own), key_of("tanggapan.cabut", own)
        self.say(f"Ketik nomor urut untuk ke pihaknya, atau {other} untuk memilihnya; {withdraw} mencabut.")

    def on_resize(self) -> None:
        """Fit the columns."""
        self.show_table()

    @property
    def rows(self) -> Rows:
        """The list."""
        return self.query_one(Rows)

    @abstractmethod
    def heading(self) -> str:
        """Return what the list is about."""

    def printed(self, row: ClauseRow) -> str:
        """Return what a clause is called on paper, where that is known."""
        return self.on_paper.get(row.clause.id, "")

    @abstractmethod
    def entries(self) -> tuple[Entry, ...]:
        """Return what the rows are."""

    @abstractmethod
    def row_id(self, entry: Entry) -> str:
        """Return the id of a row."""

    @abstractmethod
    def named(self, entry: Entry) -> tuple[str, str]:
        """Return number and name of a row."""

    @abstractmethod
    def take_party(self, party: Party) -> None:
        """Go to a pihak."""

    @abstractmethod
    def do_difference(self) -> None:
        """Show what has changed since it was answered."""

    @property
    def entry(self) -> Entry | None:
        """What is pointed at."""
        row = self.rows.pointed
        return next((one for one in self.entries() if row is not None and self.row_id(one) == row.id), None)

    def show(self, events: tuple[AnyEvent, ...]) -> None:
        """Show the answers of a ledger."""
        self.table = matrix(self.work.agreement, answers_of(events))
        self.on_paper = called_on_paper(self.work)
        self.show_table()

    def show_table(self) -> None:
        """Show the answers as they stand."""
        entries = self.entries()
        agreed = sum(one.cell.standing in (Standing.AGREED, Standing.REMARK) for one in entries)
        title = self.query_one("#answers-title", TitleLine)
        title.say(self.heading(), f"setuju {agreed} / {len(entries)}")
        widths = share(self.size.width - 3, (2, 0, 16, 0 if self.size.width >= WIDE else 20))
        heads = arrange(("No", self.head, "Tanggapan", "Isi"), widths)
        self.query_one("#answers-heads", OneLine).say(f" {heads}")
        self.rows.show([self._row(one, widths) for one in entries])
        self._tell_entry()

    def _row(self, entry: Entry, widths: tuple[int, ...]) -> Row:
        number, name = self.named(entry)
        cells = (f"{number:>2}", name, standing_words(entry.cell), entry.cell.remark)
        return Row(self.row_id(entry), arrange(cells, widths))

    def on_rows_pointed(self) -> None:
        """Say more about the answer that is pointed at."""
        self._tell_entry()

    def _tell_entry(self) -> None:
        entry = self.entry
        title = f"{entry.cell.party.called} · {entry.clause} {entry.row.clause.title}" if entry else ""
        self.query_one("#answer-title", Rule).say(title)
        key = key_of("tanggapan.beda", self.app.own_keys)
        self.query_one("#answer", Prose).say(about(entry, self.work.agreement, key) if entry else ())
        self.app.refresh_keys()

    def begin(self) -> None:
        """Point at the first answer that is still asked for, else at the first."""
        entries = self.entries()
        for one in [*(one for one in entries if one.cell.standing in OPEN), *entries][:1]:
            self.rows.point(self.row_id(one))

    def on_key(self, event: Any) -> None:
        """Go to the pihak whose ballot number is typed."""
        typed = self._digits.take(event.character, time.monotonic())
        if typed:
            party = with_ballot_number(answering(self.work.agreement), typed)
            self.take_party(party) if party else self.app.tell(f"Nomor urut {typed} tidak ada.")
            event.stop()

    async def action_perform(self, action_id: str) -> None:
        """Perform an action; digits behind it are another number, however quickly they follow."""
        self._digits.forget()
        await super().action_perform(action_id)

    def why_off(self, action_id: str) -> str:
        """Say why there is nothing to record, or nothing to take back."""
        entry = self.entry
        if entry is None:
            return "Belum ada klausul dan pihak yang dapat ditanggapi."
        who = entry.cell.party.called
        if action_id == "tanggapan.cabut" and entry.cell.standing is Standing.NONE:
            return f"{who} belum menanggapi {entry.clause}, jadi tidak ada yang dicabut."
        if action_id == "tanggapan.setuju-semua" and not self._not_agreed(entry):
            return f"{who} sudah setuju atas semua klausul."
        return ""

    def _not_agreed(self, entry: Entry) -> tuple[Entry, ...]:
        """Return what the pihak of an entry has not agreed to as it now reads."""
        return tuple(
            Entry(row, cell, self.printed(row))
            for row in self.table
            for cell in row.of(*OPEN, Standing.OBJECTION)
            if cell.party == entry.cell.party
        )

    def do_choose_party(self) -> None:
        """Choose a pihak from the list."""
        entry = self.entry
        choose_party(self.app, self.table, self.take_party, at=entry.cell.party.id if entry else "")

    def do_agree(self) -> None:
        """Record that the pihak agrees."""
        entry = there(self.entry)
        if entry.cell.standing is Standing.AGREED:
            self._told(entry, f"{entry.cell.party.called} sudah setuju atas {entry.clause}.")
            return
        self._note(entry, Answer.AGREED)

    def do_withdraw(self) -> None:
        """Record that the pihak takes its answer back."""
        self._note(there(self.entry), Answer.NONE, onward=False)

    def _note(self, entry: Entry, answer: Answer, *, onward: bool = True) -> None:
        try:
            self._record(entry, answer)
        except (Refused, OSError) as error:
            self.app.tell(sentence(error))
            return
        self._told(entry, noted(entry, answer), onward=onward)

    def _record(self, entry: Entry, answer: Answer, remark: str = "") -> None:
        party, clause = entry.cell.party.id, entry.row.clause.id
        agreement, said = self.work.agreement, self.stamp()
        self.record(
            lambda book: (responded(agreement, book.events, party, clause, answer, remark=remark, **said),)
        )

    def _told(self, entry: Entry, told: str, *, onward: bool = True) -> None:
        """Say what was recorded, and go on to the row behind it."""
        self.rows.point(self.row_id(entry))
        if onward:
            self.rows.do_down()
        self.app.tell(told)

    def do_remark(self) -> None:
        """Ask for the remark with which the pihak agrees."""
        self._ask(Answer.REMARK, "Catatan", "setuju dengan catatan")

    def do_object(self) -> None:
        """Ask for the objection."""
        self._ask(Answer.OBJECTION, "Keberatan", "keberatan")

    def _ask(self, answer: Answer, label: str, words: str) -> None:
        entry = there(self.entry)
        response = entry.cell.response
        before = response.remark if response and response.answer is answer else ""
        hint = f"Yang disampaikan {entry.cell.party.called} atas {entry.row.clause.title}."
        field = Field("isi", label, before, hint, needed(sentence_of(line_of)))
        kept: list[str] = []

        def keep(values: dict[str, str]) -> None:
            # Recorded before the form closes: where it is refused, what was typed is still there.
            self._record(entry, answer, values["isi"])
            kept.append(noted(entry, answer))

        def closed(_nothing: None) -> None:
            if kept:
                self._told(entry, kept[-1])

        title = f"{entry.cell.party.called}, {entry.clause}: {words}"
        self.app.push_screen(Form(title, (field,), keep), closed)

    def do_agree_all(self) -> None:
        """Record that the pihak agrees to everything; where that gives up what it wrote, ask first."""
        from kampanye_tui.tui.question import Question, answers

        entry = there(self.entry)
        lost = [one for one in self._not_agreed(entry) if one.cell.remark]
        if not lost:
            self._agree_all(entry)
            return
        told = (
            ("Dengan ini tidak berlaku lagi:", ""),
            *((f"- {one.clause}, {standing_words(one.cell)}: {one.cell.remark}", "") for one in lost),
            ("", ""),
            (answers("mencatat setuju", "membiarkannya", self.app.own_keys), "bold"),
        )

        def answered(yes: bool | None) -> None:
            if yes:
                self._agree_all(entry)

        self.app.push_screen(
            Question(f"{entry.cell.party.called} setuju atas semua klausul?", told), answered
        )

    def _agree_all(self, entry: Entry) -> None:
        party, agreement, said = entry.cell.party, self.work.agreement, self.stamp()
        try:
            added = self.record(lambda book: agreed_to_all(agreement, book.events, party.id, **said))
        except (Refused, OSError) as error:
            self.app.tell(sentence(error))
            return
        kept = sum(cell.party == party for row in self.table for cell in row.of(Standing.REMARK))
        told = f"{party.called} setuju atas {len(added)} klausul"
        self.app.tell(f"{told}; {kept} catatannya tetap." if kept else f"{told}.")
