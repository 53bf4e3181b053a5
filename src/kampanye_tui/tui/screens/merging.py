"""Gabungkan: a version that could not be saved and the file as it stands, put together clause by clause.

What both changed differently stands in a list, each with both wordings below it; the operator chooses one of
them. What only one of both changed is told with whose it is. Nothing is saved before the last key.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.screen import Screen

from kampanye_tui.agreement.merge_choices import KEPT_TOO, SAME, begin
from kampanye_tui.agreement.merge_values import Conflict, Side
from kampanye_tui.agreement.word_diff import marked, near, word_diff
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.tui.actions import Group
from kampanye_tui.tui.frame import KeyLine, MessageLine, Rule, TitleLine
from kampanye_tui.tui.keymap import key_of
from kampanye_tui.tui.perform import Performer, bound
from kampanye_tui.tui.prose import Prose
from kampanye_tui.tui.reading import Paragraph, Reading
from kampanye_tui.tui.rows import Row, Rows

if TYPE_CHECKING:
    from kampanye_tui.store.apart import Apart

CHOSEN = {Side.OURS: "ANDA  ", Side.THEIRS: "BERKAS", None: "belum "}
"""Whose wording was chosen, at the start of a row."""


class Merging(Performer, Screen["Agreement | None"]):
    """Puts two versions together; returns the text to be saved, or None where nothing is saved."""

    groups = (Group.MERGING,)
    BINDINGS: ClassVar = bound(Group.MERGING)

    def __init__(self, theirs: Agreement, one: Apart) -> None:
        super().__init__()
        self.one = one
        self.choices = begin(one.base, one.ours, theirs)

    def compose(self) -> ComposeResult:
        """Lay out what is asked and told above the wordings of what is pointed at."""
        yield TitleLine("Gabungkan dua versi", self.one.path.name)
        yield Rule("diubah di kedua versi: pilih salah satu bunyinya")
        yield Rows(empty=SAME)
        yield Rule(id="asked-title")
        yield Prose(id="wordings")
        yield MessageLine()
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin at the first question."""
        rows = self.query_one(Rows)
        rows.show(self._rows())
        rows.focus()
        self._tell()
        self.call_after_refresh(self._say_what_is_left)

    def _rows(self) -> list[Row]:
        asked = [
            Row(one.place, f"{CHOSEN[self.choices.chosen.get(one.place)]}  {one.about}")
            for one in self.choices.made.conflicts
        ]
        told = []
        for whose, lines in zip(("dari versi Anda", "dari berkas"), self.choices.told, strict=True):
            if lines:
                told.append(Row(whose, f"hasilnya, {whose}:", heading=True))
                told += [Row(f"{whose} {number}", line) for number, line in enumerate(lines)]
        return asked + told

    @property
    def _asked(self) -> Conflict | None:
        row = self.query_one(Rows).pointed
        asked = self.choices.made.conflicts
        return next((one for one in asked if row is not None and one.place == row.id), None)

    def on_rows_pointed(self) -> None:
        """Show the wordings of what is pointed at."""
        self._tell()

    def _tell(self) -> None:
        one, row = self._asked, self.query_one(Rows).pointed
        title = "dari semula: [-yang hilang-]  {+yang baru+}" if one else ""
        self.query_one("#asked-title", Rule).say(title)
        told = tuple(wordings(one, self.choices.chosen.get(one.place))) if one else ()
        self.query_one("#wordings", Prose).say(told or ((row.text if row else "", ""),))
        self.app.refresh_keys()

    def _say_what_is_left(self) -> None:
        left, key = self.choices.left, key_of("gabung.selesai", self.app.own_keys)
        self.app.tell(
            f"{len(left)} hal diubah di kedua versi dan belum dipilih."
            if left
            else f"{key} menyimpannya; {KEPT_TOO}."
        )

    def why_off(self, action_id: str) -> str:
        """Say that what is pointed at is no question, or what is still to be answered."""
        if action_id == "gabung.selesai" and self.choices.left:
            return f"Belum dipilih: {self.choices.left[0].about}."
        if action_id not in ("gabung.selesai", "gabung.batal") and self._asked is None:
            return "Ini hanya diubah di satu versi, jadi tidak perlu dipilih."
        return ""

    def do_ours(self) -> None:
        """Take the wording of the version that waits."""
        self._choose(Side.OURS)

    def do_theirs(self) -> None:
        """Take the wording of the file."""
        self._choose(Side.THEIRS)

    def _choose(self, side: Side) -> None:
        one, rows = self._asked, self.query_one(Rows)
        if one is None:
            return
        self.choices = self.choices.choose(one.place, side)
        rows.show(self._rows())
        if self.choices.left:
            rows.point(self.choices.left[0].place)
        self._tell()
        self._say_what_is_left()

    def do_read(self) -> None:
        """Show both wordings whole."""
        one = self._asked
        if one is not None:
            told = (
                Paragraph("Versi Anda", "bold"),
                *map(Paragraph, one.ours.split("\n")),
                Paragraph(""),
                Paragraph("Di berkas", "bold"),
                *map(Paragraph, one.theirs.split("\n")),
                Paragraph(""),
                Paragraph("Semula", "bold"),
                *map(Paragraph, one.base.split("\n")),
            )
            self.app.push_screen(Reading(one.about, "", told))

    def do_done(self) -> None:
        """Save what was put together."""
        self.dismiss(self.choices.made.agreement)

    def do_cancel(self) -> None:
        """Leave both versions as they are."""
        self.dismiss(None)

    def leave(self) -> None:
        """Leave both versions as they are, for those who go back by the key of every screen."""
        self.do_cancel()


def wordings(one: Conflict, chosen: Side | None) -> Iterator[tuple[str, str]]:
    """Yield both wordings with their looks, each as a difference from what both began from."""
    for side, name, words in ((Side.OURS, "Versi Anda", one.ours), (Side.THEIRS, "Di berkas", one.theirs)):
        mark = " (dipilih)" if chosen is side else ""
        told = marked(near(word_diff(one.base, words)))
        yield f"{name}{mark}: {' '.join(told.split())}", "bold" if chosen is side else ""
