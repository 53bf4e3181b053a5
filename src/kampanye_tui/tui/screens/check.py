"""Pemeriksaan: what the rules find, by weight, where it is, and what a mend would change."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult

from kampanye_tui.agreement.account import told_of
from kampanye_tui.agreement.checks import mend, mendable
from kampanye_tui.model.finding import Finding, Level
from kampanye_tui.tui.actions import Group
from kampanye_tui.tui.frame import Rule
from kampanye_tui.tui.keymap import key_of
from kampanye_tui.tui.pane import Pane
from kampanye_tui.tui.perform import bound, there
from kampanye_tui.tui.prose import Prose
from kampanye_tui.tui.rows import Row, Rows
from kampanye_tui.tui.screens.finding_words import about_finding

STYLES = {Level.REQUIRED: "bad", Level.ATTENTION: "warn", Level.SUGGESTION: ""}


class CheckPane(Pane):
    """The tab of findings."""

    groups = (Group.CHECK,)
    BINDINGS: ClassVar = bound(Group.CHECK)
    DEFAULT_CSS = """
    CheckPane Prose { height: 7; }
    """
    needs_text = ("pemeriksaan.perbaiki", "pemeriksaan.perbaiki-semua")
    needs_packs = ("pemeriksaan.tuju", *needs_text)

    def compose(self) -> ComposeResult:
        """Lay out the findings above what is said about the one pointed at."""
        yield Rows(id="findings")
        yield Rule(id="title")
        yield Prose(id="words")

    def show(self) -> None:
        """Show the findings of the text as it stands."""
        clean = "Tidak ada catatan: naskah ini bersih."
        self.query_one(Rows).show(list(self._rows()), empty=self.agreement_screen.unread or clean)
        self._tell()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What the rules find; nothing while packs are not known."""
        return () if self.agreement_screen.unread else self.work.findings

    def _rows(self) -> Iterator[Row]:
        found = self.findings
        for level in Level:
            of_level = [(n, one) for n, one in enumerate(found) if one.level is level]
            if of_level:
                yield Row(level.value, f"{level.heading.upper()} ({len(of_level)})", heading=True)
            for number, one in of_level:
                mark = f"[{self._key('pemeriksaan.perbaiki')}] " if one.fix is not None else ""
                yield Row(f"{number}", f"{mark}{one.message}", style=STYLES[level])

    def go(self, finding: Finding) -> None:
        """Point at a finding: one about packs is read here."""
        if finding in self.findings:
            self.query_one(Rows).point(str(self.findings.index(finding)))

    @property
    def finding(self) -> Finding | None:
        """The finding that is pointed at."""
        row, found = self.query_one(Rows).pointed, self.findings
        return found[int(row.id)] if row and int(row.id) < len(found) else None

    def on_rows_pointed(self) -> None:
        """Say more about the finding that is pointed at."""
        self._tell()

    def _tell(self) -> None:
        one = self.finding
        self.query_one("#title", Rule).say(f"{one.level.heading} · {one.rule_words}" if one else "")
        key = self._key("pemeriksaan.perbaiki")
        self.query_one("#words", Prose).say(about_finding(self.work, one, key) if one else ())
        self.app.refresh_keys()

    def why_off(self, action_id: str) -> str:
        """Say why there is nothing to mend or to go to."""
        why = super().why_off(action_id)
        if why:
            return why
        one = self.finding
        if one is None:
            return "Tidak ada catatan." if action_id.startswith("pemeriksaan.") else ""
        if action_id == "pemeriksaan.perbaiki" and one.fix is None:
            return f"Catatan ini perlu keputusan Anda; {self._key('pemeriksaan.tuju')} membuka tempatnya."
        if action_id == "pemeriksaan.perbaiki-semua" and not self._safe():
            return "Tidak ada perbaikan yang dapat diterapkan dengan aman."
        return ""

    def _key(self, action_id: str) -> str:
        return key_of(action_id, self.app.own_keys)

    def _safe(self) -> tuple[Finding, ...]:
        return mendable(self.findings, self.work.located.configuration)

    async def do_go(self) -> None:
        """Open the place of the finding."""
        await self.agreement_screen.go(there(self.finding))

    def do_mend(self) -> None:
        """Apply the mend that is shown."""
        fix = there(there(self.finding).fix)
        self.edit(lambda: fix.apply(self.work.agreement), f"Diperbaiki: {fix.label}")

    def do_mend_all(self) -> None:
        """Show what every safe mend changes, and apply them when that is wanted."""
        from kampanye_tui.tui.question import Question, answers

        safe = self._safe()
        lines = told_of(self.work.agreement, mend(self.work.agreement, safe))

        def answered(yes: bool | None) -> None:
            if yes:
                self.edit(lambda: mend(self.work.agreement, safe), f"{len(safe)} perbaikan diterapkan")

        told = (
            (answers("menerapkan semuanya", "membiarkan naskah", self.app.own_keys), "bold"),
            ("", ""),
            ("Yang akan berubah:", ""),
            *((f"   {line}", "") for line in lines),
        )
        self.app.push_screen(Question(f"Terapkan {len(safe)} perbaikan?", told), answered)
