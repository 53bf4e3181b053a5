"""Running text in the lower part of a screen: wrapped words, some of them marked. It never reads markup."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.cells import cell_len
from rich.segment import Segment
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from kampanye_tui.tui.columns import broken, fit
from kampanye_tui.tui.looks import LOOKS


class Prose(Widget):
    """Paragraphs of ``(text, style)``; what does not fit ends with an ellipsis."""

    DEFAULT_CSS = """
    Prose { height: 1fr; width: 1fr; }
    """

    def __init__(self, paragraphs: Sequence[tuple[str, str]] = (), *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.paragraphs = tuple(paragraphs)

    def say(self, paragraphs: Iterable[tuple[str, str]]) -> None:
        """Show other text."""
        told = tuple(paragraphs)
        if told != self.paragraphs:
            height = self.size.height
            before = [self._line(y) for y in range(height)]
            self.paragraphs = told
            if not height:
                # A hidden widget has no lines, but may still hold those it had when it was last seen.
                self.refresh()
            # Only lines that differ, and those no further than their text: a key costs what it changes.
            for y, (old, new) in enumerate(zip(before, map(self._line, range(height)), strict=True)):
                if old != new:
                    self.refresh(Region(0, y, max(cell_len(old[0]), cell_len(new[0])), 1))

    def lines(self, width: int) -> list[tuple[str, str]]:
        """Return the wrapped lines with their styles."""
        return [(line, style) for text, style in self.paragraphs for line in broken(text, max(8, width))]

    def _line(self, y: int) -> tuple[str, str]:
        """Return what stands in a line, and how it looks."""
        lines = self.lines(self.size.width - 4)
        text, style = lines[y] if y < len(lines) else ("", "")
        if y == self.size.height - 1 and len(lines) > self.size.height:
            text = f"{text} …"
        return f"   {text}", style

    def render_line(self, y: int) -> Strip:
        """Return one line."""
        text, style = self._line(y)
        return Strip([Segment(fit(text, self.size.width), LOOKS[style])], self.size.width)
