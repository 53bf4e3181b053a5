"""Pembahasan: clause by clause how many agree, who objects and what they say, and the ways to fill it in.

The answers are facts of the ledger; this screen shows them and leads to the lists in which they are given.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult

from kampanye_tui.agreement.responding import Said, all_responded, answering, answers_of
from kampanye_tui.agreement.response_matrix import Row as ClauseRow
from kampanye_tui.agreement.response_matrix import Standing, matrix, missing, standing_of
from kampanye_tui.agreement.response_table import read_responses, response_table
from kampanye_tui.model.problem import Refused
from kampanye_tui.tui.columns import arrange, share
from kampanye_tui.tui.faults import sentence
from kampanye_tui.tui.frame import KeyLine, MessageLine, OneLine, Rule, TitleLine
from kampanye_tui.tui.keymap import Group
from kampanye_tui.tui.ledger_screen import LedgerScreen
from kampanye_tui.tui.perform import bound
from kampanye_tui.tui.prose import Prose
from kampanye_tui.tui.rows import Row, Rows
from kampanye_tui.tui.screens.answers import ClauseAnswers, PartyAnswers
from kampanye_tui.tui.screens.party_choice import choose_party
from kampanye_tui.tui.table_files import Table, export_table, import_table

if TYPE_CHECKING:
    from kampanye_tui.agreement.responding import Answers
    from kampanye_tui.model.event import AnyEvent
    from kampanye_tui.model.party import Party
    from kampanye_tui.work import Work

MOST_NAMED = 3
"""How many of those that have said nothing are named."""


class Discussion(LedgerScreen):
    """What pihak say to the clauses of an agreement."""

    groups = (Group.DISCUSSION,)
    BINDINGS: ClassVar = bound(Group.DISCUSSION)
    DEFAULT_CSS = """
    Discussion Prose { height: 6; }
    """

    def __init__(self, work: Work) -> None:
        super().__init__(work)
        self.table: tuple[ClauseRow, ...] = ()
        self.answers: Answers = {}

    def compose(self) -> ComposeResult:
        """Lay out the clauses above what is said to the one that is pointed at."""
        yield TitleLine(id="discussion-title")
        yield OneLine(id="discussion-heads")
        yield Rows(empty="Naskah belum berisi klausul.", id="discussed")
        yield Rule(id="discussed-title")
        yield Prose(id="said")
        yield MessageLine()
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin in the list."""
        self.query_one(Rows).focus()
        super().on_mount()

    def on_resize(self) -> None:
        """Fit the columns."""
        self._show()

    def show(self, events: tuple[AnyEvent, ...]) -> None:
        """Show the answers of a ledger, and who has given none."""
        self.answers = answers_of(events)
        self.table = matrix(self.work.agreement, self.answers)
        self._show()
        self.say(self._silent())

    def _show(self) -> None:
        agreement = self.work.agreement
        asked, waiting = len(answering(agreement)), len(missing(agreement, self.answers))
        self.query_one("#discussion-title", TitleLine).say(
            f"PEMBAHASAN · {agreement.topic}", f"lengkap {asked - waiting} / {asked} pihak"
        )
        widths = share(self.size.width - 3, (2, 0, 28))
        heads = arrange(("No", "Klausul", "Setuju"), widths)
        self.query_one("#discussion-heads", OneLine).say(f" {heads}")
        rows = [
            Row(row.clause.id, arrange((f"{row.number:>2}", row.clause.title, row.words), widths))
            for row in self.table
        ]
        self.query_one(Rows).show(rows)
        self._tell_clause()

    def _silent(self) -> str:
        """Return who has said nothing at all, in a sentence."""
        silent = [one.party.called for one in missing(self.work.agreement, self.answers) if one.silent]
        if not silent:
            return ""
        rest = len(silent) - MOST_NAMED
        more = f", dan {rest} pihak lain" if rest > 0 else ""
        return f"Belum menanggapi: {', '.join(silent[:MOST_NAMED])}{more}."

    @property
    def clause(self) -> ClauseRow | None:
        """The clause that is pointed at."""
        row = self.query_one(Rows).pointed
        return next((one for one in self.table if row is not None and one.clause.id == row.id), None)

    def on_rows_pointed(self) -> None:
        """Say who objects to the clause that is pointed at, and what they say."""
        self._tell_clause()

    def _tell_clause(self) -> None:
        row = self.clause
        title = f"{row.number} {row.clause.title}" if row else ""
        self.query_one("#discussed-title", Rule).say(title)
        self.query_one("#said", Prose).say(about(row) if row else ())
        self.app.refresh_keys()

    def why_off(self, action_id: str) -> str:
        """Say that there is nothing to answer yet."""
        del action_id
        if not answering(self.work.agreement):
            return "Belum ada pihak yang dimintai tanggapan; isi pada tab Pihak."
        return "" if self.table else "Naskah belum berisi klausul; isi pada tab Klausul."

    def do_open(self) -> None:
        """Show what every pihak says to the clause that is pointed at."""
        self.app.push_screen(ClauseAnswers(self.work, self.clause.clause.id), self._back)

    def do_choose_party(self) -> None:
        """Choose a pihak and fill in its answers."""

        def fill(party: Party) -> None:
            self.app.push_screen(PartyAnswers(self.work, party), self._back)

        choose_party(self.app, self.table, fill)

    def _back(self, _nothing: None) -> None:
        self.look()
        self.app.tell(self._silent())

    def do_import_table(self) -> None:
        """Take in a table, after showing what it would record."""
        import_table(self.app, self.work, self._files())

    def do_export_table(self) -> None:
        """Write the answers as a table."""
        export_table(self.app, self.work, self._files())

    def _files(self) -> Table:
        """Return the answers as a table that can be written and read in."""
        agreement, work = self.work.agreement, self.work
        pairs = len(self.table) * len(answering(agreement))
        return Table(
            name="tanggapan",
            file="tanggapan.csv",
            reading="jawaban yang kosong dilewati",
            holds=lambda: f"{pairs} baris tanggapan",
            written=lambda: response_table(agreement, answers_of(work.book.events)),
            changes=self._changes,
            marks="tanggapan baru atau berubah",
            take=self._take,
        )

    def _changes(self, data: bytes, name: str) -> list[str]:
        """Return what a file says that is not recorded yet, with what stood before."""
        agreement, before = self.work.agreement, answers_of(self.work.book.events)
        return [self._told(one, before) for one in read_responses(agreement, before, data, name)]

    def _told(self, said: Said, before: Answers) -> str:
        agreement = self.work.agreement
        party = agreement.party(said.party)
        number = next(row.number for row in self.table if row.clause.id == said.clause)
        stood = standing_of(agreement, before, said.party, said.clause).value
        remark = f": {said.remark}" if said.remark else ""
        return f"{party.called}, klausul {number}: {stood} → {said.answer.value}{remark}"

    def _take(self, data: bytes, name: str, _count: int) -> None:
        """Record what a file says; it is read anew, for the ledger as it then stands."""
        agreement, stamp = self.work.agreement, self.stamp()
        try:
            added = self.record(
                lambda book: all_responded(
                    agreement,
                    book.events,
                    read_responses(agreement, answers_of(book.events), data, name),
                    **stamp,
                )
            )
        except (Refused, OSError) as error:
            self.app.tell(sentence(error))
            return
        self.say(f"{len(added)} tanggapan dari {name} tercatat.")


def about(row: ClauseRow) -> tuple[tuple[str, str], ...]:
    """Return who objects to a clause and what they say, then who is asked again, or still."""
    told = [
        (f"{standing.value.capitalize()} {cell.party.called}: {cell.remark}", "")
        for standing in (Standing.OBJECTION, Standing.REMARK)
        for cell in row.of(standing)
    ]
    for standing, words in ((Standing.STALE, "Basi, mintakan lagi"), (Standing.NONE, "Belum menanggapi")):
        names = ", ".join(cell.party.called for cell in row.of(standing))
        if names:
            told.append((f"{words}: {names}", "quiet"))
    return tuple(told) or (("Semua pihak setuju.", ""),)
