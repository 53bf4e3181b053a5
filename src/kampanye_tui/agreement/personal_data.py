"""Telephone numbers, NIK and mail addresses in text that is to leave the office.

Text and values come in; what was found goes out, with its place. Names and offices are no finding: they stand
on the papers. Whether a picture shows such a number, nobody can tell from here.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

PHONE, NIK, MAIL = "nomor telepon", "NIK", "alamat surel"
_KINDS = {"mail": MAIL, "nik": NIK, "phone": PHONE}
_GAP = r"\)?(?!\.[ ])[ ._(-]{0,3}"
"""What people write between the digits of one number; a full stop and a space end a sentence."""
_ALONE, _ENDS = r"(?<![^\W_])", r"(?![^\W_])"
_BEGUN, _ENDED = r"(?<!\d)(?<!\d[a-z])", r"(?!\d|[a-z]\d)"
"""Around digits that no gap divides: a word may touch them, but letters mixed with digits may not."""
_DAY = r"""(?:(?:0?[1-9]|[12]\d|3[01])[-./](?:0?[1-9]|1[0-2])[-./](?:\d{4}|\d\d)(?![-./]?\d)
    |(?:19|20)\d\d[-.]?(?:0[1-9]|1[0-2])[-.]?(?:0[1-9]|[12]\d|3[01])(?!\d))"""
_PROVINCE = "(?:1[1-9]|21|3[1-6]|5[1-3]|6[1-5]|7[1-6]|8[12]|9[1-7])"
# Behind the 0 or the 62: 812 3456 7890; 21 5371234, 361 123456, where no number of a telephone begins with 0.
_MOBILE = rf"8[1-9](?:{_GAP}\d){{7,10}}"
_LINE = rf"{_GAP}(?!{_DAY})[1-9]"
_FIXED = rf"(?:(?:2[124]|31|61){_LINE}(?:{_GAP}\d){{5,8}}|[2-79]\d\d{_LINE}(?:{_GAP}\d){{4,7}})"
_SCAN = re.compile(
    rf"""
    (?P<mail>(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+)
    # A hash, a day, an hour, money, the code of a region: as many digits as a number, or beside one.
    |{_ALONE}[0-9a-f]{{32,}}{_ENDS}
    |(?<!\d){_DAY}
    |(?<![\d.:])(?:[01]?\d|2[0-4])[.:][0-5]\d(?![.:]?\d)
    |(?<!\d)(?<!\d\.)[1-9]\d{{0,2}}(?:\.\d{{3}})+(?!\.?\d)
    |(?<!\d)(?<!\d\.){_PROVINCE}\.\d\d(?:\.\d\d(?:\.\d{{4}})?)?(?!\.?\d)
    |(?<!\d)(?:62\d{{8}}|817[12]\d{{6}})(?!\d)
    |(?P<nik>
        {_BEGUN}{_PROVINCE}\d{{14}}{_ENDED}
        |{_ALONE}{_PROVINCE}(?:
            \d\d(?:{_GAP}\d{{4}}){{3}}|\d{{4}}{_GAP}\d{{6}}{_GAP}\d{{4}}|\.\d\d\.\d\d\.\d{{6}}\.\d{{4}}
        ){_ENDS}
    )
    |(?P<phone>
        {_BEGUN}(?:\+?62|0)8[1-9]\d{{7,10}}{_ENDED}
        |{_ALONE}(?:
            [+(]{{0,2}}(?:00)?62{_GAP}(?:0{_GAP})?(?:{_MOBILE}|{_FIXED})
            |\(?0(?:{_MOBILE}|{_FIXED})
            |8(?:1[1-9]|2[1238]|3[1238]|5\d|7[78]|8\d|9[5-9])(?:{_GAP}\d){{7,9}}
        ){_ENDS}
    )
    """,
    re.VERBOSE,
)
_AROUND = " \n\t\u00a0\u202a\u202c\u2066\u2069/"
"""Beside a number that is taken out: spaces, the marks of direction of a copied contact, a stroke."""
_NOT_PLAIN = re.compile(r"[^\n -~]")
_LABEL = re.compile(
    r"""(?:[\s,;/]*\b
    (?:telp|telepon|tel|hp|ponsel|wa|whatsapp|faks|fax|e-?mail|surel|pos-?el|nik)\b[\s.:]*)+$""",
    re.IGNORECASE | re.VERBOSE,
)


class Finding(NamedTuple):
    """What was found: which kind, the text itself, and where it begins and ends."""

    kind: str
    text: str
    start: int
    end: int


def personal(text: str) -> Iterator[Finding]:
    """Yield what is a mail address, a telephone number or a NIK in a text; a hash is none of them."""
    for met in _SCAN.finditer(_NOT_PLAIN.sub(_plain, text)):
        if met.lastgroup:
            yield Finding(_KINDS[met.lastgroup], text[met.start() : met.end()], *met.span())


def without_personal(text: str) -> str:
    """Return a line without what :func:`personal` finds in it, and without the words that announce it."""
    for found in reversed(tuple(personal(text))):
        before = text[: found.start].rstrip(_AROUND)
        text = _LABEL.sub("", before) + text[found.end :]
    return text.replace(" ()", "").strip(f"{_AROUND},;")


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


def _plain(met: re.Match[str]) -> str:
    """Return a character as numbers are usually typed: one dash, one space, the digits 0 to 9."""
    one = met[0]
    match unicodedata.category(one):
        case "Pd":
            return "-"
        case "Nd":
            return str(unicodedata.decimal(one))
        case "Zs" | "Cf":
            return " "
    return {"\t": " ", "\u2212": "-"}.get(one, one)
