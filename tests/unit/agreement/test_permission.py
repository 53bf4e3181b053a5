"""Which role may do what, and what a refusal says."""

from __future__ import annotations

from typing import get_args

import pytest

from kampanye_tui.agreement.permission import ACTS, ROLES, why_not
from kampanye_tui.model.event import AnyEvent
from kampanye_tui.model.number_entry import AnyNumberEntry
from kampanye_tui.model.operator import Act, AtWork, Operator, OperatorRole

AUTHOR, APPROVER, CLERK, READER = OperatorRole
TABLE = {
    Act.EDIT: "penyusun pengesah",
    Act.NUMBER: "penyusun pengesah",
    Act.FINALISE: "pengesah",
    Act.CLOSE: "pengesah",
    Act.CORRECT: "pengesah",
    Act.RESPOND: "petugas",
    Act.SIGN: "petugas",
    Act.HAND_OUT: "petugas",
    Act.KEEP: "petugas",
    Act.LEND: "pengesah",
}
OFFICE = (
    Operator(name="Siti", role=AUTHOR),
    Operator(name="Made", role=APPROVER),
    Operator(name="Budi", role=CLERK),
    Operator(name="Rina", role=CLERK),
    Operator(name="Rina", role=APPROVER),
    Operator(name="Tono", role=READER),
)


def test_the_table_says_who_may_do_what() -> None:
    assert {act: " ".join(roles) for act, roles in ROLES.items()} == TABLE


def test_every_kind_of_entry_is_an_act() -> None:
    assert set(ACTS) == {*get_args(AnyEvent), *get_args(AnyNumberEntry)}


def test_without_rows_everybody_may_do_everything() -> None:
    assert [act for act in Act if why_not(AtWork("Budi"), act)] == []


@pytest.mark.parametrize(
    ("name", "allowed"),
    [
        ("Siti", {Act.EDIT, Act.NUMBER}),
        ("Made", {Act.EDIT, Act.NUMBER, Act.FINALISE, Act.CLOSE, Act.CORRECT, Act.LEND}),
        ("Budi", {Act.RESPOND, Act.SIGN, Act.HAND_OUT, Act.KEEP}),
        ("Rina", set(Act)),
        ("Tono", set()),
        ("siti", set()),
    ],
)
def test_somebody_may_do_what_their_roles_may(name: str, allowed: set[Act]) -> None:
    assert {act for act in Act if why_not(AtWork(name, OFFICE), act) is None} == allowed


def test_a_key_leaves_one_of_the_roles() -> None:
    assert AtWork("Rina", OFFICE, APPROVER).roles == (APPROVER,)


def test_a_key_gives_no_role_that_the_office_did_not_give() -> None:
    assert AtWork("Budi", OFFICE, APPROVER).roles == ()


def test_a_key_alone_binds_where_the_office_gives_no_roles() -> None:
    assert why_not(AtWork("Budi", role=READER), Act.SIGN) is not None


def test_a_refusal_names_the_role_and_who_has_it() -> None:
    assert why_not(AtWork("Budi", OFFICE), Act.FINALISE) == (
        "peran Anda petugas; memfinalkan naskah memerlukan peran pengesah",
        "Yang berperan pengesah: Made, Rina",
    )


def test_a_refusal_says_where_nobody_has_the_role() -> None:
    assert why_not(AtWork("Tono", OFFICE[-1:]), Act.EDIT) == (
        "peran Anda pembaca; mengubah naskah memerlukan peran penyusun atau pengesah",
        "Belum ada yang berperan penyusun atau pengesah",
    )


def test_a_stranger_is_told_that_they_have_no_role() -> None:
    words = why_not(AtWork("Joko", OFFICE), Act.SIGN)
    assert words is not None
    assert words[0] == "Anda belum diberi peran; mencatat penandatanganan memerlukan peran petugas"
