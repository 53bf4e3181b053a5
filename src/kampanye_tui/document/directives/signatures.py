"""``tanda-tangan``: where those of a role, the office, or those named inside sign."""

from __future__ import annotations

from kampanye_tui.document.context import BLANK, Context
from kampanye_tui.document.directives.letterhead import office_lines
from kampanye_tui.document.directives.options import ALIGNS, Option
from kampanye_tui.document.directives.parties import persons, roles
from kampanye_tui.document.directives.signing import signed_table
from kampanye_tui.document.parts import Directive, Passage
from kampanye_tui.model.document import Align, Block, Heading, Run, SignatureField, SignatureGrid
from kampanye_tui.model.party import ORGANISER_ID, Role
from kampanye_tui.model.state import Phase

MEMBERS, CHAIR = "anggota-kantor", "ketua-kantor"
SIGNERS = Option(choices=(MEMBERS, CHAIR))
FRAME = Option(choices=("bingkai",))


def signatures(context: Context, directive: Directive) -> tuple[Block, ...]:
    """Return one grid.

    ``peran`` chooses pihak by role, ``oleh`` the members or the chair of the office; lines ``Sebagai: nama``
    inside are places of their own. ``bentuk="bingkai"`` frames the ink, for boards and thick pens. On a
    numbered copy nobody signs: when the signing is closed it tells what came of asking everybody.
    """
    options = dict(directive.options)
    if "peran" in options and context.copy is not None and context.state.phase is Phase.CLOSED:
        return _copied(context, directive)
    if directive.parts:
        fields = _written(context, directive)
    elif "oleh" in options:
        fields = _office(context, options["oleh"])
    else:
        fields = _parties(context, directive)
    if not fields:
        return ()
    return (
        SignatureGrid(
            fields=fields,
            columns=int(options.get("kolom", "2")),
            heading=context.say(options.get("judul", ""), directive.line),
            height=int(options.get("tinggi", "0")),
            framed="bentuk" in options,
            align=ALIGNS[options["letak"]] if "letak" in options else Align.CENTRE,
            stamp=context.say(options.get("meterai", ""), directive.line),
            source="tanda tangan",
        ),
    )


def _copied(context: Context, directive: Directive) -> tuple[Block, ...]:
    asked = [seat for seat in context.state.seats if seat.role in roles(directive)]
    if not asked:
        return ()
    heading = context.say(dict(directive.options).get("judul", ""), directive.line)
    title = Heading(level=2, runs=(Run(heading, bold=True),), align=Align.LEFT, outline=False)
    return (*((title,) if heading else ()), signed_table(context, asked))


def _office(context: Context, who: str) -> tuple[SignatureField, ...]:
    signing = [(member.office, member.name) for member in context.agreement.members()]
    if who == CHAIR:
        title, name = signing[0]
        signing = [(f"{title} {chr(10).join(office_lines(context))}", name)]
    return tuple(
        SignatureField(party=ORGANISER_ID, caption="", office=title, name=name, role=Role.ORGANISER.value)
        for title, name in signing
    )


def _written(context: Context, directive: Directive) -> tuple[SignatureField, ...]:
    made = []
    for part in directive.parts:
        if not isinstance(part, Passage):
            raise context.refuse(part.line, "di dalam tanda-tangan hanya boleh ada baris teks")
        for line, pieces in enumerate(part.lines, part.line):
            office, _colon, name = "".join(piece.text for piece in pieces).partition(":")
            spoken = context.say(name.strip(), line)
            made.append(
                SignatureField(
                    party="",
                    caption="",
                    office=context.say(office.strip(), line),
                    name="" if spoken == BLANK else spoken,
                    role="",
                )
            )
    return tuple(made)


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
        for party in context.agreement.of_role(*roles(directive))
        for person in persons(party)
    )
