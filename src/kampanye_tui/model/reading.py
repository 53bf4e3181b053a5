"""Tables from files → frozen values, collecting every problem of every row of every table.

One walker serves all kinds of files. It reads the fields of a struct (their keys, types and defaults),
refuses unknown keys, and never stops at the first fault. A struct may add :meth:`faults` for what no single
field can tell.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Iterable
from datetime import date, datetime, time
from enum import Enum
from functools import cache
from typing import Annotated, Any, Protocol, TypeVar, Union, get_args, get_origin

import msgspec

from kampanye_tui.model import messages
from kampanye_tui.model.problem import Problem, Refused, Step, stop_at_many
from kampanye_tui.model.source import decode, parse_toml
from kampanye_tui.model.text import faults

S = TypeVar("S", bound=msgspec.Struct)

UNIONS = (types.UnionType, Union)
"""How Python spells ``X | None``; the second appears around annotated types."""


class Judged(Protocol):
    """A struct that knows more about its own faults than its fields tell."""

    def faults(self) -> Iterable[tuple[str, str, str]]:
        """Yield key, what is wrong, what to do."""
        ...


def read(cls: type[S], data: bytes, file: str) -> S:
    """Return the value of type ``cls`` that the TOML file ``data`` holds.

    ``file`` is the name shown in problems. Raises :class:`Refused` with all problems of the file.
    """
    return read_table(cls, parse_toml(decode(data, file), file), file)


def read_table(
    cls: type[S],
    table: dict[str, Any],
    file: str,
    steps: tuple[Step, ...] = (),
    missing: Callable[[str, str, bool], messages.Words] = messages.missing_key,
) -> S:
    """Return the value of type ``cls`` that a parsed table holds; raises :class:`Refused`.

    ``missing`` has the words for a key that should be there; in a CSV it is a cell.
    """
    walk = _Walk(file, missing)
    value = walk.struct(cls, table, steps)
    if walk.problems or value is None:
        raise Refused(walk.problems)
    return value


class _Walk:
    """One pass over one file: holds the file's name and the problems found so far."""

    def __init__(self, file: str, missing: Callable[[str, str, bool], messages.Words]) -> None:
        self.file = file
        self.missing = missing
        self.problems: list[Problem] = []

    def note(self, words: messages.Words, steps: tuple[Step, ...], key: str = "", named: str = "") -> None:
        what, hint = words
        self.problems.append(Problem(what=what, hint=hint, file=self.file, steps=steps, key=key, named=named))
        stop_at_many(self.problems, self.file)

    def struct(self, cls: type[S], table: dict[str, Any], steps: tuple[Step, ...]) -> S | None:
        fields = plan(cls)
        before = len(self.problems)
        for key in table:
            if key not in fields:
                self.note(_unknown(key, table[key], steps, fields), steps, named=key)
        values: dict[str, Any] = {}
        for key, field in fields.items():
            if key in table:
                values[field.name] = self.value(field.type, table[key], steps, key)
            elif field.required and isinstance(field.type, type) and issubclass(field.type, msgspec.Struct):
                self.note(messages.missing_table(path(steps, key), rows=False), steps)
            elif field.required:
                self.note(self.missing(key, example(field.type), bool(steps)), steps)
        if len(self.problems) > before:
            return None
        made = cls(**values)
        judge = getattr(made, "faults", None)
        if judge is not None:
            for key, what, hint in judge():
                self.note((what, hint), steps, key)
        return made

    def value(self, kind: Any, found: Any, steps: tuple[Step, ...], key: str) -> Any:
        origin = get_origin(kind)
        if origin in UNIONS:
            one, *others = get_args(kind)
            many = next((other for other in others if get_origin(other) is tuple), None)
            return self.value(many if many and isinstance(found, list) else one, found, steps, key)
        if origin is Annotated:
            return self.text(found, get_args(kind)[1], steps, key)
        if origin is tuple:
            return self.rows(get_args(kind)[0], found, steps, key)
        if origin is dict:
            return self.mapping(get_args(kind), found, steps, key)
        if issubclass(kind, msgspec.Struct):
            if not isinstance(found, dict):
                self.note(messages.not_a_table(path(steps, key), False, found), steps, key)
                return None
            return self.struct(kind, found, (*steps, Step(key)))
        if issubclass(kind, Enum):
            choices = [member.value for member in kind]
            if not isinstance(found, str):
                self.note(messages.wrong_type("teks", found, example(kind)), steps, key)
                return None
            if found not in choices:
                self.note(messages.unknown_choice(found, choices), steps, key)
                return None
            return kind(found)
        # bool is an int and datetime is a date to Python, but not to the people who type them.
        if kind is float and type(found) is int and found.bit_length() < 64:
            found = float(found)
        too_long = type(found) is int and found.bit_length() > 63
        if type(found) is not kind or too_long:
            self.note(messages.wrong_type(NAMES[kind], found, example(kind)), steps, key)
            return None
        return found

    def text(self, found: Any, kind: str, steps: tuple[Step, ...], key: str) -> str | None:
        if not isinstance(found, str):
            self.note(messages.wrong_type("teks", found, '"…" (di antara tanda petik)'), steps, key)
            return None
        for fault in faults(found, kind):
            self.note((fault, ""), steps, key)
        return found

    def rows(self, kind: Any, found: Any, steps: tuple[Step, ...], key: str) -> tuple[Any, ...]:
        of_tables = isinstance(kind, type) and issubclass(kind, msgspec.Struct)
        if not isinstance(found, list):
            self.note(
                messages.not_a_table(path(steps, key), True, found)
                if of_tables
                else messages.wrong_type("daftar", found, f"[{example(kind)}]"),
                steps,
                key,
            )
            return ()
        made = []
        seen: dict[str, int] = {}
        for number, item in enumerate(found, 1):
            if not of_tables:
                made.append(self.value(kind, item, steps, key))
                continue
            if not isinstance(item, dict):
                self.note(messages.not_a_table(path(steps, key), True, item), (*steps, Step(key, number)))
                continue
            below = (*steps, Step(key, number, label(item)))
            made.append(self.struct(kind, item, below))
            own_id = item.get("id")
            if isinstance(own_id, str) and seen.setdefault(own_id, number) != number:
                header = messages.header(path(steps, key), rows=True)
                first = f"{header} ke-{seen[own_id]}"
                self.note(messages.twice("id", own_id, first, header), below, "id")
        return tuple(made)

    def mapping(
        self, kinds: tuple[Any, Any], found: Any, steps: tuple[Step, ...], key: str
    ) -> dict[str, Any]:
        if not isinstance(found, dict):
            self.note(messages.not_a_table(path(steps, key), False, found), steps, key)
            return {}
        below = (*steps, Step(key))
        for name in found:
            for fault in faults(name, get_args(kinds[0])[1]):
                self.note((fault, ""), below, name)
        if kinds[1] is Any:
            return found
        return {name: self.value(kinds[1], item, below, name) for name, item in found.items()}


class Field(msgspec.Struct, frozen=True):
    """How one field of a struct stands in files."""

    name: str
    type: Any
    required: bool


@cache
def plan(cls: type[msgspec.Struct]) -> dict[str, Field]:
    """Return key → field for a struct, in the order of its definition."""
    # It has worked the annotations out already, and that is what starting the program spends on a struct.
    fields = msgspec.structs.fields(cls)
    return {info.encode_name: Field(info.name, info.type, info.required) for info in fields}


def path(steps: tuple[Step, ...], key: str) -> str:
    """Return the name of a table as it stands in its header: ``kantor.anggota``."""
    return ".".join([*(step.table for step in steps), key])


def _unknown(key: str, found: Any, steps: tuple[Step, ...], known: Iterable[str]) -> messages.Words:
    """Return the words for something unknown: a table by its header, anything else by its key."""
    if isinstance(found, dict) or _is_rows(found):
        return messages.unknown_table(path(steps, key), isinstance(found, list), known)
    return messages.unknown_key(key, known)


def _is_rows(found: Any) -> bool:
    return isinstance(found, list) and bool(found) and all(isinstance(item, dict) for item in found)


def label(row: dict[str, Any]) -> str:
    """Return what people call a row, when it says so."""
    for key in ("id", "nama", "sumber"):
        if isinstance(row.get(key), str) and row[key]:
            return str(row[key])[:40]
    return ""


NAMES: dict[Any, str] = {
    str: "teks",
    int: "bilangan bulat",
    float: "bilangan",
    bool: "true atau false",
    date: "tanggal",
    time: "jam",
    datetime: "tanggal beserta jam",
}
_EXAMPLES: dict[Any, str] = {
    int: "1",
    float: "1.5",
    bool: "true",
    date: "2023-11-28",
    time: "09:00:00",
}


def example(kind: Any) -> str:
    """Return a value of ``kind`` as one would type it."""
    if get_origin(kind) is tuple:
        return "[ … ]"
    if isinstance(kind, type) and issubclass(kind, Enum):
        return f'"{next(iter(kind)).value}"'
    return _EXAMPLES.get(kind, '"…"')
