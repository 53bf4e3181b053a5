"""The clauses as papers print them: their words in reading order, and how the naskah refers to each.

An agreement comes in, plain text goes out. It is made by the very directives that print, so that a paper that
somebody holds can be compared with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from kampanye_tui.agreement.state import state
from kampanye_tui.document.context import Context, Receiver
from kampanye_tui.document.directives.clauses import clauses, points
from kampanye_tui.document.expansion import expanded
from kampanye_tui.document.numbering import reference
from kampanye_tui.document.parts import Directive
from kampanye_tui.model.agreement import AgreedClause, Agreement
from kampanye_tui.model.document import ClauseBlock, Entry, Listing
from kampanye_tui.model.occasion import Style
from kampanye_tui.model.template import FrontMatter, Template

_NO_TEMPLATE = Template(front=FrontMatter(id="klausul", title=""), body="", file="")


class Printed(NamedTuple):
    """A clause as it stands on paper: its number, what stands behind that first, and all words."""

    clause: AgreedClause
    label: str
    begin: str
    """Its title or, where none is printed, its words."""
    words: str
    """Number, title and all that follows."""


def printed_clauses(agreement: Agreement, style: Style, first: int) -> tuple[Printed, ...]:
    """Return the clauses under their titles, numbered in a style from ``first``."""
    made = clauses(_context(agreement, style, first), _directive("klausul", style))
    return tuple(
        Printed(clause, block.label, block.title, " ".join((block.label, block.title, *_said(block.entries))))
        for clause, block in zip(agreement.clauses, made, strict=True)
        if isinstance(block, ClauseBlock)
    )


def printed_points(agreement: Agreement, style: Style, first: int) -> tuple[Printed, ...]:
    """Return the clauses as the points of one sentence, without titles; they are numbered from 1."""
    (made,) = points(_context(agreement, style, first), _directive("poin-klausul", style))
    entries = made.entries if isinstance(made, Listing) else ()
    return tuple(
        Printed(clause, entry.label, said, f"{entry.label} {said}")
        for clause, entry in zip(agreement.clauses, entries, strict=True)
        for said in (_text(entry),)
    )


def naskah_references(agreement: Agreement, templates: Mapping[str, Template]) -> dict[str, str]:
    """Return clause id → how the naskah refers to it, with a plain blank: ``Pasal 5``.

    Nothing where ``templates`` hold no naskah, or several of which each numbers in its own way. Raises
    :class:`Refused` for a template that is at fault.
    """
    found = [template for template in templates.values() if template.front.id == "naskah"]
    if len(found) != 1:
        return {}
    context = _context(agreement, agreement.style, 1)
    _parts, references = expanded(context._replace(template=found[0], templates=templates))
    return {clause_id: told.replace("\u00a0", " ") for clause_id, told in references.items()}


def _context(agreement: Agreement, style: Style, first: int) -> Context:
    return Context(
        template=_NO_TEMPLATE,
        agreement=agreement,
        state=state(agreement),
        words={},
        references={
            clause.id: reference(number, style) for number, clause in enumerate(agreement.clauses, first)
        },
        number=first,
        logo=None,
        receiver=Receiver(None, None, {}),
        templates={},
    )


def _directive(name: str, style: Style) -> Directive:
    return Directive(name, "", (("gaya", style.value),), (), 0)


def _said(entries: Iterable[Entry]) -> Iterator[str]:
    for entry in entries:
        yield from (entry.label, _text(entry))
        yield from _said(entry.entries)


def _text(entry: Entry) -> str:
    return "".join(run.text for run in entry.runs)
