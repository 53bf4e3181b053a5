"""Lines to be read: a text that scrolls, without a pointer.

Finished lines come in, as plain text with the name of a style; where one reads goes out as a message. The
terminal's own cursor stands at the first line in sight. It never reads markup and never wraps.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from rich.segment import Segment
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from kampanye_tui.tui.actions import Group
from kampanye_tui.tui.columns import fit
from kampanye_tui.tui.looks import LOOKS
from kampanye_tui.tui.perform import Performer, bound

RULE = "rule"
"""The style of a line that is the title of a thin line."""


class Line(NamedTuple):
    """A line and how it looks: one of the words of :mod:`looks`, or :data:`RULE`."""

    text: str
    style: str = ""


class Reader(Performer, Widget, can_focus=True):
    """A text that scrolls."""

    groups = (Group.LIST,)
    BINDINGS: ClassVar = bound(Group.LIST)
    DEFAULT_CSS = """
    Reader { height: 1fr; width: 1fr; }
    """

    class Moved(Message):
        """Other lines are in sight."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._lines: tuple[Line, ...] = ()
        self._top = 0

    def show(self, lines: Sequence[Line], *, from_start: bool) -> None:
        """Show other lines, from their start or where one was reading."""
        self._lines = tuple(lines)
        self._top = 0 if from_start else min(self._top, self._last_top)
        self.refresh()
        self.post_message(self.Moved())

    @property
    def sight(self) -> tuple[int, int, int]:
        """The first and the last line in sight, from 1, and how many lines there are."""
        total = len(self._lines)
        return (min(self._top + 1, total), min(self._top + self.size.height, total), total)

    def reveal(self, at: int) -> None:
        """Bring a line, counted from 0, into the middle; nothing moves where it is in sight."""
        if not self._top <= at < self._top + self.size.height:
            self._scroll(at - self.size.height // 2)

    @property
    def _last_top(self) -> int:
        return max(0, len(self._lines) - self.size.height)

    def _scroll(self, top: int) -> None:
        top = max(0, min(top, self._last_top))
        if top != self._top:
            self._top = top
            self.refresh()
            self.post_message(self.Moved())

    def on_focus(self) -> None:
        """Take the terminal's cursor."""
        self.app.put_cursor(self, 0, 0)

    def on_resize(self) -> None:
        """Leave no empty lines below the last one."""
        self._top = min(self._top, self._last_top)
        self.refresh()
        self.post_message(self.Moved())
        if self.has_focus:
            self.app.put_cursor(self, 0, 0)

    def render_line(self, y: int) -> Strip:
        """Return one line."""
        width, at = self.size.width, self._top + y
        text, style = self._lines[at] if at < len(self._lines) else Line("")
        if style == RULE:
            text = text if self.app.plain else f"── {text} ".ljust(width - 2, "─")
            style = "quiet"
        return Strip([Segment(fit(f" {text}", width), LOOKS[style])], width)

    def do_down(self) -> None:
        """Scroll one line down."""
        self._scroll(self._top + 1)

    def do_up(self) -> None:
        """Scroll one line up."""
        self._scroll(self._top - 1)

    def do_page_down(self) -> None:
        """Scroll one screen down; the last line stays in sight."""
        self._scroll(self._top + max(1, self.size.height - 1))

    def do_page_up(self) -> None:
        """Scroll one screen up; the first line stays in sight."""
        self._scroll(self._top - max(1, self.size.height - 1))

    def do_first(self) -> None:
        """Go to the start."""
        self._scroll(0)

    def do_last(self) -> None:
        """Go to the end."""
        self._scroll(self._last_top)
