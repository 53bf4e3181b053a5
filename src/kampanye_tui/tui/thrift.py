"""For lines where each byte counts (``hemat``): no row that stands already is sent again, no blank is spelt.

Textual paints every row of a widget that changed. Finished frames come in here as text, and what the terminal
needs of them goes out; the driver at the end is all that knows a terminal.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable

from textual.drivers.linux_driver import LinuxDriver

_ROW = re.compile(r"\x1b\[(\d+);\d+H")
"""Where a piece of a frame goes: a row and a column."""
_FRAME = re.compile(r"(?:\x1b\[(?:[0-9;]*[mH]|\?2026[hl])|[^\x1b])*")
"""Text, colours, places, and the signs that a frame is to be shown at once: nothing that does more."""
_SPENT = re.compile(r"\x1b\[\?2026[hl]|[\r\n]+$")
_STRETCH = re.compile(r"(\x1b\[(?:(?:[012]|3[1-3]|[34]9)(?:;|(?=m)))*m|\x1b\[\d+;\d+H)([^\x1b]+)")
"""Text on the ground that the terminal has: neither reversed nor underlined, and of no ground of its own."""
_BLANKS = re.compile(" {12,}")
"""Fewer would not be shorter as sequences."""
AGAIN = 1.0
"""Seconds in which no second frame is sent whole: a screen that opens is painted several times."""


class Thrift:
    """Remembers what was last written into each row, and leaves out what would be written there again."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._rows: dict[str, str] = {}
        self._clock = clock
        self._whole_at = float("-inf")

    def forget(self) -> None:
        """Take nothing for granted: the terminal may show something else."""
        self._rows.clear()

    def of(self, text: str, height: int) -> str:
        """Return what has to be sent of a text, for a terminal of this height.

        A frame that fills the screen goes out whole, unless one has just gone: it is what mends a screen that
        others have written on.
        """
        if not _FRAME.fullmatch(text):
            self.forget()
            return text
        head, pieces = _pieces(text)
        if _SPENT.sub("", head):
            self.forget()
        now = self._clock()
        whole = len({row for row, _piece in pieces}) >= height and now - self._whole_at >= AGAIN
        if whole:
            self._whole_at = now
        kept = [head]
        for row, piece in pieces:
            shown = _SPENT.sub("", piece)
            if _ROW.fullmatch(shown):
                # Nothing but a place: that of the cursor.
                kept.append(piece)
            elif whole or self._rows.get(row) != shown:
                self._rows[row] = shown
                kept.append(_STRETCH.sub(_without_blanks, piece))
            else:
                kept += [sign[0] for sign in re.finditer(r"\x1b\[\?2026[hl]", piece)]
        return "".join(kept)


class ThriftyDriver(LinuxDriver):
    """The driver of a terminal at the end of a bad line."""

    _thrift: Thrift | None = None
    _measured = (0, 0)

    def write(self, data: str) -> None:
        """Send what the terminal does not show yet."""
        size = self._get_terminal_size()
        if self._thrift is None or size != self._measured:
            self._thrift, self._measured = Thrift(), size
        super().write(self._thrift.of(data, size[1]))


def _pieces(text: str) -> tuple[str, list[tuple[str, str]]]:
    """Return what stands before the first place, then each row with all that is written from its place on."""
    places = list(_ROW.finditer(text))
    starts = [place.start() for place in places]
    cuts = [*starts, len(text)]
    rows = [(place[1], text[at:end]) for place, at, end in zip(places, starts, cuts[1:], strict=True)]
    return text[: cuts[0]], rows


def _without_blanks(stretch: re.Match[str]) -> str:
    """Return a stretch of text with sequences for its blanks: erase so many, go as many to the right."""
    return stretch[1] + _BLANKS.sub(lambda blanks: "\x1b[{0}X\x1b[{0}C".format(len(blanks[0])), stretch[2])
