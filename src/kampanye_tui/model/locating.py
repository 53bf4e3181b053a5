"""The place in a TOML file that the steps of a problem lead to: line, column, and the line itself.

Readers know the way down to a value by tables, rows and keys; an editor jumps to a line. Only text that has
been parsed is searched, so headers and keys are where they seem to be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from kampanye_tui.model.problem import Problem, Step

_LONG_TEXT = re.compile(r'"""(?:[^"\\]|\\.|"(?!""))*+"{3,5}|\'{3}(?:[^\']|\'(?!\'\'))*+\'{3,5}', re.DOTALL)
_HEADER = re.compile(r"\s*(?P<open>\[\[?)\s*(?P<path>[A-Za-z0-9_.\- ]+?)\s*\]\]?\s*(?:#.*)?")
_KEY = re.compile(r"\s*(?P<key>[A-Za-z0-9_-]+)\s*[=.]")


class _Line(NamedTuple):
    """A line that begins something: the table it stands in, its key (empty for the header), its number."""

    table: tuple[Step, ...]
    key: str
    number: int
    column: int


def located(problem: Problem, text: str) -> Problem:
    """Return the problem with line and column in ``text``; what has one, or leads nowhere, as it is."""
    if problem.line:
        return problem
    found = _found(list(_lines(text)), problem.steps, problem.key or problem.named)
    if found is None:
        return problem
    excerpt = text.split("\n")[found.number - 1]
    return msgspec.structs.replace(problem, line=found.number, column=found.column, excerpt=excerpt)


def _found(lines: list[_Line], steps: tuple[Step, ...], key: str) -> _Line | None:
    """Return the nearest line: the key, the table of that name, the inline table that holds it, or the
    header above it.
    """
    for depth in range(len(steps), -1, -1):
        here = [line for line in lines if _same(line.table, steps[:depth])]
        wanted = key if depth == len(steps) else steps[depth].table
        for line in here:
            if wanted and line.key == wanted:
                return line
        if key and depth == len(steps):
            below = (line for line in lines if len(line.table) > depth and line.table[depth].table == key)
            for line in below:
                if _same(line.table[:depth], steps):
                    return line
        if here and depth:
            return here[0]
    return None


def _same(table: tuple[Step, ...], steps: tuple[Step, ...]) -> bool:
    return [(step.table, step.row) for step in table] == [(step.table, step.row) for step in steps]


def _lines(text: str) -> Iterator[_Line]:
    """Yield every header and key with the table it belongs to, rows counted from 1 within the row above."""
    table: tuple[Step, ...] = ()
    rows: dict[str, int] = {}
    blank = _LONG_TEXT.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)
    for number, line in enumerate(blank.split("\n"), 1):
        header = _HEADER.fullmatch(line)
        if header:
            path = header["path"].replace(" ", "")
            if header["open"] == "[[":
                rows = {one: row for one, row in rows.items() if not one.startswith(f"{path}.")}
                rows[path] = rows.get(path, 0) + 1
            names = path.split(".")
            heads = [".".join(names[: depth + 1]) for depth in range(len(names))]
            pairs = zip(names, heads, strict=True)
            table = tuple(Step(name, rows.get(head, 0)) for name, head in pairs)
            yield _Line(table, "", number, line.index("[") + 1)
        elif key := _KEY.match(line):
            yield _Line(table, key["key"], number, key.start("key") + 1)
