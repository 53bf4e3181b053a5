"""What people type as a value: days, hours, lines of text. A fault is told with the option or question."""

from __future__ import annotations

import re
import sys
from datetime import date, time
from typing import Any

import click

from kampanye_tui.model.text import IDENTIFIER, ONE_LINE, faults

STDIN = "-"
"""Given for a text, it says that the text is read from stdin."""
_DIGITS = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")
_WORDS = re.compile(r"(?:([A-Za-z']+),?\s+)?(\d{1,2})[-\s]+([A-Za-z]{3,9})[-\s]+(\d{4})")
_HOUR = re.compile(r"(\d{1,2})(?:[.:](\d{2}))?(?:[.:]00)?")


class Line(click.ParamType):
    """Text on one line, without characters that nobody sees."""

    name = "teks"
    kind = ONE_LINE

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the text without blanks around it."""
        text = value.strip()
        for fault in faults(text, self.kind):
            self.fail(fault, param, ctx)
        return text


class Identifier(Line):
    """An id of a clause or a pihak."""

    name = "id"
    kind = IDENTIFIER


class Day(click.ParamType):
    """A day as people write it; an empty one means: not known yet."""

    name = "tanggal"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date | str:
        """Return the day, or empty text."""
        text = value.strip()
        if not text:
            return ""
        try:
            return day_of(text)
        except ValueError:
            self.fail(f'"{text}" bukan tanggal; contoh: 28 November 2023, 2023-11-28', param, ctx)


class Hour(click.ParamType):
    """An hour as people write it; an empty one means: not known yet."""

    name = "jam"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> time | str:
        """Return the hour, or empty text."""
        text = value.strip()
        if not text:
            return ""
        met = _HOUR.fullmatch(text)
        if met is None or int(met[1]) > 23 or int(met[2] or 0) > 59:
            self.fail(f'"{text}" bukan jam; tulis misalnya 09.00, tanpa zona waktu', param, ctx)
        return time(int(met[1]), int(met[2] or 0))


def day_of(text: str) -> date:
    """Return a day in ISO form, in digits from day to year, or with its month in words.

    Raises :class:`ValueError`.
    """
    from kampanye_tui.agreement.words import MONTHS, day_name

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


class NumberFormat(Line):
    """How numbers of documents look: text with tokens in braces; an empty one says nothing."""

    name = "bentuk"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the form; raises for a token that numbers do not have."""
        from kampanye_tui.agreement.placeholders import Kind, pieces
        from kampanye_tui.agreement.rules.numbers import TOKENS

        text = super().convert(value, param, ctx)
        for piece in pieces(text):
            if piece.kind is not Kind.LITERAL and piece.text not in TOKENS:
                known = ", ".join(f"{{{token}}}" for token in TOKENS)
                self.fail(f'"{piece.text}" bukan isian nomor; yang dikenal: {known}', param, ctx)
        if text and "{urut}" not in text:
            self.fail(
                f'"{text}" tidak memuat {{urut}}; contoh: {{urut}}/PL.01.6-{{jenis}}/3674/{{tahun}}',
                param,
                ctx,
            )
        return text


def words_of(given: str) -> str:
    """Return the words of a clause, from the option or stdin; raises Refused with the place of a fault."""
    from kampanye_tui.model.problem import Problem, Refused
    from kampanye_tui.model.source import decode
    from kampanye_tui.model.text import MANY_LINES, faults

    if given == STDIN:
        file = "stdin"
        given = decode(sys.stdin.buffer.read(), file, fallback="cp1252")
    else:
        file = ""
    lines = [line.rstrip() for line in given.replace("\r\n", "\n").replace("\t", " ").split("\n")]
    text = "\n".join(lines).strip("\n")
    problems = [
        Problem(
            what=fault, file=file, line=number if file else 0, key="" if file else "--teks", key_is="opsi"
        )
        for number, line in enumerate(lines, 1)
        for fault in faults(line, MANY_LINES)
    ]
    if not text.strip():
        problems.append(Problem(what="teks klausul kosong", hint="Untuk membuangnya: kampanye klausul buang"))
    if problems:
        raise Refused(problems)
    return text
