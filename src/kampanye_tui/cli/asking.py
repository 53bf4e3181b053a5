"""Questions at the keyboard. Piped lines are answers too; a wrong one among them stops the program."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Sequence
from typing import TypeVar

import click

from kampanye_tui.cli.output import talk
from kampanye_tui.model.problem import refuse
from kampanye_tui.model.text import printable

T = TypeVar("T")
MOST_CHOICES = 15
"""Choices that a terminal of 24 lines shows with the question below them."""


class Questions:
    """Asks one thing after another; ``silent`` asks nothing and takes everything as left open."""

    def __init__(self, *, silent: bool) -> None:
        """Find out whether a person sits at the keyboard."""
        self.silent = silent
        self.at_keyboard = not silent and sys.stdin is not None and sys.stdin.isatty()
        if not self.at_keyboard and isinstance(sys.stdin, io.TextIOWrapper):
            # A byte that is no UTF-8 is refused with its place, like any character that nobody sees.
            sys.stdin.reconfigure(errors="surrogateescape")

    def ask(self, question: str, option: str, judge: Callable[[str], T], *, usual: str | None = "") -> T:
        """Return the answer as ``judge`` takes it; an empty one is ``usual``, or no answer when that is None.

        ``judge`` raises :class:`click.UsageError` for an answer that cannot be taken.
        """
        while True:
            answer = self._line(question, usual).strip() or usual
            fault = "jawaban ini diperlukan"
            if answer is not None:
                try:
                    return judge(answer)
                except click.UsageError as error:
                    fault = error.message
            if not self.at_keyboard:
                raise refuse(f"{question}: {fault}", f"Isi dengan {option}")
            talk(f"  {fault[:1].upper()}{fault[1:].rstrip('.')}.")

    def agreed(self, question: str) -> bool:
        """Return whether the answer is yes; an empty one is no."""
        return self.ask(f"{question} Ketik ya atau tidak", "jawaban ya", _yes_or_no, usual="tidak")

    def choose(self, heading: str, option: str, choices: Sequence[T], label: Callable[[T], str]) -> T:
        """Return one of several, chosen by its number; the only one is not asked for."""
        if len(choices) == 1:
            return choices[0]
        if self.silent:
            told = "; ".join(label(choice) for choice in choices[:MOST_CHOICES])
            raise refuse(
                f"{heading}: ada {len(choices)} pilihan", f"Sebutkan salah satu dengan {option}: {told}"
            )
        talk(f"{heading}:")
        for number, choice in enumerate(choices, 1):
            talk(f"  {number:2}. {label(choice)}")

        def judge(answer: str) -> T:
            numbered = {str(number): choice for number, choice in enumerate(choices, 1)}
            if answer not in numbered:
                raise click.UsageError(f"pilih angka 1 sampai {len(choices)}")
            return numbered[answer]

        return self.ask(f"Pilih nomor 1 sampai {len(choices)}", option, judge, usual=None)

    def _line(self, question: str, usual: str | None) -> str:
        if self.silent:
            return ""
        shown = f"{question} [{usual}]" if usual else question
        if self.at_keyboard:
            return click.prompt(printable(shown), default="", show_default=False, err=True)
        line = sys.stdin.readline() if sys.stdin is not None else ""
        talk(f"{shown}: {line.strip()}")
        return line.removeprefix("\ufeff")


def _yes_or_no(answer: str) -> bool:
    if answer.lower() not in ("ya", "y", "tidak", "t"):
        raise click.UsageError("ketik ya atau tidak")
    return answer.lower().startswith("y")
