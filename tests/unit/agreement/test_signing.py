"""At the desk: who is asked in which order, what may be recorded, and when the signing may be closed."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from kampanye_tui.agreement.attendance import attended
from kampanye_tui.agreement.facts import corrected, corrigible
from kampanye_tui.agreement.fingerprint import occasion_digest, text_digest
from kampanye_tui.agreement.seating import next_seat, seats
from kampanye_tui.agreement.signing import closed, interrupted, nameless, replaced, signed
from kampanye_tui.agreement.state import state
from kampanye_tui.model.event import Correction, Finalised, Mandate, MandateKind, Outcome
from kampanye_tui.model.party import Role, Signatory
from kampanye_tui.model.problem import Refused
from kampanye_tui.model.state import Phase

from .making import changed, party, small_agreement, with_clause, with_party

AT = datetime(2023, 11, 28, 2, 0, tzinfo=UTC)
WHEN = {"occurred": AT, "recorded": AT, "operator": "ani"}
BASE = changed(
    small_agreement(), parties=(*small_agreement().parties, party("bawaslu", Role.WITNESS, number=None))
)
MANDATE = Mandate(kind=MandateKind.ON_BEHALF, name="Budi", number="21/DPC", day=date(2023, 11, 20))


def final(agreement=BASE):
    """The event that makes an agreement final."""
    return Finalised(
        number=1,
        revision=agreement.revision,
        text_digest=text_digest(agreement),
        occasion_digest=occasion_digest(agreement),
        **WHEN,
    )


def after(*outcomes: tuple[str, Outcome], agreement=BASE):
    """The events of a desk where these outcomes were recorded one after another."""
    events = [final(agreement)]
    for name, outcome in outcomes:
        due = date(2023, 12, 1) if outcome is Outcome.LATER else None
        made = signed(agreement, events, name, 1, outcome, due=due, out_of_turn="uji", **WHEN)
        events.append(changed(made, number=len(events) + 1))
    return events


ALL = (("partai-a", Outcome.SIGNED), ("partai-b", Outcome.ABSENT), ("penyelenggara", Outcome.SIGNED))


def test_contestants_come_by_ballot_number_then_the_office_then_witnesses() -> None:
    assert [seat.party for seat in seats(BASE, ())] == ["partai-a", "partai-b", "penyelenggara", "bawaslu"]


def test_groups_are_numbered_in_their_order() -> None:
    assert [seat.group for seat in seats(BASE, ())] == [1, 1, 2, 3]


def test_the_next_one_is_the_first_without_an_outcome() -> None:
    assert next_seat(seats(BASE, after(ALL[0]))).party == "partai-b"


def test_behind_the_last_one_the_first_open_one_is_next() -> None:
    listed = seats(BASE, after(("partai-b", Outcome.SIGNED), ("bawaslu", Outcome.SIGNED)))
    assert next_seat(listed, listed[-1]).party == "partai-a"


def test_when_everybody_was_asked_nobody_is_next() -> None:
    assert next_seat(seats(BASE, after(*ALL, ("bawaslu", Outcome.SIGNED)))) is None


def test_a_draft_cannot_be_signed() -> None:
    with pytest.raises(Refused, match="belum final"):
        signed(BASE, (), "partai-a", 1, Outcome.SIGNED, **WHEN)


def of_nobody(agreement=BASE):
    """The same with a signatory of partai-a whom nobody has named."""
    return with_party(agreement, "partai-a", signatories=(Signatory(office="Ketua"),))


def test_nobody_signs_without_a_name() -> None:
    with pytest.raises(Refused, match=r"Nama penanda tangan Partai-A \(Ketua\) belum diisi"):
        signed(of_nobody(), [final()], "partai-a", 1, Outcome.SIGNED, **WHEN)


def test_what_to_do_about_a_missing_name_is_told_before_as_when_it_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        signed(of_nobody(), [final()], "partai-a", 1, Outcome.SIGNED, **WHEN)
    assert refused.value.problems == (nameless(seats(of_nobody(), [final()])[0]),)


def test_nothing_is_told_of_who_has_a_name() -> None:
    assert nameless(seats(BASE, [final()])[0]) is None


def test_nothing_is_told_where_somebody_came_with_a_mandate() -> None:
    came = attended(of_nobody(), [final()], "partai-a", 1, mandate=MANDATE, **WHEN)
    assert nameless(seats(of_nobody(), [final(), came])[0]) is None


def test_nothing_is_told_of_who_has_an_outcome() -> None:
    absent = signed(of_nobody(), [final()], "partai-a", 1, Outcome.ABSENT, **WHEN)
    assert nameless(seats(of_nobody(), [final(), absent])[0]) is None


@pytest.mark.parametrize("outcome", [Outcome.PRESENT, Outcome.ABSENT, Outcome.LATER])
def test_another_outcome_than_a_signature_needs_no_name(outcome: Outcome) -> None:
    made = signed(of_nobody(), [final()], "partai-a", 1, outcome, due=date(2023, 12, 1), **WHEN)
    assert made.name == ""


def test_who_stands_in_for_somebody_without_a_name_signs_under_their_own() -> None:
    made = signed(of_nobody(), [final()], "partai-a", 1, Outcome.SIGNED, mandate=MANDATE, **WHEN)
    assert made.name == "Budi"


def test_a_text_that_changed_since_it_was_final_cannot_be_signed() -> None:
    other = with_clause(BASE, "damai", resolved="Lain.")
    with pytest.raises(Refused, match="berubah sesudah revisi 1"):
        signed(other, [final()], "partai-a", 1, Outcome.SIGNED, **WHEN)


def test_nobody_is_booked_twice() -> None:
    with pytest.raises(Refused, match="sudah tercatat: menandatangani"):
        signed(BASE, after(ALL[0]), "partai-a", 1, Outcome.ABSENT, **WHEN)


def test_who_was_to_follow_later_may_sign() -> None:
    made = signed(BASE, after(("partai-a", Outcome.LATER)), "partai-a", 1, Outcome.SIGNED, **WHEN)
    assert made.outcome is Outcome.SIGNED


def test_a_later_group_needs_a_reason_to_go_first() -> None:
    with pytest.raises(Refused, match="kelompok 1 belum mempunyai hasil"):
        signed(BASE, [final()], "penyelenggara", 1, Outcome.SIGNED, **WHEN)


def test_the_reason_is_kept_with_the_outcome() -> None:
    made = signed(BASE, [final()], "penyelenggara", 1, Outcome.SIGNED, out_of_turn="harus berangkat", **WHEN)
    assert made.out_of_turn == "harus berangkat"


def test_in_turn_no_reason_is_kept() -> None:
    made = signed(BASE, [final()], "partai-b", 1, Outcome.SIGNED, out_of_turn="tidak perlu", **WHEN)
    assert made.out_of_turn == ""


@pytest.mark.parametrize("missing", ["name", "number", "day"])
def test_a_stand_in_needs_a_whole_mandate(missing: str) -> None:
    half = changed(MANDATE, **{missing: None if missing == "day" else ""})
    with pytest.raises(Refused, match="mandat belum lengkap"):
        signed(BASE, [final()], "partai-a", 1, Outcome.SIGNED, mandate=half, **WHEN)


def test_a_stand_in_signs_under_the_own_name() -> None:
    made = signed(BASE, [final()], "partai-a", 1, Outcome.SIGNED, mandate=MANDATE, **WHEN)
    assert (made.name, made.mandate) == ("Budi", MANDATE)


def test_later_needs_a_day() -> None:
    with pytest.raises(Refused, match="Tanggal menyusul belum diisi"):
        signed(BASE, [final()], "partai-a", 1, Outcome.LATER, **WHEN)


LATE_EVENING = datetime(2023, 11, 28, 17, 30, tzinfo=UTC)
"""Half past midnight of the 29th where the office is."""


def test_later_is_not_before_the_day_on_which_it_is_said() -> None:
    with pytest.raises(Refused) as caught:
        signed(BASE, [final()], "partai-a", 1, Outcome.LATER, due=date(2023, 11, 27), **WHEN)
    assert str(caught.value) == (
        "Tanggal menyusul 27 November 2023 mendahului hari kejadiannya, 28 November 2023. "
        "Isi hari itu atau sesudahnya."
    )


def test_later_may_be_on_the_same_day() -> None:
    made = signed(BASE, [final()], "partai-a", 1, Outcome.LATER, due=date(2023, 11, 28), **WHEN)
    assert made.due == date(2023, 11, 28)


def test_the_day_on_which_it_is_said_is_that_of_the_office() -> None:
    when = {"occurred": LATE_EVENING, "recorded": LATE_EVENING, "operator": "ani"}
    with pytest.raises(Refused, match="hari kejadiannya, 29 November 2023"):
        signed(BASE, [final()], "partai-a", 1, Outcome.LATER, due=date(2023, 11, 28), **when)


def test_a_day_that_nobody_needs_is_not_judged() -> None:
    made = signed(BASE, [final()], "partai-a", 1, Outcome.ABSENT, due=date(2023, 11, 27), **WHEN)
    assert made.due is None


def test_nothing_is_recorded_before_it_happened() -> None:
    with pytest.raises(Refused, match="belum tiba"):
        signed(
            BASE,
            [final()],
            "partai-a",
            1,
            Outcome.SIGNED,
            occurred=AT + timedelta(minutes=1),
            recorded=AT,
            operator="ani",
        )


def test_a_corrected_outcome_leaves_the_seat_open() -> None:
    events = after(ALL[0])
    events.append(Correction(number=3, of=2, reason="salah tekan", **WHEN))
    assert next_seat(seats(BASE, events)).party == "partai-a"


def test_a_final_text_cannot_be_corrected_away() -> None:
    with pytest.raises(Refused, match="tidak dapat dikoreksi"):
        corrigible(after(ALL[0]), 1)


def test_what_was_corrected_cannot_be_corrected_again() -> None:
    events = [*after(ALL[0]), Correction(number=3, of=2, reason="salah", **WHEN)]
    with pytest.raises(Refused, match="sudah dikoreksi"):
        corrigible(events, 2)


def test_it_is_closed_when_every_signer_has_an_outcome() -> None:
    assert closed(BASE, after(*ALL), **WHEN).revision == 1


def test_a_witness_does_not_hold_it_back() -> None:
    assert (
        state(BASE, [*after(*ALL), changed(closed(BASE, after(*ALL), **WHEN), number=9)]).phase
        is Phase.CLOSED
    )


def test_who_has_no_outcome_is_named() -> None:
    with pytest.raises(Refused, match="1 penanda tangan belum mempunyai hasil: Penyelenggara"):
        closed(BASE, after(*ALL[:2]), **WHEN)


def test_it_is_closed_only_once() -> None:
    events = [*after(*ALL), changed(closed(BASE, after(*ALL), **WHEN), number=9)]
    with pytest.raises(Refused, match="sudah ditutup"):
        closed(BASE, events, **WHEN)


def test_after_closing_a_witness_may_still_sign() -> None:
    events = [*after(*ALL), changed(closed(BASE, after(*ALL), **WHEN), number=9)]
    assert signed(BASE, events, "bawaslu", 1, Outcome.SIGNED, **WHEN).party == "bawaslu"


def test_another_person_signs_for_a_pihak() -> None:
    event = replaced(BASE, [final()], "partai-a", 1, name="Cici", office="", reason="sakit", **WHEN)
    assert seats(BASE, [final(), changed(event, number=2)])[0].name == "Cici"


def test_who_has_signed_is_not_replaced() -> None:
    with pytest.raises(Refused, match="sudah tercatat: menandatangani"):
        replaced(BASE, after(ALL[0]), "partai-a", 1, name="Cici", office="", reason="sakit", **WHEN)


def test_an_interruption_needs_its_cause() -> None:
    with pytest.raises(Refused, match="Sebab jeda belum diisi"):
        interrupted("", **WHEN)


def test_the_foot_of_a_page_is_the_same_before_and_after_signing() -> None:
    assert state(BASE, after(*ALL)).words == state(BASE, [final()]).words


def test_the_state_counts_who_signed() -> None:
    stands = state(BASE, after(*ALL))
    assert (stands.signed, stands.signers) == (2, 4)


EARLY = WHEN | {"occurred": AT - timedelta(minutes=1)}


def test_nothing_is_signed_before_it_is_final() -> None:
    with pytest.raises(Refused, match="mendahului waktu naskah dinyatakan final"):
        signed(BASE, [final()], "partai-a", 1, Outcome.SIGNED, **EARLY)


def test_it_is_not_closed_before_the_last_outcome() -> None:
    with pytest.raises(Refused, match="mendahului waktu hasil terakhir"):
        closed(BASE, after(*ALL), **EARLY)


def test_seconds_do_not_make_a_closing_too_early() -> None:
    events = after(*ALL)
    events[-1] = changed(events[-1], occurred=AT + timedelta(seconds=30))
    assert closed(BASE, events, **WHEN).revision == 1


def test_who_follows_later_does_not_sign_before_the_closing() -> None:
    events = after(("partai-a", Outcome.LATER), *ALL[1:])
    events.append(changed(closed(BASE, events, **WHEN), number=9, occurred=AT + timedelta(hours=1)))
    late = {"occurred": AT + timedelta(minutes=5), "recorded": AT + timedelta(hours=2), "operator": "ani"}
    with pytest.raises(Refused, match="mendahului waktu penandatanganan ditutup"):
        signed(BASE, events, "partai-a", 1, Outcome.SIGNED, **late)


def test_an_interruption_ends_after_it_began() -> None:
    with pytest.raises(Refused, match="mendahului waktu jeda dimulai"):
        interrupted("listrik padam", resumed=AT - timedelta(minutes=5), **WHEN)


def test_an_interruption_has_not_ended_in_the_future() -> None:
    with pytest.raises(Refused, match="belum tiba"):
        interrupted("listrik padam", resumed=AT + timedelta(minutes=5), **WHEN)


def test_nobody_is_replaced_in_the_future() -> None:
    soon = WHEN | {"occurred": AT + timedelta(days=1)}
    with pytest.raises(Refused, match="belum tiba"):
        replaced(BASE, [final()], "partai-a", 1, name="Siti", office="", reason="sakit", **soon)


def test_nothing_is_corrected_in_the_future() -> None:
    soon = WHEN | {"occurred": AT + timedelta(days=1)}
    with pytest.raises(Refused, match="belum tiba"):
        corrected(after(*ALL), 2, "salah tekan", **soon)
