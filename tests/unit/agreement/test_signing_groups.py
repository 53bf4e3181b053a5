"""Groups sign one after another, each in its way: the agreement says it, the ledger's writer holds it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from kampanye_tui.agreement.finalising import edited
from kampanye_tui.agreement.fingerprint import occasion_digest, text_digest
from kampanye_tui.agreement.seating import group_words, groups_of, next_seat, seats
from kampanye_tui.agreement.signing import act, closed, signed
from kampanye_tui.agreement.state import state
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.event import AnyEvent, Closed, Correction, Finalised, Mandate, MandateKind, Outcome
from kampanye_tui.model.party import Role
from kampanye_tui.model.problem import Refused
from kampanye_tui.model.signing_group import SigningGroup, SigningMode

from .making import changed, party, small_agreement, with_party

AT = datetime(2023, 11, 28, 2, 0, tzinfo=UTC)
WITNESSES = (
    party("bawaslu", Role.WITNESS),
    party("polres", Role.ACKNOWLEDGING),
    party("kejari", Role.ACKNOWLEDGING),
)
BASE = changed(small_agreement(), parties=(*small_agreement().parties, *WITNESSES))


def at(minutes: int) -> dict:
    """What an event says that is recorded as it happens, some minutes after the beginning."""
    moment = AT + timedelta(minutes=minutes)
    return {"occurred": moment, "recorded": moment, "operator": "ani"}


def signing(agreement: Agreement, group: int, mode: SigningMode) -> Agreement:
    return changed(agreement, groups=(SigningGroup(number=group, mode=mode),))


class Desk:
    """The ledger of a signing, written act by act."""

    def __init__(self, agreement: Agreement) -> None:
        self.agreement = agreement
        final = Finalised(
            number=1,
            revision=agreement.revision,
            text_digest=text_digest(agreement),
            occasion_digest=occasion_digest(agreement),
            **at(0),
        )
        self.events: list[AnyEvent] = [final]

    def act(self, name: str, minutes: int, outcome: Outcome = Outcome.SIGNED, **more) -> list[str]:
        """Record one act; return whose outcomes it wrote."""
        made = act(self.agreement, self.events, name, 1, outcome, **more, **at(minutes))
        for event in made:
            self.events.append(changed(event, number=len(self.events) + 1))
        return [event.party for event in made]

    def binding_done(self) -> None:
        """Let everybody sign whom the closing waits for."""
        for minute, name in enumerate(("partai-a", "partai-b", "penyelenggara"), 1):
            self.act(name, minute)

    @property
    def next(self) -> str:
        seat = next_seat(seats(self.agreement, self.events))
        return seat.party if seat else ""


TOGETHER = signing(BASE, 3, SigningMode.TOGETHER)
ANY_ONE = signing(BASE, 3, SigningMode.ANY_ONE)


def test_a_pihak_signs_with_the_group_it_names() -> None:
    moved = with_party(BASE, "bawaslu", group=2)
    assert [[one.id for one in parties] for parties in groups_of(moved).values()] == [
        ["partai-a", "partai-b"],
        ["penyelenggara", "bawaslu"],
        ["polres", "kejari"],
    ]


def test_groups_are_asked_by_their_numbers() -> None:
    first = with_party(BASE, "penyelenggara", group=1)
    last = with_party(with_party(first, "partai-a", group=5), "partai-b", group=4)
    assert [seat.party for seat in seats(last, ())] == [
        *("penyelenggara", "bawaslu", "polres", "kejari", "partai-b", "partai-a")
    ]


def test_who_is_merely_present_is_not_asked_even_in_a_group() -> None:
    assert "polres" not in [one.party for one in seats(with_party(BASE, "polres", role=Role.PRESENT), ())]


def test_one_by_one_an_act_records_one_signature() -> None:
    assert Desk(BASE).act("partai-a", 1) == ["partai-a"]


def test_a_group_that_signs_together_is_recorded_with_one_act() -> None:
    desk = Desk(TOGETHER)
    desk.binding_done()
    assert desk.act("polres", 9) == ["bawaslu", "polres", "kejari"]


def test_everybody_of_such_a_group_has_the_same_hour() -> None:
    desk = Desk(TOGETHER)
    desk.binding_done()
    desk.act("polres", 9)
    assert {event.occurred for event in desk.events[-3:]} == {AT + timedelta(minutes=9)}


def test_who_has_another_outcome_is_not_written_among_them() -> None:
    desk = Desk(TOGETHER)
    desk.binding_done()
    desk.act("kejari", 8, Outcome.ABSENT)
    assert desk.act("bawaslu", 9) == ["bawaslu", "polres"]


def test_who_stands_in_is_recorded_alone_and_the_others_at_the_same_hour() -> None:
    mandate = Mandate(kind=MandateKind.ON_BEHALF, name="Budi", number="1", day=date(2023, 11, 20))
    desk = Desk(TOGETHER)
    desk.binding_done()
    assert desk.act("polres", 9, mandate=mandate) == ["polres"]
    assert desk.act("bawaslu", 11) == ["bawaslu", "kejari"]
    assert {event.occurred for event in desk.events[-3:]} == {AT + timedelta(minutes=9)}


def test_the_writer_of_the_ledger_refuses_another_hour_within_such_a_group() -> None:
    desk = Desk(TOGETHER)
    desk.binding_done()
    desk.events.append(
        changed(signed(TOGETHER, desk.events, "bawaslu", 1, Outcome.SIGNED, **at(9)), number=5)
    )
    with pytest.raises(Refused, match=r"Kelompok 3 menandatangani bersama-sama pukul 02\.09"):
        signed(TOGETHER, desk.events, "polres", 1, Outcome.SIGNED, **at(10))


def test_who_was_to_follow_later_signs_alone_at_another_hour() -> None:
    desk = Desk(TOGETHER)
    desk.binding_done()
    desk.act("kejari", 8, Outcome.LATER, due=date(2023, 12, 1))
    desk.act("bawaslu", 9)
    desk.act("kejari", 30)
    assert desk.events[-1].occurred == AT + timedelta(minutes=30)


def test_a_slip_mended_in_such_a_group_gets_the_hour_of_the_others() -> None:
    desk = Desk(TOGETHER)
    desk.binding_done()
    desk.act("bawaslu", 9)
    desk.events.append(Correction(number=8, of=7, reason="salah tekan", **at(10)))
    desk.act("kejari", 11)
    assert desk.events[-1].occurred == AT + timedelta(minutes=9)


def test_where_one_is_enough_the_others_are_not_asked_any_more() -> None:
    desk = Desk(ANY_ONE)
    desk.binding_done()
    desk.act("polres", 9)
    assert desk.next == ""


def test_who_need_not_sign_may_sign_all_the_same() -> None:
    desk = Desk(ANY_ONE)
    desk.binding_done()
    desk.act("polres", 9)
    assert desk.act("kejari", 10) == ["kejari"]


def test_an_outcome_without_a_signature_is_not_enough() -> None:
    desk = Desk(ANY_ONE)
    desk.binding_done()
    desk.act("bawaslu", 9, Outcome.ABSENT)
    assert desk.next == "polres"


def test_a_signing_is_closed_although_somebody_was_not_needed() -> None:
    desk = Desk(signing(BASE, 1, SigningMode.ANY_ONE))
    desk.act("partai-b", 1)
    desk.act("penyelenggara", 2)
    assert closed(desk.agreement, desk.events, **at(3)).revision == 1


def test_when_one_was_enough_the_next_group_needs_no_reason() -> None:
    desk = Desk(signing(BASE, 1, SigningMode.ANY_ONE))
    desk.act("partai-b", 1)
    assert desk.act("penyelenggara", 2) == ["penyelenggara"]


def test_a_correction_of_the_one_signature_asks_the_others_again() -> None:
    desk = Desk(signing(BASE, 1, SigningMode.ANY_ONE))
    desk.act("partai-b", 1)
    desk.events.append(Correction(number=3, of=2, reason="salah tekan", **at(2)))
    assert desk.next == "partai-a"


def test_only_who_signs_needs_to_be_in_turn() -> None:
    assert Desk(BASE).act("penyelenggara", 1, Outcome.ABSENT) == ["penyelenggara"]


def test_who_was_to_follow_later_needs_no_turn() -> None:
    desk = Desk(BASE)
    desk.act("kejari", 1, Outcome.LATER, due=date(2023, 12, 1))
    assert desk.act("kejari", 2) == ["kejari"]


def test_witnesses_in_the_first_group_do_not_hold_back_the_closing() -> None:
    first = with_party(with_party(with_party(BASE, "bawaslu", group=1), "polres", group=1), "kejari", group=1)
    desk = Desk(first)
    for minute, name in enumerate(("partai-a", "partai-b"), 1):
        desk.act(name, minute)
    desk.act("penyelenggara", 3, out_of_turn="saksi belum datang")
    assert isinstance(closed(first, desk.events, **at(4)), Closed)


def test_a_closing_of_an_earlier_revision_does_not_keep_a_new_one_from_being_signed() -> None:
    desk = Desk(BASE)
    desk.binding_done()
    desk.events.append(changed(closed(BASE, desk.events, **at(5)), number=5))
    second = Desk(changed(BASE, revision=2, topic="Kampanye Damai dan Jujur"))
    second.events = [*desk.events, *(changed(one, number=6) for one in second.events)]
    assert second.act("partai-a", 9) == ["partai-a"]


def test_who_was_not_needed_does_not_count_as_having_signed() -> None:
    desk = Desk(ANY_ONE)
    desk.binding_done()
    desk.act("polres", 9)
    stands = state(ANY_ONE, desk.events)
    assert (stands.signed, stands.signers) == (4, 6)


def test_who_was_not_needed_is_called_so() -> None:
    desk = Desk(ANY_ONE)
    desk.binding_done()
    desk.act("polres", 9)
    results = {seat.party: seat.result for seat in state(ANY_ONE, desk.events).seats}
    assert (results["polres"], results["bawaslu"]) == ("menandatangani", "tidak diperlukan")


def test_a_pihak_has_signed_when_all_its_signatories_have() -> None:
    two = with_party(BASE, "bawaslu", signatories=BASE.party("bawaslu").signatories * 2)
    desk = Desk(two)
    desk.binding_done()
    desk.act("bawaslu", 9)
    assert state(two, desk.events).signed_words == "Ditandatangani 3 dari 6 pihak"


def test_a_group_is_told_by_who_is_in_it_and_how_it_signs() -> None:
    assert [group_words(TOGETHER, number) for number in (1, 2, 3)] == [
        "kelompok 1 · Peserta Pemilu, menurut nomor urut",
        "kelompok 2 · penyelenggara",
        "kelompok 3 · saksi dan yang mengetahui, bersama-sama",
    ]


def test_a_remark_of_one_is_not_said_of_the_others_who_sign_together() -> None:
    desk = Desk(TOGETHER)
    desk.binding_done()
    desk.act("polres", 9, remark="datang dengan kursi roda")
    assert [event.remark for event in desk.events[-3:]] == ["", "datang dengan kursi roda", ""]


@pytest.mark.parametrize("other", [TOGETHER, with_party(BASE, "partai-b", group=2)], ids=["cara", "anggota"])
def test_groups_stay_as_they_are_while_outcomes_stand(other: Agreement) -> None:
    desk = Desk(BASE)
    desk.act("partai-a", 1)
    with pytest.raises(Refused, match="tidak dapat diubah lagi"):
        edited(BASE, other, desk.events)


def test_a_name_may_be_filled_in_while_outcomes_stand() -> None:
    desk = Desk(BASE)
    desk.act("partai-a", 1)
    person = changed(BASE.party("partai-b").signatories[0], name="Siti")
    named = with_party(BASE, "partai-b", signatories=(person,))
    assert edited(BASE, named, desk.events) == named


def test_a_new_revision_may_be_asked_of_others() -> None:
    desk = Desk(BASE)
    desk.act("partai-a", 1)
    assert edited(BASE, changed(TOGETHER, topic="Kampanye Tertib"), desk.events).revision == 2
