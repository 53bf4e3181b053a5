"""The last look at what goes to the terminal: no character in it steers, hides or turns text.

Screens write such characters out where they show text of files. Fields and editors are Textual's: they show
what was pasted or recovered as it stands, and their cursor counts its characters, so nothing longer can stand
there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.segment import Segment
from textual.filter import LineFilter

from kampanye_tui.model.text import hidden

if TYPE_CHECKING:
    from textual.color import Color

SIGN = "?"
"""Stands for a character that takes room; one that takes none leaves nothing."""


class Harmless(LineFilter):
    """Takes refused characters out of a line, which keeps its width."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the pieces as they may be shown; nearly always just as they are."""
        del background
        if all(one.text.isprintable() or one.control for one in segments):
            return segments
        return [one if one.control else Segment(_shown(one.text), one.style) for one in segments]


def _shown(text: str) -> str:
    return "".join(SIGN * cell_len(one) if hidden(one) else one for one in text)
