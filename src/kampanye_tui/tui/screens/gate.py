"""Siap difinalkan? What stands in the way of a final text, where it is, and the key that makes it final."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.screen import Screen

from kampanye_tui.agreement.entries import line_of
from kampanye_tui.agreement.facts import last_final
from kampanye_tui.agreement.fingerprint import short_code, text_digest
from kampanye_tui.agreement.moment import moment_of
from kampanye_tui.model.finding import Finding
from kampanye_tui.model.problem import Refused
from kampanye_tui.tui import clock
from kampanye_tui.tui.checks import needed, sentence_of
from kampanye_tui.tui.faults import sentence
from kampanye_tui.tui.form import Field, Form
from kampanye_tui.tui.frame import KeyLine, MessageLine, Rule, TitleLine
from kampanye_tui.tui.keymap import Group
from kampanye_tui.tui.perform import Performer, bound
from kampanye_tui.tui.prose import Prose
from kampanye_tui.tui.rows import Row, Rows

if TYPE_CHECKING:
    from kampanye_tui.agreement.finalising import Obstacle
    from kampanye_tui.work import Work


class Gate(Performer, Screen["Finding | None"]):
    """The gate before a final text; returns the finding whose place is to be opened."""

    groups = (Group.GATE,)
    BINDINGS: ClassVar = bound(Group.GATE)
    DEFAULT_CSS = """
    Gate Prose { height: 5; }
    """

    def __init__(self, work: Work) -> None:
        super().__init__()
        self.work = work
        self.found: tuple[Obstacle, ...] = ()

    def compose(self) -> ComposeResult:
        """Lay out what stands in the way above what final means."""
        yield TitleLine("Siap difinalkan?", self.work.agreement.topic)
        yield Rule("yang masih menghalangi")
        yield Rows(empty="Tidak ada yang menghalangi: naskah ini siap difinalkan.", id="obstacles")
        yield Rule("naskah final")
        yield Prose(
            (
                ("Naskah final tidak berubah lagi dan dapat ditandatangani.", ""),
                ("Perubahan sesudahnya menjadi revisi baru, dengan alasan dan tanda tangan baru.", ""),
                ("Konsep tetap dapat dicetak kapan saja.", "quiet"),
            )
        )
        yield MessageLine()
        yield KeyLine()

    def on_mount(self) -> None:
        """Show what stands in the way."""
        try:
            self.found = self.work.hindrances()
        except (Refused, OSError) as error:
            self.call_after_refresh(self.app.tell, sentence(error))
        rows = [Row(str(number), one.words) for number, one in enumerate(self.found)]
        self.query_one(Rows).show(rows)
        self.query_one(Rows).focus()

    def why_off(self, action_id: str) -> str:
        """Say what has to be done first."""
        if action_id == "gerbang.tuju" and self._finding is None:
            return (
                "Hal ini tidak mempunyai tempat di layar; baca keterangannya."
                if self.found
                else "Tidak ada yang menghalangi."
            )
        if action_id == "gerbang.finalkan" and self.work.draft.read_only:
            return self.work.draft.read_only
        return ""

    @property
    def _finding(self) -> Finding | None:
        row = self.query_one(Rows).pointed
        return self.found[int(row.id)].finding if row else None

    def do_go(self) -> None:
        """Open the place of what stands in the way."""
        self.dismiss(self._finding)

    def do_finalise(self) -> None:
        """Ask for what is needed, and make the text final."""
        fields = []
        if last_final(self.work.book.events) is not None:
            hint = "Mengapa ada revisi baru; tanda tangan diminta lagi."
            fields.append(Field("alasan", "Alasan revisi", "", hint, needed(sentence_of(line_of))))
        if self.found:
            hint = f"{len(self.found)} hal masih menghalangi; alasannya tercatat dalam riwayat."
            fields.append(Field("tetap", "Mengapa tetap", "", hint, needed(sentence_of(line_of))))
        if not fields:
            self._finalise({})
            return
        self.app.push_screen(Form("Finalkan naskah", fields, self._keep))

    def _keep(self, values: dict[str, str]) -> None:
        self.app.call_later(self._finalise, values)

    def _finalise(self, values: dict[str, str]) -> None:
        agreement = self.work.agreement
        moment = moment_of("", agreement, clock.now())
        try:
            self.work.finalise(
                self.found,
                occurred=moment,
                recorded=moment,
                operator=self.app.operator,
                reason=values.get("alasan", ""),
                override=values.get("tetap", ""),
            )
        except (Refused, OSError) as error:
            self.app.tell(sentence(error))
            return
        code = short_code(text_digest(self.work.agreement))
        self.dismiss(None)
        self.app.call_later(
            self.app.tell, f"Naskah final, revisi {self.work.agreement.revision}, kode {code}."
        )
