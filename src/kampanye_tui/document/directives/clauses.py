"""The clauses of the agreement (``klausul``, ``poin-klausul``, ``penjelasan-klausul``), and ``pasal``."""

from __future__ import annotations

from collections.abc import Iterable

from kampanye_tui.agreement.law import short_name
from kampanye_tui.agreement.placeholders import finish
from kampanye_tui.agreement.provisions import Provision, ayat_label, point_label, provisions
from kampanye_tui.document.context import BLANK, Context, plain
from kampanye_tui.document.numbering import headed, label, style_of
from kampanye_tui.document.parts import Directive, Items, Passage
from kampanye_tui.model.agreement import AgreedClause
from kampanye_tui.model.document import (
    Block,
    ClauseBlock,
    Column,
    Entry,
    Listing,
    Run,
    Runs,
    Table,
)
from kampanye_tui.model.occasion import Style


def clauses(context: Context, directive: Directive) -> tuple[Block, ...]:
    """Return all clauses of the agreement, numbered on from what stands before them."""
    style = style_of(context, directive)
    return tuple(
        ClauseBlock(
            id=clause.id,
            label=label(number, style),
            title=clause.title,
            entries=entries_of(context, clause, style),
            centred=style is Style.ARTICLES,
            source=f"klausul {clause.id}",
        )
        for number, clause in enumerate(context.agreement.clauses, context.number)
    )


def entries_of(context: Context, clause: AgreedClause, style: Style) -> tuple[Entry, ...]:
    """Return the words of a clause as they print: its ayat with their huruf."""
    return _ayat(_read(context, clause), style)


def points(context: Context, _directive: Directive) -> tuple[Block, ...]:
    """Return the words of all clauses as the points of one sentence, without their titles."""
    said = [
        " ".join(
            text for ayat in provisions(clause.text, clause.resolved) for text in (ayat.text, *ayat.points)
        )
        for clause in context.agreement.clauses
    ]
    last = len(said)
    ends = {last: ".", last - 1: "; dan"}
    return (
        Listing(
            entries=tuple(
                Entry(
                    label=f"{number}.",
                    runs=plain(f"{context.settle(text).rstrip('.;')}{ends.get(number, ';')}"),
                    source=f"klausul {clause.id}",
                )
                for number, (clause, text) in enumerate(zip(context.agreement.clauses, said, strict=True), 1)
            )
        ),
    )


def articles(context: Context, directive: Directive) -> tuple[Block, ...]:
    """Return a pasal of the template's own; each paragraph is an ayat, a list below it its huruf."""
    style = style_of(context, directive)
    ayat: list[tuple[Runs, list[Runs]]] = []
    for part in directive.parts:
        if isinstance(part, Passage):
            ayat.append((context.runs(part), []))
        elif isinstance(part, Items) and ayat:
            for item in part.items:
                if len(item) != 1 or not isinstance(item[0], Passage):
                    raise context.refuse(part.line, "setiap huruf hanya boleh berisi satu alinea")
                ayat[-1][1].append(context.runs(item[0]))
        else:
            raise context.refuse(part.line, "di dalam pasal hanya boleh ada alinea dan daftar huruf")
    return (
        ClauseBlock(
            id="",
            label=label(context.number, style),
            title=context.say(directive.argument, directive.line),
            entries=_ayat(ayat, style),
            centred=style is Style.ARTICLES,
            source=f"pasal {directive.argument}",
        ),
    )


def explanations(context: Context, _directive: Directive) -> tuple[Block, ...]:
    """Return a table of the clauses with their plain explanation and where they stand in law.

    A clause that has neither is left out, and so is a table without rows.
    """
    rows: list[tuple[Runs, ...]] = []
    for clause in context.agreement.clauses:
        said = worded(context, clause, clause.explanation), "; ".join(cited(context, clause))
        if any(said):
            title = Run(headed(context.refer(clause.id), clause.title), bold=True)
            rows.append(((title,), *map(plain, said)))
    if not rows:
        return ()
    return (
        Table(
            columns=(
                Column(head="Klausul", share=26),
                Column(head="Penjelasan", share=52),
                Column(head="Dasar hukum", share=32),
            ),
            rows=tuple(rows),
            source="penjelasan klausul",
        ),
    )


def worded(context: Context, clause: AgreedClause, text: str) -> str:
    """Return a text beside a clause on one line; what nothing knows is a blank, and a finding of a rule."""
    words = context.words | {parameter.name: parameter.value for parameter in clause.parameters}
    return finish(" ".join(text.split()), lambda name: words.get(name) or BLANK, context.refer)


def cited(context: Context, clause: AgreedClause) -> list[str]:
    """Return where a clause stands in law, one text for each law."""
    laws: dict[str, list[str]] = {}
    for citation in clause.citations:
        laws.setdefault(citation.law, []).append(citation.article)
    said = []
    for law_id, article in laws.items():
        law = context.agreement.reference.law(law_id)
        said.append(f"{short_name(law) if law else law_id} {', '.join(article)}")
    return said


def _read(context: Context, clause: AgreedClause) -> list[tuple[Runs, list[Runs]]]:
    def runs(provision: Provision) -> tuple[Runs, list[Runs]]:
        points = [plain(context.settle(point)) for point in provision.points]
        return plain(context.settle(provision.text)), points

    return [runs(provision) for provision in provisions(clause.text, clause.resolved)]


def _ayat(ayat: Iterable[tuple[Runs, list[Runs]]], style: Style) -> tuple[Entry, ...]:
    """Return ayat with their huruf, labelled."""
    listed = list(ayat)
    count = len(listed)
    return tuple(
        Entry(
            label=ayat_label(position, count, style),
            runs=runs,
            entries=tuple(
                Entry(label=point_label(n, count, style), runs=point) for n, point in enumerate(points)
            ),
        )
        for position, (runs, points) in enumerate(listed)
    )
