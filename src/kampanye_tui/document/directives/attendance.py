"""``daftar-hadir``: who is expected, in order, and empty rows for who comes besides."""

from __future__ import annotations

from kampanye_tui.document.context import Context, plain
from kampanye_tui.document.directives.parties import persons, roles
from kampanye_tui.document.parts import Directive
from kampanye_tui.model.document import Align, Block, Column, Runs, Table

ZIGZAG = "\u00a0" * 22
"""Before every second number, so that neighbours have two rows' room to sign."""


def attendance(context: Context, directive: Directive) -> tuple[Block, ...]:
    """Return the table; an option names each column, ``baris_kosong`` says how many rows stay empty."""
    options = dict(directive.options)
    expected = [
        (plain(person.name), plain(party.name), plain(person.office))
        for party in context.agreement.of_role(*roles(directive))
        for person in persons(party)
    ]
    empty: tuple[Runs, Runs, Runs] = ((), (), ())
    expected += [empty] * int(options.get("baris_kosong", "0"))
    rows = tuple(
        (plain(f"{number}."), *person, plain(f"{'' if number % 2 else ZIGZAG}{number}."))
        for number, person in enumerate(expected, 1)
    )

    def head(option: str) -> str:
        return context.say(options[option], directive.line)

    return (
        Table(
            columns=(
                Column(head="No.", share=8, align=Align.CENTRE),
                Column(head=head("nama"), share=32),
                Column(head=head("lembaga"), share=36),
                Column(head=head("jabatan"), share=44),
                Column(head=head("tanda_tangan"), share=40),
            ),
            rows=rows,
            row_height=13,
            source="daftar hadir",
        ),
    )
