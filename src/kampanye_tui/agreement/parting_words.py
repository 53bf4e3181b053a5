"""Where two ledgers of one agreement part, in a sentence for operators."""

from __future__ import annotations

from kampanye_tui.agreement.chronicle import told_at
from kampanye_tui.agreement.lending import Parting
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.event import AnyEvent, Loan

_TOLD = 3
"""So many events of each are told."""


def parting_words(part: Parting, agreement: Agreement) -> str:
    """Return up to where both are the same, and how each goes on; the steps of the loan are not told."""
    said = f"Catatan kantor dan cabang ini sama sampai kejadian nomor {part.same}, lalu berpisah."
    return f"{said} {_on('kantor', part.here, agreement)} {_on('cabang', part.there, agreement)}"


def _on(where: str, events: tuple[AnyEvent, ...], agreement: Agreement) -> str:
    facts = [event for event in events if not isinstance(event, Loan)]
    if not facts:
        return f"Di {where} tidak ada kejadian lain sesudahnya."
    told = [f"nomor {one.number}, {' '.join(told_at(agreement, one).split())}" for one in facts[:_TOLD]]
    more = "; …" if len(facts) > _TOLD else ""
    return f"Di {where} {len(facts)} kejadian sesudahnya: {'; '.join(told)}{more}."
