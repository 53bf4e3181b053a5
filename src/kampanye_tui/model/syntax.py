"""What tomllib says of a broken file → a problem in words, at the place where a person would mend it.

Curly quotes and non-breaking spaces are named with the key to press; a forgotten closing quote is told as
that, and not as the line end behind it.
"""

from __future__ import annotations

import re

from kampanye_tui.model import messages
from kampanye_tui.model.problem import Problem

_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


def syntax_problem(message: str, text: str, file: str) -> Problem:
    """Return the problem that ``message`` of tomllib tells about ``text``."""
    lines = text.split("\n")
    line, column = _place(message, text, lines)
    excerpt = lines[line - 1]
    what, hint = next(
        (words for start, words in messages.SYNTAX.items() if message.startswith(start)),
        messages.FALLBACK_SYNTAX,
    )
    in_header = excerpt.lstrip().startswith("[")
    if (what, hint) == messages.OPEN_QUOTE:
        if text.count('"""') % 2:
            what, hint = messages.LONG_TEXT
        elif excerpt.count('"') % 2:
            column = _curly_end(excerpt) or column
    elif message.startswith("Cannot overwrite") and in_header:
        what, hint = messages.TABLE_TWICE
    elif message.startswith("Expected newline"):
        value = excerpt[excerpt.find("=") + 1 :].strip()
        words = messages.BEHIND_HEADER if in_header else (what, hint)
        what, hint = next((told for shape, told in messages.SHAPES.items() if re.match(shape, value)), words)
    stray = excerpt[column - 1 : column]
    if stray in messages.TYPOGRAPHIC:
        what, hint = messages.typographic(*messages.TYPOGRAPHIC[stray])
    return Problem(what=what, hint=hint, file=file, line=line, column=column, excerpt=excerpt)


def _place(message: str, text: str, lines: list[str]) -> tuple[int, int]:
    """Return line and column; "end of document" is the end of the last line that says something."""
    if message.startswith('Expected "\'" '):
        # A single quotation mark that nothing closes is the last one of the text.
        line = text.count("\n", 0, text.rindex("'")) + 1
        return line, len(lines[line - 1]) + 1
    place = _PLACE.search(message)
    if place and place[1]:
        return int(place[1]), int(place[2])
    line = len(lines) if lines[-1] or len(lines) == 1 else len(lines) - 1
    return line, len(lines[line - 1]) + 1


def _curly_end(excerpt: str) -> int:
    """Return the column of a curly quote at the end: Word closes with it what a straight one opened."""
    for mark in "”’“‘":
        at = excerpt.rfind(mark)
        if at > 0 and not excerpt[at + 1 :].strip():
            return at + 1
    return 0
