"""What can be told of a template without making a paper: its directives and how they are used.

Packs are checked so when they are loaded; no Markdown is parsed for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kampanye_tui.document.directives import misuses
from kampanye_tui.document.parts import Frame, Stretch
from kampanye_tui.document.template_body import frame_of
from kampanye_tui.model.problem import Problem, Refused
from kampanye_tui.model.template import Template


def check_template(template: Template) -> None:
    """Raise :class:`Refused` with file and line of every directive that is unclosed, unknown or misused."""
    problems = list(_problems(template, frame_of(template)))
    if problems:
        raise Refused(problems)


def _problems(template: Template, parts: Iterable[Stretch | Frame]) -> Iterator[Problem]:
    for part in parts:
        if isinstance(part, Stretch):
            continue
        for what, hint in misuses(part, inside=bool(part.inside)):
            yield Problem(what=what, hint=hint, file=template.file, line=part.line)
        yield from _problems(template, part.inside)
