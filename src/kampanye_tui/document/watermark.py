"""Which word lies across the pages of a paper, so that nobody takes it for what it is not.

What was agreed and is to be kept bears none: neither the text that is signed nor the numbered copies of it.
A paper without clauses (an invitation, a list, a form) is what it is from the first day.
"""

from __future__ import annotations

from collections.abc import Iterable

from kampanye_tui.model.agreement import CopyPlan
from kampanye_tui.model.document import Block, ClauseBlock
from kampanye_tui.model.state import Phase, State

SAMPLE = "CONTOH"
DRAFT = "KONSEP"
READING = "SALINAN"
"""Of a copy that is printed before the signing is closed: it is read, not numbered and handed over."""


def watermark_of(sample: bool, state: State, copy: CopyPlan | None, blocks: Iterable[Block]) -> str:
    """Return the word; empty where pages bear none. ``sample`` is an office that only tries the program."""
    if sample:
        return SAMPLE
    if not any(isinstance(block, ClauseBlock) for block in blocks):
        return ""
    if not state.phase.settled:
        return DRAFT
    return READING if copy is not None and state.phase is not Phase.CLOSED else ""
