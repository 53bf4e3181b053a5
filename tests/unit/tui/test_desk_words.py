"""What the desk says of a seat and of the last entries, from events written here."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from kampanye_tui.agreement.seating import seats
from kampanye_tui.model.event import (
    AnyEvent,
    Attended,
    Correction,
    Interrupted,
    Mandate,
    MandateKind,
    Outcome,
    Overridden,
    Signed,
)
from kampanye_tui.model.state import Seat
from kampanye_tui.tui.screens.desk_words import held, last_told, other_day, person, result, standing
from tests.unit.agreement.making import small_agreement

BASE = small_agreement()
AT = datetime(2023, 11, 28, 2, 50, tzinfo=UTC)
MANDATE = Mandate(kind=MandateKind.ON_BEHALF, name="Budi", number="21/DPC", day=date(2023, 11, 20))


def at(number: int) -> dict:
    """What an event says: its number is also how many minutes after the first hour it came."""
    moment = AT + timedelta(minutes=number)
    return {"number": number, "occurred": moment, "recorded": moment, "operator": "ani"}


def came(number: int, mandate: Mandate | None = None) -> Attended:
    """The first party comes."""
    name = mandate.name if mandate else "Ani"
    return Attended(
        party="partai-a", place=1, name=name, office="Ketua", revision=1, mandate=mandate, **at(number)
    )


def signed(number: int, outcome: Outcome = Outcome.SIGNED, **said: object) -> Signed:
    """The first party has an outcome."""
    said = {"name": "Ani", **said}
    return Signed(
        party="partai-a", place=1, office="Ketua", revision=1, outcome=outcome, **said, **at(number)
    )


def first(*events: AnyEvent) -> Seat:
    """Return the seat of the first party."""
    return seats(BASE, events)[0]


@pytest.mark.parametrize(
    ("events", "cell"),
    [
        ((), "–"),
        ((came(1),), "09.51 hadir"),
        ((came(1), signed(2)), "09.52 menandatangani"),
        ((signed(3, Outcome.PRESENT),), "09.53 hadir, tidak menandatangani"),
        ((came(1, MANDATE),), "09.51 hadir (a.n.)"),
        ((came(1), signed(2, mandate=MANDATE)), "09.52 menandatangani (a.n.)"),
    ],
)
def test_a_cell_tells_what_came_of_it_with_the_hour_of_the_office(
    events: tuple[AnyEvent, ...], cell: str
) -> None:
    assert result(first(*events), BASE) == cell


def test_who_stands_in_is_shown_by_name_alone_since_the_capacity_belongs_to_the_office() -> None:
    assert person(first(came(1, MANDATE))) == "Budi"


def test_the_office_that_somebody_stands_in_for_is_shown_with_the_capacity() -> None:
    assert held(first(came(1, MANDATE))) == "a.n. Ketua"


def test_who_came_and_is_next_is_told_so() -> None:
    assert standing(first(came(1)), BASE, following=True) == "berikutnya · hadir sejak 09.51"


def test_who_follows_later_is_told_with_the_last_day() -> None:
    later = signed(1, Outcome.LATER, due=date(2023, 12, 1))
    assert standing(first(later), BASE, following=False) == "menyusul, paling lambat 1 Desember 2023"


def test_only_what_happens_at_the_desk_is_told_and_the_newest_at_the_end() -> None:
    events = (
        Overridden(what="x", reason="y", **at(1)),
        signed(2),
        Interrupted(reason="listrik padam", **at(3)),
    )
    assert last_told(events, BASE, 5) == [
        "09.52  Partai-A: menandatangani · oleh ani",
        "09.53  jeda: listrik padam · oleh ani",
    ]


def test_a_correction_tells_what_it_takes_back() -> None:
    events = (signed(1, Outcome.ABSENT), Correction(of=1, reason="salah tekan", **at(2)))
    assert last_told(events, BASE, 1) == [
        "09.52  koreksi: salah tekan (tidak berlaku lagi: Partai-A: tidak hadir) · oleh ani"
    ]


def test_another_day_than_that_of_the_occasion_is_told() -> None:
    assert "Hari ini 29-11-2023, hari acara 28-11-2023" in other_day(date(2023, 11, 28), date(2023, 11, 29))


@pytest.mark.parametrize("planned", [None, date(2023, 11, 28)])
def test_nothing_is_told_on_the_day_itself(planned: date | None) -> None:
    assert other_day(planned, date(2023, 11, 28)) == ""
