"""Lengths: thousandths of a point, as integers."""

from __future__ import annotations

POINT = 1000
"""One point."""


def millimetres(length: float) -> int:
    """Return a length in millimetres as thousandths of a point."""
    return round(length * 72 / 25.4 * POINT)
