"""What may be recorded about a numbered copy, and the events for it.

An agreement and the events of its ledger come in; new events go out. A copy is printed, handed over and
received, comes back, or is spoiled; none is deleted, and no number is given twice. The writer of the ledger
calls these functions under its lock. No clock is read: who records something says when it was.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from kampanye_tui.agreement.copy_chain import may_follow
from kampanye_tui.agreement.copy_standing import (
    STANDING,
    copies,
    due_copies,
    in_place_of,
    last_closing,
)
from kampanye_tui.agreement.facts import last_final
from kampanye_tui.agreement.known_hour import day_and_hour, is_before
from kampanye_tui.agreement.moment import refuse_future
from kampanye_tui.agreement.signing import refuse_unfinal
from kampanye_tui.model.agreement import Agreement, CopyForm, CopyPlan
from kampanye_tui.model.event import AnyEvent, CopyDeed, CopyHandled
from kampanye_tui.model.problem import refuse
from kampanye_tui.model.state import CopyStatus

TO_SOMEBODY = (CopyDeed.HANDED_OVER, CopyDeed.RECEIVED)
"""Deeds that name a person and a capacity; the others need a reason."""


def printed(
    agreement: Agreement,
    events: Iterable[AnyEvent],
    copy: CopyPlan,
    *,
    sha256: str,
    pages: int,
    occurred: datetime,
    recorded: datetime,
    operator: str,
) -> CopyHandled:
    """Return the event that a copy was printed; raises :class:`Refused` for one that is not to be printed.

    An original is printed from the final text, a salinan when the signing is closed: it says who has signed.
    """
    listed = tuple(events)
    refuse_unprintable(agreement, listed, copy.form)
    if copy not in due_copies(agreement, listed, copy.form):
        raise refuse(
            f"{copy.form.value} nomor {copy.number} tidak termasuk yang masih harus dicetak",
            "Lihat keadaannya dengan: kampanye salinan daftar",
        )
    refuse_future(occurred, recorded)
    return CopyHandled(
        number=0,
        occurred=occurred,
        recorded=recorded,
        operator=operator,
        copy=copy.number,
        form=copy.form.value,
        deed=CopyDeed.PRINTED,
        party=copy.holder,
        sha256=sha256,
        pages=pages,
        remark=_in_place_of(agreement, listed, copy),
    )


def handled(
    agreement: Agreement,
    events: Iterable[AnyEvent],
    deed: CopyDeed,
    form: CopyForm,
    number: int,
    *,
    receiver: str = "",
    capacity: str = "",
    reason: str = "",
    occurred: datetime,
    recorded: datetime,
    operator: str,
) -> CopyHandled:
    """Return the event of what was done with a copy after it was printed; raises :class:`Refused`.

    Who was given it is named with a capacity; a receipt is that of the same person unless it names another.
    What came back or is spoiled needs a reason; what came back may be handed over again.
    """
    listed = tuple(events)
    copy = _found(agreement, listed, form, number)
    last = refuse_out_of_order(copy, deed)
    if deed is CopyDeed.RECEIVED:
        receiver, capacity = receiver or last.receiver, capacity or last.capacity
    if deed in TO_SOMEBODY and not (receiver and capacity):
        raise refuse(
            "nama penerima dan kapasitasnya belum lengkap",
            "Sebutkan siapa yang menerima dan sebagai apa, misalnya: sekretaris, kurir, LO",
        )
    if deed not in TO_SOMEBODY and not reason:
        raise refuse("alasannya belum diisi", "Misalnya: tersobek, salah cetak, penerima tidak di tempat")
    refuse_future(occurred, recorded)
    # Whoever records a sheet afterwards often knows the day alone.
    if is_before(occurred, last.occurred):
        before, known = STANDING[last.deed], day_and_hour(last.occurred.astimezone(occurred.tzinfo))
        raise refuse(
            f"{copy.form} nomor {copy.number} pada {day_and_hour(occurred)} belum {before}",
            f"Tercatat {before} {known}; periksa tanggal dan jamnya",
        )
    if deed is CopyDeed.HANDED_OVER:
        refuse_outdated(copy, listed)
    return CopyHandled(
        number=0,
        occurred=occurred,
        recorded=recorded,
        operator=operator,
        copy=copy.number,
        form=copy.form,
        deed=deed,
        party=copy.party,
        receiver=receiver,
        capacity=capacity,
        remark=reason,
    )


def refuse_unprintable(agreement: Agreement, events: Iterable[AnyEvent], form: CopyForm) -> None:
    """Raise :class:`Refused` unless copies of this form can be printed now."""
    listed = tuple(events)
    refuse_unfinal(agreement, listed)
    if form is CopyForm.COPY and last_closing(listed) is None:
        raise refuse(
            "penandatanganan belum ditutup, jadi salinan belum dapat memuat siapa yang menandatangani",
            "Tutup dahulu penandatanganan; sebelum itu cetak bacaan dengan: kampanye ekspor",
        )


def refuse_out_of_order(copy: CopyStatus, deed: CopyDeed) -> CopyHandled:
    """Return what was done with a copy last; raises :class:`Refused` where this cannot follow it."""
    last = copy.last
    what = f"{copy.form} nomor {copy.number} tidak dapat dicatat {STANDING[deed]}"
    if last is None:
        raise refuse(f"{what}: belum dicetak", "Cetak dahulu dengan: kampanye salinan cetak")
    if not may_follow(last.deed, deed):
        _refuse_not_handed_over(what, last.deed, deed)
        who = f" kepada {last.receiver}" if last.deed is CopyDeed.HANDED_OVER else ""
        raise refuse(
            f"{what}: sudah {STANDING[last.deed]}{who} (kejadian nomor {last.number})",
            "Bila keliru, koreksi dahulu kejadian itu",
        )
    return last


def refuse_outdated(copy: CopyStatus, events: Iterable[AnyEvent]) -> None:
    """Raise :class:`Refused` for a copy that says what is no longer so: nobody is given it any more."""
    if not copy.outdated:
        return
    listed, what = tuple(events), f"{copy.form} nomor {copy.number}"
    final = last_final(listed)
    if final is not None and copy.deeds[0].number < final.number:
        raise refuse(
            f"{what} dicetak sebelum revisi yang sekarang final",
            "Serahkan salinan dari revisi yang berlaku; lihat: kampanye salinan daftar",
        )
    if last_closing(listed) is None:
        raise refuse(
            f"{what} tidak dapat diserahkan: penutupan penandatanganan sudah dikoreksi sesudah dicetak",
            "Tutup kembali penandatanganan, lalu cetak salinan yang baru",
        )
    raise refuse(
        f"{what} dicetak sebelum penandatanganan ditutup kembali, sehingga hasil di dalamnya mungkin lain",
        "Cetak salinan yang baru, lalu serahkan yang baru itu",
    )


def _refuse_not_handed_over(what: str, last: CopyDeed, deed: CopyDeed) -> None:
    """Raise :class:`Refused` where a handing over alone is wanting between what was done last and a deed."""
    between = may_follow(last, CopyDeed.HANDED_OVER) and may_follow(CopyDeed.HANDED_OVER, deed)
    if between and deed is not last:
        again = " lagi" if last is CopyDeed.RETURNED else ""
        raise refuse(f"{what}: belum diserahkan{again}", "Catat dahulu penyerahannya")


def _in_place_of(agreement: Agreement, events: Iterable[AnyEvent], copy: CopyPlan) -> str:
    """Say which copy of the same holder a copy replaces; nothing where it replaces none."""
    replaced = in_place_of(copies(agreement, events), copy)
    return f"pengganti nomor {replaced}" if replaced else ""


def _found(agreement: Agreement, events: Iterable[AnyEvent], form: CopyForm, number: int) -> CopyStatus:
    for copy in copies(agreement, events):
        if (copy.form, copy.number) == (form.value, number):
            return copy
    raise refuse(f"tidak ada {form.value} nomor {number}", "Lihat nomornya dengan: kampanye salinan daftar")
