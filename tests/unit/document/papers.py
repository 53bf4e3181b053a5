"""Small templates and agreements, and what the documents made from them say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
import pytest

from kampanye_tui.agreement.state import state
from kampanye_tui.document.build import build
from kampanye_tui.document.template_file import read_template
from kampanye_tui.model.agreement import AgreedClause, Agreement, CopyForm, CopyPlan
from kampanye_tui.model.document import ClauseBlock, Document, Entry, Run
from kampanye_tui.model.problem import Problem, Refused
from kampanye_tui.model.template import Template

FILE = "paket/templat/uji.md"
HEAD = '+++\nformat = 1\nid = "uji"\njudul = "Uji"\n+++\n'
FIRST = 6
"""The line of the file in which the body begins."""


def template(body: str, *, name: str = "uji", scope: str = "naskah") -> Template:
    """Return a template with this body, as a pack would give it."""
    head = HEAD.replace('"uji"', f'"{name}"').replace("judul", f'cakupan = "{scope}"\njudul')
    return msgspec.structs.replace(
        read_template(f"{head}{body}".encode(), FILE.replace("uji", name)),
        first_line=FIRST,
        address=f"paket/{name}",
    )


def paper(agreement: Agreement, body: str, **more: Any) -> Document:
    """Return the document of a template with this body."""
    return build(template(body), agreement, state(agreement), **more)


def problem_of(agreement: Agreement, body: str, **more: Any) -> Problem:
    """Return the single problem for which a template with this body is refused."""
    with pytest.raises(Refused) as caught:
        paper(agreement, body, **more)
    (problem,) = caught.value.problems
    return problem


def said(runs: tuple[Run, ...]) -> str:
    """Return the text of runs."""
    return "".join(run.text for run in runs)


def texts(value: object) -> Iterator[str]:
    """Yield the text of every paragraph, cell, field and label of a document or block, in order."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple) and value and all(isinstance(item, Run) for item in value):
        yield said(value)
    elif isinstance(value, tuple):
        for item in value:
            yield from texts(item)
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            if name not in ("source", "align", "party", "role", "id", "logo"):
                yield from texts(getattr(value, name))


def labels(document: Document) -> list[str]:
    """Return the numbers of the clauses of a document."""
    return [block.label for block in document.blocks if isinstance(block, ClauseBlock)]


def tree(entries: tuple[Entry, ...]) -> list[Any]:
    """Return entries as ``label text`` with what is below each as a list behind it."""
    made: list[Any] = []
    for entry in entries:
        made.append(f"{entry.label} {said(entry.runs)}".strip())
        if entry.entries:
            made.append(tree(entry.entries))
    return made


def clause(clause_id: str, text: str = "Isi.", **more: Any) -> AgreedClause:
    """Return a clause that reads as it is written."""
    return AgreedClause(id=clause_id, title=clause_id.title(), text=text, resolved=text, **more)


def with_clauses(agreement: Agreement, *clauses: AgreedClause) -> Agreement:
    """Return the agreement with these clauses only."""
    return msgspec.structs.replace(agreement, clauses=clauses)


def copy_for(agreement: Agreement, holder: str) -> CopyPlan:
    """Return the planned salinan of a pihak."""
    return next(copy for copy in agreement.copies_of(CopyForm.COPY) if copy.holder == holder)
