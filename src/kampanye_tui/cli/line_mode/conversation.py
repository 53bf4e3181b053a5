"""Saying and asking in plain lines: no line wider than 78 columns, nothing that moves the cursor.

Text comes in and goes to the terminal with what it would obey written out; what is typed goes out as values.
An input that ends raises :class:`Ended`, a full stop :class:`Back`. It knows no agreement.
"""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from kampanye_tui.cli.output import data, talk
from kampanye_tui.model.problem import Refused, refuse, told_on_screen
from kampanye_tui.typeset.plain_lines import wrapped

T = TypeVar("T")
WIDTH = 78
PAGE = 15
"""Choices that a terminal of 24 lines shows with the question below them."""
BACK = "."
EMPTY = "-"
_SPAN = re.compile(r"([0-9]{1,4})(?:-([0-9]{1,4}))?")


class Ended(Exception):  # noqa: N818 - it says what happened
    """There is no more input: the line was cut, or the operator typed the end of the file."""


class Back(Exception):  # noqa: N818 - it says what is wanted
    """The operator goes back to where this was asked from."""


def prepare() -> None:
    """Take half a character for what it is: it is refused with its place, and does not end the program."""
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(errors="surrogateescape")


def say(text: str, lead: str = "") -> None:
    """Say a paragraph; ``lead`` stands before its first line, the others begin below its end."""
    for line in wrapped(text, WIDTH, lead=lead, below=" " * len(lead)):
        talk(line)


def read_out(line: str) -> None:
    """Put out a line of data behind everything that was said."""
    sys.stderr.flush()
    data(line)


def typed(question: str) -> str:
    """Ask and return the line as it was typed; raises :class:`Ended`."""
    sys.stdout.flush()
    *above, last = wrapped(f"{question}:", WIDTH)
    for line in above:
        talk(line)
    print(last, end=" ", file=sys.stderr, flush=True)
    try:
        line = sys.stdin.readline()
    except OSError:
        # So a terminal reads whose line was cut.
        line = ""
    if not line:
        talk()
        raise Ended
    line = line.rstrip("\r\n").removeprefix("\ufeff")
    if not sys.stdin.isatty():
        talk(line)
    return line


def ask(question: str, judge: Callable[[str], T], *, kept: T, shown: str) -> T:
    """Ask for a value beside the one there is, ``kept``, which is ``shown``; an empty answer keeps it.

    ``judge`` gets what was typed, or nothing when the value is to be emptied; what it refuses is asked again.
    """
    emptied = [f"{EMPTY}: kosongkan"] if shown and _may_be_empty(judge) else []
    ways = _ways(["Enter: tetap", *emptied, f"{BACK}: kembali"])
    while True:
        answer = typed(f"{question} (sekarang: {shown or 'kosong'}; {ways})").strip()
        if not answer:
            return kept
        if answer == BACK:
            raise Back
        try:
            return judge("" if answer == EMPTY else answer)
        except Refused as refused:
            say(sentence(refused))


def _ways(keys: Iterable[str]) -> str:
    """Return what can be typed; no line ends between a key and what it does."""
    return "; ".join(key.replace(" ", "\u00a0") for key in keys)


def _may_be_empty(judge: Callable[[str], object]) -> bool:
    try:
        judge("")
    except Refused:
        return False
    return True


def ask_new(question: str, judge: Callable[[str], T]) -> T:
    """Ask for a value where there is none yet; an empty answer goes back, as a full stop does."""
    while True:
        answer = typed(f"{question} (Enter: kembali)").strip()
        if answer in ("", BACK):
            raise Back
        try:
            return judge(answer)
        except Refused as refused:
            say(sentence(refused))


def needed(judge: Callable[[str], T]) -> Callable[[str], T]:
    """Return a judge that refuses an empty answer before ``judge`` sees it."""

    def judged(answer: str) -> T:
        if not answer:
            raise refuse("isian ini tidak boleh kosong")
        return judge(answer)

    return judged


def agreed(question: str) -> bool:
    """Ask for yes or no; an empty answer is no."""
    while True:
        answer = typed(f"{question} (y: ya; Enter: tidak)").strip().casefold()
        if answer in ("y", "ya"):
            return True
        if answer in ("", "t", "tidak", BACK):
            return False
        say("Jawab y atau t.")


def choose(
    heading: str,
    choices: Sequence[str] | Mapping[str, str],
    letters: Mapping[str, str] | None = None,
    *,
    back: str = "kembali",
    heard: Sequence[str] = (),
) -> str:
    """Return the number or the letter that was chosen; a sequence is numbered from 1.

    ``back`` says what a full stop does; without it, whoever asks says everything anew, on an empty answer as
    well. Of what was ``heard`` a moment ago under the same numbers only what is another now is said, and all
    of it when that is asked for.
    """
    numbered = choices if isinstance(choices, Mapping) else _numbered(choices)
    known = {**numbered, **(letters or {})}

    def judge(answer: str) -> str:
        if answer.casefold() not in known:
            raise refuse(f'"{answer}" tidak ada di antara pilihan')
        return answer.casefold()

    keys = [f"{letter}: {words}" for letter, words in (letters or {}).items()]
    keys += [f"{BACK}: {back}"] if back else []
    again = "baca lagi" if numbered else ""
    news = _news(numbered, heard)
    while True:
        if news is None:
            answer = _listed(heading, numbered, keys, again, judge)
        else:
            _say_rows(news)
            answer = _answer(keys, again, judge)
        news = None
        if answer is not None:
            return answer
        if not back:
            raise Back


def choose_several(
    heading: str, choices: Sequence[str], usual: Sequence[int], usually: str
) -> tuple[int, ...]:
    """Return the positions, from 0, of several choices; an empty answer takes ``usual``.

    ``usually`` is what those are called.
    """

    def judge(answer: str) -> tuple[int, ...]:
        if answer.casefold() == "semua":
            return tuple(range(len(choices)))
        return _positions(answer, len(choices))

    keys = ["beberapa nomor: 1,3,5-7", "semua", f"{BACK}: kembali"]
    answer = _listed(heading, _numbered(choices), keys, usually, judge)
    return tuple(usual) if answer is None else answer


def sentence(refused: Refused) -> str:
    """Return why something was refused, without advice that is meant for the command line."""
    return told_on_screen(refused.problems)


def _numbered(choices: Sequence[str]) -> dict[str, str]:
    return {str(number): words for number, words in enumerate(choices, 1)}


def _news(numbered: Mapping[str, str], heard: Sequence[str]) -> list[tuple[str, str]] | None:
    """Return the rows that are others than those that were heard; None where all of them are to be said."""
    if not heard or len(heard) != len(numbered):
        return None
    return [row for row, before in zip(numbered.items(), heard, strict=True) if row[1] != before]


def _say_rows(rows: Iterable[tuple[str, str]]) -> None:
    for number, words in rows:
        say(words, lead=f"{number:>3} ")


def _positions(answer: str, count: int) -> tuple[int, ...]:
    positions: list[int] = []
    for part in re.split(r"[,;\s]+", answer.strip(",; ")):
        span = _SPAN.fullmatch(part)
        first = int(span[1]) if span else 0
        last = int(span[2] or span[1]) if span else 0
        if not 1 <= first <= last <= count:
            raise refuse(f'"{part}" bukan nomor dari 1 sampai {count}')
        positions += range(first - 1, last)
    return tuple(dict.fromkeys(positions))


def _listed(
    heading: str,
    choices: Mapping[str, str],
    keys: Sequence[str],
    at_end: str,
    judge: Callable[[str], T],
) -> T | None:
    """Show choices page by page and return what was chosen on the way, None for an empty answer at the end.

    Every number can be chosen on every page; ``at_end`` says what an empty answer does behind the last one.
    """
    say(heading)
    rows = list(choices.items())
    pages = [rows[at : at + PAGE] for at in range(0, len(rows), PAGE)] or [[]]
    for page in pages:
        _say_rows(page)
        answer = _answer(keys, "lanjut" if page is not pages[-1] else at_end, judge)
        if answer is not None:
            return answer
    return None


def _answer(keys: Sequence[str], onward: str, judge: Callable[[str], T]) -> T | None:
    """Return what was chosen, None for an empty answer, which does what ``onward`` says."""
    question = f"Pilihan ({_ways([*keys, *([f'Enter: {onward}'] if onward else [])])})"
    while answer := typed(question).strip():
        if answer == BACK:
            raise Back
        try:
            return judge(answer)
        except Refused as refused:
            say(sentence(refused))
    return None
