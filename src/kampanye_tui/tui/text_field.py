"""A field for one line of text, as all screens have it: one row high, no frame, a cursor that does not blink.

The terminal's own cursor stands where the next character will: Textual puts it one column too far behind the
last one, and on the row of an earlier layout when a field comes and takes the focus at once.
"""

from __future__ import annotations

from rich.cells import cell_len
from rich.segment import Segment
from textual.geometry import Offset
from textual.strip import Strip
from textual.widgets import Input

from kampanye_tui.tui.perform import program_of


class TextField(Input):
    """A field for one line; what stands in it is not selected when it takes the focus."""

    def __init__(
        self,
        value: str = "",
        *,
        placeholder: str = "",
        id: str | None = None,  # noqa: A002
        disabled: bool = False,
    ) -> None:
        super().__init__(
            value, placeholder=placeholder, id=id, disabled=disabled, compact=True, select_on_focus=False
        )
        self.cursor_blink = False

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where the next character will stand."""
        x, y = super().cursor_screen_offset
        return Offset(x - 1, y) if self.cursor_at_end else Offset(x, y)

    def render_line(self, y: int) -> Strip:
        """Return the line; where nobody types, what does not fit ends with an ellipsis."""
        line, width = super().render_line(y), self.size.width
        if self.has_focus or cell_len(self.value) - self.scroll_offset.x <= width:
            return line
        return Strip.join((line.crop(0, width - 1), Strip([Segment("…")])))

    def on_focus(self) -> None:
        """Take the terminal's cursor, once the field has its place."""
        self.call_after_refresh(self._take_cursor)

    def _take_cursor(self) -> None:
        if self.has_focus:
            program_of(self).put_cursor(self, self.cursor_screen_offset.x - self.content_region.x, 0)
