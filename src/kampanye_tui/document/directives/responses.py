"""``tanggapan-klausul``: where one pihak answers clause by clause."""

from __future__ import annotations

from kampanye_tui.agreement.response_matrix import Standing, matrix
from kampanye_tui.document.context import Context, plain
from kampanye_tui.document.directives.options import listed
from kampanye_tui.document.numbering import headed
from kampanye_tui.document.parts import Directive
from kampanye_tui.model.agreement import AgreedClause
from kampanye_tui.model.document import Align, Block, Column, Paragraph, Run, Runs, Table

STILL_ASKED = "belum"
"""Names the clauses that a pihak has not answered as they now read."""


def responses(context: Context, directive: Directive) -> tuple[Block, ...]:
    """Return a table with every clause, an empty cell to tick for each choice, and room to write.

    ``klausul`` and ``catatan`` are heads of columns, ``pilihan`` lists those of the choices, parted by ``;``.
    With ``hanya="belum"`` only clauses are there that the pihak has not answered as they now read;
    ``selesai`` is said where there is none.
    """
    options = {name: context.say(value, directive.line) for name, value in directive.options}
    choices = listed(options["pilihan"], ";")
    empty: tuple[Runs, ...] = ((),) * (len(choices) + 1)
    clauses = _still_asked(context) if "hanya" in options else context.agreement.clauses
    if not clauses and "selesai" in options:
        return (Paragraph(runs=plain(options["selesai"])),)
    rows = tuple(((Run(headed(context.refer(clause.id), clause.title)),), *empty) for clause in clauses)
    return (
        Table(
            columns=(
                Column(head=options["klausul"], share=44),
                *(Column(head=choice, share=24, align=Align.CENTRE) for choice in choices),
                Column(head=options["catatan"], share=63),
            ),
            rows=rows,
            row_height=int(options.get("tinggi", "18")),
            source="tanggapan",
        ),
    )


def _still_asked(context: Context) -> tuple[AgreedClause, ...]:
    """Return the clauses to which the pihak of this paper has no answer that still counts."""
    return tuple(
        row.clause
        for row in matrix(context.agreement, context.state.answers)
        for cell in row.of(Standing.NONE, Standing.STALE)
        if cell.party == context.holder
    )
