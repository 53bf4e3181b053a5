"""The pihak of an office in its recap: typed by hand from what happened."""

from __future__ import annotations

from datetime import timedelta

import msgspec
import pytest

from kampanye_tui.agreement.recap_parties import PartyHere, parties_here, party_history
from kampanye_tui.agreement.state import state
from kampanye_tui.model.event import Attended, CopyDeed, CopyHandled, Correction, Outcome

from .kept import AGREEMENT, AT, events

AFTER = {"occurred": AT + timedelta(hours=1), "recorded": AT + timedelta(hours=1), "operator": "ani"}


def here(listed: list) -> dict[str, PartyHere]:
    return {one.id: one for one in parties_here(AGREEMENT, state(AGREEMENT, listed))}


def test_a_pihak_has_its_outcome_and_where_its_salinan_is() -> None:
    party = here(events())["partai-a"]
    assert (party.outcome, party.copy.told, party.copy.receiver) == ("menandatangani", "diserahkan", "Sari")


def test_of_several_copies_the_salinan_is_told_and_all_are_listed() -> None:
    original = CopyHandled(
        number=9, copy=1, form="asli", deed=CopyDeed.PRINTED, party="partai-a", remark="", **AFTER
    )
    party = here([*events(), original])["partai-a"]
    assert (party.copy.form, sorted(row.form for row in party.copies)) == ("salinan", ["asli", "salinan"])


def test_who_was_not_asked_yet_has_no_outcome() -> None:
    assert here([])["partai-a"].outcome == "belum ada hasil"


def test_who_came_and_was_not_asked_yet_is_there() -> None:
    came = Attended(number=2, party="partai-a", place=1, office="Ketua", revision=1, **AFTER)
    assert here([events()[0], came])["partai-a"].outcome == "hadir, belum ada hasil"


@pytest.mark.parametrize(
    ("outcome", "words"),
    [
        (Outcome.PRESENT, "hadir, tidak menandatangani"),
        (Outcome.ABSENT, "tidak hadir"),
        (Outcome.LATER, "menyusul"),
    ],
)
def test_each_outcome_has_its_word(outcome: Outcome, words: str) -> None:
    final, signed = events()[:2]
    party = here([final, msgspec.structs.replace(signed, outcome=outcome)])["partai-a"]
    assert party.outcome == words


def test_several_signatories_of_a_pihak_are_counted() -> None:
    party = here(events())["partai-a"]
    (seat,) = party.seats
    assert party._replace(seats=(seat, seat, msgspec.structs.replace(seat, signed=None))).outcome == (
        "2 menandatangani, 1 belum ada hasil"
    )


def test_who_is_not_asked_to_sign_says_so() -> None:
    assert here(events())["partai-a"]._replace(seats=()).outcome == "tidak diminta"


def test_every_signer_and_every_holder_of_a_copy_is_there_once() -> None:
    stands = state(AGREEMENT, events())
    ids = [one.id for one in parties_here(AGREEMENT, stands)]
    wanted = {seat.party for seat in stands.seats} | {copy.party for copy in stands.copies}
    assert (len(ids), set(ids)) == (len(wanted), wanted)


def test_the_history_of_a_pihak_says_what_was_taken_back() -> None:
    listed = [*events(), Correction(number=9, of=2, reason="salah tekan", **AFTER)]
    assert list(party_history(AGREEMENT, listed, "partai-a")) == [
        "28-11-2023 10.02  Partai-A: menandatangani (dikoreksi)",
        "28-11-2023 10.05  salinan nomor 1 (Partai-A): dicetak",
        "28-11-2023 10.06  salinan nomor 1 (Partai-A): diserahkan kepada Sari (sekretaris)",
    ]
