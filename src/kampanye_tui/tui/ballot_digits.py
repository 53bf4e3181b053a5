"""Digits typed one after the other → a ballot number. Keys and a clock reading come in; it reads no clock."""

from __future__ import annotations

PAUSE = 1.5
"""Seconds in which a further digit belongs to the number before it."""


class BallotDigits:
    """The number that is being typed."""

    def __init__(self) -> None:
        self._typed = ""
        self._at = 0.0

    def take(self, character: str | None, now: float) -> str:
        """Return the number as it now stands; empty for what is no digit."""
        if not (character and character.isascii() and character.isdigit()):
            return ""
        self._typed = (self._typed if now - self._at < PAUSE else "") + character
        self._at = now
        return self._typed

    def forget(self) -> None:
        """Begin a new number with the next digit: something else was done meanwhile."""
        self._typed = ""
