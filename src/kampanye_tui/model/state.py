"""Where an agreement stands: the value that screens, commands, templates and recaps read."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from kampanye_tui.model.value import Value


class Event(Value, frozen=True, kw_only=True):
    """Something that happened to an agreement: when it happened, when it was recorded, by whom."""

    occurred: datetime
    recorded: datetime
    operator: str


class Finalised(Event, frozen=True, kw_only=True):
    """The text of ``revision`` was made final; ``text_digest`` is the hash of what was agreed."""

    revision: int
    text_digest: str


class Phase(StrEnum):
    """The phase, in the word that papers and screens show."""

    DRAFT = "konsep"
    FINAL = "final"


class State(Value, frozen=True, kw_only=True):
    """Derived from an agreement and its events, never stored."""

    phase: Phase
    revision: int
    text_digest: str
    code: str
    """The kode naskah: the short form of the digest for people."""
    signers: int
    """How many persons are asked to sign the agreement."""

    @property
    def words(self) -> str:
        """The state as one line at the foot of a page."""
        if self.phase is Phase.FINAL:
            return f"Naskah final r{self.revision:02d} · kode {self.code}"
        return f"KONSEP r{self.revision:02d}"
