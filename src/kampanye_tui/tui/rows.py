"""A list of rows with one of them pointed at: the widget that most screens are made of.

Rows come in as plain text, moves and choices go out as messages. It paints only the two rows that change, has
no scrollbar and no box, and moves the terminal's own cursor to its row, so that a screen reader follows.

Over a bad line (``hemat``) only the mark before a row moves, and what a screen says of the row waits until
the keys rest.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.timer import Timer
from textual.widget import Widget

from kampanye_tui.tui.actions import Group
from kampanye_tui.tui.columns import fit
from kampanye_tui.tui.looks import LOOKS
from kampanye_tui.tui.perform import Performer, bound

MARK = "▸ "
"""Before the row that is pointed at."""
REST = 0.4
"""Seconds after a key until over a bad line it is said what is pointed at; a held key repeats sooner."""


class Row(NamedTuple):
    """A row: its id, its text, further lines below it. A heading cannot be pointed at."""

    id: str
    text: str
    below: tuple[str, ...] = ()
    heading: bool = False
    style: str = ""


class Rows(Performer, Widget, can_focus=True):
    """A list of rows."""

    groups = (Group.LIST,)
    BINDINGS: ClassVar = bound(Group.LIST)
    DEFAULT_CSS = """
    Rows { height: 1fr; width: 1fr; }
    """

    class Pointed(Message):
        """Another row is pointed at; ``row`` is None when there is none."""

        def __init__(self, rows: Rows, row: Row | None) -> None:
            super().__init__()
            self.rows = rows
            self.row = row

        @property
        def control(self) -> Rows:
            """The list."""
            return self.rows

    def __init__(self, rows: Sequence[Row] = (), *, empty: str = "", id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._rows: tuple[Row, ...] = tuple(rows)
        self._empty = empty
        self._at = self._nearest(0)
        self._top = 0
        self._resting: Timer | None = None
        self._place()

    def _place(self) -> None:
        """Work out on which line each row begins."""
        self._starts: list[int] = []
        self._lines: list[tuple[int, int]] = []
        for number, row in enumerate(self._rows):
            self._starts.append(len(self._lines))
            self._lines += [(number, part) for part in range(1 + len(row.below))]

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows."""
        return self._rows

    @property
    def pointed(self) -> Row | None:
        """The row that is pointed at."""
        return self._rows[self._at] if self._at is not None and self._at < len(self._rows) else None

    @property
    def position(self) -> tuple[int, int]:
        """Which row is pointed at and of how many, headings not counted; from 1, 0 when none is."""
        plain = [n for n, row in enumerate(self._rows) if not row.heading]
        return (plain.index(self._at) + 1 if self._at in plain else 0, len(plain))

    def show(self, rows: Sequence[Row], *, empty: str | None = None) -> None:
        """Show other rows; the pointer stays at the row of the same id, or at the same place."""
        before, were, top = self.pointed, self._rows, self._top
        if tuple(rows) == self._rows and (empty is None or empty == self._empty):
            return
        self._rows = tuple(rows)
        self._empty = self._empty if empty is None else empty
        ids = [row.id for row in self._rows]
        at = ids.index(before.id) if before and before.id in ids else min(self._at or 0, max(0, len(ids) - 1))
        self._at = self._nearest(at)
        self._place()
        self._follow()
        if _shapes(were) == _shapes(self._rows) and self._top == top and were:
            # The same rows with other words: what does not differ stands already.
            for number, (old, new) in enumerate(zip(were, self._rows, strict=True)):
                if old != new:
                    self._refresh_row(number)
        else:
            self.refresh()
        if self.pointed != before:
            self._say()

    def point(self, row_id: str) -> bool:
        """Point at the row of that id; False when there is none."""
        for number, row in enumerate(self._rows):
            if row.id == row_id and not row.heading:
                if self._go(number):
                    self._say()
                return True
        return False

    def _nearest(self, at: int) -> int | None:
        """Return the row at or after ``at``, else the one before it, that is no heading."""
        order = [*range(at, len(self._rows)), *range(at - 1, -1, -1)]
        return next((n for n in order if not self._rows[n].heading), None)

    def _go(self, to: int, *, further: int = 0) -> bool:
        """Point at a row; tell whether it is another one."""
        if to == self._at:
            return False
        before, self._at = self._at, to
        top = self._top
        self._follow(further)
        if self._top != top:
            self.refresh()
        else:
            self._refresh_pointer(before)
            self._refresh_pointer(to)
        return True

    def _say(self) -> None:
        """Tell what is pointed at."""
        self.post_message(self.Pointed(self, self.pointed))

    def _walk(self, to: int, *, further: int = 0) -> None:
        """Point at a row by a key, of which many may follow."""
        if not self._go(to, further=further):
            return
        if not self._lean:
            self._say()
            return
        if self._resting is not None:
            self._resting.stop()
        self._resting = self.set_timer(REST, self._say)

    @property
    def _lean(self) -> bool:
        return self.app.settings.lean

    def _refresh_row(self, number: int) -> None:
        y = self._starts[number] - self._top
        self.refresh(Region(0, y, self.size.width, 1 + len(self._rows[number].below)))

    def _refresh_pointer(self, number: int | None) -> None:
        """Paint what looks otherwise in a row that is pointed at, or was: all of it, or only its mark."""
        if number is None:
            return
        if self._lean:
            self.refresh(Region(0, self._starts[number] - self._top, len(MARK), 1))
        else:
            self._refresh_row(number)

    def _follow(self, further: int = 0) -> None:
        """Scroll so that the row that is pointed at is whole on the screen, with the heading above it.

        A list that has to scroll does so by as many lines more as ``further`` says.
        """
        height = self.size.height
        if self._at is None or height < 1:
            self._top = 0
            return
        first = self._starts[self._at]
        last = first + len(self._rows[self._at].below)
        if self._at > 0 and self._rows[self._at - 1].heading:
            first = self._starts[self._at - 1]
        if first < self._top:
            self._top = first - further
        elif last >= self._top + height:
            self._top = min(first, last - height + 1 + further)
        self._top = max(0, min(self._top, len(self._lines) - height))
        self._set_cursor()

    def _set_cursor(self) -> None:
        """Put the terminal's cursor on the row, where a screen reader looks."""
        if self._at is None or not self.is_attached:
            return
        # A widget that is just taking the focus does not call it its own yet; its screen does.
        if self.screen.focused is self and self.screen.is_current:
            line = self._starts[self._at] - self._top
            self.app.put_cursor(self, 0, line)

    def on_focus(self) -> None:
        """Show the pointer and take the terminal's cursor."""
        self._follow()
        self._refresh_pointer(self._at)

    def on_blur(self) -> None:
        """Show the pointer as resting."""
        self._refresh_pointer(self._at)

    def on_resize(self) -> None:
        """Keep the row in sight."""
        self._follow()
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return one line of the list."""
        width = self.size.width
        at = self._top + y
        if at >= len(self._lines):
            text = f"  {self._empty}" if y == 0 and not self._rows else ""
            return Strip([Segment(fit(text, width), LOOKS["quiet"])], width)
        number, part = self._lines[at]
        row = self._rows[number]
        pointed = number == self._at
        style = LOOKS["bold" if row.heading else row.style]
        if part:
            return Strip([Segment(fit(f"      {row.below[part - 1]}", width), LOOKS["quiet"])], width)
        lead = "" if row.heading else MARK if pointed else "  "
        text = fit(lead + row.text, width)
        if not pointed:
            return Strip([Segment(text, style)], width)
        shown = style + (Style(reverse=True) if self.has_focus else Style(bold=True))
        marked = len(MARK) if self._lean else len(text)
        return Strip([Segment(text[:marked], shown), Segment(text[marked:], style)], width)

    def do_down(self) -> None:
        """Point at the next row."""
        self._step(1)

    def do_up(self) -> None:
        """Point at the row before."""
        self._step(-1)

    def _step(self, by: int) -> None:
        at = (self._at if self._at is not None else -1) + by
        while 0 <= at < len(self._rows):
            if not self._rows[at].heading:
                # To scroll paints every line: a walk through a list should do so seldom.
                self._walk(at, further=self.size.height // 2)
                return
            at += by
        # What stands above the first row should be seen as well.
        if by < 0 and self._top:
            self._top = 0
            self._set_cursor()
            self.refresh()

    def do_page_down(self) -> None:
        """Point one screen further."""
        self._leap(max(1, self.size.height - 1))

    def do_page_up(self) -> None:
        """Point one screen back."""
        self._leap(-max(1, self.size.height - 1))

    def _leap(self, lines: int) -> None:
        if self._at is None:
            return
        line = max(0, min(len(self._lines) - 1, self._starts[self._at] + lines))
        to = self._nearest(self._lines[line][0])
        if to is not None:
            self._walk(to)

    def do_first(self) -> None:
        """Point at the first row."""
        to = self._nearest(0)
        if to is not None:
            self._walk(to)

    def do_last(self) -> None:
        """Point at the last row."""
        rest = [n for n, row in enumerate(self._rows) if not row.heading]
        if rest:
            self._walk(rest[-1])


def _shapes(rows: Sequence[Row]) -> list[tuple[str, int, bool]]:
    """Return what decides on which lines rows stand."""
    return [(row.id, len(row.below), row.heading) for row in rows]
