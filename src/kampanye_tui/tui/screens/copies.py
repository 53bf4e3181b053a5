"""Salinan: every numbered copy with who has it, and the keys for what happens to one.

What is done is a fact of the ledger, which judges it; this screen asks for what a fact needs and goes on to
the next copy that stands alike, so that a pile of receipts is quickly entered.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual.app import ComposeResult

from kampanye_tui.agreement.copy_history import copy_history, deed_words
from kampanye_tui.agreement.copy_standing import (
    STANDING,
    CopyRow,
    copies_told,
    copy_of,
    copy_rows,
    due_copies,
    signature_sum,
)
from kampanye_tui.agreement.copying import handled, refuse_out_of_order, refuse_outdated, refuse_unprintable
from kampanye_tui.agreement.entries import line_of
from kampanye_tui.agreement.facts import corrected
from kampanye_tui.agreement.moment import dated_moment
from kampanye_tui.agreement.signing import refuse_unfinal
from kampanye_tui.model.agreement import CopyForm
from kampanye_tui.model.event import CopyDeed
from kampanye_tui.model.problem import Refused
from kampanye_tui.model.state import Phase
from kampanye_tui.tui.actions import Group
from kampanye_tui.tui.ballot_digits import BallotDigits
from kampanye_tui.tui.checks import needed, sentence_of
from kampanye_tui.tui.columns import arrange, share
from kampanye_tui.tui.copy_rows import COLUMNS, HEADS, first_open, next_alike, numbered, row_id, rows
from kampanye_tui.tui.faults import sentence
from kampanye_tui.tui.form import Field, Form
from kampanye_tui.tui.frame import KeyLine, MessageLine, OneLine, Rule, TitleLine
from kampanye_tui.tui.keymap import key_of
from kampanye_tui.tui.ledger_screen import LedgerScreen
from kampanye_tui.tui.perform import bound, there
from kampanye_tui.tui.prose import Prose
from kampanye_tui.tui.rows import Rows
from kampanye_tui.tui.screens.copy_papers import CopyPapers
from kampanye_tui.tui.screens.receipt_files import receipt_files
from kampanye_tui.tui.table_files import export_table, import_table

if TYPE_CHECKING:
    from kampanye_tui.model.event import AnyEvent, CopyHandled
    from kampanye_tui.model.state import CopyStatus, State
    from kampanye_tui.work import Work

LINE = sentence_of(line_of)
DEEDS = {
    "salinan.serah": CopyDeed.HANDED_OVER,
    "salinan.terima": CopyDeed.RECEIVED,
    "salinan.kembali": CopyDeed.RETURNED,
    "salinan.rusak": CopyDeed.SPOILED,
}
"""Actions that record what was done with the copy pointed at."""
DAY_HINT = "Misalnya 28-11-2023, atau 28-11-2023 11.15; tidak pernah diisi sendiri."


class Copies(LedgerScreen):
    """The numbered copies of an agreement."""

    groups = (Group.COPIES,)
    BINDINGS: ClassVar = bound(Group.COPIES)
    DEFAULT_CSS = """
    Copies #history { height: 5; }
    """

    def __init__(self, work: Work) -> None:
        super().__init__(work)
        self.copies: tuple[CopyRow, ...] = ()
        self.events: tuple[AnyEvent, ...] = ()
        self.stands: State | None = None
        """Where the agreement stands; None while the ledger cannot be read."""
        self.papers = CopyPapers(self)
        self._digits = BallotDigits()

    def compose(self) -> ComposeResult:
        """Lay out the list above the history of the copy pointed at."""
        yield TitleLine(id="copies-title")
        yield OneLine(id="copies-plan")
        yield OneLine(id="copies-heads")
        yield Rows(id="copies")
        yield Rule(id="copy-title")
        yield Prose(id="history")
        yield MessageLine()
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin where work goes on."""
        self.query_one(Rows).focus()
        super().on_mount()
        # Originals are for the day itself; what goes on for weeks is the salinan.
        closed = self.stands is not None and self.stands.phase is Phase.CLOSED
        self._point(first_open(self.copies, CopyForm.COPY if closed else CopyForm.ORIGINAL))

    def on_resize(self) -> None:
        """Fit the columns."""
        self.show_all()

    def on_screen_suspend(self) -> None:
        """Let the next digit begin a number of its own."""
        self._digits.forget()

    def on_unmount(self) -> None:
        """Let nothing be written for copies that nobody looks at any more."""
        self.papers.run.cancelled.set()

    def show(self, events: tuple[AnyEvent, ...]) -> None:
        """Show what the ledger says."""
        self.events, self.stands = events, self.work.state
        self.copies = copy_rows(self.work.agreement, self.stands)
        self.show_all()

    def show_all(self) -> None:
        """Show everything as it stands."""
        agreement, stands = self.work.agreement, self.stands
        if stands is None:
            return
        self.query_one("#copies-title", TitleLine).say(
            f"SALINAN · {stands.phase.value} r{stands.revision:02d}", copies_told(agreement, stands)
        )
        self.show_plan()
        width = self.size.width - 3
        self.query_one("#copies-heads", OneLine).say(f" {arrange(HEADS, share(width, COLUMNS))}")
        empty = "Rencana salinan masih kosong; isi para pihak pada tab Pihak."
        self.query_one(Rows).show(list(rows(agreement, self.copies, width)), empty=empty)
        self._tell_copy()

    def show_plan(self) -> None:
        """Show what there is to sign, and what is still to be printed; while papers are made, how far."""
        if self.papers.run.writing or self.stands is None:
            return
        plan = signature_sum(self.work.agreement, self.stands)
        due = sum(len(due_copies(self.work.agreement, self.events, form)) for form in CopyForm)
        self.query_one("#copies-plan", OneLine).say(
            f"{plan.originals} asli × {plan.signers} tanda tangan = {plan.signatures}",
            f"{due} masih harus dicetak" if due else "semua sudah dicetak",
        )

    @property
    def copy(self) -> CopyRow | None:
        """The copy that is pointed at."""
        row = self.query_one(Rows).pointed
        return next((one for one in self.copies if row is not None and row_id(one) == row.id), None)

    @property
    def _state(self) -> State:
        return there(self.stands)

    @property
    def _status(self) -> CopyStatus:
        """What is known of the copy that is pointed at."""
        copy = there(self.copy)
        return next(one for one in self._state.copies if (one.form, one.number) == (copy.form, copy.number))

    def on_rows_pointed(self) -> None:
        """Tell the history of the copy that is pointed at."""
        self._tell_copy()

    def _tell_copy(self) -> None:
        copy = self.copy
        self.query_one("#copy-title", Rule).say(_called(copy) if copy else "")
        told = copy_history(self.work.agreement, self.events, copy.form, copy.number) if copy else ()
        self.query_one("#history", Prose).say(
            (line, "" if at == 0 else "quiet") for at, line in enumerate(told)
        )
        self.app.refresh_keys()

    def on_key(self, event: Any) -> None:
        """Point at the copy whose number, or the pihak whose ballot number, is typed."""
        typed = self._digits.take(event.character, time.monotonic())
        if typed:
            form = self.copy.form if self.copy else CopyForm.COPY.value
            found, told = numbered(self.work.agreement, self.copies, form, typed)
            self._point(found)
            self.app.tell(told)
            event.stop()

    def _point(self, copy: CopyRow | None) -> None:
        if copy is not None:
            self.query_one(Rows).point(row_id(copy))

    def why_off(self, action_id: str) -> str:
        """Say why something cannot be done with the copy that is pointed at."""
        if action_id == "salinan.batal":
            return self.papers.run.why_not_cancel()
        copy = self.copy
        if copy is None:
            unread = "Catatan kejadian tidak terbaca, jadi keadaan salinan tidak diketahui."
            none = "Belum ada salinan yang direncanakan; isi para pihak pada tab Pihak."
            return unread if self.stands is None else none
        try:
            if action_id in DEEDS:
                refuse_unfinal(self.work.agreement, self.events)
                refuse_out_of_order(self._status, DEEDS[action_id])
            if action_id == "salinan.serah":
                refuse_outdated(self._status, self.events)
            if action_id in ("salinan.cetak", "salinan.paket"):
                form = CopyForm.COPY if action_id == "salinan.paket" else CopyForm(copy.form)
                refuse_unprintable(self.work.agreement, self.events, form)
            if action_id in ("salinan.buku", "salinan.impor", "salinan.ekspor"):
                refuse_unfinal(self.work.agreement, self.events)
        except Refused as refused:
            return sentence(refused)
        return self._why_no_papers(action_id, copy)

    def _why_no_papers(self, action_id: str, copy: CopyRow) -> str:
        if action_id == "salinan.koreksi" and self._status.last is None:
            return f"Belum ada yang tercatat tentang {copy.form} nomor {copy.number}."
        if action_id in ("salinan.cetak", "salinan.paket", "salinan.buku"):
            busy = self.papers.run.why_busy(key_of("salinan.batal", self.app.own_keys))
            if busy:
                return busy
        agreement = self.work.agreement
        if action_id == "salinan.cetak" and not due_copies(agreement, self.events, CopyForm(copy.form)):
            return f"Tidak ada {copy.form} yang masih harus dicetak."
        if action_id == "salinan.paket" and copy_of(agreement, self._state, copy.party) is None:
            return (
                f"{copy.holder[:1].upper()}{copy.holder[1:]} tidak menerima salinan, jadi tidak ada paketnya."
            )
        return ""

    def do_print_run(self) -> None:
        """Make all that is still to be printed of the form pointed at."""
        self.papers.print_run(CopyForm(there(self.copy).form))

    def do_package(self) -> None:
        """Make the package of the pihak that is pointed at."""
        self.papers.package(there(self.copy).party)

    def do_receipts(self) -> None:
        """Make the page of the book, and the receipts that are still missing."""
        self.papers.receipts()

    def do_cancel(self) -> None:
        """Stop before the next paper."""
        self.papers.run.cancel()

    def do_import_table(self) -> None:
        """Take in a table of handing over and receipts, after showing what it would record."""
        import_table(self.app, self.work, receipt_files(self))

    def do_export_table(self) -> None:
        """Write what is to be handed over and received as a table."""
        export_table(self.app, self.work, receipt_files(self))

    def do_history(self) -> None:
        """Show the whole history of the copy that is pointed at."""
        from kampanye_tui.tui.reading import Paragraph, Reading

        copy = there(self.copy)
        told = copy_history(self.work.agreement, self.events, copy.form, copy.number)
        self.app.push_screen(Reading(_called(copy), "dari catatan kejadian", map(Paragraph, told)))

    def do_hand_over(self) -> None:
        """Record to whom the copy was handed over."""
        self._ask(
            CopyDeed.HANDED_OVER,
            Field("receiver", "Diserahkan kepada", "", "Nama orang yang menerimanya.", needed(LINE)),
            Field("capacity", "Sebagai", "", "Misalnya: sekretaris DPC, LO, kurir.", needed(LINE)),
            self._day(),
        )

    def do_receive(self) -> None:
        """Record that the receipt of the copy was signed."""
        given = there(self._status.last)
        self._ask(
            CopyDeed.RECEIVED,
            self._day(),
            Field("receiver", "Diterima oleh", given.receiver, "Siapa yang menandatanganinya.", needed(LINE)),
            Field("capacity", "Sebagai", given.capacity, "Jabatan atau kapasitasnya.", needed(LINE)),
        )

    def do_return(self) -> None:
        """Record that the copy came back."""
        why = "Misalnya: alamat kosong, penerima tidak di tempat."
        self._ask(CopyDeed.RETURNED, Field("reason", "Mengapa kembali", "", why, needed(LINE)), self._day())

    def do_spoil(self) -> None:
        """Record that the copy is spoiled or lost."""
        why = "Nomornya tidak dipakai lagi; penggantinya mendapat nomor baru."
        self._ask(CopyDeed.SPOILED, Field("reason", "Apa yang terjadi", "", why, needed(LINE)), self._day())

    def _day(self) -> Field:
        check = sentence_of(lambda typed: dated_moment(typed, self.work.agreement))
        return Field("occurred", "Tanggal", "", DAY_HINT, needed(check))

    def _ask(self, deed: CopyDeed, *fields: Field) -> None:
        """Ask for what a deed needs, and record it; what is refused is told in the form."""
        copy = there(self.copy)

        def keep(values: dict[str, str]) -> None:
            said = values | {"occurred": dated_moment(values["occurred"], self.work.agreement)}
            self._record(
                lambda book: [
                    handled(
                        self.work.agreement,
                        book.events,
                        deed,
                        CopyForm(copy.form),
                        copy.number,
                        **(self.stamp() | said),
                    )
                ],
                then=lambda event: self._done(copy, deed_words(cast("CopyHandled", event))),
            )

        title = f"{copy.form.capitalize()} nomor {copy.number} {STANDING[deed]}"
        self.app.push_screen(Form(title, fields, keep, about=f"untuk {copy.holder}"))

    def _done(self, copy: CopyRow, told: str) -> None:
        """Go on to the next copy that stands as this one stood, and say what was recorded."""
        after = next_alike(self.copies, copy)
        self._point(after)
        replaced = ""
        if told.startswith(STANDING[CopyDeed.SPOILED]):
            key = key_of("salinan.cetak", self.app.own_keys)
            replaced = f" {key} mencetak penggantinya dengan nomor baru."
        self.app.tell(f"{copy.form.capitalize()} nomor {copy.number} {told}.{replaced}")

    def _record(self, make: Callable[..., list[AnyEvent]], then: Callable[[AnyEvent], None]) -> None:
        """Record what a form says; raises Refused and OSError, which the form shows."""
        (event,) = self.record(make)
        # The form is still open, and what is told now would be told on it.
        self.app.call_later(then, event)

    def do_correct(self) -> None:
        """Take back what was recorded last of the copy that is pointed at."""
        copy, last = there(self.copy), there(self._status.last)

        def keep(values: dict[str, str]) -> None:
            self._record(
                lambda book: [corrected(book.events, last.number, values["alasan"], **self.stamp())[1]],
                then=lambda _event: self.app.tell(f"Tidak berlaku lagi: {copy.form} {copy.number} {what}."),
            )

        what = deed_words(last)
        field = Field("alasan", "Apa yang keliru", "", "Catatan lama tetap ada.", needed(LINE))
        title = f"Koreksi: {copy.form} nomor {copy.number} {what}"
        self.app.push_screen(Form(title, (field,), keep, about=f"untuk {copy.holder}"))


def _called(copy: CopyRow) -> str:
    return f"{copy.form.capitalize()} nomor {copy.number} · {copy.holder} · {copy.told}"
