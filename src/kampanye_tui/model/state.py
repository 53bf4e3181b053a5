"""Where an agreement stands: the value that screens, commands, templates and recaps read."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum

from kampanye_tui.model.event import (
    AnyEvent,
    Attended,
    CopyHandled,
    Correction,
    Evidence,
    Interrupted,
    Loan,
    Outcome,
    Overridden,
    Responded,
    Signed,
)
from kampanye_tui.model.loan import WRITES
from kampanye_tui.model.party import Role
from kampanye_tui.model.signing_group import SigningMode
from kampanye_tui.model.value import Value


class Phase(StrEnum):
    """The phase, in the word that papers and screens show."""

    DRAFT = "konsep"
    FINAL = "final"
    CLOSED = "ditutup"

    @property
    def settled(self) -> bool:
        """Whether the words can no longer change within this revision."""
        return self is not Phase.DRAFT


class Seat(Value, frozen=True, kw_only=True):
    """A person who is asked to sign for a pihak, whether they came, and what came of asking.

    ``group`` counts from 1 and signs as ``mode`` says; ``place`` is the position among the signatories of the
    pihak, from 1. ``spared`` is who need not be asked any more, since one of the group was enough.
    """

    party: str
    place: int
    called: str
    ballot_number: int | None
    role: Role
    group: int
    mode: SigningMode = SigningMode.EVERYBODY
    office: str
    name: str
    attended: Attended | None = None
    signed: Signed | None = None
    spared: bool = False

    @property
    def open(self) -> bool:
        """Whether the person is still to be asked; who is to follow later has been."""
        return self.signed is None and not self.spared

    @property
    def present(self) -> bool:
        """Whether the person, or who stood in, is known to have been there."""
        return self.attended is not None or self.outcome in (Outcome.SIGNED, Outcome.PRESENT)

    @property
    def outcome(self) -> Outcome | None:
        """What came of it; None while nobody has been asked."""
        return self.signed.outcome if self.signed else None

    @property
    def result(self) -> str:
        """What came of it, as lists show it; empty while the person is still to be asked."""
        if self.outcome is not None:
            return self.outcome.words
        return "tidak diperlukan" if self.spared else ""


class CopyStatus(Value, frozen=True, kw_only=True):
    """A numbered copy and all that was done with it, in order."""

    number: int
    form: str
    party: str
    deeds: tuple[CopyHandled, ...] = ()
    outdated: bool = False
    """Whether the text was made final, or for a salinan its signing closed, after it was printed."""

    @property
    def last(self) -> CopyHandled | None:
        """What was done with it last; None when it was not printed yet."""
        return self.deeds[-1] if self.deeds else None


class State(Value, frozen=True, kw_only=True):
    """Derived from an agreement and its events, never stored."""

    phase: Phase
    revision: int
    text_digest: str
    code: str
    """The kode naskah: the short form of the digest for people."""
    signers: int
    """How many persons are asked to sign the agreement."""
    signed: int = 0
    """How many of them have signed."""
    seats: tuple[Seat, ...] = ()
    """Everybody who is asked to sign, in order, with what came of it."""
    closed_seats: tuple[Seat, ...] = ()
    """The same as it stood when the signing was closed: what its minutes tell, whoever signs later."""
    answers: Mapping[tuple[str, str], Responded] = {}
    """The last answer of each pihak to each clause, by their ids; stale ones as well."""
    copies: tuple[CopyStatus, ...] = ()
    interruptions: tuple[Interrupted, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    """The files that are kept as evidence."""
    corrections: tuple[Correction, ...] = ()
    loan: Loan | None = None
    """The last step of a loan of the right to write; None where it was never lent."""
    overridden: tuple[Overridden, ...] = ()
    """What somebody went on in spite of, with the reasons."""
    finalised_at: datetime | None = None
    closed_at: datetime | None = None
    head: str = ""
    """The hash of the last line of the ledger; empty without one."""
    events: int = 0
    """How many events the ledger holds, those that were corrected among them."""
    recorded_at: datetime | None = None
    """When the last of them was recorded."""
    ledger: tuple[AnyEvent, ...] = ()
    """The events that all of this was derived from."""

    @property
    def signed_words(self) -> str:
        """How many pihak have signed; one with several signatories has when all of them have."""
        asked = {seat.party for seat in self.seats}
        wanting = {seat.party for seat in self.seats if seat.outcome is not Outcome.SIGNED}
        return f"Ditandatangani {len(asked - wanting)} dari {len(asked)} pihak"

    @property
    def standing(self) -> str:
        """The state in a word or two, as lists show it."""
        if self.loan is not None and self.loan.deed not in WRITES:
            return self.loan.deed.value
        if self.phase is Phase.DRAFT:
            return f"KONSEP r{self.revision:02d}"
        if self.phase is Phase.CLOSED:
            return "ditutup"
        return "tanda tangan" if any(not seat.open for seat in self.seats) else f"final r{self.revision:02d}"

    @property
    def words(self) -> str:
        """The state as one line at the foot of a page: never a count, so bodies can be printed before."""
        if self.phase.settled:
            return f"Naskah final r{self.revision:02d} · kode {self.code}"
        return f"KONSEP r{self.revision:02d}"
