"""``kop``, ``judul`` and ``nomor``: the head of a paper."""

from __future__ import annotations

from kampanye_tui.document.context import BLANK, Context, plain
from kampanye_tui.document.directives.parties import roles
from kampanye_tui.document.document_number import number_of
from kampanye_tui.document.parts import Directive, Passage
from kampanye_tui.model.document import Align, Block, Heading, Letterhead, Paragraph, Run
from kampanye_tui.model.party import ORGANISER_ID


def letterhead(context: Context, _directive: Directive) -> tuple[Block, ...]:
    """Return the kop: the name of the commission, the region, the address; the logo where there is one."""
    office = context.agreement.office
    address = tuple(line for line in (office.address, office.contact) if line)
    return (
        Letterhead(
            names=tuple(line.upper() for line in office_lines(context)),
            address=address,
            logo=context.logo,
            source="kantor",
        ),
    )


def office_lines(context: Context) -> tuple[str, ...]:
    """Return the name of the office as it is divided into lines: the commission, and its region."""
    commission = context.words.get("penyelenggara", "")
    name = context.agreement.office.name
    if commission and name.startswith(f"{commission} "):
        return commission, name.removeprefix(f"{commission} ")
    return (name,)


def titles(context: Context, directive: Directive) -> tuple[Block, ...]:
    """Return centred capitals, line by line; ``#`` is the title of the paper, other lines are smaller."""
    made: list[Block] = []
    for part in directive.parts:
        if not isinstance(part, Passage):
            raise context.refuse(part.line, "di dalam judul hanya boleh ada teks")
        for number, line in enumerate(part.lines, part.line):
            runs = tuple(
                Run(run.text.upper(), bold=True, italic=run.italic) for run in context.spoken(line, number)
            )
            made.append(Heading(level=part.level or 2, runs=runs, outline=part.level == 1, source="judul"))
    return tuple(made)


def number_lines(context: Context, directive: Directive) -> tuple[Block, ...]:
    """Return one line ``Nomor`` for the office, and one for each institution that gives its own.

    A number that comes later, from elsewhere, prints as a blank. ``peran`` keeps the institutions of a paper
    that only some of them number; the office is always among them.
    """
    agreement, front = context.agreement, context.template.front
    own = [party for party in agreement.of_role(*roles(directive)) if party.has_own_number]
    number = number_of(agreement, front) or BLANK
    lines = [f"Nomor: {number}"]
    if own:
        office = agreement.party(ORGANISER_ID)
        lines = [f"Nomor {office.called if office else 'kantor'}: {number}"]
        lines += [f"Nomor {party.called}: {party.numbers.get(front.id) or BLANK}" for party in own]
    return tuple(Paragraph(runs=plain(line), align=Align.CENTRE, keep=True, source="nomor") for line in lines)
