"""Text in a cell of a spreadsheet: an apostrophe keeps what looks like a formula from being worked out."""

from __future__ import annotations

import re
from typing import Final

_FORMULA: Final = ("=", "+", "-", "@")
"""A spreadsheet would work out a cell that begins so; an apostrophe before it says that it is text."""

_BROKEN: Final = re.compile(r"#(NAME\?|REF!|VALUE!|DIV/0!|N/A|NUM!|NULL!|SPILL!)|Err:[0-9]{3}")
"""What spreadsheets in Indonesian and English show for a formula that they cannot work out."""


def guarded(cell: str) -> str:
    """Return a text as it is written into a cell."""
    return f"'{cell}" if cell.lstrip("'").startswith(_FORMULA) else cell


def bare(cell: str) -> str:
    """Return the text of a cell that :func:`guarded` wrote."""
    return cell[1:] if cell.startswith("'") and cell.lstrip("'").startswith(_FORMULA) else cell


def is_broken(cell: str) -> bool:
    """Tell whether a cell holds no text but the sign that what somebody typed was taken for a formula."""
    return _BROKEN.fullmatch(cell.strip()) is not None
