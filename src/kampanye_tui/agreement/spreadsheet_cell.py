"""Text in a cell of a spreadsheet: an apostrophe keeps what looks like a formula from being worked out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import msgspec

_FORMULA: Final = re.compile(
    r"(^\s*)('*)(?=[=+\-@＝＋－＠])|([,;\t\n\r])('*)(?=[=@＝＠]|[+\-＋－]\s*[\w('\"=@+\-])"
)
"""Where a spreadsheet would begin to work out: at the beginning of a cell, behind blanks too, and behind what
another spreadsheet takes for the end of a cell, which splits it there. An apostrophe says that it is text."""

_BROKEN: Final = re.compile(r"#(NAME\?|REF!|VALUE!|DIV/0!|N/A|NUM!|NULL!|SPILL!)|Err:[0-9]{3}")
"""What spreadsheets in Indonesian and English show for a formula that they cannot work out."""


def guarded(cell: str) -> str:
    """Return a text as it is written into a cell."""
    return _FORMULA.sub(r"\1\3'\2\4", cell)


def bare(cell: str) -> str:
    """Return the text of a cell that :func:`guarded` wrote."""
    return _FORMULA.sub(_bared, cell)


def _bared(found: re.Match[str]) -> str:
    before, apostrophes, between, others = found.groups("")
    return f"{before}{between}{(apostrophes + others)[1:]}"


def broken_cells(row: msgspec.Struct) -> Iterator[tuple[str, str, str]]:
    """Yield what is wrong with a row, each with its column: cells in which a text was taken for a formula."""
    for field in msgspec.structs.fields(row):
        cell = getattr(row, field.name)
        if isinstance(cell, str) and _BROKEN.fullmatch(cell.strip()):
            what = f'berisi "{cell}": Excel mengira teks di sel ini rumus, sehingga teksnya hilang'
            yield field.encode_name, what, "Ketik ulang teksnya dengan tanda petik tunggal (') di depannya"
