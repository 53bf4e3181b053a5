"""The words of a clause in the lower part of a screen: ayat and huruf with the labels of the paper. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from kampanye_tui.agreement.placeholders import finish
from kampanye_tui.agreement.provisions import ayat_label, point_label, provisions
from kampanye_tui.model.agreement import AgreedClause, Agreement


def lines_of(agreement: Agreement, clause: AgreedClause) -> Iterator[str]:
    """Yield a clause as it prints, each ayat and each huruf a line of its own."""
    numbers = {one.id: number for number, one in enumerate(agreement.clauses, 1)}

    def said(text: str) -> str:
        return finish(
            text,
            lambda name: f"{{{name}}}",
            lambda clause_id: f"klausul {numbers.get(clause_id, clause_id)}",
        )

    ayat = provisions(clause.text, clause.resolved)
    for position, (text, points) in enumerate(ayat):
        if text:
            yield f"{ayat_label(position, len(ayat), agreement.style)} {said(text)}".lstrip()
        for number, point in enumerate(points):
            yield f"   {point_label(number, len(ayat), agreement.style)} {said(point)}"
