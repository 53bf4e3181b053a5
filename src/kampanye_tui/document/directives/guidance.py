"""``panduan-klausul``: what each clause means in the field, for candidates and teams."""

from __future__ import annotations

from collections.abc import Iterator

from kampanye_tui.document.context import Context, plain
from kampanye_tui.document.directives.clauses import cited, worded
from kampanye_tui.document.numbering import headed
from kampanye_tui.document.parts import Directive
from kampanye_tui.model.agreement import AgreedClause
from kampanye_tui.model.document import Align, Block, Entry, Form, FormField, Heading, Listing, Paragraph, Run


def guidance(context: Context, directive: Directive) -> tuple[Block, ...]:
    """Return every clause with the parts that the options name, in words of the template.

    An option both asks for a part and gives its label; ``intinya=""`` gives the explanation without one. What
    a clause does not say is left out.
    """
    labels = {option: context.say(label, directive.line) for option, label in directive.options}
    return tuple(
        block for clause in context.agreement.clauses for block in _guidance(context, clause, labels)
    )


def _guidance(context: Context, clause: AgreedClause, labels: dict[str, str]) -> Iterator[Block]:
    source = f"klausul {clause.id}"
    title = Run(headed(context.refer(clause.id), clause.title))
    yield Heading(level=2, runs=(title,), align=Align.LEFT, source=source)
    below = [*_points(context, clause, labels, source), *_fields(context, clause, labels, source)]
    if "intinya" in labels and clause.explanation:
        lead = (Run(f"{labels['intinya']}: ", bold=True),) if labels["intinya"] else ()
        text = Run(worded(context, clause, clause.explanation))
        yield Paragraph(runs=(*lead, text), align=Align.LEFT, keep=bool(below), source=source)
    yield from below


def _points(context: Context, clause: AgreedClause, labels: dict[str, str], source: str) -> Iterator[Block]:
    guide = clause.guidance
    lists = {"boleh": guide.allowed, "tidak_boleh": guide.forbidden, "contoh": guide.examples}
    for option, texts in lists.items():
        if option in labels and texts:
            label = Run(labels[option], bold=True)
            yield Paragraph(runs=(label,), align=Align.LEFT, keep=True, source=source)
            entries = (Entry(label="–", runs=plain(worded(context, clause, text))) for text in texts)
            yield Listing(entries=tuple(entries), align=Align.LEFT, source=source)


def _fields(context: Context, clause: AgreedClause, labels: dict[str, str], source: str) -> Iterator[Block]:
    values = {
        "dasar": "; ".join(cited(context, clause)),
        "lapor": worded(context, clause, clause.guidance.reporting),
    }
    fields = tuple(
        FormField(label=labels[option], value=value)
        for option, value in values.items()
        if option in labels and value
    )
    if fields:
        yield Form(fields=fields, source=source)
