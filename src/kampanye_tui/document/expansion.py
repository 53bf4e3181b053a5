"""A template's parts as one document has them: conditions decided, other templates taken in, all numbered.

Numbers are counted here, once over the whole document and before any text is made: a template says where its
own pasal and the agreement's clauses stand, and references to a clause get the number it has there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kampanye_tui.document.conditions import CONDITIONS
from kampanye_tui.document.context import Context
from kampanye_tui.document.directives import FLOW, misuses
from kampanye_tui.document.numbering import reference, style_of
from kampanye_tui.document.parts import Directive, Items, Passage
from kampanye_tui.document.template_body import take_apart
from kampanye_tui.model.messages import unknown_choice
from kampanye_tui.model.occasion import Style
from kampanye_tui.model.template import Template


class Placed(NamedTuple):
    """A part in its place: the template it stands in and, for a numbering directive, its first number."""

    part: Passage | Items | Directive
    template: Template
    number: int = 0


def expanded(context: Context) -> tuple[tuple[Placed, ...], dict[str, str]]:
    """Return the parts of the context's template in reading order, and clause id → reference.

    Raises :class:`Refused` with file and line for an unknown condition, template or style, and for a template
    that takes in itself.
    """
    placed: list[Placed] = []
    references: dict[str, str] = {}
    reached: dict[str, int] = {}
    for part in _expand(context, ()):
        if isinstance(part.part, Directive) and part.part.name in ("pasal", "klausul"):
            style = style_of(context._replace(template=part.template), part.part)
            first = reached.get(style, 0) + 1
            clauses = context.agreement.clauses if part.part.name == "klausul" else ()
            for number, clause in enumerate(clauses, first):
                references.setdefault(clause.id, reference(number, style))
            reached[style] = first + len(clauses) - (part.part.name == "klausul")
            placed.append(part._replace(number=first))
        elif isinstance(part.part, Directive) and part.part.name == "poin-klausul":
            # Points are counted from 1 within their sentence, whatever stands before it.
            for number, clause in enumerate(context.agreement.clauses, 1):
                references.setdefault(clause.id, reference(number, Style.NUMBERS))
            placed.append(part)
        else:
            placed.append(part)
    return tuple(placed), references or _references_elsewhere(context)


def _references_elsewhere(context: Context) -> dict[str, str]:
    """Return the references of the template whose numbers this one uses; a booklet cites the naskah's."""
    address = context.template.front.numbered_as
    if address is None:
        return {}
    other = context.templates.get(address)
    if other is None or other.front.numbered_as is not None:
        what, hint = unknown_choice(address, context.templates)
        raise context.refuse(1, f"klausul_menurut {what}", hint)
    return expanded(context._replace(template=other))[1]


def _expand(context: Context, inside: tuple[str, ...]) -> Iterator[Placed]:
    return _placed(context, take_apart(context.template), inside)


def _placed(
    context: Context, parts: Iterable[Passage | Items | Directive], inside: tuple[str, ...]
) -> Iterator[Placed]:
    for part in parts:
        if not isinstance(part, Directive) or part.name not in FLOW:
            yield Placed(part, context.template)
            continue
        for what, hint in misuses(part, inside=bool(part.parts)):
            raise context.refuse(part.line, what, hint)
        if part.name == "sisip":
            taken = _taken_in(context, part, inside)
            yield from _expand(context._replace(template=taken), (*inside, context.template.address))
        elif _holds(context, part):
            yield from _placed(context, part.parts, inside)


def _holds(context: Context, directive: Directive) -> bool:
    condition = CONDITIONS.get(directive.argument)
    if condition is None:
        what, hint = unknown_choice(directive.argument, CONDITIONS)
        raise context.refuse(directive.line, f"syarat {what}", hint)
    return condition(context)


def _taken_in(context: Context, directive: Directive, inside: tuple[str, ...]) -> Template:
    taken = context.templates.get(directive.argument)
    if taken is None:
        what, hint = unknown_choice(directive.argument, context.templates)
        raise context.refuse(directive.line, f"templat {what}", hint)
    if taken.address in (*inside, context.template.address):
        raise context.refuse(directive.line, f"templat {taken.address} menyisipkan dirinya sendiri")
    return taken
