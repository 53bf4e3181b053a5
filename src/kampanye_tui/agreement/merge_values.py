"""Three values of one kind → one: what one side changed is taken, what both changed differently is asked.

``base`` is what both began from. Structs are merged field by field, rows of lists by their own ids,
everything else as a whole. A question names what it is about and both wordings; until it is
answered, theirs stands.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time
from enum import Enum, StrEnum, auto
from typing import Any, Final, NamedTuple

import msgspec

from kampanye_tui.agreement.account_words import called
from kampanye_tui.agreement.merge_order import merged_order, order_of
from kampanye_tui.agreement.words import long_date
from kampanye_tui.model.agreement import AgreedClause
from kampanye_tui.model.clause import Parameter
from kampanye_tui.model.occasion import Occasion
from kampanye_tui.model.office import Member, Office
from kampanye_tui.model.pack import PackUse
from kampanye_tui.model.party import Party, Signatory
from kampanye_tui.model.signing_group import SigningGroup

BY_FIELD: Final = (AgreedClause, Member, Occasion, Office, Parameter, Party, Signatory)
"""What is merged field by field; of anything else half of one and half of another would say nothing."""
BY_POSITION: Final = (Member, Signatory)
"""Rows without an id: persons, who are told apart by where they stand."""
IDS: Final[dict[Any, str]] = {
    AgreedClause: "id",
    Party: "id",
    PackUse: "id",
    Parameter: "name",
    SigningGroup: "number",
}
"""Rows → the field that is their id."""
TOGETHER: Final[dict[Any, tuple[tuple[str, ...], ...]]] = {
    Occasion: (("start", "end"),),
    AgreedClause: (("text", "resolved"),),
}
"""Fields of which each has a meaning only beside the other."""
BY_HAND: Final = (("text", "resolved", "parameters"),)
"""The same of a clause whose reading somebody wrote: it holds for these words and what fills them."""


class Side(StrEnum):
    """Whose wording: of who merges, or of the file as it stands."""

    OURS = "saya"
    THEIRS = "mereka"


class _Nothing(Enum):
    """Stands for a row or a value that is not there."""

    ABSENT = auto()


ABSENT: Final = _Nothing.ABSENT


class Conflict(NamedTuple):
    """What both changed, each in another way. ``place`` is its id, ``about`` its name for people.

    The wordings are for people as well: what a row without words says is that it was left out.
    """

    place: str
    about: str
    base: str
    ours: str
    theirs: str


class Where(NamedTuple):
    """Where a value stands: the row that it belongs to, if it does, and its field in there."""

    row: str = ""
    called: str = ""
    field: str = ""

    def at(self, key: str) -> Where:
        """Return the place of a field below this one."""
        return self._replace(field=f"{self.field}.{key}" if self.field else key)

    def within(self, row_id: object, name: str) -> Where:
        """Return the place of a row of the list that is here."""
        if self.row:
            return self._replace(field=f"{self.field} {name}")
        return Where(f"{self.field} {row_id}", f"{self.field} {name}")

    @property
    def place(self) -> str:
        """The place as an id: ``klausul apk: teks``."""
        return ": ".join(filter(None, (self.row, self.field)))

    @property
    def words(self) -> str:
        """The place as people call it: ``klausul Alat Peraga: bunyi``."""
        return ": ".join(filter(None, (self.called, called(self.field) if self.field else "")))


class Merger:
    """Merges values and keeps what has to be asked. ``chosen`` answers by the place of a conflict."""

    def __init__(self, chosen: Mapping[str, Side]) -> None:
        self.chosen = chosen
        self.conflicts: list[Conflict] = []

    def value(self, where: Where, base: Any, ours: Any, theirs: Any) -> Any:
        """Return one value for both."""
        if base in (ours, theirs) or ours == theirs:
            return theirs if base == ours else ours
        if isinstance(ours, BY_FIELD) and type(theirs) is type(ours):
            return self._fields(where, base, ours, theirs)
        if isinstance(ours, dict) and isinstance(theirs, dict):
            return self._entries(where, {} if base is ABSENT else base, ours, theirs)
        if isinstance(ours, tuple) and isinstance(theirs, tuple):
            return self._list(where, () if base is ABSENT else base, ours, theirs)
        return self._asked(where, (base, ours, theirs))

    def _fields(self, where: Where, base: Any, ours: Any, theirs: Any) -> Any:
        kind = type(ours)
        keys = dict(zip(kind.__struct_fields__, kind.__struct_encode_fields__, strict=True))
        sides = (base, ours, theirs)
        made: dict[str, Any] = {}
        for names in _together(sides):
            was, our, their = (tuple(getattr(side, name, ABSENT) for name in names) for side in sides)
            place = where.at(keys[names[0]])
            made |= zip(names, self._whole(place, was, our, their), strict=True)
        for name, key in keys.items():
            if name not in made:
                values = [getattr(side, name, ABSENT) for side in sides]
                made[name] = self.value(where.at(key), *values)
        return kind(**made)

    def _whole(self, where: Where, base: Any, ours: Any, theirs: Any) -> Any:
        """Return the one or the other, never something of both."""
        if base in (ours, theirs) or ours == theirs:
            return theirs if base == ours else ours
        return self._asked(where, (base, ours, theirs), tuple(map(_first, (base, ours, theirs))))

    def _entries(
        self, where: Where, base: Mapping[str, Any], ours: Mapping[str, Any], theirs: Mapping[str, Any]
    ) -> dict[str, Any]:
        made = {}
        for key in dict.fromkeys((*theirs, *ours)):
            was, our, their = (side.get(key, ABSENT) for side in (base, ours, theirs))
            value = self.value(where.at(key), was, our, their)
            if value is not ABSENT:
                made[key] = value
        return made

    def _list(self, where: Where, base: Any, ours: Any, theirs: Any) -> tuple[Any, ...]:
        kind = type(next(iter((*ours, *theirs)), None))
        if kind in IDS:
            return self._rows(where, IDS[kind], base, ours, theirs)
        moved = any(side != base and set(side) == set(base) for side in (ours, theirs))
        if kind in BY_POSITION and len(base) == len(ours) == len(theirs) and not moved:
            return tuple(
                self.value(where._replace(field=f"{where.field} ke-{number}"), *rows)
                for number, rows in enumerate(zip(base, ours, theirs, strict=True), 1)
            )
        whole: tuple[Any, ...] = self._asked(where, (base, ours, theirs))
        return whole

    def _rows(self, where: Where, id_field: str, *lists: Any) -> tuple[Any, ...]:
        base, ours, theirs = ({getattr(row, id_field): row for row in side} for side in lists)
        names = tuple(", ".join(map(_name, side)) for side in lists)
        if any(len(rows) != len(side) for rows, side in zip((base, ours, theirs), lists, strict=True)):
            # An id that stands twice, as a file edited by hand may have it, tells no row from another.
            whole: tuple[Any, ...] = self._asked(where, (lists[0], lists[1], lists[2]), names)
            return whole
        kept = {}
        for row_id in dict.fromkeys((*theirs, *ours)):
            was, our, their = (side.get(row_id, ABSENT) for side in (base, ours, theirs))
            known = next(one for one in (was, their, our) if one is not ABSENT)
            row = self.value(where.within(row_id, _name(known)), was, our, their)
            if row is not ABSENT:
                kept[row_id] = row
        order = merged_order(tuple(base), tuple(ours), tuple(theirs), kept)
        if order is None:
            order = self._asked(
                where.at("urutan"),
                (tuple(base), order_of([*ours], [*theirs], kept), order_of([*theirs], [*ours], kept)),
                names,
            )
        return tuple(kept[row_id] for row_id in order)

    def _asked(self, where: Where, sides: tuple[Any, Any, Any], told: tuple[str, ...] | None = None) -> Any:
        """Return what was chosen and note that it had to be asked."""
        _base, ours, theirs = sides
        self.conflicts.append(Conflict(where.place, where.words, *(told or map(in_words, sides))))
        return ours if self.chosen.get(where.place) is Side.OURS else theirs


def in_words(value: Any) -> str:
    """Return a value as a person reads it; of a clause or a pihak its words."""
    if value is ABSENT:
        return "dikeluarkan"
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, AgreedClause):
        return f"{value.title}\n{value.text}"
    if isinstance(value, date):
        return long_date(value)
    if isinstance(value, time):
        return f"pukul {value:%H.%M}"
    if isinstance(value, dict):
        return "; ".join(f"{key}: {in_words(one)}" for key, one in value.items()) or "kosong"
    if isinstance(value, tuple):
        return "; ".join(map(in_words, value)) or "kosong"
    if isinstance(value, msgspec.Struct):
        said = (getattr(value, name) for name in value.__struct_fields__)
        return ", ".join(in_words(one) for one in said if one not in (None, "", (), False, {}))
    return "kosong" if value in (None, "") else str(value)


def _together(sides: tuple[Any, Any, Any]) -> tuple[tuple[str, ...], ...]:
    kind = type(sides[1])
    if kind is AgreedClause and any(getattr(side, "resolved", "") for side in sides):
        return BY_HAND
    return TOGETHER.get(kind, ())


def _first(values: tuple[Any, ...]) -> str:
    """Return fields that belong together as one: words of a clause, or hours."""
    if isinstance(values[0], str):
        # What reads otherwise than its words do is what somebody wrote by hand.
        return values[1] or values[0]
    return "–".join(map(in_words, values)) if ABSENT not in values else "kosong"


def _name(row: Any) -> str:
    """Return a row as people call it."""
    for field in ("title", "called", "label", "id", "number"):
        if hasattr(row, field):
            return str(getattr(row, field))
    return ""
