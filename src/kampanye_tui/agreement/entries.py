"""What people type as a value → the value: days, hours, lines, ids, numbers, the words of a clause.

A text comes in, a value goes out. What cannot be read raises :class:`Refused` with a sentence that names what
was typed; who asked adds the place. An empty text is no fault: it means that nothing is known yet.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date, time
from enum import StrEnum
from typing import TypeVar

from kampanye_tui.agreement.number_format import refuse_unusable
from kampanye_tui.agreement.words import MONTHS, day_name
from kampanye_tui.model.messages import out_of_range, unknown_choice
from kampanye_tui.model.problem import Problem, Refused, refuse
from kampanye_tui.model.signing_group import MOST_GROUPS
from kampanye_tui.model.text import IDENTIFIER, MANY_LINES, ONE_LINE, faults

Chosen = TypeVar("Chosen", bound=StrEnum)
LOST = "\ufffd"
"""Stands where a character could not be read; nobody types it."""
_DIGITS = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")
_WORDS = re.compile(r"(?:([A-Za-z']+),?\s+)?(\d{1,2})[-\s]+([A-Za-z]{3,9})[-\s]+(\d{4})")
_LONGEST_PROPOSAL = 60
"""Characters of an id made from a name: room is left for a number that tells it from others."""
_MOST_DIGITS = 4
"""Of a ballot number; Python refuses to read a text of thousands of them."""
_HOUR = re.compile(r"(\d{1,2})(?:[.:](\d{2}))?(?:[.:]00)?")


def line_of(typed: str) -> str:
    """Return text on one line without blanks around it, and without characters that nobody sees."""
    return _faultless(typed, ONE_LINE)


def id_of(typed: str) -> str:
    """Return the id of a clause, a pihak or an agreement; an empty one is refused as well."""
    return _faultless(typed, IDENTIFIER)


def day_of(typed: str) -> date | None:
    """Return a day in ISO form, in digits from day to year, or with its month in words."""
    text = typed.strip()
    if not text:
        return None
    try:
        return _day(text)
    except ValueError:
        raise refuse(f'"{text}" bukan tanggal; contoh: 28 November 2023, 2023-11-28') from None


def hour_of(typed: str) -> time | None:
    """Return an hour, with full stop or colon; the region of the office has one zone, so none is typed."""
    text = typed.strip()
    if not text:
        return None
    met = _HOUR.fullmatch(text)
    if met is None or int(met[1]) > 23 or int(met[2] or 0) > 59:
        raise refuse(f'"{text}" bukan jam; tulis misalnya 09.00, tanpa zona waktu')
    return time(int(met[1]), int(met[2] or 0))


def ballot_number_of(typed: str) -> int | None:
    """Return a ballot number, from 1."""
    text = typed.strip()
    if not text:
        return None
    if not (text.isascii() and text.isdecimal() and len(text) <= _MOST_DIGITS):
        raise refuse(f'"{text[:_LONGEST_PROPOSAL]}" bukan nomor urut; tulis bilangan, misalnya 7')
    if int(text) < 1:
        raise refuse(*out_of_range(int(text), 1))
    return int(text)


def signing_group_of(typed: str) -> int | None:
    """Return the number of a group of signers, which is one digit."""
    text = typed.strip()
    if not text:
        return None
    if text not in map(str, range(1, MOST_GROUPS + 1)):
        raise refuse(
            f'"{text[:_LONGEST_PROPOSAL]}" bukan kelompok; tulis 1 sampai {MOST_GROUPS}, atau kosongkan'
        )
    return int(text)


def choice_of(typed: str, choices: type[Chosen]) -> Chosen:
    """Return one of a closed list; a journal that somebody wrote in may name anything."""
    if typed not in list(choices):
        raise refuse(*unknown_choice(typed, choices))
    return choices(typed)


def number_format_of(typed: str) -> str:
    """Return how numbers of documents look: text with tokens in braces, among them that of the number."""
    text = line_of(typed)
    if text:
        refuse_unusable(text)
    return text


def id_from(name: str, taken: Iterable[str], otherwise: str) -> str:
    """Return a free id made of the words of a name: ``Forum Kerukunan`` becomes ``forum-kerukunan``.

    A name without Latin letters gives ``otherwise``.
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    proposal = "-".join(re.findall("[a-z0-9]+", plain))[:_LONGEST_PROPOSAL].strip("-")
    return free_id(proposal or otherwise, taken)


def free_id(wanted: str, taken: Iterable[str]) -> str:
    """Return ``wanted``, or the first of ``wanted-2``, ``wanted-3`` and so on that is free."""
    ids = set(taken)
    number, free = 1, wanted
    while free in ids:
        number += 1
        free = f"{wanted}-{number}"
    return free


def clause_title_of(typed: str) -> str:
    """Return the title of a clause on one line; an empty one is refused as well."""
    title = line_of(typed)
    if not title:
        raise refuse("judul klausul kosong", "Isi judulnya")
    return title


def clause_text_of(typed: str, *, file: str = "", option: str = "") -> str:
    """Return the raw words of a clause, its lines ended by LF alone, without blanks at their ends.

    Problems tell the line; ``file`` is where the words were read from. Words that came as one ``option`` of
    a command have no lines that somebody could look up.
    """
    lines = [line.rstrip() for line in typed.replace("\r\n", "\n").replace("\t", " ").split("\n")]
    text = "\n".join(lines).strip("\n")
    problems = [
        Problem(what=fault, file=file, line=0 if option else number, key=option, key_is="opsi")
        for number, line in enumerate(lines, 1)
        for fault in (*faults(line, MANY_LINES), *_lost(line))
    ]
    if not text.strip():
        problems.append(Problem(what="teks klausul kosong", hint="Untuk membuangnya: kampanye klausul buang"))
    if problems:
        raise Refused(problems)
    return text


def _faultless(typed: str, kind: str) -> str:
    text = typed.strip()
    for fault in (*faults(text, kind), *_lost(text)):
        raise refuse(fault)
    return text


def _lost(text: str) -> Iterator[str]:
    """Yield what is wrong where a character did not come over."""
    if LOST in text:
        yield f"huruf ke-{text.index(LOST) + 1} tidak terbaca (tertulis {LOST}); ketik ulang huruf itu"


def _day(text: str) -> date:
    if met := _DIGITS.fullmatch(text):
        return date(int(met[3]), int(met[2]), int(met[1]))
    if met := _WORDS.fullmatch(text):
        named = [n for n, month in enumerate(MONTHS, 1) if month.casefold().startswith(met[3].casefold())]
        if len(named) == 1:
            day = date(int(met[4]), named[0], int(met[2]))
            # A weekday that does not fit means that one of the two is a slip.
            if met[1] is None or met[1].casefold() == day_name(day).casefold():
                return day
    return date.fromisoformat(text)
