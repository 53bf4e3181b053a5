"""Text in a cell of a spreadsheet: an apostrophe keeps what looks like a formula from being worked out."""

from __future__ import annotations

from typing import Final

_FORMULA: Final = ("=", "+", "-", "@")
"""A spreadsheet would work out a cell that begins so; an apostrophe before it says that it is text."""


def guarded(cell: str) -> str:
    """Return a text as it is written into a cell."""
    return f"'{cell}" if cell.lstrip("'").startswith(_FORMULA) else cell


def bare(cell: str) -> str:
    """Return the text of a cell that :func:`guarded` wrote."""
    return cell[1:] if cell.startswith("'") and cell.lstrip("'").startswith(_FORMULA) else cell
