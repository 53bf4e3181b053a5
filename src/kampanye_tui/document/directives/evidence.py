"""``salinan-tercatat`` and ``bukti-tersimpan``: who has which copy since when, and which files are kept."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from kampanye_tui.agreement.copy_standing import CopyRow, copy_rows
from kampanye_tui.agreement.evidencing import scan_rows
from kampanye_tui.agreement.moment import zone_of
from kampanye_tui.agreement.words import long_date
from kampanye_tui.document.context import Context, plain
from kampanye_tui.document.parts import Directive
from kampanye_tui.model.document import Align, Block, Column, Table
from kampanye_tui.model.event import Evidence
from kampanye_tui.model.state import State


def copies_out(context: Context) -> tuple[CopyRow, ...]:
    """Return the copies of which something was recorded, of all or of the pihak that a paper is for."""
    agreement, state = context.agreement, context.state
    return tuple(
        row
        for row in (*copy_rows(agreement, state), *scan_rows(agreement, state))
        if row.occurred is not None and context.concerns(row.party)
    )


def copies_recorded(context: Context, directive: Directive) -> tuple[Block, ...]:
    """Return a row for each copy: how it stands, since when, and who received it in which capacity."""
    said = {option: context.say(label, directive.line) for option, label in directive.options}
    rows = copies_out(context)
    if not rows:
        return ()
    return (
        Table(
            columns=(
                Column(head=said["bentuk"], share=17),
                Column(head=said["nomor"], share=14, align=Align.CENTRE),
                Column(head=said["pihak"], share=36),
                Column(head=said["keadaan"], share=20),
                Column(head=said["sejak"], share=29),
                Column(head=said["penerima"], share=40),
            ),
            rows=tuple(
                (
                    plain(row.form),
                    plain(str(row.number)),
                    plain(row.holder),
                    plain(row.told),
                    plain(_day(context, row.occurred)),
                    plain(f"{row.receiver}, {row.capacity}" if row.receiver else row.remark),
                )
                for row in rows
            ),
            row_height=7,
            source="salinan yang dicatat",
        ),
    )


def evidence_told(state: State, concerns: Callable[[str], bool]) -> tuple[Evidence, ...]:
    """Return the files that a paper tells of: those of nobody in particular, and of the pihak it concerns."""
    return tuple(one for one in state.evidence if not one.party or concerns(one.party))


def evidence_kept(context: Context, directive: Directive) -> tuple[Block, ...]:
    """Return a row for each file that is kept as evidence, with its hash; nothing without any.

    On the paper of one pihak those of others are left out.
    """
    said = {option: context.say(label, directive.line) for option, label in directive.options}
    listed = evidence_told(context.state, context.concerns)
    if not listed:
        return ()
    return (
        Table(
            columns=(
                Column(head=said["tentang"], share=28),
                Column(head=said["asli"], share=10, align=Align.CENTRE),
                Column(head=said["sejak"], share=24),
                Column(head=said["kode"], share=112),
            ),
            rows=tuple(
                (
                    plain(one.about),
                    plain(str(one.original or "")),
                    plain(_day(context, one.occurred)),
                    plain(one.sha256),
                )
                for one in listed
            ),
            source="bukti yang disimpan",
        ),
    )


def _day(context: Context, moment: datetime | None) -> str:
    zone = zone_of(context.agreement.reference.region)
    return long_date(moment.astimezone(zone).date()) if moment else ""
