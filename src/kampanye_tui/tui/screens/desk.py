"""Meja Penandatanganan: who comes next in large letters, one key for what came of it, and everybody below.

It records into the ledger, whose writer keeps the order and books nobody twice; another desk's entries appear
within a second. Nothing here is kept: after a power failure the screen begins at the same signer.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, ClassVar

from kampanye_tui.agreement.attendance import attended
from kampanye_tui.agreement.chronicle import told
from kampanye_tui.agreement.correcting import stays_on_paper
from kampanye_tui.agreement.entries import day_of
from kampanye_tui.agreement.facts import corrected, standing
from kampanye_tui.agreement.moment import moment_of
from kampanye_tui.agreement.seating import binding, next_seat, seat_of
from kampanye_tui.agreement.signing import act, closed, interrupted, waiting_before
from kampanye_tui.model.event import Attended, Interrupted, Mandate, Outcome, Signed
from kampanye_tui.model.problem import Refused
from kampanye_tui.model.state import Seat
from kampanye_tui.tui.actions import Group
from kampanye_tui.tui.faults import sentence
from kampanye_tui.tui.form import Field, Form
from kampanye_tui.tui.keymap import key_of
from kampanye_tui.tui.perform import bound, there
from kampanye_tui.tui.screens.desk_fields import (
    INTERRUPTION,
    LATER,
    MISTAKE,
    OUT_OF_TURN,
    mandate_fields,
    mandate_typed,
    witness_field,
)
from kampanye_tui.tui.screens.desk_view import OF_A_SEAT, DeskView
from kampanye_tui.tui.screens.desk_words import mandate_of, nameless_words, noted
from kampanye_tui.tui.screens.signing_files import signing_files
from kampanye_tui.tui.table_files import export_table, import_table


class Desk(DeskView):
    """The desk at which everybody signs."""

    groups = (Group.DESK,)
    BINDINGS: ClassVar = bound(Group.DESK)

    def why_off(self, action_id: str) -> str:
        """Say why nothing can be recorded."""
        if action_id == "meja.tutup":
            unasked = sum(seat.open for seat in binding(self.seats))
            if self.over:
                return "Penandatanganan sudah ditutup."
            return f"{unasked} penanda tangan belum mempunyai hasil." if unasked else ""
        if any(action_id in line for line in OF_A_SEAT):
            seat = self.seat
            return self.why_settled(seat) if seat else "Belum ada penanda tangan yang ditunjuk."
        return ""

    def _ask(
        self, title: str, fields: Sequence[Field], record: Callable[[dict[str, str]], Callable[[], None]]
    ) -> None:
        """Ask, and record before the form closes: where it is refused, what was typed is still there.

        ``record`` gets what was typed, and returns what is left to do on this screen.
        """
        after: list[Callable[[], None]] = []

        def keep(values: dict[str, str]) -> None:
            after.append(record(values))

        def done(_nothing: None) -> None:
            for one in after:
                one()

        self.app.push_screen(Form(title, fields, keep), done)

    def _at_once(self, record: Callable[[], Callable[[], None]]) -> None:
        """Record, and say why when it is refused."""
        try:
            after = record()
        except (Refused, OSError) as error:
            self.app.tell(sentence(error))
            return
        after()

    def _note(self, seat: Seat, outcome: Outcome, **said: Any) -> Callable[[], None]:
        """Record an outcome; return what goes on to the next one. Raises Refused and OSError."""
        agreement = self.work.agreement
        said |= self.stamp()
        if outcome is Outcome.SIGNED:
            said["witness"] = self.work.witness
        added = self.record(lambda book: act(agreement, book.events, seat.party, seat.place, outcome, **said))

        def onward() -> None:
            following = next_seat(self.seats, seat_of(self.seats, seat.party, seat.place))
            words = noted([one for one in added if isinstance(one, Signed)], agreement, seat.group)
            if self.over:
                words = f"{words} Cetak berita acara tambahan pada tab Cetak."
            elif following is not None:
                self.point(following)
                words = " ".join(filter(None, (words, nameless_words(following))))
            else:
                close = key_of("meja.tutup", self.app.own_keys)
                words = f"{words} Semua sudah mempunyai hasil; {close} menutup penandatanganan."
            self.app.tell(words)

        return onward

    def do_sign(self) -> None:
        """Record that the person signed; where an earlier group still waits, ask for the reason first."""
        seat = there(self.seat)
        if not waiting_before(self.seats, seat):
            self._at_once(lambda: self._note(seat, Outcome.SIGNED))
            return
        self._ask(
            f"{seat.called}: {Outcome.SIGNED.words}",
            (OUT_OF_TURN,),
            lambda values: self._note(seat, Outcome.SIGNED, out_of_turn=values["alasan"]),
        )

    def do_present(self) -> None:
        """Record that the person was present and did not sign."""
        seat = there(self.seat)
        self._at_once(lambda: self._note(seat, Outcome.PRESENT))

    def do_absent(self) -> None:
        """Record that the person was not there."""
        seat = there(self.seat)
        self._at_once(lambda: self._note(seat, Outcome.ABSENT))

    def do_later(self) -> None:
        """Record that the signature follows, and until when."""
        seat = there(self.seat)

        def record(values: dict[str, str]) -> Callable[[], None]:
            due = day_of(values["tanggal"])
            return self._note(seat, Outcome.LATER, due=due, remark=values["catatan"])

        self._ask(f"{seat.called}: {Outcome.LATER.words}", LATER, record)

    def do_stand_in(self) -> None:
        """Record that somebody else signed, with the mandate."""
        seat = there(self.seat)
        reason = (OUT_OF_TURN,) if waiting_before(self.seats, seat) else ()

        def record(values: dict[str, str]) -> Callable[[], None]:
            said = {"mandate": mandate_typed(values), "out_of_turn": values.get("alasan", "")}
            return self._note(seat, Outcome.SIGNED, **said)

        self._ask(f"{seat.called}: diwakili", (*mandate_fields(mandate_of(seat)), *reason), record)

    def do_arrive(self) -> None:
        """Record that the person came."""
        seat = there(self.seat)
        self._at_once(lambda: self._arrived(seat, None))

    def do_arrive_for(self) -> None:
        """Record that somebody else came to sign, with the mandate."""
        seat = there(self.seat)
        self._ask(
            f"{seat.called}: datang mewakili",
            mandate_fields(mandate_of(seat)),
            lambda values: self._arrived(seat, mandate_typed(values)),
        )

    def _arrived(self, seat: Seat, mandate: Mandate | None) -> Callable[[], None]:
        agreement, stamp = self.work.agreement, self.stamp()
        (event,) = self.record(
            lambda book: [attended(agreement, book.events, seat.party, seat.place, mandate=mandate, **stamp)]
        )
        return lambda: self.app.tell(" ".join(filter(None, (f"{told(event, agreement)}.", self.nameless))))

    def do_name_witness(self) -> None:
        """Ask who watches the signing, until somebody else is named."""

        def record(values: dict[str, str]) -> Callable[[], None]:
            self.work.witness = values["saksi"]
            return self._show

        self._ask("Saksi penandatanganan", (witness_field(self.work.witness),), record)

    def do_correct(self) -> None:
        """Take back what is recorded of the seat that is pointed at, else what was recorded last."""
        kinds = (Signed, Attended, Interrupted)
        counted = [one for one in standing(self.events) if isinstance(one, kinds)]
        own = (self.seat.signed or self.seat.attended) if self.seat else None
        event = own or (counted[-1] if counted else None)
        if event is None:
            self.app.tell("Belum ada catatan yang dapat dikoreksi.")
            return
        what = told(event, self.work.agreement)

        def record(values: dict[str, str]) -> Callable[[], None]:
            stamp = self.stamp()
            self.record(lambda book: [corrected(book.events, event.number, values["alasan"], **stamp)[1]])

            def onward() -> None:
                if not isinstance(event, Interrupted):
                    self.point(seat_of(self.seats, event.party, event.place))
                self.app.tell(f"Tidak berlaku lagi: {what}.")

            return onward

        def ask() -> None:
            self._ask(f"Koreksi: {what}", (MISTAKE,), record)

        warning = stays_on_paper(self.work.agreement, self.events, event)
        if not warning:
            ask()
            return
        from kampanye_tui.tui.question import Question, answers

        said = ((f"{what}.", ""), (warning, ""), ("", ""))
        told_ = (*said, (answers("mengoreksi", "kembali", self.app.own_keys), "bold"))
        self.app.push_screen(Question("Koreksi sesudah ditutup?", told_), lambda yes: ask() if yes else None)

    def do_interrupt(self) -> None:
        """Record an interruption."""

        def record(values: dict[str, str]) -> Callable[[], None]:
            agreement, said = self.work.agreement, self.stamp()
            said["occurred"] = moment_of(values["mulai"], agreement, said["recorded"])
            again = values["lanjut"]
            resumed = moment_of(again, agreement, said["recorded"]) if again else None
            event = interrupted(values["sebab"], **said, resumed=resumed)
            self.record(lambda _book: [event])
            return lambda: self.app.tell(f"Jeda tercatat: {values['sebab']}.")

        self._ask("Jeda", INTERRUPTION, record)

    def do_import_table(self) -> None:
        """Record a control sheet, after showing what it says."""
        import_table(self.app, self.work, signing_files(self))

    def do_export_table(self) -> None:
        """Write the control sheet of those who are still to be asked."""
        export_table(self.app, self.work, signing_files(self))

    def do_close(self) -> None:
        """Ask, and close the signing."""
        from kampanye_tui.tui.question import Question, answers

        unasked = sum(seat.open for seat in self.seats)
        spared = f"{unasked} saksi dan yang mengetahui belum mempunyai hasil; itu tidak menahan penutupan."
        told_ = (
            (f"{there(self.stands).signed_words}.", ""),
            *(((spared, ""),) if unasked else ()),
            ("Sesudah ditutup, berita acara dan salinan akhir dapat dicetak.", ""),
            ("Yang menyusul dicatat kemudian dengan berita acara tambahan.", ""),
            ("", ""),
            (answers("menutup", "kembali", self.app.own_keys), "bold"),
        )
        self.app.push_screen(Question("Tutup penandatanganan?", told_), self._answered)

    def _answered(self, yes: bool | None) -> None:
        if yes:
            self._at_once(self._close)

    def _close(self) -> Callable[[], None]:
        agreement, stamp = self.work.agreement, self.stamp()
        self.record(lambda book: [closed(agreement, book.events, **stamp)])
        return lambda: self.app.tell(
            "Penandatanganan ditutup; cetak berita acara dan salinan pada tab Cetak."
        )
