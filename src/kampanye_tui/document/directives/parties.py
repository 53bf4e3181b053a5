"""``hadirin`` and ``daftar-pihak``: who takes part, as a list and as a table."""

from __future__ import annotations

from kampanye_tui.document.context import BLANK, Context, plain
from kampanye_tui.document.directives.options import listed
from kampanye_tui.document.parts import Directive, Passage
from kampanye_tui.model.document import Align, Block, Column, Entry, Listing, Run, Runs, Table
from kampanye_tui.model.party import Party, Role, Signatory


def attendees(context: Context, directive: Directive) -> tuple[Block, ...]:
    """Return all pihak as a numbered list; what stands inside is said once for all contestants."""
    agreement = context.agreement
    entries: list[Runs] = []
    for party in agreement.parties:
        if party.role is not Role.CONTESTANT:
            entries.append(plain(party.name))
        elif party is agreement.of_role(Role.CONTESTANT)[0]:
            entries += _for_contestants(context, directive)
    last = len(entries)
    return (
        Listing(
            entries=tuple(
                Entry(
                    label=f"{number}.",
                    runs=(*runs, Run("." if number == last else ";")),
                    source="pihak",
                )
                for number, runs in enumerate(entries, 1)
            )
        ),
    )


def _for_contestants(context: Context, directive: Directive) -> list[Runs]:
    made = []
    for part in directive.parts:
        if not isinstance(part, Passage):
            raise context.refuse(part.line, "di dalam hadirin hanya boleh ada alinea")
        made.append(context.runs(part))
    return made or [plain(context.words["peserta"])]


def party_table(context: Context, directive: Directive) -> tuple[Block, ...]:
    """Return a table of those of a role: number, name, who signs; ``paraf`` heads a column for initials."""
    initials = context.say(dict(directive.options).get("paraf", ""), directive.line)
    room: tuple[Runs, ...] = ((),) if initials else ()
    parties = context.agreement.of_role(*roles(directive))
    numbered = any(party.ballot_number is not None for party in parties)
    rows = tuple(
        (
            plain(_number(party, position)),
            plain(party.name),
            plain(person.office),
            plain(person.name),
            *room,
        )
        for position, party in enumerate(parties, 1)
        for person in persons(party)
    )
    return (
        Table(
            columns=(
                Column(head="Nomor urut" if numbered else "No.", share=11, align=Align.CENTRE),
                Column(head="Pihak", share=36),
                Column(head="Jabatan penanda tangan", share=36),
                Column(head="Nama", share=27),
                *((Column(head=initials, share=16),) if initials else ()),
            ),
            rows=rows,
            row_height=12 if initials else 8,
            source="daftar pihak",
        ),
    )


def persons(party: Party) -> tuple[Signatory, ...]:
    """Return who signs for a pihak: one person in an office left blank, as long as nobody is named."""
    return party.signatories or (Signatory(office=BLANK),)


def roles(directive: Directive) -> tuple[Role, ...]:
    """Return the roles that the option ``peran`` names; all when it is absent."""
    return tuple(Role(name) for name in listed(dict(directive.options).get("peran", ""))) or tuple(Role)


def _number(party: Party, position: int) -> str:
    """Return what numbers a row: a contestant's ballot number or a blank before the draw, else the row."""
    if party.role is Role.CONTESTANT:
        return BLANK if party.ballot_number is None else str(party.ballot_number)
    return str(position)
