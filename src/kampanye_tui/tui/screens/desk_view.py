"""What the desk shows: who is pointed at in large letters, everybody in order, what was recorded last."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.events import Key

from kampanye_tui.agreement.seating import group_words, next_seat
from kampanye_tui.agreement.signing import open_seat
from kampanye_tui.agreement.state import state
from kampanye_tui.model.event import AnyEvent, Outcome
from kampanye_tui.model.problem import Refused
from kampanye_tui.model.state import Phase, Seat, State
from kampanye_tui.tui.actions import action
from kampanye_tui.tui.ballot_digits import BallotDigits
from kampanye_tui.tui.columns import arrange, fit, share
from kampanye_tui.tui.faults import sentence
from kampanye_tui.tui.frame import KeyLine, MessageLine, OneLine, Rule, TitleLine
from kampanye_tui.tui.keymap import key_of
from kampanye_tui.tui.ledger_screen import LedgerScreen
from kampanye_tui.tui.prose import Prose
from kampanye_tui.tui.rows import Row, Rows
from kampanye_tui.tui.screens.desk_words import (
    held,
    hour,
    last_told,
    nameless_words,
    other_day,
    person,
    result,
)
from kampanye_tui.tui.screens.desk_words import standing as standing_words

if TYPE_CHECKING:
    from kampanye_tui.work import Work

COLUMNS = (2, 0, 0, 33)
OF_A_SEAT = (
    ("meja.tandatangan", "meja.hadir", "meja.tidak-hadir"),
    ("meja.menyusul", "meja.diwakili", "meja.datang", "meja.wakil-datang"),
)
"""What can be recorded of the one pointed at: the lines of keys below the large letters."""
NARROW = 76
"""Columns below which those lines are broken."""
ROOM = ((32, 6), (22, 2))
"""Rows of the screen from which so many of the last entries are shown."""


class DeskView(LedgerScreen):
    """Everybody who is asked to sign; digits lead to a ballot number."""

    DEFAULT_CSS = """
    DeskView #next { height: 5; }
    """

    def __init__(self, work: Work) -> None:
        super().__init__(work)
        self.stands: State | None = None
        """Where the signing stands, as far as the ledger could be read; it may be damaged meanwhile."""
        self.events: tuple[AnyEvent, ...] = ()
        self._digits = BallotDigits()

    def compose(self) -> ComposeResult:
        """Lay out the next one above everybody, and what was recorded last."""
        yield TitleLine(id="desk-title")
        yield Prose(id="next")
        yield Rule(id="desk-count")
        yield OneLine(id="desk-heads")
        yield Rows(empty="Belum ada penanda tangan; isi pada tab Pihak.", id="seats")
        yield Rule("terakhir tercatat", id="last-title")
        yield Prose(id="last")
        yield MessageLine()
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin at the first one without an outcome; after the closing, at the first who is to follow."""
        self.query_one(Rows).focus()
        super().on_mount()
        later = next((seat for seat in self.seats if seat.outcome is Outcome.LATER), None)
        self.point(later if later and self.over else next_seat(self.seats))
        # There is no room for both; whoever is pointed at shows without a name above as well.
        told = other_day(self.work.agreement.occasion.day, self.stamp()["occurred"].date()) or self.nameless
        if told and not self.over and not self.unwritable:
            self.say(told)

    def on_resize(self) -> None:
        """Fit columns and parts."""
        room = self._room
        self.query_one("#next", Prose).styles.height = 5 if self.size.width >= NARROW else 7
        self.query_one("#last", Prose).styles.height = room
        for part in ("#last", "#last-title"):
            self.query_one(part).display = room > 0
        self._show()

    @property
    def _room(self) -> int:
        return next((lines for rows, lines in ROOM if self.size.height >= rows), 0)

    @property
    def over(self) -> bool:
        """Whether the signing is closed."""
        return self.stands is not None and self.stands.phase is Phase.CLOSED

    @property
    def seats(self) -> tuple[Seat, ...]:
        """Everybody who is asked to sign, in order."""
        return self.stands.seats if self.stands else ()

    def show(self, events: tuple[AnyEvent, ...]) -> None:
        """Show what the ledger says."""
        self.stands = state(self.work.agreement, events)
        self.events = events
        self._show()

    def _show(self) -> None:
        stands, agreement = self.stands, self.work.agreement
        if stands is None:
            return
        done = sum(not seat.open for seat in self.seats)
        self.query_one("#desk-title", TitleLine).say(
            f"MEJA PENANDATANGANAN · {stands.words}", f"{done} / {len(self.seats)}"
        )
        ended = f" · ditutup pukul {hour(stands.closed_at, agreement)}" if stands.closed_at else ""
        watched = f" · saksi: {self.work.witness}" if self.work.witness else ""
        self.query_one("#desk-count", Rule).say(f"{stands.signed_words}{ended}{watched}")
        widths = share(self.size.width - 3, COLUMNS)
        heads = arrange(("No", "Pihak", "Penanda tangan", "Hasil"), widths)
        self.query_one("#desk-heads", OneLine).say(f" {heads}")
        self.query_one(Rows).show(list(self._rows(widths)))
        lines = last_told(self.events, agreement, self._room)
        self.query_one("#last", Prose).say((self._cut(line), "") for line in lines)
        self._tell_seat()

    def _rows(self, widths: tuple[int, ...]) -> Iterator[Row]:
        agreement = self.work.agreement
        group = 0
        for seat in self.seats:
            if seat.group != group:
                group = seat.group
                yield Row(f"kelompok-{group}", group_words(agreement, group), heading=True)
            number = "" if seat.ballot_number is None else f"{seat.ballot_number:>2}"
            cells = (number, seat.called, person(seat), result(seat, agreement))
            waits = seat.open or seat.outcome is Outcome.LATER
            yield Row(_key(seat), arrange(cells, widths), style="" if waits else "quiet")

    def _tell_seat(self) -> None:
        seat = self.seat
        told: list[tuple[str, str]] = [("Tidak ada penanda tangan.", "bold")]
        if seat is not None:
            # A long name must not push the keys out of sight, so nothing but they is broken.
            told = [(self._cut(line), look) for line, look in self._about(seat)]
            told += [(line, "") for line in self._keys(seat)]
        self.query_one("#next", Prose).say(told)
        self.app.refresh_keys()

    def _cut(self, line: str) -> str:
        """Return a line as far as there is room for it."""
        return fit(line, self.size.width - 4).rstrip()

    def _about(self, seat: Seat) -> Iterator[tuple[str, str]]:
        """Yield the one pointed at in large letters, who signs, and where it stands."""
        number = "" if seat.ballot_number is None else f"{seat.ballot_number}   "
        large = number + " ".join(seat.called.upper())
        yield large if len(large) < self.size.width - 6 else number + seat.called.upper(), "bold"
        who = person(seat)
        yield f"{who if who != seat.office else '(nama belum diisi)'}, {held(seat)}", ""
        following = seat == next_seat(self.seats)
        yield standing_words(seat, self.work.agreement, following=following), "quiet"

    def _keys(self, seat: Seat) -> Iterator[str]:
        """Yield what can be recorded of the one pointed at, with the keys."""
        own = self.app.own_keys
        if self.why_settled(seat):
            yield f"[{key_of('meja.koreksi', own)}] koreksi, bila catatan ini keliru"
            return
        for line in OF_A_SEAT:
            yield "   ".join(f"[{key_of(one, own)}] {action(one).words}" for one in line)

    @property
    def seat(self) -> Seat | None:
        """The seat that is pointed at."""
        row = self.query_one(Rows).pointed
        return next((seat for seat in self.seats if row is not None and _key(seat) == row.id), None)

    @property
    def nameless(self) -> str:
        """What to do before the one pointed at signs, where nobody has named them."""
        return nameless_words(self.seat)

    def on_rows_pointed(self) -> None:
        """Show the seat that is pointed at in large letters."""
        self._tell_seat()

    def on_key(self, event: Key) -> None:
        """Jump to the ballot number that is typed."""
        typed = self._digits.take(event.character, time.monotonic())
        if not typed:
            return
        found = [seat for seat in self.seats if str(seat.ballot_number) == typed]
        if found:
            self.point(found[0])
            if self.nameless:
                self.app.tell(self.nameless)
        else:
            self.app.tell(f"Nomor urut {typed} tidak ada.")
        event.stop()

    async def action_perform(self, action_id: str) -> None:
        """Perform an action; digits behind it are another number, however quickly they follow."""
        self._digits.forget()
        await super().action_perform(action_id)

    def point(self, seat: Seat | None) -> None:
        """Point at a seat, if there is one."""
        if seat is not None:
            self.query_one(Rows).point(_key(seat))

    def why_settled(self, seat: Seat) -> str:
        """Return why nothing more can be recorded of somebody; empty when it can."""
        try:
            open_seat(self.seats, seat.party, seat.place)
        except Refused as refused:
            return sentence(refused)
        return ""


def _key(seat: Seat) -> str:
    return f"{seat.party}-{seat.place}"
