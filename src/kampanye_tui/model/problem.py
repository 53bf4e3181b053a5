"""A problem in something that people wrote: what is wrong, where, and what to do.

Readers of files collect problems and raise them together as :class:`Refused`; fronts render them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from kampanye_tui.model.text import printable

MOST_TOLD = 200
"""Problems of one file that are looked for: nobody reads more, and a hostile file has a million."""
LONGEST_WORDS = 2_000
"""Characters of what is wrong, and of what to do, that are shown: a key may be as long as its file."""
WIDEST_EXCERPT = 100
"""Characters of a line that are shown, around the place of the problem."""
_COMMAND = re.compile(r"(?:^|: )kampanye [a-z]|--[a-z]")
"""What a hint for the command line holds; words of a clause in a hint speak of campaigns as well."""


class Step(msgspec.Struct, frozen=True):
    """One step down into a file: a table, and the row in it when there are several (from 1)."""

    table: str
    row: int = 0
    label: str = ""


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """What is wrong (``what``), what to do (``hint``), and the true place: or none where none is known.

    ``line`` and ``column`` count from 1; 0 means unknown. ``excerpt`` is the line itself. ``key_is`` says
    what a key is called in this kind of file: in CSV it is a column. ``named`` is a key that ``what`` tells
    of already, so that it is looked for and not said again.
    """

    what: str
    hint: str = ""
    file: str = ""
    steps: tuple[Step, ...] = ()
    key: str = ""
    key_is: str = "kunci"
    named: str = ""
    line: int = 0
    column: int = 0
    excerpt: str = ""

    def __str__(self) -> str:
        place = [self.file] if self.file else []
        if self.line:
            place.append(f"baris {self.line}" + (f" kolom {self.column}" if self.column else ""))
        place += headers(self.steps)
        if self.key:
            place.append(f'{self.key_is} "{self.key}"')
        what, hint = _cut(self.what), _cut(self.hint)
        told = f"{', '.join(place)}: {what}" if place else _capital(what)
        if not told.endswith((".", "?", "!")):
            told += "."
        if hint:
            # A stop behind something to be typed would be typed as well.
            stop = "" if ": " in hint or hint.endswith((".", "?", "!")) else "."
            told += f" {_capital(hint)}{stop}"
        return "\n".join([printable(told), *self._shown()])

    def _shown(self) -> Iterator[str]:
        """Yield the line itself, cut around the place, and a caret below it."""
        if not self.excerpt:
            return
        start = max(0, self.column - 1 - WIDEST_EXCERPT // 2)
        yield f"    {printable(self.excerpt[start : start + WIDEST_EXCERPT])}"
        if self.column:
            # The caret counts what the terminal shows, so it is placed under the written-out line.
            yield f"    {' ' * len(printable(self.excerpt[start : self.column - 1]))}^"


def headers(steps: Iterable[Step]) -> list[str]:
    """Return the way down into a file as its headers have it: ``[[pihak]] ke-3``, ``tabel [acara]``."""
    told = []
    path = ""
    for step in steps:
        path = f"{path}.{step.table}" if path else step.table
        label = f' ("{step.label}")' if step.label else ""
        told.append(f"[[{path}]] ke-{step.row}{label}" if step.row else "")
    if told and not told[-1]:
        told[-1] = f"tabel [{path}]"
    return [header for header in told if header]


def _cut(words: str) -> str:
    return words if len(words) <= LONGEST_WORDS else f"{words[:LONGEST_WORDS]}…"


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


def without_commands(problem: Problem) -> Problem:
    """Return the problem for a front that has no commands: without a hint that names one, or an option."""
    return msgspec.structs.replace(problem, hint="") if _COMMAND.search(problem.hint) else problem


def told_on_screen(problems: Iterable[Problem]) -> str:
    """Return all problems in words for a front that has no commands."""
    return "\n".join(str(without_commands(one)) for one in problems)


class Refused(Exception):  # noqa: N818 - it says what happened, as the program's exit does
    """Something people wrote cannot be used; nothing was changed. Carries every problem found."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


def stop_at_many(problems: Sequence[Problem], file: str) -> None:
    """Raise :class:`Refused` when a file has so many problems that the rest of it is not looked at."""
    if len(problems) >= MOST_TOLD:
        more = Problem(
            what="masih ada kesalahan lain", hint="Perbaiki dahulu yang disebut, lalu ulangi", file=file
        )
        raise Refused([*problems[:MOST_TOLD], more])


class Declined(Refused):
    """Something that could be done was not, because it would lose what is there."""


def refuse(
    what: str,
    hint: str = "",
    *,
    file: str = "",
    steps: tuple[Step, ...] = (),
    key: str = "",
    line: int = 0,
    excerpt: str = "",
) -> Refused:
    """Return the refusal for a single problem."""
    return Refused(
        [Problem(what=what, hint=hint, file=file, steps=steps, key=key, line=line, excerpt=excerpt)]
    )
