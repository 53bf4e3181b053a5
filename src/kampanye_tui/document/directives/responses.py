"""``tanggapan-klausul``: where one pihak answers clause by clause."""

from __future__ import annotations

from kampanye_tui.document.context import Context
from kampanye_tui.document.directives.options import listed
from kampanye_tui.document.numbering import headed
from kampanye_tui.document.parts import Directive
from kampanye_tui.model.document import Align, Block, Column, Run, Runs, Table


def responses(context: Context, directive: Directive) -> tuple[Block, ...]:
    """Return a table with every clause, an empty cell to tick for each choice, and room to write.

    ``klausul`` and ``catatan`` are heads of columns, ``pilihan`` lists those of the choices, parted by ``;``.
    """
    options = {name: context.say(value, directive.line) for name, value in directive.options}
    choices = listed(options["pilihan"], ";")
    empty: tuple[Runs, ...] = ((),) * (len(choices) + 1)
    rows = tuple(
        ((Run(headed(context.refer(clause.id), clause.title)),), *empty)
        for clause in context.agreement.clauses
    )
    return (
        Table(
            columns=(
                Column(head=options["klausul"], share=44),
                *(Column(head=choice, share=21, align=Align.CENTRE) for choice in choices),
                Column(head=options["catatan"], share=63),
            ),
            rows=rows,
            row_height=int(options.get("tinggi", "18")),
            source="tanggapan",
        ),
    )
