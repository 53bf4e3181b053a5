"""``salinan-diserahkan`` and ``ekspedisi``: which numbered copies went to whom, and the book of it."""

from __future__ import annotations

from kampanye_tui.agreement.copy_standing import holder_name
from kampanye_tui.agreement.moment import zone_of
from kampanye_tui.agreement.words import long_date, number_and_words
from kampanye_tui.document.context import Context, plain
from kampanye_tui.document.document_number import ROOM
from kampanye_tui.document.parts import Directive
from kampanye_tui.model.agreement import Agreement, CopyForm
from kampanye_tui.model.document import Align, Block, Column, Runs, Table
from kampanye_tui.model.event import CopyDeed, CopyHandled
from kampanye_tui.model.state import CopyStatus, State

ORDER = [form.value for form in CopyForm]
GIVEN = (CopyDeed.HANDED_OVER, CopyDeed.RECEIVED)
"""What was done last with a copy that somebody has."""


def handed_over_that_day(agreement: Agreement, state: State) -> tuple[tuple[CopyStatus, CopyHandled], ...]:
    """Return each copy that somebody has and its handing over, as far as it was on the day of the closing."""
    zone = zone_of(agreement.reference.region)
    closed = state.closed_at
    return tuple(
        (copy, given)
        for copy in _in_order(state)
        if copy.last and copy.last.deed in GIVEN
        for given in [one for one in copy.deeds if one.deed is CopyDeed.HANDED_OVER][-1:]
        if closed is None or given.occurred.astimezone(zone).date() == closed.astimezone(zone).date()
    )


def handed_over(context: Context, directive: Directive) -> tuple[Block, ...]:
    """Return the copies that went out on the day of the signing: form, number, to whom."""
    said = {option: context.say(label, directive.line) for option, label in directive.options}
    given = handed_over_that_day(context.agreement, context.state)
    if not given:
        return ()
    return (
        Table(
            columns=(
                Column(head=said["bentuk"], share=18),
                Column(head=said["nomor"], share=14, align=Align.CENTRE),
                Column(head=said["pihak"], share=40),
                Column(head=said["penerima"], share=40),
                Column(head=said["kapasitas"], share=30),
            ),
            rows=tuple(
                (
                    plain(copy.form),
                    plain(str(copy.number)),
                    plain(holder_name(context.agreement, copy.party)),
                    plain(deed.receiver),
                    plain(deed.capacity),
                )
                for copy, deed in given
            ),
            row_height=7,
            source="salinan yang diserahkan",
        ),
    )


def expedition(context: Context, directive: Directive) -> tuple[Block, ...]:
    """Return the book: a row for each handing over, and one to be filled by hand for what is still here.

    The options head the columns; ``hal`` is what was handed over.
    """
    said = {option: context.say(label, directive.line) for option, label in directive.options}
    rows = [row for copy in _in_order(context.state) for row in _entries(context, copy, said["hal"])]
    return (
        Table(
            columns=(
                Column(head="No.", share=9, align=Align.CENTRE),
                Column(head=said["tanggal"], share=26),
                Column(head=said["naskah"], share=38),
                Column(head=said["kepada"], share=40),
                Column(head=said["isi"], share=54),
                Column(head=said["banyaknya"], share=20, align=Align.CENTRE),
                Column(head=said["penerima"], share=44),
                Column(head=said["tanda_tangan"], share=32),
                Column(head=said["keterangan"], share=36),
            ),
            rows=tuple((plain(f"{position}."), *row) for position, row in enumerate(rows, 1)),
            row_height=13,
            source="buku ekspedisi",
        ),
    )


def _entries(context: Context, copy: CopyStatus, subject: str) -> list[tuple[Runs, ...]]:
    """Return the rows of a copy: one each time it went out with what became of it, or one."""
    trips: list[list[CopyHandled]] = [[]]
    for deed in copy.deeds:
        if deed.deed is CopyDeed.HANDED_OVER and any(one.deed is deed.deed for one in trips[-1]):
            trips.append([])
        trips[-1].append(deed)
    return [_entry(context, copy, subject, trip) for trip in trips]


def _entry(context: Context, copy: CopyStatus, subject: str, deeds: list[CopyHandled]) -> tuple[Runs, ...]:
    given = next((deed for deed in deeds if deed.deed is CopyDeed.HANDED_OVER), None)
    received = next((deed for deed in deeds if deed.deed is CopyDeed.RECEIVED), None)
    # A courier takes it along; who has it in the end is whoever signed the receipt.
    who = received or given
    party = context.agreement.party(copy.party)
    remarks = [_remark(deed) for deed in deeds if deed.remark]
    if received and given and _day(context, received) != _day(context, given):
        remarks.append(f"diterima {_day(context, received)}")
    return (
        plain(_day(context, given)) if given else (),
        plain(_paper(context)),
        plain(party.name if party else _group(context)),
        plain(f"{copy.form.capitalize()} nomor {copy.number}: {subject}"),
        plain(number_and_words(1)),
        plain(f"{who.receiver}, {who.capacity}") if who else (),
        (),
        plain("; ".join(remarks)),
    )


def _group(context: Context) -> str:
    """Return the word for all contestants, who hold one original together."""
    return context.words["peserta"]


def _remark(deed: CopyHandled) -> str:
    return deed.remark if deed.deed is CopyDeed.PRINTED else f"{deed.deed.value}: {deed.remark}"


def _paper(context: Context) -> str:
    """Return number and day of the agreement, as far as they are known."""
    agreement = context.agreement
    day = agreement.occasion.day
    return f"{agreement.numbers.get('naskah') or ROOM}, {long_date(day) if day else ROOM}"


def _day(context: Context, deed: CopyHandled) -> str:
    return long_date(deed.occurred.astimezone(zone_of(context.agreement.reference.region)).date())


def _in_order(state: State) -> list[CopyStatus]:
    return sorted(state.copies, key=lambda copy: (ORDER.index(copy.form), copy.number))
