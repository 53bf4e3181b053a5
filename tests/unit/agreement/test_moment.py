"""When something happened, as people write it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from kampanye_tui.agreement.moment import moment_of
from kampanye_tui.model.problem import Refused
from kampanye_tui.model.region import Zone

from .making import changed, small_agreement

NOW = datetime(2023, 11, 28, 3, 0, 0, 5, tzinfo=UTC)
BASE = small_agreement()


def told(typed: str, agreement=BASE) -> str:
    return moment_of(typed, agreement, NOW).isoformat()


WRITTEN = {
    "10.45": "2023-11-28T10:45:00+07:00",
    "26-11-2023 16.00": "2023-11-26T16:00:00+07:00",
    "26 November 2023 16:00": "2023-11-26T16:00:00+07:00",
    "": "2023-11-28T10:00:00+07:00",
}


@pytest.mark.parametrize("typed", WRITTEN)
def test_a_time_is_read_as_people_write_it(typed: str) -> None:
    assert told(typed) == WRITTEN[typed]


@pytest.mark.parametrize(("zone", "offset"), [(Zone.CENTRAL, "+08:00"), (Zone.EAST, "+09:00")])
def test_a_time_has_the_offset_of_its_region(zone: Zone, offset: str) -> None:
    region = changed(BASE.reference.region, zone=zone)
    there = changed(BASE, reference=changed(BASE.reference, region=region))
    assert told("10.45", there) == f"2023-11-28T10:45:00{offset}"


@pytest.mark.parametrize("typed", ["kemarin", "28-11-2023", "31-11-2023 10.45", "28-11-2023 25.00"])
def test_what_is_no_time_is_refused(typed: str) -> None:
    with pytest.raises(Refused, match="bukan waktu"):
        told(typed)


def test_an_hour_alone_is_refused_while_the_day_of_the_event_is_not_known() -> None:
    unknown = changed(BASE, occasion=changed(BASE.occasion, day=None))
    with pytest.raises(Refused, match="tanggal acara belum diisi"):
        told("10.45", unknown)
