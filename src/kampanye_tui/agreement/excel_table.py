"""A table as CSV that Excel in Indonesian opens in columns, and works nothing out in."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from kampanye_tui.agreement.spreadsheet_cell import guarded


def excel_table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Return rows of text under their heads; cells that a row lacks at its end are empty, to be filled in."""
    text = io.StringIO(newline="")
    table = csv.writer(text, delimiter=";", lineterminator="\r\n")
    table.writerow(heads)
    for row in rows:
        table.writerow([*map(guarded, row), *[""] * (len(heads) - len(row))])
    return text.getvalue().encode("utf-8-sig")
