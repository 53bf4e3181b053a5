"""A time of which only the day is known is told without an hour that nobody said."""

from __future__ import annotations

from datetime import datetime

import pytest

from kampanye_tui.agreement.known_hour import day_and_hour
from kampanye_tui.agreement.moment import zone_of

from .making import CITY

ZONE = zone_of(CITY)
TOLD = {
    "day": (datetime(2023, 11, 29, tzinfo=ZONE), False, "29-11-2023"),
    "hour": (datetime(2023, 11, 29, 9, 5, tzinfo=ZONE), False, "29-11-2023 09.05"),
    "hour and zone": (datetime(2023, 11, 29, 9, 5, tzinfo=ZONE), True, "29-11-2023 09.05 WIB"),
    "a day has no zone": (datetime(2023, 11, 29, tzinfo=ZONE), True, "29-11-2023"),
}


@pytest.mark.parametrize("what", TOLD)
def test_a_time_is_told_as_far_as_it_is_known(what: str) -> None:
    moment, zone, told = TOLD[what]
    assert day_and_hour(moment, zone=zone) == told
