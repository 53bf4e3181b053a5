"""A table that the program made and a hand filled in: its rows as they were meant, and what is wrong."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from typing import ClassVar, TypeVar

import msgspec

from kampanye_tui.agreement.spreadsheet_cell import bare, broken_cells
from kampanye_tui.model.messages import Words
from kampanye_tui.model.problem import Problem, Refused
from kampanye_tui.model.rows import read_numbered_rows
from kampanye_tui.model.value import Value

Faults = list[tuple[str, Words]]
"""What is wrong with a row: the column, and what to say."""


class SheetRow(Value, frozen=True, kw_only=True):
    """One row. ``ready`` names the fields that the program fills; the others wait for a hand."""

    ready: ClassVar[tuple[str, ...]] = ()

    def faults(self) -> Iterator[tuple[str, str, str]]:
        """Refuse what a spreadsheet shows in place of a text that it took for a formula."""
        yield from broken_cells(self)


R = TypeVar("R", bound=SheetRow)


def heads_of(cls: type[SheetRow]) -> list[str]:
    """Return how the columns of such rows are headed."""
    return [field.encode_name for field in msgspec.structs.fields(cls)]


def read_filled_rows(cls: type[R], data: bytes, file: str) -> tuple[tuple[int, R], ...]:
    """Return the rows in which a hand has filled a cell, with their lines.

    Blanks in their texts are single, and the apostrophe that keeps one from being worked out is gone. Raises
    :class:`Refused` with line and column of every cell that cannot be read.
    """
    return tuple(
        (line, _bare(row))
        for line, row in read_numbered_rows(cls, data, file)
        if any(getattr(row, name) is not None for name in row.__struct_fields__ if name not in cls.ready)
    )


def one_row_each(
    lines: dict[Hashable, int], said: Hashable, line: int, column: str, what: str, faults: Faults
) -> bool:
    """Tell whether a row is the first that says this, and keep its line; another is a fault of its column.

    ``what`` names what stands in two rows: ``salinan ini``.
    """
    first = lines.setdefault(said, line)
    if first != line:
        faults.append((column, (f"{what} sudah ada pada baris {first}", "Hapus salah satunya")))
    return first == line


def problems_of(faults: Faults, file: str, line: int) -> list[Problem]:
    """Return the faults of a row with their place."""
    return [
        Problem(what=what, hint=hint, file=file, line=line, key=column, key_is="kolom")
        for column, (what, hint) in faults
    ]


def words_of(refused: Refused) -> Words:
    """Return what a refusal says, without its place: the row has one of its own."""
    return refused.problems[0].what, refused.problems[0].hint


def _bare(row: R) -> R:
    written = {name: cell for name in row.__struct_fields__ if isinstance(cell := getattr(row, name), str)}
    return msgspec.structs.replace(
        row, **{name: " ".join(bare(cell).split()) for name, cell in written.items()}
    )
