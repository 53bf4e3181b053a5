"""Text in a cell of a spreadsheet: an apostrophe keeps what looks like a formula from being worked out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import msgspec

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


def broken_cells(row: msgspec.Struct) -> Iterator[tuple[str, str, str]]:
    """Yield what is wrong with a row, each with its column: cells in which a text was taken for a formula."""
    for field in msgspec.structs.fields(row):
        cell = getattr(row, field.name)
        if isinstance(cell, str) and _BROKEN.fullmatch(cell.strip()):
            what = f'berisi "{cell}": Excel mengira teks di sel ini rumus, sehingga teksnya hilang'
            yield field.encode_name, what, "Ketik ulang teksnya dengan tanda petik tunggal (') di depannya"
