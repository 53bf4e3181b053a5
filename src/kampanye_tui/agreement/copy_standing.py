"""Numbered copies as they stand: which there are, who has them, and which are still to be printed.

An agreement and its state or events come in; copies and rows go out. Nothing is recorded here.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from itertools import count
from typing import NamedTuple

from kampanye_tui.agreement.facts import last_final, of_kind
from kampanye_tui.agreement.vocabulary import contestants
from kampanye_tui.model.agreement import Agreement, CopyForm, CopyPlan
from kampanye_tui.model.event import AnyEvent, Closed, CopyDeed, CopyHandled, Finalised
from kampanye_tui.model.party import Role
from kampanye_tui.model.state import CopyStatus, State

NOT_PRINTED = "belum dicetak"
STANDING = {
    CopyDeed.PRINTED: "dicetak",
    CopyDeed.HANDED_OVER: "diserahkan",
    CopyDeed.RECEIVED: "diterima",
    CopyDeed.RETURNED: "kembali",
    CopyDeed.SPOILED: "rusak",
}
"""What a copy is after the last thing that was done with it."""
OUTDATED = "usang"


class CopyRow(NamedTuple):
    """A copy as lists show it: for whom, how it stands, and who has it since when."""

    number: int
    form: str
    party: str
    """Id of a pihak, or a role whose pihak hold it together."""
    holder: str
    """The name of that."""
    standing: str
    receiver: str
    capacity: str
    occurred: datetime | None
    """When what was done last was done."""
    remark: str
    outdated: bool = False
    """Whether what it says is no longer so: of an earlier text or, for a salinan, an earlier closing."""

    @property
    def told(self) -> str:
        """How it stands, as lists say it: ``usang, diserahkan`` for one that is outdated."""
        spoiled = self.standing == STANDING[CopyDeed.SPOILED]
        return f"{OUTDATED}, {self.standing}" if self.outdated and not spoiled else self.standing


class SignatureSum(NamedTuple):
    """How much there is to sign and to hand out."""

    originals: int
    signers: int
    copies: int

    @property
    def signatures(self) -> int:
        """How many signatures are given by hand: each signer signs every original."""
        return self.originals * self.signers


def signature_sum(agreement: Agreement, state: State) -> SignatureSum:
    """Return how many signatures the planned originals ask for, and how many copies are handed out."""
    originals, copied = (len(agreement.copies_of(form)) for form in (CopyForm.ORIGINAL, CopyForm.COPY))
    return SignatureSum(originals, state.signers, copied)


class CopyCount(NamedTuple):
    """How far the salinan of the last closing are; one that was received was handed over, too."""

    planned: int
    printed: int
    handed: int
    received: int


def copy_count(agreement: Agreement, state: State) -> CopyCount:
    """Return how many salinan are planned, printed and whole, handed over, and received."""
    form = CopyForm.COPY.value
    counted = [copy for copy in state.copies if copy.form == form and not copy.outdated]
    lasts = [copy.last.deed for copy in counted if copy.last is not None]
    received = lasts.count(CopyDeed.RECEIVED)
    return CopyCount(
        planned=len(agreement.copies_of(CopyForm.COPY)),
        printed=len(lasts) - lasts.count(CopyDeed.SPOILED),
        handed=lasts.count(CopyDeed.HANDED_OVER) + received,
        received=received,
    )


def copies_told(agreement: Agreement, state: State) -> str:
    """Return how far the salinan of the last closing are: ``24 salinan: 22 diserahkan, 20 diterima``."""
    count = copy_count(agreement, state)
    if count.handed:
        words = f"{count.handed} diserahkan, {count.received} diterima"
    else:
        words = f"{count.printed} dicetak" if count.printed else NOT_PRINTED
    return f"{count.planned} salinan: {words}"


def copies(agreement: Agreement, events: Iterable[AnyEvent]) -> tuple[CopyStatus, ...]:
    """Return the planned copies and those that were printed besides, each with what was done with it."""
    listed = tuple(events)
    final, closing = last_final(listed), last_closing(listed)
    known = {(copy.form.value, copy.number): copy.holder for copy in agreement.copies}
    done: dict[tuple[str, int], list[CopyHandled]] = {key: [] for key in known}
    for deed in of_kind(listed, CopyHandled):
        done.setdefault((deed.form, deed.copy), []).append(deed)
    return tuple(
        CopyStatus(
            number=number,
            form=form,
            party=deeds[-1].party if deeds else known[form, number],
            deeds=tuple(deeds),
            outdated=bool(deeds) and _is_outdated(deeds[0], final, closing),
        )
        for (form, number), deeds in done.items()
    )


def _is_outdated(first: CopyHandled, final: Finalised | None, closing: Closed | None) -> bool:
    """Tell whether a copy says what is no longer so; an asli says nothing of the closing."""
    if final is None or first.number < final.number:
        return True
    return first.form == CopyForm.COPY.value and (closing is None or first.number < closing.number)


def copy_rows(agreement: Agreement, state: State) -> tuple[CopyRow, ...]:
    """Return all copies, originals first, each form by number; what only others call a form comes last."""
    order = {form.value: at for at, form in enumerate(CopyForm)}
    return tuple(
        CopyRow(
            number=copy.number,
            form=copy.form,
            party=copy.party,
            holder=holder_name(agreement, copy.party),
            standing=STANDING[copy.last.deed] if copy.last else NOT_PRINTED,
            receiver=copy.last.receiver if copy.last else "",
            capacity=copy.last.capacity if copy.last else "",
            occurred=copy.last.occurred if copy.last else None,
            remark=copy.last.remark if copy.last else "",
            outdated=copy.outdated,
        )
        for copy in sorted(state.copies, key=lambda one: (order.get(one.form, len(order)), one.number))
    )


def holder_name(agreement: Agreement, holder: str) -> str:
    """Return the short name of who holds a copy: a pihak, or all contestants together."""
    party = agreement.party(holder)
    if party:
        return party.called
    return contestants(agreement.reference) if holder == Role.CONTESTANT.value else holder.replace("-", " ")


def copy_of(agreement: Agreement, state: State, party: str) -> CopyPlan | None:
    """Return the salinan of a pihak: the last that was printed and is whole, else the planned one."""
    kept = [
        copy
        for copy in state.copies
        if (copy.form, copy.party) == (CopyForm.COPY.value, party) and whole(copy)
    ]
    if kept:
        number = max(copy.number for copy in kept)
        return CopyPlan(number=number, form=CopyForm.COPY, holder=party)
    return next((copy for copy in agreement.copies_of(CopyForm.COPY) if copy.holder == party), None)


def due_copies(agreement: Agreement, events: Iterable[AnyEvent], form: CopyForm) -> tuple[CopyPlan, ...]:
    """Return the copies of the final text that are still to be printed.

    Who holds none that is whole gets one: under the planned number or, where that was used for a copy that is
    spoiled, or of an earlier text or closing, under the next that was never used. A number whose printing a
    correction took back is given to nobody else: the paper may be about.
    """
    listed = tuple(events)
    known = [copy for copy in copies(agreement, listed) if copy.form == form.value]
    used = {copy.number for copy in known if copy.deeds}
    given = {one.copy: one.party for one in listed if isinstance(one, CopyHandled) and one.form == form.value}
    served = {copy.party for copy in known if whole(copy) and not copy.outdated}
    fresh = count(max((*given, *(copy.number for copy in known)), default=0) + 1)
    return tuple(
        copy
        if copy.number not in used and given.get(copy.number, copy.holder) == copy.holder
        else CopyPlan(number=next(fresh), form=form, holder=copy.holder)
        for copy in agreement.copies_of(form)
        if copy.holder not in served
    )


def in_place_of(known: Iterable[CopyStatus], copy: CopyPlan) -> int | None:
    """Return the number of the copy that another one of its holder replaces; None where it replaces none.

    What is spoiled is replaced, and a salinan that says what is no longer so; an asli of an earlier text
    keeps what was signed.
    """
    before = [
        other.number
        for other in known
        if (other.form, other.party) == (copy.form.value, copy.holder)
        and other.deeds
        and other.number < copy.number
        and (not whole(other) or (other.outdated and copy.form is CopyForm.COPY))
    ]
    return max(before, default=None)


def whole(copy: CopyStatus) -> bool:
    """Tell whether a copy was printed and is not spoiled."""
    return copy.last is not None and copy.last.deed is not CopyDeed.SPOILED


def last_closing(events: Iterable[AnyEvent]) -> Closed | None:
    """Return the closing that stands of the text that was made final last; None while it is not closed."""
    listed = tuple(events)
    final = last_final(listed)
    found = [one for one in of_kind(listed, Closed) if final is not None and one.revision == final.revision]
    return found[-1] if found else None
