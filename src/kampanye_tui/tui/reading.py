"""A screen with a text to be read: paragraphs come in and are wrapped anew for every width."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, TypeVar

from textual.app import ComposeResult
from textual.screen import Screen

from kampanye_tui.tui.columns import broken
from kampanye_tui.tui.frame import KeyLine, MessageLine, Rule, TitleLine
from kampanye_tui.tui.perform import Performer
from kampanye_tui.tui.reader import Line, Reader

T = TypeVar("T")


class Paragraph(NamedTuple):
    """A paragraph in a style of the reader; its lines behind the first begin ``hang`` columns further in."""

    text: str
    style: str = ""
    hang: int = 0


def wrapped(paragraphs: Iterable[Paragraph], width: int) -> tuple[Line, ...]:
    """Return paragraphs as lines of at most ``width`` columns."""
    return tuple(
        Line(line, style) for text, style, hang in paragraphs for line in broken(text, max(24, width), hang)
    )


class Reading(Performer, Screen[T]):
    """Paragraphs below a title; ``told`` stands above the keys."""

    def __init__(self, title: str, about: str, paragraphs: Iterable[Paragraph], told: str = "") -> None:
        super().__init__()
        self.heading = title
        self.about = about
        self.paragraphs = tuple(paragraphs)
        self.told = told

    def compose(self) -> ComposeResult:
        """Lay out the text."""
        yield TitleLine(self.heading)
        yield Rule(self.about)
        yield Reader()
        yield MessageLine(self.told)
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin at the first line."""
        self.query_one(Reader).focus()

    def on_resize(self) -> None:
        """Wrap for the width."""
        self.query_one(Reader).show(wrapped(self.paragraphs, self.size.width - 2), from_start=False)

    def on_reader_moved(self) -> None:
        """Say which part of the text is in sight, where not all of it is."""
        first, last, total = self.query_one(Reader).sight
        part = "" if last - first + 1 >= total else f"baris {first}–{last} dari {total}"
        self.query_one(Rule).say(" · ".join(filter(None, (self.about, part))))
