"""Parsers of what people type, as the checks of a form's fields."""

from __future__ import annotations

from collections.abc import Callable

from kampanye_tui.model.problem import Refused, without_commands


def sentence_of(parse: Callable[[str], object]) -> Callable[[str], str]:
    """Return a check that tells in one sentence why ``parse`` refuses a text; empty when it does not."""

    def check(typed: str) -> str:
        try:
            parse(typed)
        except Refused as refused:
            problem = without_commands(refused.problems[0])
            return f"{problem.what}. {problem.hint}" if problem.hint else problem.what
        return ""

    return check


def needed(check: Callable[[str], str] | None = None) -> Callable[[str], str]:
    """Return a check that refuses an empty text as well."""

    def filled(typed: str) -> str:
        if not typed:
            return "belum diisi"
        return check(typed) if check else ""

    return filled
