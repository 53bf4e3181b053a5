"""Data goes to stdout, talk to stderr; nothing that came from a file reaches a terminal unwritten-out."""

from __future__ import annotations

import io
import json
import shutil
import sys
from collections.abc import Iterable, Sequence
from enum import IntEnum
from typing import Any

from kampanye_tui.model.text import hidden, printable

NARROWEST = 8
"""Characters that a column keeps on the narrowest terminal."""


class Exit(IntEnum):
    """What the exit code says."""

    DONE = 0
    REFUSED = 1
    """``periksa`` met a finding of level wajib, or something was refused to keep what is there."""
    FAILED = 2
    """The command could not run."""


def show_everything() -> None:
    """Let a terminal without some characters show a question mark instead of ending the program."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def data(text: str) -> None:
    """Print a line of data."""
    print(printable(text))


def data_json(value: Any) -> None:
    """Print data as JSON."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    print("".join(f"\\u{ord(one):04x}" if hidden(one) and one != "\n" else one for one in text))


def talk(text: str = "") -> None:
    """Print a line for the person at the keyboard."""
    print("\n".join(printable(line) for line in text.split("\n")), file=sys.stderr)


def table(heads: Sequence[str], rows: Iterable[Sequence[str]], *, whole: int | None = None) -> None:
    """Print rows as aligned columns below their heads.

    On a terminal too narrow, columns behind the first ``whole`` ones are cut; None cuts nothing.
    """
    listed = [[printable(cell) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(heads, *listed, strict=True)]
    if whole is not None and sys.stdout.isatty():
        _narrow(widths, whole, shutil.get_terminal_size().columns - 2 * (len(widths) - 1))
    for row in (heads, *listed):
        cells = (f"{_cut(cell, width):{width}}" for cell, width in zip(row, widths, strict=True))
        print("  ".join(cells).rstrip())


def _narrow(widths: list[int], whole: int, room: int) -> None:
    """Take from the widest columns until all of them have room; the first ones stay whole."""
    while sum(widths) > room:
        widest = max(range(whole, len(widths)), key=lambda at: widths[at])
        if widths[widest] <= NARROWEST:
            return
        widths[widest] -= 1


def _cut(cell: str, width: int) -> str:
    return cell if len(cell) <= width else f"{cell[: width - 1]}…"


class Progress:
    """A counter on one line of the terminal; silent elsewhere."""

    def __init__(self, what: str, total: int) -> None:
        self.what = what
        self.total = total
        self.shown = sys.stderr.isatty() and total > 1

    def __call__(self, done: int) -> None:
        """Show that ``done`` are finished; the last one clears the line."""
        if not self.shown:
            return
        line = f"{self.what} {done}/{self.total}"
        end = f"\r{' ' * len(line)}\r" if done == self.total else ""
        print(f"\r{line}{end}", end="", file=sys.stderr, flush=True)
