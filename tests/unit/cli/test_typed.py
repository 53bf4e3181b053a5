"""Days and hours as people write them."""

from __future__ import annotations

from datetime import date, time

import click
import pytest

from kampanye_tui.cli.parties import INSTITUTIONS, ROLES
from kampanye_tui.cli.typed import Day, Hour
from kampanye_tui.model.party import Institution, Role

DAYS = ["2023-11-28", "28-11-2023", "28/11/2023", "28.11.2023", "28 November 2023", "28 nov 2023"]
HOURS = {"9": time(9), "09.00": time(9), "09:30": time(9, 30), "09:30:00": time(9, 30), "23.59": time(23, 59)}


@pytest.mark.parametrize("typed", [*DAYS, "Selasa, 28 November 2023", " 28 NOVEMBER 2023 "])
def test_a_day_is_read_as_people_write_it(typed: str) -> None:
    assert Day().convert(typed, None, None) == date(2023, 11, 28)


@pytest.mark.parametrize(
    "typed", ["besok", "31-02-2024", "11/28/2023", "28 Ju 2023", "28 Ma 2023", "28-11-23"]
)
def test_what_is_no_day_is_refused(typed: str) -> None:
    with pytest.raises(click.UsageError, match="bukan tanggal"):
        Day().convert(typed, None, None)


@pytest.mark.parametrize("typed", HOURS)
def test_an_hour_is_read_as_people_write_it(typed: str) -> None:
    assert Hour().convert(typed, None, None) == HOURS[typed]


@pytest.mark.parametrize("typed", ["24.00", "9.60", "pagi", "09.00 WIB", "9.5"])
def test_what_is_no_hour_is_refused(typed: str) -> None:
    with pytest.raises(click.UsageError, match="bukan jam"):
        Hour().convert(typed, None, None)


@pytest.mark.parametrize("kind", [Day(), Hour()], ids=["day", "hour"])
def test_an_empty_one_is_not_known_yet(kind: click.ParamType) -> None:
    assert kind.convert(" ", None, None) == ""


def test_the_choices_that_help_shows_are_those_of_the_model() -> None:
    assert (tuple(Role), tuple(Institution)) == (ROLES, INSTITUTIONS)
