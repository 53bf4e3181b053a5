"""The events of a ledger that count: what a correction has taken back does not."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TypeVar

from kampanye_tui.agreement.copy_chain import is_possible
from kampanye_tui.agreement.moment import refuse_future
from kampanye_tui.model.event import AnyEvent, CopyDeed, CopyHandled, Correction, Finalised, Loan
from kampanye_tui.model.problem import refuse

E = TypeVar("E")


def standing(events: Iterable[AnyEvent]) -> tuple[AnyEvent, ...]:
    """Return the events that no correction has taken back, corrections left out."""
    listed = tuple(events)
    taken_back = {event.of for event in listed if isinstance(event, Correction)}
    if not taken_back:
        return listed
    return tuple(
        event for event in listed if event.number not in taken_back and not isinstance(event, Correction)
    )


def of_kind(events: Iterable[AnyEvent], kind: type[E]) -> tuple[E, ...]:
    """Return the events of a kind that count, in order."""
    return tuple(event for event in standing(events) if isinstance(event, kind))


def last_final(events: Iterable[AnyEvent]) -> Finalised | None:
    """Return the revision that was made final last; None where none was."""
    found = of_kind(events, Finalised)
    return found[-1] if found else None


def corrected(
    events: Iterable[AnyEvent],
    number: int,
    reason: str,
    *,
    occurred: datetime,
    recorded: datetime,
    operator: str,
) -> tuple[AnyEvent, Correction]:
    """Return the event of that number, and the one that takes it back; raises :class:`Refused`."""
    event = corrigible(events, number)
    if not reason:
        raise refuse("alasan koreksi belum diisi")
    refuse_future(occurred, recorded)
    said = Correction(
        number=0, occurred=occurred, recorded=recorded, operator=operator, of=number, reason=reason
    )
    return event, said


def corrigible(events: Iterable[AnyEvent], number: int) -> AnyEvent:
    """Return the event of that number; raises :class:`Refused` for one that cannot be taken back."""
    listed = tuple(events)
    for event in standing(listed):
        if event.number == number:
            if isinstance(event, Finalised):
                raise refuse(
                    f"kejadian nomor {number} menyatakan naskah final dan tidak dapat dikoreksi",
                    "Ubah naskahnya; perubahan menjadi revisi baru",
                )
            if isinstance(event, Loan):
                raise refuse(
                    f"kejadian nomor {number} menyatakan siapa yang boleh menulis dan tidak dapat dikoreksi",
                    "Bila laptopnya hilang: kampanye pinjam NASKAH --batalkan",
                )
            if isinstance(event, CopyHandled):
                _refuse_rested_on(listed, event)
                _refuse_replaced(listed, event)
            return event
    raise refuse(
        f"kejadian nomor {number} tidak ada atau sudah dikoreksi",
        "Lihat nomornya dengan: kampanye riwayat",
    )


def _refuse_rested_on(events: Iterable[AnyEvent], deed: CopyHandled) -> None:
    """Raise :class:`Refused` for a deed without which what was done with the copy later cannot have been."""
    done = [one for one in of_kind(events, CopyHandled) if (one.form, one.copy) == (deed.form, deed.copy)]
    later = [one for one in done if one.number > deed.number]
    if later and not is_possible(one.deed for one in done if one is not deed):
        raise refuse(
            f"kejadian nomor {deed.number} mendasari catatan lain tentang {deed.form} nomor {deed.copy}",
            f"Koreksi dahulu kejadian nomor {later[-1].number}",
        )


def _refuse_replaced(events: Iterable[AnyEvent], deed: CopyHandled) -> None:
    """Raise :class:`Refused` where a copy would be whole again beside the one that replaced it."""
    if deed.deed is not CopyDeed.SPOILED:
        return
    lasts: dict[int, CopyHandled] = {}
    for one in of_kind(events, CopyHandled):
        if (one.form, one.party) == (deed.form, deed.party) and one.copy > deed.copy:
            lasts[one.copy] = one
    for number, last in lasts.items():
        if last.deed is not CopyDeed.SPOILED:
            raise refuse(
                f"{deed.form} nomor {deed.copy} sudah diganti dengan nomor {number}, "
                "sehingga keduanya akan berlaku",
                f"Catat dahulu {deed.form} nomor {number} rusak, lalu koreksi lagi",
            )
