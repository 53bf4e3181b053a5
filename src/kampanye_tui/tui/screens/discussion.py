"""Pembahasan: what every pihak says to every clause in one table, and the ways to fill it in.

The answers are facts of the ledger; this screen shows them and leads to the lists in which they are given.
Rows are clauses, columns are pihak; what does not fit beside each other stands on further pages.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import ComposeResult

from kampanye_tui.agreement.place_words import with_paper
from kampanye_tui.agreement.responding import answering, answers_of
from kampanye_tui.agreement.response_matrix import Cell, Standing, matrix, missing
from kampanye_tui.agreement.response_matrix import Row as ClauseRow
from kampanye_tui.tui.actions import Group
from kampanye_tui.tui.ballot_digits import BallotDigits
from kampanye_tui.tui.columns import arrange, broken, share
from kampanye_tui.tui.frame import KeyLine, MessageLine, OneLine, Rule, TitleLine
from kampanye_tui.tui.keymap import key_of
from kampanye_tui.tui.ledger_screen import LedgerScreen
from kampanye_tui.tui.matrix_columns import (
    COLUMN,
    LEGEND,
    fitting,
    heads,
    in_columns,
    letters_told,
    line_of,
    page_of,
    sign,
    stale_count,
)
from kampanye_tui.tui.perform import bound, there
from kampanye_tui.tui.prose import Prose
from kampanye_tui.tui.rows import Row, Rows
from kampanye_tui.tui.screens.answer_words import said
from kampanye_tui.tui.screens.answers import ClauseAnswers, PartyAnswers
from kampanye_tui.tui.screens.on_paper import called_on_paper, titled
from kampanye_tui.tui.screens.party_choice import choose_party, with_ballot_number
from kampanye_tui.tui.screens.response_files import response_files
from kampanye_tui.tui.table_files import export_table, import_table

if TYPE_CHECKING:
    from collections.abc import Mapping

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
    Discussion #letters { height: 0; }
    Discussion #said { height: 5; }
    """

    def __init__(self, work: Work) -> None:
        super().__init__(work)
        self.table: tuple[ClauseRow, ...] = ()
        self.answers: Answers = {}
        self.on_paper: Mapping[str, str] = {}
        """Clause id → what it is called on paper."""
        self._at = 0
        """The column that is pointed at."""
        self._digits = BallotDigits()

    def compose(self) -> ComposeResult:
        """Lay out the table, what its signs mean, and the answer that is pointed at."""
        yield TitleLine(id="discussion-title")
        yield OneLine(id="discussion-heads")
        yield Rows(empty="Naskah belum berisi klausul.", id="discussed")
        yield OneLine(id="signs")
        yield Prose(id="letters")
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
        self.on_paper = called_on_paper(self.work)
        self._show()
        self.say(self._silent())

    def _silent(self) -> str:
        """Return who has said nothing at all, in a sentence."""
        silent = [one.party.called for one in missing(self.work.agreement, self.answers) if one.silent]
        if not silent:
            return ""
        rest = len(silent) - MOST_NAMED
        more = f", dan {rest} pihak lain" if rest > 0 else ""
        return f"Belum menanggapi: {', '.join(silent[:MOST_NAMED])}{more}."

    @property
    def _parties(self) -> tuple[Party, ...]:
        """The pihak in the order of their columns."""
        return tuple(cell.party for row in self.table[:1] for cell in in_columns(row.cells))

    @property
    def _page(self) -> range:
        """The columns that are in sight."""
        count = len(self._parties)
        return page_of(self._at, fitting(self.size.width, count), count)

    def _show(self) -> None:
        """Show everything as it stands."""
        agreement, parties = self.work.agreement, self._parties
        asked, waiting = len(answering(agreement)), len(missing(agreement, self.answers))
        stale = stale_count(self.table)
        basi = f" · basi {stale}" if stale else ""
        self.query_one("#discussion-title", TitleLine).say(
            f"PEMBAHASAN · {agreement.topic}", f"lengkap {asked - waiting} / {asked} pihak{basi}"
        )
        own = self.app.own_keys
        turn = f"{key_of('pembahasan.pihak-sebelum', own)} {key_of('pembahasan.pihak-lanjut', own)}"
        page = self._page
        part = f"{turn} pihak {page.start + 1}–{page.stop} dari {len(parties)}" if parties else ""
        self.query_one("#signs", OneLine).say(LEGEND, part)
        letters = self.query_one("#letters", Prose)
        told = letters_told(parties, page, agreement.reference.region)
        letters.styles.height = len(broken(told, self.size.width - 4)) if told else 0
        letters.say(((told, "quiet"),) if told else ())
        self._show_cells()

    def _show_cells(self) -> None:
        """Show the rows, with the mark where row and column that are pointed at meet."""
        page, pointed = self._page, self.row
        widths = share(self.size.width - 3, (2, 0, 6, COLUMN * len(page)))
        headed = line_of(heads(self._parties), page, self._at)
        self.query_one("#discussion-heads", OneLine).say(
            f" {arrange(('No', 'Klausul', 'Setuju', headed), widths)}"
        )
        rows = []
        for row in self.table:
            signs = [sign(cell) for cell in in_columns(row.cells)]
            shown = line_of(signs, page, self._at if row == pointed else None)
            count = f"{row.agreed}/{len(row.cells)}"
            title = titled(row.clause.title, self.on_paper.get(row.clause.id, ""))
            cells = (f"{row.number:>2}", title, count, shown)
            rows.append(Row(row.clause.id, arrange(cells, widths)))
        self.query_one(Rows).show(rows)
        self._tell_cell()

    @property
    def row(self) -> ClauseRow | None:
        """The clause that is pointed at."""
        row = self.query_one(Rows).pointed
        if row is None:
            return self.table[0] if self.table else None
        return next((one for one in self.table if one.clause.id == row.id), None)

    @property
    def cell(self) -> Cell | None:
        """The answer that is pointed at."""
        cells = in_columns(self.row.cells) if self.row else ()
        return cells[self._at] if self._at < len(cells) else None

    def on_rows_pointed(self) -> None:
        """Say more about the answer that is pointed at."""
        self._show_cells()

    def _tell_cell(self) -> None:
        row, cell = self.row, self.cell
        title = ""
        said: Iterable[tuple[str, str]] = ()
        if row and cell:
            number = with_paper(row.number, self.on_paper.get(row.clause.id, ""))
            title = f"{cell.party.called} · klausul {number} {row.clause.title}"
            said = about(row, cell)
        self.query_one("#discussed-title", Rule).say(title)
        self.query_one("#said", Prose).say(said)
        self.app.refresh_keys()

    def on_key(self, event: Any) -> None:
        """Point at the pihak whose ballot number is typed."""
        typed = self._digits.take(event.character, time.monotonic())
        if typed:
            party = with_ballot_number(self._parties, typed)
            self._point(self._parties.index(party)) if party else self.app.tell(
                f"Nomor urut {typed} tidak ada."
            )
            event.stop()

    def _point(self, at: int) -> None:
        """Point at a column; another page comes where it stands on one."""
        before = self._page
        self._at = max(0, min(at, len(self._parties) - 1))
        self._show_cells() if self._page == before else self._show()

    def why_off(self, action_id: str) -> str:
        """Say that there is nothing to answer yet, or no further page."""
        if not answering(self.work.agreement):
            return "Belum ada pihak yang dimintai tanggapan; isi pada tab Pihak."
        if not self.table:
            return "Naskah belum berisi klausul; isi pada tab Klausul."
        if action_id == "pembahasan.halaman" and len(self._page) == len(self._parties):
            return "Semua pihak sudah tampak."
        return ""

    def do_next_party(self) -> None:
        """Point at the next pihak."""
        self._point(self._at + 1)

    def do_previous_party(self) -> None:
        """Point at the pihak before."""
        self._point(self._at - 1)

    def do_turn_page(self) -> None:
        """Show the next pihak that fit; behind the last ones the first come again."""
        after = self._page.stop
        self._point(after if after < len(self._parties) else 0)

    def do_open(self) -> None:
        """Show what every pihak says to the clause that is pointed at."""
        self.app.push_screen(
            ClauseAnswers(self.work, there(self.row).clause.id, there(self.cell).party.id),
            lambda _nothing: self._back(),
        )

    def do_choose_party(self) -> None:
        """Choose a pihak and fill in its answers."""

        def fill(party: Party) -> None:
            screen = PartyAnswers(self.work, party)
            self.app.push_screen(screen, lambda _nothing: self._back(screen.party))

        choose_party(self.app, self.table, fill, at=there(self.cell).party.id)

    def _back(self, party: Party | None = None) -> None:
        """Show what was recorded meanwhile, at the pihak whose answers were open last."""
        self.look()
        if party in self._parties:
            self._point(self._parties.index(party))
        self.app.tell(self._silent())

    def do_import_table(self) -> None:
        """Take in a table, after showing what it would record."""
        import_table(self.app, self.work, response_files(self))

    def do_export_table(self) -> None:
        """Write the answers as a table."""
        export_table(self.app, self.work, response_files(self))


def about(row: ClauseRow, at: Cell) -> tuple[tuple[str, str], ...]:
    """Return what one pihak says to a clause, then what the others remark, and whom to ask again."""
    return (said(at), ""), *_others(row, at)


def _others(row: ClauseRow, at: Cell) -> Iterator[tuple[str, str]]:
    for standing in (Standing.OBJECTION, Standing.REMARK):
        for cell in row.of(standing):
            if cell != at:
                yield f"{standing.value.capitalize()} {cell.party.called}: {cell.remark}", "quiet"
    names = ", ".join(cell.party.called for cell in row.of(Standing.STALE) if cell != at)
    if names:
        yield f"Basi, mintakan lagi: {names}", "quiet"
