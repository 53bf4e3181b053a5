"""Meja Penandatanganan: who comes next in large letters, one key for what came of it, and everybody below.

It records into the ledger, whose writer keeps the order and books nobody twice; another desk's entries appear
within a second. Nothing here is kept: after a power failure the screen begins at the same signer.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import ComposeResult
from textual.events import Key

from kampanye_tui.agreement.chronicle import told
from kampanye_tui.agreement.entries import day_of, line_of
from kampanye_tui.agreement.facts import corrected, standing
from kampanye_tui.agreement.moment import moment_of, zone_of
from kampanye_tui.agreement.seating import next_seat, seats
from kampanye_tui.agreement.signing import closed, interrupted, signed
from kampanye_tui.model.event import AnyEvent, Mandate, MandateKind, Outcome, Signed
from kampanye_tui.model.problem import Refused
from kampanye_tui.model.state import Seat
from kampanye_tui.tui.ballot_digits import BallotDigits
from kampanye_tui.tui.checks import needed, sentence_of
from kampanye_tui.tui.columns import arrange, share
from kampanye_tui.tui.faults import sentence
from kampanye_tui.tui.form import Field, Form
from kampanye_tui.tui.frame import KeyLine, MessageLine, OneLine, Rule, TitleLine
from kampanye_tui.tui.keymap import Group
from kampanye_tui.tui.ledger_screen import LedgerScreen
from kampanye_tui.tui.perform import bound
from kampanye_tui.tui.prose import Prose
from kampanye_tui.tui.rows import Row, Rows

if TYPE_CHECKING:
    from kampanye_tui.agreement.chain import Book
    from kampanye_tui.work import Work

WORDS = {
    Outcome.SIGNED: "menandatangani",
    Outcome.PRESENT: "hadir, tidak menandatangani",
    Outcome.ABSENT: "tidak hadir",
    Outcome.LATER: "menyusul",
}
COLUMNS = (4, 0, 24, 27)


DAY, LINE = sentence_of(day_of), sentence_of(line_of)


class Desk(LedgerScreen):
    """The desk at which everybody signs."""

    groups = (Group.DESK,)
    BINDINGS: ClassVar = bound(Group.DESK)
    DEFAULT_CSS = """
    Desk #next { height: 5; }
    """

    def __init__(self, work: Work) -> None:
        super().__init__(work)
        self.seats: tuple[Seat, ...] = ()
        self._digits = BallotDigits()

    def compose(self) -> ComposeResult:
        """Lay out the next one above everybody."""
        yield TitleLine(id="desk-title")
        yield Prose(id="next")
        yield Rule("urutan penandatanganan")
        yield OneLine(id="desk-heads")
        yield Rows(empty="Belum ada penanda tangan; isi pada tab Pihak.", id="seats")
        yield MessageLine()
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin at the first one without an outcome."""
        self.query_one(Rows).focus()
        super().on_mount()
        self._point(next_seat(self.seats))

    def on_resize(self) -> None:
        """Fit the columns."""
        self._show()

    def show(self, events: tuple[AnyEvent, ...]) -> None:
        """Show what the ledger says."""
        self.seats = seats(self.work.agreement, events)
        self._show()

    def _show(self) -> None:
        stands = self.work.state
        self.query_one("#desk-title", TitleLine).say(
            f"MEJA PENANDATANGANAN · {stands.words}", f"{self._done} / {len(self.seats)}"
        )
        widths = share(self.size.width - 3, COLUMNS)
        heads = arrange(("No", "Pihak", "Penanda tangan", "Hasil"), widths)
        self.query_one("#desk-heads", OneLine).say(f" {heads}")
        rows = []
        group = 0
        for seat in self.seats:
            if seat.group != group:
                group = seat.group
                rows.append(Row(f"kelompok-{group}", f"KELOMPOK {group}", heading=True))
            rows.append(
                Row(_key(seat), arrange(self._cells(seat), widths), style="" if seat.open else "quiet")
            )
        self.query_one(Rows).show(rows)
        self._tell_next()

    @property
    def _done(self) -> int:
        return sum(not seat.open for seat in self.seats)

    def _cells(self, seat: Seat) -> tuple[str, ...]:
        number = "" if seat.ballot_number is None else f"{seat.ballot_number:>2}"
        result = "–"
        if seat.signed is not None:
            zone = zone_of(self.work.agreement.reference.region)
            result = f"{seat.signed.occurred.astimezone(zone):%H.%M} {WORDS[seat.signed.outcome]}"
        name = seat.signed.name if seat.signed and seat.signed.name else seat.name
        return (number, seat.called, name or seat.office, result)

    def _tell_next(self) -> None:
        seat = self.seat
        if seat is None:
            self.query_one("#next", Prose).say((("", ""), ("Tidak ada penanda tangan.", "bold")))
            return
        number = "" if seat.ballot_number is None else f"{seat.ballot_number}   "
        state = f"sudah tercatat: {WORDS[seat.outcome]}" if seat.outcome else "berikutnya"
        large = number + " ".join(seat.called.upper())
        self.query_one("#next", Prose).say(
            (
                ("", ""),
                (large if len(large) < self.size.width - 6 else number + seat.called.upper(), "bold"),
                (f"{seat.name or '(nama belum diisi)'}, {seat.office}", ""),
                (f"{state} · kelompok {seat.group}", "quiet"),
            )
        )
        self.app.refresh_keys()

    @property
    def seat(self) -> Seat | None:
        """The seat that is pointed at."""
        row = self.query_one(Rows).pointed
        return next((seat for seat in self.seats if row is not None and _key(seat) == row.id), None)

    def on_rows_pointed(self) -> None:
        """Show the seat that is pointed at in large letters."""
        self._tell_next()

    def on_key(self, event: Key) -> None:
        """Jump to the ballot number that is typed."""
        typed = self._digits.take(event.character, time.monotonic())
        if not typed:
            return
        found = [seat for seat in self.seats if str(seat.ballot_number) == typed]
        if found:
            self._point(found[0])
        else:
            self.app.tell(f"Nomor urut {typed} tidak ada.")
        event.stop()

    def _point(self, seat: Seat | None) -> None:
        if seat is not None:
            self.query_one(Rows).point(_key(seat))

    def why_off(self, action_id: str) -> str:
        """Say why nothing can be recorded."""
        if action_id == "meja.tutup" and any(seat.open for seat in self.seats if seat.group < 3):
            return f"{len(self.seats) - self._done} penanda tangan belum mempunyai hasil."
        if action_id in ("meja.tutup", "meja.jeda", "meja.koreksi") or self.seat is not None:
            return ""
        return "Belum ada penanda tangan yang ditunjuk."

    def _record(self, make: Callable[[Book], list[AnyEvent]]) -> tuple[AnyEvent, ...]:
        """Record and show it; what is refused is told, and nothing is recorded."""
        try:
            return self.record(make)
        except (Refused, OSError) as error:
            self.app.tell(sentence(error))
            return ()

    def _note(self, outcome: Outcome, **said: Any) -> None:
        """Record an outcome of the seat that is pointed at, and go on to the next."""
        seat = self.seat
        added = self._record(
            lambda book: [
                signed(
                    self.work.agreement, book.events, seat.party, seat.place, outcome, **self.stamp(), **said
                )
            ]
        )
        if added:
            following = next_seat(self.seats, next(one for one in self.seats if _key(one) == _key(seat)))
            self._point(following)
            self.app.tell(f"{added[0].number}. {told(added[0], self.work.agreement)}")

    def do_sign(self) -> None:
        """Record that the person signed."""
        self._out_of_turn(Outcome.SIGNED)

    def do_present(self) -> None:
        """Record that the person was present and did not sign."""
        self._out_of_turn(Outcome.PRESENT)

    def do_absent(self) -> None:
        """Record that the person was not there."""
        self._out_of_turn(Outcome.ABSENT)

    def _out_of_turn(self, outcome: Outcome) -> None:
        """Record at once or, where an earlier group is still waiting, ask for the reason first."""
        seat = self.seat
        if not any(one.group < seat.group and one.open for one in self.seats):
            self._note(outcome)
            return
        fields = (
            Field(
                "alasan",
                "Mengapa didahulukan",
                "",
                "Kelompok sebelumnya belum selesai.",
                needed(LINE),
            ),
        )

        def keep(values: dict[str, str]) -> None:
            self.app.call_later(self._note, outcome, out_of_turn=values["alasan"])

        self.app.push_screen(Form(f"{seat.called}: {WORDS[outcome]}", fields, keep))

    def do_later(self) -> None:
        """Record that the signature follows, and until when."""
        fields = (
            Field("tanggal", "Paling lambat", "", "Kapan tanda tangan diberikan.", needed(DAY)),
            Field("catatan", "Keterangan", "", "Boleh kosong.", LINE),
        )

        def keep(values: dict[str, str]) -> None:
            said = {"due": day_of(values["tanggal"]), "remark": values["catatan"], "out_of_turn": "menyusul"}
            self.app.call_later(lambda: self._note(Outcome.LATER, **said))

        self.app.push_screen(Form(f"{self.seat.called}: menyusul", fields, keep))

    def do_stand_in(self) -> None:
        """Record that somebody else signed, with the mandate."""
        kinds = tuple((kind.value, kind.value) for kind in MandateKind)
        fields = (
            Field("nama", "Nama yang mewakili", "", "Dengan gelar.", needed(LINE)),
            Field(
                "bentuk",
                "Sebagai",
                MandateKind.ON_BEHALF.value,
                "a.n., Plt., Pj., dan seterusnya.",
                choices=kinds,
            ),
            Field("nomor", "Nomor surat mandat", "", "", needed(LINE)),
            Field("tanggal", "Tanggal surat mandat", "", "", needed(DAY)),
            Field("alasan", "Mengapa didahulukan", "", "Hanya bila kelompok sebelumnya belum selesai.", LINE),
        )

        def keep(values: dict[str, str]) -> None:
            mandate = Mandate(
                kind=MandateKind(values["bentuk"]),
                name=values["nama"],
                number=values["nomor"],
                day=day_of(values["tanggal"]),
            )
            self.app.call_later(
                lambda: self._note(Outcome.SIGNED, mandate=mandate, out_of_turn=values["alasan"])
            )

        self.app.push_screen(Form(f"{self.seat.called}: diwakili", fields, keep))

    def do_correct(self) -> None:
        """Take back the outcome of the seat that is pointed at, else the last one that was recorded."""
        counted = [one for one in standing(self.work.book.events) if isinstance(one, Signed)]
        own = self.seat.signed if self.seat else None
        event = own or (counted[-1] if counted else None)
        if event is None:
            self.app.tell("Belum ada hasil yang dapat dikoreksi.")
            return
        what = told(event, self.work.agreement)
        fields = (Field("alasan", "Apa yang keliru", "", "Catatan lama tetap ada.", needed(LINE)),)

        def keep(values: dict[str, str]) -> None:
            def record() -> None:
                if self._record(
                    lambda book: [corrected(book.events, event.number, values["alasan"], **self.stamp())[1]]
                ):
                    self._point(next((one for one in self.seats if one.party == event.party), None))
                    self.app.tell(f"Tidak berlaku lagi: {what}.")

            self.app.call_later(record)

        self.app.push_screen(Form(f"Koreksi: {what}", fields, keep))

    def do_interrupt(self) -> None:
        """Record an interruption."""
        fields = (
            Field("sebab", "Sebab jeda", "", "Misalnya: listrik padam.", needed(LINE)),
            Field("mulai", "Mulai pukul", "", "Kosong berarti sekarang."),
            Field("lanjut", "Lanjut pukul", "", "Boleh kosong."),
        )

        def keep(values: dict[str, str]) -> None:
            agreement, said = self.work.agreement, self.stamp()
            occurred = moment_of(values["mulai"], agreement, said["recorded"])
            resumed = moment_of(values["lanjut"], agreement, said["recorded"]) if values["lanjut"] else None
            event = interrupted(values["sebab"], **(said | {"occurred": occurred}), resumed=resumed)

            def record() -> None:
                if self._record(lambda _book: [event]):
                    self.app.tell(f"Jeda tercatat: {values['sebab']}.")

            self.app.call_later(record)

        self.app.push_screen(Form("Jeda", fields, keep))

    def do_close(self) -> None:
        """Ask, and close the signing."""
        from kampanye_tui.tui.question import Question, answers

        stands = self.work.state
        told_ = (
            (f"Ditandatangani {stands.signed} dari {stands.signers} penanda tangan.", ""),
            ("Sesudah ditutup, berita acara dan salinan akhir dapat dicetak.", ""),
            ("Yang menyusul dicatat kemudian dengan berita acara tambahan.", ""),
            ("", ""),
            (answers("menutup", "kembali", self.app.own_keys), "bold"),
        )
        self.app.push_screen(Question("Tutup penandatanganan?", told_), self._answered)

    def _answered(self, yes: bool | None) -> None:
        if yes and self._record(lambda book: [closed(self.work.agreement, book.events, **self.stamp())]):
            self.app.tell("Penandatanganan ditutup; cetak berita acara dan salinan pada tab Cetak.")


def _key(seat: Seat) -> str:
    return f"{seat.party}-{seat.place}"
