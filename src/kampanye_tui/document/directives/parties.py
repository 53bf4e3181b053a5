"""``hadirin`` and ``daftar-pihak``: who takes part, as a list and as a table."""

from __future__ import annotations

from kampanye_tui.document.context import Context, plain
from kampanye_tui.document.parts import Directive, Passage
from kampanye_tui.model.document import Align, Block, Column, Entry, Listing, Run, Runs, Table
from kampanye_tui.model.party import Role


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
    """Return a table of those of a role: number, name, who signs."""
    parties = context.agreement.of_role(*roles(context, directive))
    numbered = any(party.ballot_number is not None for party in parties)
    rows = tuple(
        (
            plain(str(position if party.ballot_number is None else party.ballot_number)),
            plain(party.name),
            plain(person.office),
            plain(person.name),
        )
        for position, party in enumerate(parties, 1)
        for person in party.signatories
    )
    return (
        Table(
            columns=(
                Column(head="Nomor urut" if numbered else "No.", share=11, align=Align.CENTRE),
                Column(head="Pihak", share=36),
                Column(head="Jabatan penanda tangan", share=36),
                Column(head="Nama", share=27),
            ),
            rows=rows,
            row_height=8,
            source="daftar pihak",
        ),
    )


def roles(context: Context, directive: Directive) -> tuple[Role, ...]:
    """Return the roles that the option ``peran`` names, parted by commas; all when it is absent."""
    written = dict(directive.options).get("peran", "")
    names = [name.strip() for name in written.split(",") if name.strip()]
    known = [role.value for role in Role]
    for name in names:
        if name not in known:
            raise context.refuse(
                directive.line, f'peran "{name}" tidak dikenal', f"Yang dikenal: {', '.join(known)}"
            )
    return tuple(Role(name) for name in names) or tuple(Role)
