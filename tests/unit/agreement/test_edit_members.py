"""The names of the office's members: the edit of one, and the chair who signs by the same name."""

from __future__ import annotations

import pytest

from kampanye_tui.agreement.edit_members import member_labels, with_member_name
from kampanye_tui.model.office import Member
from kampanye_tui.model.party import ORGANISER_ID, Institution, Party, Role, Signatory
from kampanye_tui.model.problem import Refused

from .making import changed, small_agreement

SMALL = small_agreement()
ORGANISER = Party(
    id=ORGANISER_ID,
    name="KPU Kota",
    role=Role.ORGANISER,
    institution=Institution.ORGANISER,
    signatories=(Signatory(office="Ketua KPU", name="Ani"),),
)
OTHERS = tuple(one for one in SMALL.parties if one.id != ORGANISER_ID)
BASE = changed(
    SMALL,
    parties=(ORGANISER, *OTHERS),
    office=changed(
        SMALL.office,
        members=(Member(office="Ketua", name="Ani"), Member(office="Anggota", name="Budi 王")),
    ),
)


def names(agreement):
    return [member.name for member in agreement.members()]


def test_members_are_called_by_number_and_office():
    assert member_labels(BASE) == ("1. Ketua", "2. Anggota")


def test_the_name_of_a_member_is_changed():
    assert names(with_member_name(BASE, 2, "Budi Wang")) == ["Ani", "Budi Wang"]


def test_a_name_is_emptied():
    assert names(with_member_name(BASE, 2, "")) == ["Ani", ""]


def test_the_chair_signs_by_the_name_of_the_chair():
    after = with_member_name(BASE, 1, "Cici")
    assert after.party(ORGANISER_ID).signatories == (Signatory(office="Ketua KPU", name="Cici"),)


def test_a_member_who_is_not_the_chair_leaves_the_pihak_as_they_are():
    assert with_member_name(BASE, 2, "Budi").parties == BASE.parties


def test_the_office_keeps_the_name_of_its_chair_in_step():
    assert with_member_name(BASE, 1, "Cici").office.members[0].name == "Cici"


def test_an_office_that_named_nobody_has_a_chair_to_name():
    unnamed = changed(BASE, office=changed(BASE.office, members=()))
    assert names(with_member_name(unnamed, 1, "Cici")) == ["Cici"]


def test_the_same_name_changes_nothing():
    unnamed = changed(BASE, office=changed(BASE.office, members=()))
    assert with_member_name(unnamed, 1, "Ani") is unnamed


@pytest.mark.parametrize("number", [0, 3])
def test_a_number_that_no_member_has_is_refused(number):
    with pytest.raises(Refused, match=f"Anggota nomor {number} tidak ada; kantor ini mempunyai 2 anggota"):
        with_member_name(BASE, number, "Budi")
