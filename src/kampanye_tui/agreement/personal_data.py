"""Telephone numbers, NIK and mail addresses in text that is to leave the office.

Text and values come in; what was found goes out, with its place. Names and offices are no finding: they stand
on the papers. Whether a picture shows such a number, nobody can tell from here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

PHONE, NIK, MAIL = "nomor telepon", "NIK", "alamat surel"
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_DAY = re.compile(r"\b\d{1,2}[-./]\d{1,2}[-./]\d{4}\b")
_DIGITS = re.compile(r"(?<![\w/.-])[+(]?\d(?:[ .()-]{0,2}\d){7,18}(?![\w/])(?![.-]\w)")
_HASH = re.compile(r"[0-9a-f]{64}")
_LABEL = re.compile(
    r"[\s,;(]*\b(?:telp|telepon|tel|hp|wa|whatsapp|faks|fax|e-?mail|surel|pos-?el)\b[\s.:]*$", re.IGNORECASE
)
_NIK = 16
_PHONE = range(9, 15)


class Finding(NamedTuple):
    """What was found: which kind, the text itself, and where it begins and ends."""

    kind: str
    text: str
    start: int
    end: int


def personal(text: str) -> Iterator[Finding]:
    """Yield what is a mail address, a telephone number or a NIK in a text; a hash is none of them."""
    if _HASH.fullmatch(text):
        return
    for met in _MAIL.finditer(text):
        yield Finding(MAIL, met[0], *met.span())
    # A day with an hour behind it has as many digits as a telephone number.
    for met in _DIGITS.finditer(_DAY.sub(lambda day: " " * (len(day[0]) - 1) + "/", text)):
        kind = _kind("".join(one for one in met[0] if one.isdigit()))
        if kind:
            yield Finding(kind, text[met.start() : met.end()], *met.span())


def without_personal(text: str) -> str:
    """Return a line without what :func:`personal` finds in it, and without the word that announces it."""
    for found in sorted(personal(text), key=lambda one: one.start, reverse=True):
        text = _LABEL.sub("", text[: found.start].rstrip()) + text[found.end :]
    return text.strip(" ,;")


def personal_places(value: Any, place: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Finding]]:
    """Yield each finding in a value of tables, lists and text, and the keys that lead to it."""
    if isinstance(value, str):
        for found in personal(value):
            yield place, found
    elif isinstance(value, dict):
        for name, item in value.items():
            yield from personal_places(item, (*place, str(name)))
    elif isinstance(value, list | tuple):
        yield from _of_rows(value, place)


def _of_rows(rows: Iterable[Any], place: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Finding]]:
    for number, row in enumerate(rows, 1):
        called = row.get("id", number) if isinstance(row, dict) else number
        yield from personal_places(row, (*place, str(called)))


def _kind(digits: str) -> str:
    if len(digits) == _NIK:
        return NIK
    local = digits.startswith("0") and not digits.startswith("00")
    return PHONE if len(digits) in _PHONE and (local or digits.startswith("62")) else ""
