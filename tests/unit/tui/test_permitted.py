"""Which actions need a role: the table names actions that there are, and all that change a text."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from kampanye_tui.model.operator import Act, AtWork, Operator, OperatorRole
from kampanye_tui.store import at_work
from kampanye_tui.tui import screens
from kampanye_tui.tui.actions import BY_ID, Group
from kampanye_tui.tui.pane import Pane
from kampanye_tui.tui.permitted import NEEDED, not_permitted

FREE = {
    "meja.lembar-kosong",
    "salinan.paket",
    "salinan.buku",
    "salinan.riwayat",
    "salinan.ekspor",
    "salinan.batal",
    "tanggapan.beda",
    "tanggapan.pihak",
    "gerbang.tuju",
}
"""Actions of the screens that record which show something, or write papers that record nothing."""


@pytest.fixture(autouse=True)
def _nobody_afterwards() -> Iterator[None]:
    yield
    at_work.begin(AtWork())


def test_the_table_names_actions_that_there_are() -> None:
    assert set(NEEDED) <= set(BY_ID)


def test_every_action_that_changes_a_text_needs_a_role() -> None:
    for found in pkgutil.iter_modules(screens.__path__):
        importlib.import_module(f"{screens.__name__}.{found.name}")
    changing = {name for pane in Pane.__subclasses__() for name in pane.needs_text}
    assert changing
    assert {name for name in changing if NEEDED.get(name) is not Act.EDIT} == set()


def test_every_action_of_a_screen_that_records_needs_a_role_or_is_known_to_need_none() -> None:
    recording = (Group.GATE, Group.DESK, Group.ANSWERS, Group.COPIES)
    assert {name for name, one in BY_ID.items() if one.group in recording and name not in NEEDED} == FREE


HERE_ONLY = ("sunting.penyunting", "beranda.pinjam", "beranda.ambil-pinjaman")


@pytest.mark.parametrize("action_id", HERE_ONLY)
def test_what_leaves_the_workspace_is_off_for_a_key_that_leads_here_alone(action_id: str) -> None:
    at_work.begin(AtWork("operator1", folders=(Path("kantor"),)))
    assert not_permitted(action_id).startswith("Lewat sambungan ini ")


def test_without_roles_nothing_is_quiet() -> None:
    assert [name for name in NEEDED if not_permitted(name)] == []


def test_what_a_role_does_not_allow_says_which_one_is_needed_and_who_has_it() -> None:
    rows = (
        Operator(name="Budi", role=OperatorRole.CLERK),
        Operator(name="Made", role=OperatorRole.APPROVER),
    )
    at_work.begin(AtWork("Budi", rows))
    assert not_permitted("gerbang.finalkan") == (
        "Peran Anda petugas; memfinalkan naskah memerlukan peran pengesah. Yang berperan pengesah: Made"
    )
