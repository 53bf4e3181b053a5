"""A line to type in above the rows that it finds: how regions and actions are looked for.

Words go in, rows are shown, what is chosen goes out as a message. Letters always reach the line, wherever the
focus is; arrow keys lead into the rows and back.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.events import Key
from textual.message import Message
from textual.widgets import Input

from kampanye_tui.tui.actions import Group
from kampanye_tui.tui.frame import OneLine
from kampanye_tui.tui.perform import Performer, bound
from kampanye_tui.tui.rows import Row, Rows
from kampanye_tui.tui.text_field import TextField


class Finder(Performer, Vertical):
    """Subclasses say what some words find."""

    groups = (Group.CHOOSER,)
    BINDINGS: ClassVar = bound(Group.CHOOSER)
    DEFAULT_CSS = """
    Finder { height: 1fr; width: 1fr; }
    Finder Horizontal { height: 2; }
    Finder OneLine { width: 8; }
    """

    class Chosen(Message):
        """Enter was pressed. ``pointed`` tells that somebody pointed at the row in the list."""

        def __init__(self, row: Row | None, pointed: bool) -> None:
            super().__init__()
            self.row = row
            self.pointed = pointed

    class Pointed(Message):
        """Another row is pointed at; ``row`` is None when nothing was found."""

        def __init__(self, row: Row | None) -> None:
            super().__init__()
            self.row = row

    def __init__(self, placeholder: str) -> None:
        super().__init__()
        self.placeholder = placeholder

    @abstractmethod
    def found(self, words: str) -> tuple[Sequence[Row], str]:
        """Return the rows for some words, and what stands there when there are none."""

    def compose(self) -> ComposeResult:
        """Lay out the line above the rows."""
        with Horizontal():
            yield OneLine(" Cari:")
            yield TextField(placeholder=self.placeholder)
        yield Rows()

    def on_mount(self) -> None:
        """Begin in the line."""
        self.line.focus()
        self.seek()

    @property
    def line(self) -> Input:
        """The line to type in."""
        return self.query_one(Input)

    @property
    def rows(self) -> Rows:
        """What was found."""
        return self.query_one(Rows)

    @property
    def words(self) -> str:
        """What was typed."""
        return self.line.value.strip()

    def seek(self) -> None:
        """Show what the words find, from the first row."""
        rows, empty = self.found(self.words)
        self.rows.show(rows, empty=empty)
        self.rows.do_first()

    def on_input_changed(self) -> None:
        """Find as the user types."""
        self.seek()

    def on_input_submitted(self) -> None:
        """Choose with Enter from the line as well."""
        self.do_choose()

    def on_resize(self) -> None:
        """Fit the columns."""
        self.rows.show(*self.found(self.words)[:1])

    def on_key(self, event: Key) -> None:
        """Lead from the line into the rows and back, and every letter into the line."""
        if self.line.has_focus:
            if event.key in ("down", "pagedown") and self.rows.pointed:
                self.rows.focus()
                event.stop()
        elif event.key == "up" and self.rows.position[0] <= 1:
            self.line.focus()
            event.stop()
        elif event.is_printable and event.character:
            self.line.focus()
            self.line.insert_text_at_cursor(event.character)
            event.stop()
        elif event.key == "backspace":
            self.line.focus()
            self.line.action_delete_left()
            event.stop()

    def on_rows_pointed(self, event: Rows.Pointed) -> None:
        """Hand it on: what the rows say while this widget fills them would stop here."""
        event.stop()
        self.post_message(self.Pointed(event.row))

    def do_choose(self) -> None:
        """Hand on what is pointed at."""
        self.post_message(self.Chosen(self.rows.pointed, self.rows.has_focus))
