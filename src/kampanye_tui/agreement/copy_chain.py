"""What can be done with a numbered copy, and after what: none is received that was never handed over."""

from __future__ import annotations

from collections.abc import Iterable

from kampanye_tui.model.event import CopyDeed

_BEFORE = {
    CopyDeed.PRINTED: (None,),
    CopyDeed.HANDED_OVER: (CopyDeed.PRINTED, CopyDeed.RETURNED),
    CopyDeed.RECEIVED: (CopyDeed.HANDED_OVER,),
    CopyDeed.RETURNED: (CopyDeed.HANDED_OVER,),
    CopyDeed.SPOILED: (CopyDeed.PRINTED, CopyDeed.HANDED_OVER, CopyDeed.RECEIVED, CopyDeed.RETURNED),
}
"""What was done with a copy last, before the next can be done; None while nothing was."""


def may_follow(last: CopyDeed | None, deed: CopyDeed) -> bool:
    """Tell whether a deed can come right after another, or first of all."""
    return last in _BEFORE[deed]


def is_possible(deeds: Iterable[CopyDeed]) -> bool:
    """Tell whether these can have been done with one copy, in this order."""
    listed = tuple(deeds)
    return all(may_follow(last, deed) for last, deed in zip((None, *listed), listed, strict=False))
