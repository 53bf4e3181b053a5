"""Which stages of the election lie ahead of those who read a paper."""

from __future__ import annotations

from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.election import Stage


def stages_ahead(agreement: Agreement) -> list[Stage]:
    """Return the stages that have not ended on the day of the event, all of them when it is not known."""
    day = agreement.occasion.day
    ahead = [stage for stage in agreement.reference.election.stages if day is None or stage.end >= day]
    return sorted(ahead, key=lambda stage: (stage.start, stage.end))
