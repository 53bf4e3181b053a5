"""What stands around every screen: the line of state on top, the line of the next step, the line of keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from kampanye_tui.tui.actions import Group
from kampanye_tui.tui.columns import broken, ends, fit
from kampanye_tui.tui.keymap import footer
from kampanye_tui.tui.perform import Performer, performed_by, program_of

if TYPE_CHECKING:
    from kampanye_tui.tui.actions import Action

MOST_LINES = 3
"""Lines that a message may take from the screen."""
_REVERSE = Style(reverse=True)
_BOLD = Style(bold=True)
_QUIET = Style(dim=True)


class OneLine(Widget):
    """A line of plain text. Setting what it shows already costs nothing."""

    DEFAULT_CSS = """
    OneLine { height: 1; width: 1fr; }
    """

    def __init__(self, left: str = "", right: str = "", *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.left = left
        self.right = right

    def say(self, left: str, right: str = "") -> None:
        """Show another text."""
        if (left, right) != (self.left, self.right):
            self.left, self.right = left, right
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return the line."""
        del y
        return Strip([Segment(ends(f" {self.left}", f"{self.right} ".lstrip(), self.size.width), self.look)])

    look = Style()


class TitleLine(OneLine):
    """What is open, and whether it is saved: reversed, so that it reads without colours."""

    look = _REVERSE


class MessageLine(OneLine):
    """What just happened, or what comes next. It grows while it needs more than a line."""

    look = _BOLD
    _height = 1

    def say(self, left: str, right: str = "") -> None:
        """Show another text, in as many lines as it takes."""
        super().say(left, right)
        self._take_room()

    def on_resize(self) -> None:
        """Break the lines anew."""
        self._take_room()

    def _take_room(self) -> None:
        height = max(1, min(MOST_LINES, len(self._lines())))
        if height != self._height:
            self._height = height
            self.styles.height = height

    def _lines(self) -> list[str]:
        """Return the text in lines; the last one that shows takes all the rest, and is cut."""
        lines = broken(self.left, max(8, self.screen.size.width - 2) if self.is_attached else 80)
        return [
            *lines[: MOST_LINES - 1],
            *([" ".join(lines[MOST_LINES - 1 :])] if lines[MOST_LINES - 1 :] else []),
        ]

    def render_line(self, y: int) -> Strip:
        """Return one of the lines."""
        lines = self._lines()
        return Strip([Segment(fit(f" {lines[y]}" if y < len(lines) else "", self.size.width), self.look)])


class Rule(Widget):
    """A thin line with a title in it; only the title where a screen reader reads."""

    DEFAULT_CSS = """
    Rule { height: 1; width: 1fr; }
    """

    def __init__(self, title: str = "", *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.title = title

    def say(self, title: str) -> None:
        """Show another title."""
        if title != self.title:
            before, self.title = self.title, title
            # The rest of the line stands already, and each of its cells would cost three bytes.
            self.refresh(Region(0, 0, 3 + max(cell_len(before), cell_len(title)), 1))

    def render_line(self, y: int) -> Strip:
        """Return the line."""
        del y
        width = self.size.width
        if program_of(self).plain:
            return Strip([Segment(fit(f" {self.title}", width), _BOLD)])
        title = f" {self.title} " if self.title else ""
        shown = fit(title, min(cell_len(title), max(0, width - 4)))
        return Strip([Segment(f"─{shown}{'─' * (width - 1 - cell_len(shown))}", _QUIET)])


class TabLine(Widget):
    """The numbered tabs of an agreement; the open one between bars and reversed.

    Those behind ``at_least`` show where there is room for all.
    """

    DEFAULT_CSS = """
    TabLine { height: 1; width: 1fr; }
    """

    def __init__(self, names: tuple[str, ...], *, at_least: int, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.names = names
        self.at_least = at_least
        self.open = 0

    def show(self, number: int) -> None:
        """Mark the tab of that number, from 0."""
        if number != self.open:
            self.open = number
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Return the line."""
        del y
        pieces = []
        all_fit = _wide(self.names) <= self.size.width
        names = self.names if all_fit else self.names[: self.at_least]
        wide = _wide(names) <= self.size.width
        for number, name in enumerate(names):
            told = f"{number + 1} {name}" if wide or number == self.open else f"{number + 1} {name[:4]}"
            text = f"▌{told}▐" if number == self.open else f" {told} "
            pieces.append(Segment(text, _BOLD + _REVERSE if number == self.open else Style()))
        return Strip(pieces).adjust_cell_length(self.size.width)


def _wide(names: tuple[str, ...]) -> int:
    """Return the columns of tabs with their numbers and the gaps around them."""
    return sum(len(name) + 4 for name in names)


class KeyLine(Widget):
    """The keys that matter most here and now; those that are off are quiet."""

    DEFAULT_CSS = """
    KeyLine { height: 1; width: 1fr; dock: bottom; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._painted: list[Segment] = []

    def on_mount(self) -> None:
        """Follow the focus."""
        self.watch(self.screen, "focused", self.renew, init=False)

    def renew(self) -> None:
        """Show the keys anew, when they are others than before."""
        if self._pieces() != self._painted:
            self.refresh()

    def _pieces(self) -> list[Segment]:
        """Return the words of the line with their looks."""
        node = self.screen.focused or self.screen
        actions = performed_by(node, program_of(self).own_keys)
        off = {one.id for one in actions if _why_off(node, one)}
        # What is off on a whole screen is no key of it; what is off only now stays, quiet.
        named = [one for one in actions if not (one.group is Group.EVERYWHERE and one.id in off)]
        pieces = [Segment(" ")]
        for action_id, key, words in footer(named, program_of(self).own_keys, self.size.width - 1):
            style = _QUIET if action_id in off else Style()
            pieces += [Segment(key, style + _BOLD), Segment(f" {words}  ", style)]
        return pieces

    def render_line(self, y: int) -> Strip:
        """Return the line."""
        del y
        self._painted = self._pieces()
        return Strip(self._painted).adjust_cell_length(self.size.width)


def _why_off(node: object, one: Action) -> str:
    """Ask whoever performs an action why it is off."""
    while node is not None:
        if isinstance(node, Performer) and one.group in node.groups:
            return node.why_not(one.id)
        node = getattr(node, "_parent", None)
    return ""
