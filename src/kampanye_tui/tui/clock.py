"""The hour at which something is recorded on a screen: the one place that asks the computer for it."""

from __future__ import annotations

from datetime import UTC, datetime


def now() -> datetime:
    """Return the present time."""
    return datetime.now(UTC)
