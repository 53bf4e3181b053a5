"""What became of the clauses of an office, beside the national set, as paragraphs to be read. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.recap import ClauseFate, OfficeSummary
from kampanye_tui.tui.reader import RULE
from kampanye_tui.tui.reading import Paragraph

_HEADINGS = {
    ClauseFate.CHANGED: "Diubah",
    ClauseFate.DROPPED: "Dibuang",
    ClauseFate.OWN: "Ditambahkan",
    ClauseFate.TAKEN: "Tetap",
}
"""Fate → heading, what differs first."""


def clause_paragraphs(one: OfficeSummary, agreement: Agreement) -> Iterator[Paragraph]:
    """Yield the clauses by what became of them; of those that the office worded itself, their words."""
    texts = {clause.id: clause for clause in agreement.clauses}
    yield Paragraph(
        f"Dibandingkan dengan kumpulan {one.base or 'nasional: tidak ada yang diambil'}.", "quiet"
    )
    for fate, heading in _HEADINGS.items():
        listed = [clause for clause in one.clauses if clause.fate is fate]
        if listed:
            yield Paragraph(f"{heading} ({len(listed)})", RULE)
        for clause in listed:
            text = texts.get(clause.id)
            yield Paragraph(f"{clause.id} · {text.title}" if text else clause.id, hang=2)
            if text and fate in (ClauseFate.CHANGED, ClauseFate.OWN):
                yield Paragraph(text.resolved or text.text, "quiet", hang=2)
