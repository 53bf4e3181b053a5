"""The answers of all pihak as narrow columns: heads, signs, how many fit, what the letters stand for. Pure.

A sign is a letter or a dot, never a colour: ``s`` setuju, ``c`` catatan, ``k`` keberatan, ``·`` belum. An
asterisk behind it says that the words have changed since. Contestants are headed by their ballot numbers,
institutions by letters.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from string import ascii_uppercase
from typing import Final

from kampanye_tui.agreement.response_matrix import Cell, Row, Standing
from kampanye_tui.model.event import Answer
from kampanye_tui.model.party import Party
from kampanye_tui.model.region import Region

COLUMN: Final = 3
"""Cells of the terminal for a pihak: the mark of the one that is pointed at, and two for the sign."""
BESIDE: Final = 44
"""Cells that are left to number, title and count of a clause: so twelve pihak fit into eighty."""
LEGEND: Final = "s setuju  c catatan  k keberatan  · belum  * basi"
POINTED: Final = "›"
_SIGNS: Final = {Answer.AGREED: "s", Answer.REMARK: "c", Answer.OBJECTION: "k", Answer.NONE: "·"}


def in_columns(cells: Iterable[Cell]) -> tuple[Cell, ...]:
    """Return cells in the order of their columns: those with a ballot number first."""
    return tuple(sorted(cells, key=lambda cell: cell.party.ballot_number is None))


def sign(cell: Cell) -> str:
    """Return where an answer stands as a letter; of a stale one what it was, with an asterisk."""
    letter = _SIGNS[cell.response.answer if cell.response else Answer.NONE]
    return f"{letter}*" if cell.standing is Standing.STALE else letter


def heads(parties: Sequence[Party]) -> tuple[str, ...]:
    """Return the ballot number of each pihak, and letters from A on for those that have none."""
    made, without = [], 0
    for party in parties:
        if party.ballot_number is not None:
            made.append(str(party.ballot_number))
            continue
        made.append(_letters(without))
        without += 1
    return tuple(made)


def _letters(number: int) -> str:
    """Return ``A`` to ``Z``, then ``AA`` and so on."""
    before, at = divmod(number, len(ascii_uppercase))
    return (_letters(before - 1) if before else "") + ascii_uppercase[at]


def fitting(width: int, count: int) -> int:
    """Return how many of ``count`` columns fit on a screen; one at least."""
    return max(1, min(count, (width - BESIDE) // COLUMN))


def page_of(at: int, size: int, count: int) -> range:
    """Return which columns are on the page of the one at ``at``, where ``size`` fit."""
    first = at // size * size
    return range(first, min(first + size, count))


def line_of(texts: Sequence[str], page: range, pointed: int | None) -> str:
    """Return the texts of a page side by side, that of the column that is pointed at with its mark."""
    return "".join(
        f"{POINTED if at == pointed else ' '}{texts[at][: COLUMN - 1]:<{COLUMN - 1}}" for at in page
    )


def letters_told(parties: Sequence[Party], page: range, region: Region) -> str:
    """Return what the letters of a page stand for; empty where it has none."""
    headed = heads(parties)
    names = _without_place(parties, region)
    return "  ".join(f"{headed[at]} {names[at]}" for at in page if parties[at].ballot_number is None)


def _without_place(parties: Sequence[Party], region: Region) -> tuple[str, ...]:
    """Return names without that of the region, which all bear; whole ones where two would be the same."""
    made = []
    for party in parties:
        bare = party.called
        for name in (region.designation, region.name, region.place):
            bare = bare.removesuffix(name).rstrip()
        made.append(bare)
    return tuple(
        bare if bare and made.count(bare) == 1 else party.called
        for bare, party in zip(made, parties, strict=True)
    )


def stale_count(table: Iterable[Row]) -> int:
    """Return how many answers were given to words that have changed since."""
    return sum(len(row.of(Standing.STALE)) for row in table)
