"""A row of places to sign → lines of a terminal: side by side where there is room, else below each other."""

from __future__ import annotations

from collections.abc import Iterator

from kampanye_tui.model.document import Align, SignatureField, SignatureGrid
from kampanye_tui.typeset.plain_lines import wrapped

LEAST = 24
"""Columns that a place needs; of boards with twelve places in a row only three stand side by side here."""
GUTTER = 3
INK = 3
"""Lines left free between office and name."""
_START = {Align.LEFT: 0, Align.JUSTIFY: 0, Align.CENTRE: 1, Align.RIGHT: 2}
"""Halves of the free width that stand before a row that is not full."""


def places(block: SignatureGrid, row: int, width: int) -> Iterator[str]:
    """Yield the lines of a row of the grid, counted from 0; the stamp stands in its first place."""
    side_by_side = max(1, min(block.columns, (width + GUTTER) // (LEAST + GUTTER)))
    wide = (width - GUTTER * (side_by_side - 1)) // side_by_side
    fields = block.fields[row * block.columns : (row + 1) * block.columns]
    for at in range(0, len(fields), side_by_side):
        if at:
            yield ""
        stamp = block.stamp if row == at == 0 else ""
        yield from _beside(fields[at : at + side_by_side], block, stamp, wide, width)


def _beside(
    fields: tuple[SignatureField, ...], block: SignatureGrid, stamp: str, wide: int, width: int
) -> Iterator[str]:
    above = [_above(field, wide, framed=block.framed) for field in fields]
    tallest = max(map(len, above))
    # As on paper: captions stand by their frame, but begin on one line where ink follows.
    cells = [
        [*([""] * (tallest - len(lines)) if block.framed else []), *lines]
        + ([] if block.framed else [""] * (tallest - len(lines)))
        for lines in above
    ]
    for number, field in enumerate(fields):
        ink = _ink(stamp if number == 0 else "", wide)
        cells[number] += [*_frame(ink, wide)] if block.framed else [*ink, *_name(field, wide)]
    used = len(fields) * wide + (len(fields) - 1) * GUTTER
    left = " " * (_START[block.align] * (width - used) // 2)
    for line in range(max(map(len, cells))):
        parts = [f"{cell[line] if line < len(cell) else '':{wide}}" for cell in cells]
        yield (left + (" " * GUTTER).join(parts)).rstrip()


def _above(field: SignatureField, wide: int, *, framed: bool) -> list[str]:
    number = f"{field.ballot_number}. " if field.ballot_number is not None else ""
    caption = wrapped(f"{number}{field.caption}", wide, Align.CENTRE) if field.caption else []
    if framed:
        return caption or wrapped(field.office, wide, Align.CENTRE)
    return caption + wrapped(f"{field.office},", wide, Align.CENTRE)


def _ink(stamp: str, wide: int) -> list[str]:
    """Return the lines left free, with what belongs to the stamp at their left."""
    inner = wide // 2
    lines = [f"[{line}]" for line in wrapped(stamp, inner - 2)] if stamp else []
    return lines + [""] * (INK - len(lines))


def _frame(lines: list[str], wide: int) -> Iterator[str]:
    yield f"+{'-' * (wide - 2)}+"
    yield from (f"|{line:{wide - 2}}|" for line in lines)
    yield f"+{'-' * (wide - 2)}+"


def _name(field: SignatureField, wide: int) -> list[str]:
    return wrapped(field.name or f"({'.' * (wide * 2 // 3)})", wide, Align.CENTRE)
