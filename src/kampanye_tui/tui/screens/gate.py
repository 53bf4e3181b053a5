"""Siap difinalkan? What stands in the way of a final text, where it is, and the key that makes it final."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.screen import Screen

from kampanye_tui.agreement.entries import line_of
from kampanye_tui.agreement.facts import last_final
from kampanye_tui.agreement.final_words import WHAT_FINAL_MEANS, unanswered
from kampanye_tui.agreement.fingerprint import short_code, text_digest
from kampanye_tui.agreement.moment import moment_of
from kampanye_tui.model.finding import Finding
from kampanye_tui.model.problem import Refused
from kampanye_tui.tui import clock
from kampanye_tui.tui.actions import Group
from kampanye_tui.tui.checks import needed, sentence_of
from kampanye_tui.tui.faults import sentence
from kampanye_tui.tui.form import Field, Form
from kampanye_tui.tui.frame import KeyLine, MessageLine, Rule, TitleLine
from kampanye_tui.tui.keymap import key_of
from kampanye_tui.tui.pane import only_read
from kampanye_tui.tui.perform import Performer, bound, there
from kampanye_tui.tui.prose import Prose
from kampanye_tui.tui.rows import Row, Rows
from kampanye_tui.tui.screens.finding_words import about_finding

if TYPE_CHECKING:
    from kampanye_tui.agreement.finalising import Obstacle
    from kampanye_tui.work import Work


FINAL: tuple[tuple[str, str], ...] = (
    *((line, "") for line in WHAT_FINAL_MEANS),
    ("Konsep tetap dapat dicetak kapan saja.", "quiet"),
)
"""What it means to be final."""
ALL_THE_SAME = "Bila tetap difinalkan, alasannya diminta dan tercatat. Konsep tetap dapat dicetak kapan saja."
"""What is said of an obstacle that no rule has found."""


class Gate(Performer, Screen["Finding | None"]):
    """The gate before a final text; returns the finding whose place is to be opened."""

    groups = (Group.GATE,)
    BINDINGS: ClassVar = bound(Group.GATE)
    DEFAULT_CSS = """
    Gate Prose { height: 8; }
    Gate #unanswered { height: 2; }
    """

    def __init__(self, work: Work) -> None:
        super().__init__()
        self.work = work
        self.found: tuple[Obstacle, ...] = ()

    def compose(self) -> ComposeResult:
        """Lay out what stands in the way above what is said about it, or about a final text."""
        yield TitleLine("Siap difinalkan?", self.work.agreement.topic)
        yield Rule("yang masih menghalangi")
        yield Rows(empty="Tidak ada yang menghalangi: naskah ini siap difinalkan.", id="obstacles")
        yield Prose(id="unanswered")
        yield Rule(id="obstacle-title")
        yield Prose(id="obstacle")
        yield MessageLine()
        yield KeyLine()

    def on_mount(self) -> None:
        """Show what stands in the way."""
        self.query_one(Rows).focus()
        try:
            self._read()
        except (Refused, OSError) as error:
            self.call_after_refresh(self.app.tell, sentence(error))

    def _read(self) -> None:
        """Show what stands in the way of the text as it is; raises Refused and OSError."""
        self.found = self.work.hindrances()
        self.query_one(Rows).show([Row(str(number), one.words) for number, one in enumerate(self.found)])
        told = unanswered(self.work.agreement, self.work.book.events)
        self.query_one("#unanswered", Prose).say([(told, "")])
        self._tell()

    def on_rows_pointed(self) -> None:
        """Say more about what is pointed at."""
        self._tell()

    def _tell(self) -> None:
        one = self._obstacle
        title, words = "naskah final", FINAL
        if one is not None:
            title = "tanggapan dan paket"
            words = ((one.words, ""), (self._elsewhere, ""), (ALL_THE_SAME, "quiet"))
        if one is not None and one.finding is not None:
            title = f"{one.finding.level.heading} · {one.finding.rule_words}"
            key = key_of("gerbang.perbaiki", self.app.own_keys)
            words = tuple(about_finding(self.work, one.finding, key))
        self.query_one("#obstacle-title", Rule).say(title)
        self.query_one("#obstacle", Prose).say(words)
        self.app.refresh_keys()

    def why_off(self, action_id: str) -> str:
        """Say what has to be done first."""
        finding = self._finding
        if action_id in ("gerbang.tuju", "gerbang.perbaiki") and finding is None:
            return self._elsewhere if self.found else "Tidak ada yang menghalangi."
        if action_id == "gerbang.perbaiki" and there(finding).fix is None:
            return f"Ini perlu keputusan Anda; {key_of('gerbang.tuju', self.app.own_keys)} membuka tempatnya."
        if action_id in ("gerbang.finalkan", "gerbang.perbaiki") and self.work.draft.read_only:
            return only_read(self.work.draft, self.app.own_keys)
        return ""

    @property
    def _elsewhere(self) -> str:
        """Where that is settled which has no place in the text."""
        own = self.app.own_keys
        return (
            f"Tutup dahulu layar ini ({key_of('kembali', own)}). Keberatan lalu diselesaikan pada layar "
            f"Pembahasan (tombol {key_of('naskah.pembahasan', own)} pada naskah); "
            f"paket dilihat dari beranda (tombol {key_of('beranda.paket', own)})."
        )

    @property
    def _obstacle(self) -> Obstacle | None:
        row = self.query_one(Rows).pointed
        return self.found[int(row.id)] if row and int(row.id) < len(self.found) else None

    @property
    def _finding(self) -> Finding | None:
        obstacle = self._obstacle
        return obstacle.finding if obstacle else None

    def do_mend(self) -> None:
        """Apply the mend that is shown."""
        fix = there(there(self._finding).fix)
        try:
            self.work.edit(fix.apply(self.work.agreement))
            self._read()
        except (Refused, OSError) as error:
            self.app.tell(sentence(error))
            return
        self.app.tell(f"Diperbaiki: {fix.label}")

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
