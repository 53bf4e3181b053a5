"""CSV as Excel and LibreOffice write it → frozen values, collecting every problem of every row.

Comma, semicolon or tab; with or without a byte order mark; UTF-8 or, as old Excel does, cp1252. The heads
of columns are the keys of the struct; an empty cell is an absent key; ``;`` separates the items of a list.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date
from functools import partial
from typing import Annotated, Any, NamedTuple, TypeVar, get_args, get_origin

import msgspec

from kampanye_tui.model import messages
from kampanye_tui.model.problem import Problem, Refused, refuse, stop_at_many
from kampanye_tui.model.reading import UNIONS, Field, plan, read_table
from kampanye_tui.model.source import decode

S = TypeVar("S", bound=msgspec.Struct)

MOST_ROWS = 5_000
"""Rows of a table; that of every region of the country has 552."""
MOST_COLUMNS = 300
"""Columns of a table; ours have thirty."""
_ZIPPED = b"PK\x03\x04"
"""How a workbook of Excel begins."""
_TRUTH = {"ya": True, "tidak": False, "true": True, "false": False, "benar": True, "salah": False}
"""How people and spreadsheets in Indonesian and English write true and false."""


def read_rows(cls: type[S], data: bytes, file: str, others: str = "") -> tuple[S, ...]:
    """Return one value a row. Raises :class:`Refused` with line and column of every problem.

    ``others`` is the key of the field that takes every column which no field names, head → cell.
    """
    return tuple(value for _line, value in read_numbered_rows(cls, data, file, others))


def read_numbered_rows(cls: type[S], data: bytes, file: str, others: str = "") -> tuple[tuple[int, S], ...]:
    """Return each value with the line where its row begins; raises as :func:`read_rows` does."""
    if data.startswith(_ZIPPED):
        raise refuse("berkas ini buku kerja Excel", "Simpan ulang sebagai CSV", file=file)
    head, body = _cut(decode(data, file, fallback="cp1252"), file)
    names = head.cells
    fields = {key: field for key, field in plan(cls).items() if key != others}
    known = fields if not others else {name: fields.get(name) for name in (*fields, *names)}
    problems: list[Problem] = []
    for problem in _head_problems(names, known, Problem(what="", file=file, line=head.line)):
        problems.append(problem)
        stop_at_many(problems, file)
    said_by_head = [messages.missing_column(key)[0] for key in fields if key not in names]
    values: list[tuple[int, S]] = []
    seen: dict[str, int] = {}
    for line, cells in body:
        stop_at_many(problems, file)
        if len(cells) != len(names):
            problems.append(_uneven(len(cells), len(names), file, line))
            continue
        table = {
            key: _cell(fields[key].type, cell)
            for key, cell in zip(names, cells, strict=True)
            if cell and key in fields
        }
        if others:
            pairs = zip(names, cells, strict=True)
            table[others] = {name: cell for name, cell in pairs if cell and name not in fields}
        own_id = table.get("id")
        if own_id and seen.setdefault(own_id, line) != line:
            what, hint = messages.twice("id", own_id, f"baris {seen[own_id]}", "baris")
            problems.append(Problem(what=what, hint=hint, file=file, line=line, key="id", key_is="kolom"))
        try:
            values.append((line, read_table(cls, table, file, missing=partial(_missing, names))))
        except Refused as refused:
            problems += [
                msgspec.structs.replace(problem, line=line, key_is="kolom")
                for problem in refused.problems
                if problem.what not in said_by_head
            ]
    if problems:
        raise Refused(problems)
    return tuple(values)


def _missing(names: list[str], key: str, _example: str, _inside: bool) -> messages.Words:
    return messages.missing_cell(key) if key in names else messages.missing_column(key)


class _Row(NamedTuple):
    """A row that says something, and the line where it begins."""

    line: int
    cells: list[str]


def _cut(text: str, file: str) -> tuple[_Row, list[_Row]]:
    """Return the head and the other rows; empty columns at the right, as Excel leaves them, are cut off."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    rows: list[_Row] = []
    begin = 1
    try:
        for row in reader:
            cells = [cell.strip() for cell in row]
            if any(cells):
                _measure(len(rows), 0 if rows else sum(map(bool, cells)), file, begin)
                rows.append(_Row(begin, cells if rows else [cell.lower() for cell in cells]))
            begin = reader.line_num + 1
    except csv.Error as error:
        what, hint = next(
            (words for part, words in messages.CSV_FAULTS.items() if part in str(error)),
            messages.FALLBACK_SYNTAX,
        )
        raise refuse(what, hint, file=file, line=begin) from None
    if not rows:
        raise refuse("berkas ini kosong", "Isi baris pertama dengan judul kolom", file=file)
    width = len(rows[0].cells)
    full = [row.cells for row in rows if len(row.cells) == width]
    while width > 1 and not any(cells[width - 1] for cells in full):
        width -= 1
    for cells in full:
        del cells[width:]
    return rows[0], rows[1:]


def _measure(rows: int, columns: int, file: str, line: int) -> None:
    """Refuse a table that is larger than any of ours before the time is spent that it would take."""
    if rows > MOST_ROWS:
        raise refuse(*messages.too_many(MOST_ROWS, "baris"), file=file, line=line)
    if columns > MOST_COLUMNS:
        raise refuse(*messages.too_many(MOST_COLUMNS, "kolom"), file=file, line=line)


def _head_problems(names: list[str], fields: Mapping[str, Field | None], place: Problem) -> Iterator[Problem]:
    for number, name in enumerate(names, 1):
        if not name:
            what, hint = messages.nameless_column(number)
            yield msgspec.structs.replace(place, what=what, hint=hint)
    for key, field in fields.items():
        if field and field.required and key not in names:
            what, hint = messages.missing_column(key)
            yield msgspec.structs.replace(place, what=what, hint=hint)
    for name in dict.fromkeys(filter(None, names)):
        if name not in fields:
            what, hint = f'kolom "{name}" tidak dikenal', messages.nearest(name, fields)
            yield msgspec.structs.replace(place, what=what, hint=hint)
        if names.count(name) > 1:
            what, hint = f'kolom "{name}" ada {names.count(name)} kali', "Hapus salah satunya"
            yield msgspec.structs.replace(place, what=what, hint=hint)


def _uneven(found: int, wanted: int, file: str, line: int) -> Problem:
    hint = "Apit isi yang mengandung pemisah dengan tanda petik"
    if found < wanted:
        hint = "Lengkapi sel yang kurang; sel kosong pun diberi pemisah"
    what = f"berisi {found} sel, padahal judul kolomnya {wanted}"
    return Problem(what=what, hint=hint, file=file, line=line)


def _delimiter(text: str) -> str:
    head = text.partition("\n")[0]
    return max(",;\t", key=head.count)


def _cell(kind: Any, cell: str) -> Any:
    """Return what a TOML file would hold for the cell; text that does not fit stays text."""
    origin = get_origin(kind)
    if origin in UNIONS:
        return _cell(get_args(kind)[0], cell)
    if origin is Annotated:
        return cell
    if origin is tuple:
        return [_cell(get_args(kind)[0], item.strip()) for item in cell.split(";") if item.strip()]
    if kind is bool:
        return _TRUTH.get(cell.lower(), cell)
    if kind in (int, date):
        with suppress(ValueError):
            return int(cell) if kind is int else date.fromisoformat(cell)
    return cell
