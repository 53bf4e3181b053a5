"""Text → lines of a terminal: wrapped to columns, and cut where a page of the paper ends.

Paper and terminal differ in their lines but not in their letters. So a place in a text is told by how many
letters stand before it, spaces and line ends not counted.
"""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kampanye_tui.model.document import Align, Run
from kampanye_tui.model.text import printable


class Piece(NamedTuple):
    """Text that is wrapped by itself: a paragraph, an item with its label, a line in the middle."""

    text: str
    align: Align = Align.LEFT
    label: str = ""
    indent: int = 0
    """Columns before the label."""
    hang: int = 0
    """Columns that the label takes; the text stands behind them in all lines."""

    @property
    def letters(self) -> int:
        """The letters of its label and its text."""
        return letters(self.label) + letters(self.text)

    def cut(self, count: int) -> tuple[Piece, Piece]:
        """Return the part with the first ``count`` letters, and the rest, which has no label."""
        first, rest = cut(self.text, count - letters(self.label))
        return self._replace(text=first), self._replace(text=rest, label="")

    def lines(self, width: int) -> list[str]:
        """Return its lines, at most ``width`` columns wide; an empty text is an empty line."""
        margin = min(self.indent + self.hang, width // 2)
        lead = f"{' ' * self.indent}{shown(self.label)}".ljust(margin)
        return wrapped(self.text, width, self.align, lead, " " * margin)


def said(runs: Iterable[Run]) -> str:
    """Return the text of runs without their style."""
    return "".join(run.text for run in runs)


def letters(text: str) -> int:
    """Return how many characters of ``text`` are not spaces."""
    return sum(map(len, text.split()))


def cut(text: str, count: int) -> tuple[str, str]:
    """Return ``text`` up to the letter ``count``, and what follows, without the space between them."""
    found = re.match(rf"(?:\s*\S){{{count}}}", text)
    end = found.end() if found else len(text)
    return text[:end], text[end:].lstrip()


def take(pieces: Sequence[Piece], count: int) -> tuple[list[Piece], list[Piece]]:
    """Return the pieces with the first ``count`` letters, the last one cut where they end, and the rest."""
    whole = 0
    while whole < len(pieces) and pieces[whole].letters <= count:
        count -= pieces[whole].letters
        whole += 1
    taken, rest = list(pieces[:whole]), list(pieces[whole:])
    if rest and count:
        first, rest[0] = rest[0].cut(count)
        taken.append(first)
    return taken, rest


def wrapped(text: str, width: int, align: Align = Align.LEFT, lead: str = "", below: str = "") -> list[str]:
    """Return the lines of ``text``; ``lead`` stands before the first and ``below`` before the others.

    Lines end where the text asks for it, at spaces, and inside a word only when it is wider than a line.
    """
    made: list[str] = []
    for part in text.split("\n"):
        made += textwrap.wrap(
            shown(part),
            width,
            initial_indent=below if made else lead,
            subsequent_indent=below,
            break_on_hyphens=False,
        ) or ["" if made else lead]
    return [aligned(line.replace("\u00a0", " "), width, align).rstrip() for line in made]


def aligned(line: str, width: int, align: Align) -> str:
    """Return a line where it stands among ``width`` columns; a justified one stands at the left."""
    if align is Align.CENTRE:
        return line.center(width)
    return line.rjust(width) if align is Align.RIGHT else line.ljust(width)


def shown(text: str) -> str:
    """Return ``text`` with one character a column, and with what a terminal would obey written out."""
    whole = unicodedata.normalize("NFC", text)
    return whole if whole.isascii() and whole.isprintable() else printable(whole)
