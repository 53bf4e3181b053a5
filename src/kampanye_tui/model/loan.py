"""What is done with the one right to write an agreement, when it goes to another computer and comes back."""

from __future__ import annotations

from enum import StrEnum


class LoanDeed(StrEnum):
    """One step of a loan. Each is written where the right to write is at that moment, in this order.

    The chain that has no step behind ``LENT`` is that of the office, the one with ``RECEIVED`` that of the
    laptop: so a copy of either says itself whether it may be written.
    """

    LENT = "dipinjamkan"
    """By the office, which can only be read from now on."""
    RECEIVED = "diterima"
    """By the laptop, which writes from now on."""
    GIVEN_BACK = "dikembalikan"
    """By the laptop, which can only be read from now on."""
    TAKEN_BACK = "diterima-kembali"
    """By the office, behind all that the laptop wrote; it writes again."""
    CANCELLED = "dibatalkan"
    """By the office in place of that: the laptop is lost. The office writes again."""


WRITES = (LoanDeed.RECEIVED, LoanDeed.TAKEN_BACK, LoanDeed.CANCELLED)
"""The last step of a chain that may be written."""
ON_LAPTOP = (LoanDeed.RECEIVED, LoanDeed.GIVEN_BACK)
"""The last step of a chain that lies where it was lent to."""
