"""A screen whose list is filtered by the words that somebody types into a line above it.

The line is closed until it is asked for; ESC closes it again and shows everything, the arrow keys lead from
it into the list.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable

from textual.events import Key
from textual.screen import Screen

from kampanye_tui.tui.perform import Performer
from kampanye_tui.tui.rows import Rows
from kampanye_tui.tui.text_field import TextField


class SearchLine(TextField):
    """The line to type in."""

    DEFAULT_CSS = """
    SearchLine { display: none; }
    SearchLine.open { display: block; }
    """


class Searching(Performer, Screen[None]):
    """Subclasses have a :class:`SearchLine` above their list, and list what holds the words."""

    @abstractmethod
    def relist(self) -> None:
        """Show the list, those rows of it that hold the words."""

    @property
    def words(self) -> list[str]:
        """What is looked for; nothing while the line is closed."""
        line = self.query_one(SearchLine)
        return line.value.casefold().split() if line.has_class("open") else []

    def on_input_changed(self) -> None:
        """Filter as the user types."""
        self.relist()

    def on_input_submitted(self) -> None:
        """Go back into the list."""
        self.query_one(Rows).focus()

    def on_key(self, event: Key) -> None:
        """Leave the search with ESC or the arrow keys."""
        line = self.query_one(SearchLine)
        if event.key == "escape" and line.has_class("open"):
            line.value = ""
            line.remove_class("open")
            self.query_one(Rows).focus()
            self.relist()
            event.stop()
        elif event.key == "down" and line.has_focus:
            self.query_one(Rows).focus()
            event.stop()

    def do_search(self) -> None:
        """Open the search."""
        line = self.query_one(SearchLine)
        line.add_class("open")
        line.focus()


def holds(words: Iterable[str], *texts: str) -> bool:
    """Tell whether some texts together hold all of these words."""
    whole = " ".join(texts).casefold()
    return all(word in whole for word in words)
