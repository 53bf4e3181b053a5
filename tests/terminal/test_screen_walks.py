"""What a walk through each list and a typed text cost on the line: bytes, as in test_screen_bytes.py."""

from __future__ import annotations

import statistics
from typing import NamedTuple

import pytest

from kampanye_tui.model.agreement import Agreement
from tests.terminal.desk import made_desk
from tests.terminal.test_screen_bytes import ARROW, TEXT, costs

pytestmark = pytest.mark.penuh

WALK = 17
"""Arrows that lead through lists which scroll."""
CHARACTER = 1100
LISTS = {"acara": "1", "klausul": "2", "pihak": "3", "pemeriksaan": "4", "salinan": "9"}


class Walk(NamedTuple):
    """What the arrows cost on the way down a list, and up again."""

    down: list[int]
    up: list[int]


@pytest.fixture(scope="module", params=LISTS)
def walk(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, agreement: Agreement
) -> Walk:
    """A walk through a list of an agreement."""
    with made_desk(tmp_path_factory.mktemp("jalan"), agreement).opened() as terminal:
        terminal.press(LISTS[request.param], "home")
        terminal.settle()
        down = costs(terminal, "down", WALK)
        terminal.press("end")
        return Walk(down, costs(terminal, "up", WALK))


def test_an_arrow_in_a_list_of_an_agreement(walk: Walk) -> None:
    assert max(walk.down[:7]) <= ARROW


def test_an_arrow_on_the_way_down_a_whole_list(walk: Walk) -> None:
    assert statistics.mean(walk.down) <= ARROW


def test_an_arrow_on_the_way_up_a_whole_list(walk: Walk) -> None:
    assert statistics.mean(walk.up) <= ARROW


@pytest.fixture(scope="module")
def typed(tmp_path_factory: pytest.TempPathFactory, agreement: Agreement) -> list[bytes]:
    """What the program sends for each character of a text in the clause editor."""
    with made_desk(tmp_path_factory.mktemp("ketik"), agreement).editing() as terminal:
        return [terminal.bytes_of(letter) for letter in TEXT]


def test_a_typed_character(typed: list[bytes]) -> None:
    assert statistics.median(map(len, typed)) <= CHARACTER


def test_no_letter_paints_the_state_of_saving_again(typed: list[bytes]) -> None:
    # A frame may be painted again on a busy machine; what counts is that no letter costs the line.
    assert b"".join(typed).count(b"mengetik, belum disimpan") in (1, 2)
