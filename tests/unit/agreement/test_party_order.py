"""Moving a pihak within its role: the neighbour takes its place, and nobody else moves."""

import pytest

from kampanye_tui.agreement.compose import plan_of_copies
from kampanye_tui.agreement.edit import with_parties
from kampanye_tui.agreement.party_order import moved, why_fixed
from kampanye_tui.model.party import Role
from kampanye_tui.model.problem import Refused

from .making import party, small_agreement

BASE = with_parties(
    small_agreement(),
    (
        party("penyelenggara", Role.ORGANISER),
        party("dprd", Role.ACKNOWLEDGING),
        party("partai-a", number=1),
        party("partai-b", number=2),
        party("polres", Role.ACKNOWLEDGING),
        party("kodim", Role.ACKNOWLEDGING),
    ),
)


def ids(agreement):
    return [one.id for one in agreement.parties]


def test_a_pihak_and_the_one_before_it_in_its_role_change_places():
    after = moved(BASE, "polres", -1)
    assert ids(after) == ["penyelenggara", "polres", "partai-a", "partai-b", "dprd", "kodim"]


def test_down_takes_back_what_up_did():
    assert moved(moved(BASE, "kodim", -1), "kodim", 1) == BASE


def test_copies_are_numbered_in_the_new_order():
    after = moved(BASE, "kodim", -1)
    assert after.copies == plan_of_copies(after.parties)


@pytest.mark.parametrize(
    ("party_id", "by", "words"),
    [
        ("partai-b", -1, "nomor urut"),
        ("dprd", -1, "paling atas"),
        ("kodim", 1, "paling bawah"),
        ("penyelenggara", 1, "paling bawah"),
    ],
)
def test_who_cannot_move_is_told_why(party_id, by, words):
    assert words in why_fixed(BASE, party_id, by)
    with pytest.raises(Refused, match=words):
        moved(BASE, party_id, by)
