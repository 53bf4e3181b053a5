"""A finding in full: where it is, on which law it rests, and what its mend would change."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kampanye_tui.agreement.account import told_of
from kampanye_tui.agreement.law import short_name
from kampanye_tui.agreement.place_words import place_words
from kampanye_tui.agreement.steps import tab_of

if TYPE_CHECKING:
    from kampanye_tui.model.finding import Finding
    from kampanye_tui.work import Work


def about_finding(work: Work, one: Finding, key: str) -> Iterator[tuple[str, str]]:
    """Yield paragraphs about a finding with their looks; ``key`` is the one that mends it."""
    yield one.message, ""
    place = place_words(work.agreement, one.place)
    yield " · ".join(filter(None, (f"Tempatnya: tab {tab_of(one.place).words}", place))), "quiet"
    for citation in one.citations:
        law = work.library.reference.law(citation.law)
        yield f"Dasar: {citation.article} {short_name(law) if law else citation.law}", "quiet"
    if one.fix is not None:
        safe = "" if one.fix.safe else " (mengubah pilihan Anda; periksa dahulu)"
        yield f"{key}: {one.fix.label}{safe}", "bold"
        for line in told_of(work.agreement, one.fix.apply(work.agreement)):
            yield f"   {line}", ""
