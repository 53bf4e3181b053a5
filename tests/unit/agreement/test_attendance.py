"""Presence and signature are two facts: who came is recorded before anything is signed, or without it."""

from __future__ import annotations

from datetime import date

import pytest

from kampanye_tui.agreement.attendance import attended
from kampanye_tui.agreement.chronicle import told
from kampanye_tui.agreement.correcting import stays_on_paper
from kampanye_tui.agreement.seating import binding, next_seat, seats
from kampanye_tui.agreement.signing import closed, interrupted, replaced, signed
from kampanye_tui.model.event import Correction, Mandate, MandateKind, Outcome
from kampanye_tui.model.problem import Refused

from .making import changed
from .test_signing_groups import BASE, Desk, at

MANDATE = Mandate(kind=MandateKind.ON_BEHALF, name="Budi", number="21/DPC", day=date(2023, 11, 20))


def came(desk: Desk, name: str, minutes: int, **more):
    """Record that somebody came; return the event."""
    event = attended(desk.agreement, desk.events, name, 1, **more, **at(minutes))
    desk.events.append(changed(event, number=len(desk.events) + 1))
    return desk.events[-1]


def shut(desk: Desk, minutes: int) -> None:
    """Give everybody who is waited for an outcome, and close the signing."""
    for seat in binding(seats(desk.agreement, desk.events)):
        if seat.open:
            desk.act(seat.party, 3)
    event = closed(desk.agreement, desk.events, **at(minutes))
    desk.events.append(changed(event, number=len(desk.events) + 1))


@pytest.fixture
def desk() -> Desk:
    return Desk(BASE)


def test_who_came_is_present_and_still_to_be_asked(desk: Desk) -> None:
    came(desk, "partai-a", 1)
    seat = next_seat(seats(BASE, desk.events))
    assert (seat.party, seat.present, seat.open) == ("partai-a", True, True)


def test_nobody_is_present_before_anything_is_known(desk: Desk) -> None:
    assert not any(seat.present for seat in seats(BASE, desk.events))


def test_outcomes_tell_of_presence_by_themselves(desk: Desk) -> None:
    desk.act("partai-a", 1, Outcome.PRESENT)
    desk.act("partai-b", 2, Outcome.ABSENT)
    desk.act("penyelenggara", 3)
    assert [seat.present for seat in seats(BASE, desk.events)[:3]] == [True, False, True]


def test_who_came_and_signs_later_stays_present(desk: Desk) -> None:
    came(desk, "partai-a", 1)
    desk.act("partai-a", 2, Outcome.LATER, due=date(2023, 12, 1))
    assert seats(BASE, desk.events)[0].present


def test_a_later_group_may_come_before_its_turn(desk: Desk) -> None:
    assert came(desk, "polres", 1).party == "polres"


def test_who_came_is_not_absent(desk: Desk) -> None:
    came(desk, "partai-a", 1)
    with pytest.raises(Refused, match="sudah tercatat hadir"):
        desk.act("partai-a", 2, Outcome.ABSENT)


def test_the_mandate_of_who_came_counts_when_they_sign(desk: Desk) -> None:
    came(desk, "partai-a", 1, mandate=MANDATE)
    made = signed(BASE, desk.events, "partai-a", 1, Outcome.SIGNED, **at(2))
    assert (made.name, made.mandate) == ("Budi", MANDATE)


def test_when_the_named_person_comes_after_all_they_sign_themselves(desk: Desk) -> None:
    came(desk, "partai-a", 1, mandate=MANDATE)
    came(desk, "partai-a", 2)
    assert signed(BASE, desk.events, "partai-a", 1, Outcome.SIGNED, **at(3)).mandate is None


def test_the_same_person_does_not_come_twice(desk: Desk) -> None:
    came(desk, "partai-a", 1)
    with pytest.raises(Refused, match="sudah tercatat hadir"):
        came(desk, "partai-a", 2)


def test_a_stand_in_who_comes_needs_a_whole_mandate(desk: Desk) -> None:
    with pytest.raises(Refused, match="mandat belum lengkap"):
        came(desk, "partai-a", 1, mandate=changed(MANDATE, number=""))


def test_who_has_signed_need_not_be_recorded_as_present(desk: Desk) -> None:
    desk.act("partai-a", 1)
    with pytest.raises(Refused, match="sudah tercatat: menandatangani"):
        came(desk, "partai-a", 2)


def test_after_the_closing_nobody_comes(desk: Desk) -> None:
    desk.binding_done()
    desk.events.append(changed(closed(BASE, desk.events, **at(5)), number=5))
    with pytest.raises(Refused, match="sudah ditutup"):
        came(desk, "bawaslu", 6)


def test_presence_recorded_by_mistake_is_corrected(desk: Desk) -> None:
    event = came(desk, "partai-a", 1)
    desk.events.append(Correction(number=3, of=event.number, reason="salah orang", **at(2)))
    assert not seats(BASE, desk.events)[0].present


def test_the_chronicle_tells_who_stood_in(desk: Desk) -> None:
    assert told(came(desk, "partai-a", 1, mandate=MANDATE), BASE) == (
        "Partai-A: hadir (diwakili Budi, a.n., mandat 21/DPC)"
    )


def test_presence_alone_does_not_let_the_signing_be_closed(desk: Desk) -> None:
    came(desk, "partai-a", 1)
    with pytest.raises(Refused, match="3 penanda tangan belum mempunyai hasil"):
        closed(BASE, desk.events, **at(2))


def test_who_came_in_the_place_of_somebody_says_nothing_of_who_is_named_after(desk: Desk) -> None:
    came(desk, "partai-a", 1, mandate=MANDATE)
    said = {"name": "Siti", "office": "", "reason": "hadir sendiri", **at(2)}
    desk.events.append(changed(replaced(BASE, desk.events, "partai-a", 1, **said), number=3))
    desk.act("partai-a", 3)
    assert (desk.events[-1].name, desk.events[-1].mandate) == ("Siti", None)


def test_nobody_signs_before_they_came(desk: Desk) -> None:
    came(desk, "partai-a", 5)
    with pytest.raises(Refused, match="mendahului"):
        desk.act("partai-a", 3)


def test_taking_presence_back_under_a_closing_says_what_to_correct_first(desk: Desk) -> None:
    event = came(desk, "polres", 1)
    shut(desk, 9)
    assert "sesudah penutupannya juga dikoreksi (kejadian nomor 6)" in stays_on_paper(
        BASE, desk.events, event
    )


def test_taking_a_pause_back_under_a_closing_asks_for_other_minutes(desk: Desk) -> None:
    pause = interrupted("listrik padam", **at(2))
    desk.events.append(changed(pause, number=len(desk.events) + 1))
    shut(desk, 9)
    told = stays_on_paper(BASE, desk.events, desk.events[1])
    assert "berita acara yang sudah dicetak tetap memuat jeda ini" in told


@pytest.mark.parametrize("minutes", [1, 9])
def test_what_no_paper_tells_is_taken_back_without_a_word(minutes: int, desk: Desk) -> None:
    """Before the closing, and a pause behind it."""
    if minutes == 9:
        shut(desk, 8)
    pause = interrupted("listrik padam", **at(minutes))
    assert stays_on_paper(BASE, desk.events, changed(pause, number=len(desk.events) + 1)) == ""
