"""How seldom a process that works on many offices looks for garbage."""

from __future__ import annotations

import gc

_SELDOM = (50_000, 20, 20)
"""Thresholds: with the usual ones an office takes an eighth longer (median of 16 alternating rounds)."""


def collect_seldom() -> None:
    """Leave out what was loaded so far, and look at the rest seldom: what is kept is kept on purpose."""
    gc.freeze()
    gc.set_threshold(*_SELDOM)
