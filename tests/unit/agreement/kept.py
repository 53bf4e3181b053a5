"""An agreement as it is kept: final, signed, two copies handed over; and what may be done to its files."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from kampanye_tui.agreement.chain import Book, added, beginning
from kampanye_tui.agreement.fingerprint import occasion_digest, short_code, text_digest
from kampanye_tui.agreement.verification import Kept, verified
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.event import Closed, CopyDeed, CopyHandled, Finalised, Outcome, Signed
from kampanye_tui.model.writing import write

from .making import small_agreement

AGREEMENT = small_agreement()
AT = datetime(2023, 11, 28, 3, 0, tzinfo=UTC)
HANDED_OVER = 6
"""The number of the event of which the first receipt tells: its slip was printed after it."""


def events(agreement: Agreement = AGREEMENT, operator: str = "ani") -> list:
    """Return what happened: final, two signatures, closed, a copy printed and handed over, another one."""

    def said(number: int) -> dict:
        when = AT + timedelta(minutes=number)
        return {"number": number, "occurred": when, "recorded": when, "operator": operator}

    def signed(number: int, party: str) -> Signed:
        return Signed(
            party=party, place=1, office="Ketua", revision=1, outcome=Outcome.SIGNED, **said(number)
        )

    def copied(number: int, deed: CopyDeed, copy: int = 1, **more: str) -> CopyHandled:
        party = f"partai-{'ab'[copy - 1]}"
        return CopyHandled(copy=copy, form="salinan", deed=deed, party=party, **more, **said(number))

    return [
        Finalised(
            revision=1,
            text_digest=text_digest(agreement),
            occasion_digest=occasion_digest(agreement),
            **said(1),
        ),
        signed(2, "partai-a"),
        signed(3, "partai-b"),
        Closed(revision=1, **said(4)),
        copied(5, CopyDeed.PRINTED, sha256="d" * 64),
        copied(6, CopyDeed.HANDED_OVER, receiver="Sari", capacity="sekretaris"),
        copied(7, CopyDeed.PRINTED, 2),
        copied(8, CopyDeed.HANDED_OVER, 2, receiver="Budi", capacity="ketua"),
    ]


def ledger(listed: list, agreement_id: str = AGREEMENT.id) -> bytes:
    """Return the bytes of a ledger that was written with these events."""
    return added(Book((), beginning(agreement_id)), listed)[0]


LEDGER = ledger(events())
KEPT = Kept(
    name=AGREEMENT.id,
    label="naskah/contoh",
    text=write(AGREEMENT),
    ledger=LEDGER,
    revisions={1: write(AGREEMENT)},
)
FOUND = verified(KEPT)
CODES = tuple(short_code(head) for head in FOUND.heads)
"""The kode catatan after each event, as slips have it."""


def with_ledger(data: bytes | None) -> Kept:
    """Return the same with another ledger."""
    return KEPT._replace(ledger=data)


def lines() -> list[bytes]:
    """Return the lines of the ledger."""
    return LEDGER.splitlines(keepends=True)
