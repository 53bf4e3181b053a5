"""A screen with one list, out of which a row is chosen.

Rows come in, the id of the chosen one goes out; None when the screen is left without a choice.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.screen import Screen

from kampanye_tui.tui.actions import Group
from kampanye_tui.tui.frame import KeyLine, MessageLine, Rule, TitleLine
from kampanye_tui.tui.perform import Performer, bound
from kampanye_tui.tui.rows import Row, Rows


class Chooser(Performer, Screen[str | None]):
    """A list out of which one row is chosen."""

    groups = (Group.CHOOSER,)
    BINDINGS: ClassVar = bound(Group.CHOOSER)

    def __init__(self, title: str, rows: Sequence[Row], *, about: str = "", message: str = "") -> None:
        super().__init__()
        self.heading = title
        self.rows = tuple(rows)
        self.about = about
        self.told = message

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        yield TitleLine(self.heading)
        yield Rule(self.about)
        yield Rows(self.rows)
        yield MessageLine(self.told)
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin in the list."""
        self.query_one(Rows).focus()

    def do_choose(self) -> None:
        """Return the row that is pointed at."""
        row = self.query_one(Rows).pointed
        self.dismiss(row.id if row else None)
