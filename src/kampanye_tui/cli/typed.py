"""Values of options, read as :mod:`kampanye_tui.agreement.entries` reads them; a fault names its option."""

from __future__ import annotations

import sys
from datetime import date, time
from typing import Any

import click

STDIN = "-"
"""Given for a text, it says that the text is read from stdin."""


class Entry(click.ParamType):  # type: ignore[type-arg]  # it takes none in click 8.3
    """A value that the function called ``reader`` reads."""

    reader: str

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the value."""
        from kampanye_tui.agreement import entries
        from kampanye_tui.model.problem import Refused

        try:
            return getattr(entries, self.reader)(value)
        except Refused as refused:
            self.fail(refused.problems[0].what, param, ctx)


class Line(Entry):
    """Text on one line, without characters that nobody sees."""

    name = "teks"
    reader = "line_of"


class Identifier(Entry):
    """An id of a clause or a pihak."""

    name = "id"
    reader = "id_of"


class NumberFormat(Entry):
    """How numbers of documents look: text with tokens in braces; an empty one says nothing."""

    name = "bentuk"
    reader = "number_format_of"


class Day(Entry):
    """A day as people write it; an empty one means: not known yet."""

    name = "tanggal"
    reader = "day_of"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> date | str:
        """Return the day or, since None is an option that was not given, empty text."""
        return super().convert(value, param, ctx) or ""


def known_day(said: date | str | None) -> date | None:
    """Return the day that such an option says, None where it was empty or not given."""
    return said if isinstance(said, date) else None


class Hour(Entry):
    """An hour as people write it; an empty one means: not known yet."""

    name = "jam"
    reader = "hour_of"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> time | str:
        """Return the hour, or empty text."""
        return super().convert(value, param, ctx) or ""


def words_of(given: str) -> str:
    """Return the words of a clause, from the option or stdin; raises Refused with the place of a fault."""
    from kampanye_tui.agreement.entries import clause_text_of
    from kampanye_tui.model.source import LARGEST, decode

    if given != STDIN:
        return clause_text_of(given, option="--teks")
    file = "stdin"
    typed = sys.stdin.buffer.read(LARGEST + 1)
    return clause_text_of(decode(typed, file, fallback="cp1252"), file=file)
