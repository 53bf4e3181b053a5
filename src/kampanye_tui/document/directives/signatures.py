"""``tanda-tangan``: where those of a role, or the members of the office, sign."""

from __future__ import annotations

from kampanye_tui.document.context import Context
from kampanye_tui.document.directives.parties import roles
from kampanye_tui.document.parts import Directive
from kampanye_tui.model.document import Block, SignatureField, SignatureGrid
from kampanye_tui.model.party import ORGANISER_ID, Role

MEMBERS = "anggota-kantor"


def signatures(context: Context, directive: Directive) -> tuple[Block, ...]:
    """Return one grid; ``peran`` chooses pihak by role, ``oleh="anggota-kantor"`` the office's members."""
    options = dict(directive.options)
    columns = options.get("kolom", "2")
    if columns not in ("1", "2"):
        raise context.refuse(directive.line, f'kolom="{columns}"', 'Pilih kolom="1" atau kolom="2"')
    chosen = options.get("oleh", "")
    if chosen not in ("", MEMBERS):
        raise context.refuse(
            directive.line, f'oleh="{chosen}" tidak dikenal', f'Yang dikenal: oleh="{MEMBERS}"'
        )
    fields = _members(context) if chosen else _parties(context, directive)
    if not fields:
        return ()
    heading = context.say(options.get("judul", ""), directive.line)
    return (SignatureGrid(fields=fields, columns=int(columns), heading=heading, source="tanda tangan"),)


def _members(context: Context) -> tuple[SignatureField, ...]:
    office = context.agreement.office
    return tuple(
        SignatureField(
            party=ORGANISER_ID, caption="", office=member.office, name=member.name, role=Role.ORGANISER.value
        )
        for member in office.members
    )


def _parties(context: Context, directive: Directive) -> tuple[SignatureField, ...]:
    return tuple(
        SignatureField(
            party=party.id,
            caption=party.name,
            office=person.office,
            name=person.name,
            role=party.role.value,
            ballot_number=party.ballot_number,
        )
        for party in context.agreement.of_role(*roles(context, directive))
        for person in party.signatories
    )
