"""The body of a template → its parts.

Directives are cut out first, line by line, so that an unclosed or unknown one is an error with its line. That
is all a pack's templates need when they are loaded; Markdown parses what lies between them when a paper is
made.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kampanye_tui.document.parts import Directive, Frame, Part, Stretch
from kampanye_tui.model.problem import Problem, Refused, stop_at_many
from kampanye_tui.model.template import Template

DEEPEST = 20
"""Directives inside each other; ours are two deep."""
_MARKER = re.compile(r"^ {0,3}:::(?!:)[ \t]*(?P<head>.*?)[ \t]*$")
_HEAD = re.compile(r"^(?P<name>[a-z]+(?:-[a-z]+)*)(?P<rest>(?:[ \t].*)?)$")
_OPTION = re.compile(r'([a-z_]+)="([^"]*)"')


@lru_cache(maxsize=64)
def frame_of(template: Template) -> tuple[Stretch | Frame, ...]:
    """Return the directives and, between them, stretches of Markdown.

    Raises :class:`Refused` with every fault and its line.
    """
    reader = _Reader(template)
    parts = reader.until_close(None)
    if reader.problems:
        raise Refused(reader.problems)
    return parts


@lru_cache(maxsize=64)
def take_apart(template: Template) -> tuple[Part, ...]:
    """Return the parts of a template, its Markdown parsed; raises as :func:`frame_of` does."""
    return _parsed(frame_of(template))


def _parsed(parts: tuple[Stretch | Frame, ...]) -> tuple[Part, ...]:
    from kampanye_tui.document.markdown import parts_of  # 40 ms, and only papers need it

    made: list[Part] = []
    for part in parts:
        if isinstance(part, Stretch):
            made += parts_of(part.text, part.line)
        else:
            inside = _parsed(part.inside)
            made.append(Directive(part.name, part.argument, part.options, inside, part.line))
    return tuple(made)


class _Reader:
    """Goes down the lines of a template once; directives nest by recursion."""

    def __init__(self, template: Template) -> None:
        self.template = template
        self.lines = template.body.split("\n")
        self.at = 0
        self.problems: list[Problem] = []
        self.depth = 0

    def note(self, index: int, what: str, hint: str) -> None:
        self.problems.append(
            Problem(
                what=what,
                hint=hint,
                file=self.template.file,
                line=self.template.first_line + index,
                excerpt=self.lines[index],
            )
        )
        stop_at_many(self.problems, self.template.file)

    def until_close(self, opened: int | None) -> tuple[Stretch | Frame, ...]:
        """Read up to the ``:::`` that closes the directive opened at that index, or to the end."""
        parts: list[Stretch | Frame] = []
        start = self.at
        while self.at < len(self.lines):
            marker = _MARKER.match(self.lines[self.at])
            if marker is None:
                self.at += 1
                continue
            parts += self.stretch(start, self.at)
            if marker["head"]:
                parts += self.directive(marker["head"])
            elif opened is None:
                self.note(self.at, "penutup ::: tanpa pembuka", "Hapus, atau tambahkan ::: nama di atasnya")
                self.at += 1
            else:
                self.at += 1
                return tuple(parts)
            start = self.at
        parts += self.stretch(start, len(self.lines))
        if opened is not None:
            self.note(opened, "direktif ini belum ditutup", "Tambahkan baris ::: sesudah isinya")
        return tuple(parts)

    def directive(self, head: str) -> Iterator[Frame]:
        index = self.at
        self.at += 1
        named = _HEAD.match(head)
        if self.depth == DEEPEST:
            self.note(
                index, f"direktif bersarang lebih dari {DEEPEST} tingkat", "Tutup dahulu dengan baris :::"
            )
            raise Refused(self.problems)
        self.depth += 1
        inner = self.until_close(index)
        self.depth -= 1
        if named is None:
            self.note(index, f'"{head}" bukan nama direktif', "Contoh: ::: kop")
            return
        rest = named["rest"].strip()
        options = tuple(_OPTION.findall(rest))
        argument = _OPTION.sub("", rest).strip()
        yield Frame(named["name"], argument, options, inner, self.template.first_line + index)

    def stretch(self, start: int, end: int) -> Iterator[Stretch]:
        text = "\n".join(self.lines[start:end])
        if text.strip():
            yield Stretch(text, self.template.first_line + start)
