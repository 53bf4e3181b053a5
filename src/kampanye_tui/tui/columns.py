"""Text in columns of a fixed width, counted in cells of a terminal. Pure."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from rich.cells import cell_len, set_cell_size

from kampanye_tui.model.text import printable


def fit(text: str, width: int) -> str:
    """Return ``text`` in just ``width`` cells, padded or cut; control characters are written out."""
    shown = printable(text)
    if shown.isascii() and len(shown) <= width:
        return shown.ljust(width)
    if cell_len(shown) <= width:
        return set_cell_size(shown, width)
    if width < 1:
        return ""
    # A wide character at the edge leaves a cell empty, so the ellipsis is padded as well.
    return set_cell_size(f"{set_cell_size(shown, width - 1).rstrip()}…", width)


def broken(text: str, width: int, hang: int = 0) -> list[str]:
    """Return a text in lines of at most ``width`` cells, one or more; those behind the first hang further in.

    Lines end where the text asks for it, and at spaces; control characters are written out.
    """
    lines: list[str] = []
    for part in map(printable, text.split("\n")):
        # Words are broken by characters; wide ones take two cells.
        room = max(8, width - (cell_len(part) - len(part)))
        lines += textwrap.wrap(part, room, subsequent_indent=" " * hang) or [""]
    return lines


def arrange(cells: Sequence[str], widths: Sequence[int], gap: int = 2) -> str:
    """Return cells side by side; the last one is not padded. A width of 0 drops its cell."""
    kept = [(cell, width) for cell, width in zip(cells, widths, strict=True) if width > 0]
    return (" " * gap).join(fit(cell, width) for cell, width in kept).rstrip()


def share(width: int, fixed: Sequence[int], gap: int = 2) -> tuple[int, ...]:
    """Return column widths in ``width`` cells, where a 0 in ``fixed`` takes what the others leave."""
    free = width - sum(fixed) - gap * (len(fixed) - 1)
    open_ones = [at for at, one in enumerate(fixed) if one == 0]
    return tuple(
        one
        if one
        else max(8, free // len(open_ones) + (1 if at == open_ones[0] and free % len(open_ones) else 0))
        for at, one in enumerate(fixed)
    )


def ends(left: str, right: str, width: int) -> str:
    """Return one line with ``left`` at its begin and ``right`` at its end; the left is cut where needed."""
    right = printable(right)
    room = width - cell_len(right) - (1 if right else 0)
    if room < 1:
        return fit(right, width)
    return fit(left, room) + (" " + right if right else "")
