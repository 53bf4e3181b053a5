"""``hari-acara``: the day of signing against a stage of the election."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from kampanye_tui.agreement.rules.kind import Hit, RuleKind
from kampanye_tui.agreement.words import long_date
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.finding import Place, Section
from kampanye_tui.model.reference import Reference
from kampanye_tui.model.text import Id
from kampanye_tui.model.value import Value, key


class Side(StrEnum):
    """On which side of the stage the day is reported."""

    INSIDE = "di-dalam"
    OUTSIDE = "di-luar"


class Conditions(Value, frozen=True, kw_only=True):
    """``tahapan`` names the stage, ``bila`` the side on which the day is reported."""

    stage: Id = key("tahapan")
    side: Side = key("bila")


def check(conditions: Conditions, agreement: Agreement, reference: Reference) -> Iterator[Hit]:
    """Report a day on that side; an unknown day or stage says nothing."""
    day = agreement.occasion.day
    stage = reference.election.stage(conditions.stage)
    if day is None or stage is None:
        return
    if (day in stage) == (conditions.side is Side.INSIDE):
        yield Hit(
            Place(section=Section.OCCASION, field="tanggal"),
            {
                "tanggal": long_date(day),
                "tahapan": stage.name.lower(),
                "mulai": long_date(stage.start),
                "selesai": long_date(stage.end),
                "pemilu": reference.election.short,
            },
        )


KIND = RuleKind("hari-acara", Conditions, ("tanggal", "tahapan", "mulai", "selesai", "pemilu"), check)
