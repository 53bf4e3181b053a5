"""A small day of signing: three contestants, the office and Bawaslu, and all that can come of asking them."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, timezone
from typing import Any

import msgspec

from kampanye_tui.agreement.compose import plan_of_copies
from kampanye_tui.agreement.copy_standing import due_copies
from kampanye_tui.agreement.copying import handled, printed
from kampanye_tui.agreement.fingerprint import occasion_digest, text_digest
from kampanye_tui.agreement.signing import closed, interrupted, signed
from kampanye_tui.model.agreement import Agreement, CopyForm
from kampanye_tui.model.event import AnyEvent, CopyDeed, Correction, Finalised, Mandate, MandateKind, Outcome
from kampanye_tui.model.party import Institution, Party, Role, Signatory

changed = msgspec.structs.replace
WIB = timezone(timedelta(hours=7))
HEAD = "4f2a9c01" * 8
"""The hash of the last line of a ledger."""


def contestant(number: int, name: str, signer: str) -> Party:
    """Return a party with one signatory."""
    return Party(
        id=f"partai-{name.lower()}",
        name=f"Partai {name}",
        short=name,
        role=Role.CONTESTANT,
        institution=Institution.CONTESTANT,
        ballot_number=number,
        signatories=(Signatory(office="Ketua DPC", name=signer),),
    )


PARTIES = (
    Party(
        id="penyelenggara",
        name="Komisi Pemilihan Umum Kota Tangerang Selatan",
        short="KPU",
        role=Role.ORGANISER,
        institution=Institution.ORGANISER,
        signatories=(Signatory(office="Ketua KPU", name="Taufiq MZ"),),
    ),
    contestant(1, "Anggrek", "Ani"),
    contestant(2, "Bakung", "Budi"),
    contestant(3, "Cempaka", "Cici"),
    Party(
        id="bawaslu",
        name="Badan Pengawas Pemilihan Umum Kota Tangerang Selatan",
        short="Bawaslu",
        role=Role.WITNESS,
        institution=Institution.SUPERVISOR,
        signatories=(Signatory(office="Ketua Bawaslu", name="Dewi"),),
    ),
)


def small(agreement: Agreement) -> Agreement:
    """Return the agreement of the sample between these five."""
    occasion = changed(agreement.occasion, place="Aula Blandongan", start=time(9, 0))
    office = changed(agreement.office, members=agreement.office.members[:2])
    return changed(
        agreement, office=office, occasion=occasion, parties=PARTIES, copies=plan_of_copies(PARTIES)
    )


def at(hour: int, minute: int, day: int = 28) -> datetime:
    """Return an hour of the day of signing, or of another day of that month."""
    return datetime(2023, 11, day, hour, minute, tzinfo=WIB)


def said(moment: datetime) -> dict[str, Any]:
    """Return what an event says of itself that was recorded as it happened."""
    return {"occurred": moment, "recorded": moment, "operator": "ani"}


class Day:
    """The ledger of a day, written entry by entry."""

    def __init__(self, agreement: Agreement) -> None:
        self.agreement = agreement
        self.events: list[AnyEvent] = []

    def add(self, event: AnyEvent) -> AnyEvent:
        """Append an event under the next number."""
        self.events.append(changed(event, number=len(self.events) + 1))
        return self.events[-1]

    def final(self) -> None:
        """Make the text final in the morning."""
        self.add(
            Finalised(
                number=0,
                revision=self.agreement.revision,
                text_digest=text_digest(self.agreement),
                occasion_digest=occasion_digest(self.agreement),
                **said(at(8, 0)),
            )
        )

    def asked(self, party: str, outcome: Outcome, moment: datetime, **more: Any) -> AnyEvent:
        """Record what came of asking somebody."""
        return self.add(signed(self.agreement, self.events, party, 1, outcome, **more, **said(moment)))

    def signing(self) -> None:
        """Record the desk: one present, one absent, one later, a stand-in, a slip mended, a power cut."""
        self.final()
        self.asked("partai-anggrek", Outcome.PRESENT, at(9, 12), remark="menyampaikan keterangan lisan")
        self.asked("partai-bakung", Outcome.ABSENT, at(9, 15))
        dark = said(at(9, 41)) | {"occurred": at(9, 20)}
        self.add(interrupted("listrik padam", resumed=at(9, 41), **dark))
        self.asked("partai-cempaka", Outcome.LATER, at(9, 45), due=date(2023, 12, 5))
        self.asked(
            "penyelenggara",
            Outcome.SIGNED,
            at(9, 50),
            mandate=Mandate(
                kind=MandateKind.PELAKSANA_HARIAN, name="Eka", number="17/SPT/2023", day=date(2023, 11, 27)
            ),
        )
        slip = self.asked("bawaslu", Outcome.ABSENT, at(9, 55))
        self.add(Correction(number=0, of=slip.number, reason="salah tekan", **said(at(9, 56))))
        self.asked("bawaslu", Outcome.SIGNED, at(9, 57))

    def close(self) -> None:
        """Close the signing."""
        self.add(closed(self.agreement, self.events, **said(at(10, 30))))

    def hand_out(self, number: int, receiver: str, capacity: str, moment: datetime) -> None:
        """Hand a salinan over."""
        who = {"receiver": receiver, "capacity": capacity}
        deed = CopyDeed.HANDED_OVER
        self.add(handled(self.agreement, self.events, deed, CopyForm.COPY, number, **who, **said(moment)))

    def print_all(self) -> None:
        """Print the salinan that are due."""
        for copy in due_copies(self.agreement, self.events, CopyForm.COPY):
            self.add(printed(self.agreement, self.events, copy, sha256="0" * 64, pages=9, **said(at(10, 40))))

    def whole(self) -> Day:
        """Record the day from its first hour to the first copies that went out."""
        self.signing()
        self.close()
        self.print_all()
        self.hand_out(1, "Fajar", "sekretaris", at(11, 0))
        self.hand_out(4, "Gita", "staf", at(11, 5))
        return self
