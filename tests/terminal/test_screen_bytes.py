"""What keys cost on the line at 80 by 24 with 256 colours: bytes, which are the same in every run."""

from __future__ import annotations

import statistics
from pathlib import Path

import pytest

from kampanye_tui.model.agreement import Agreement
from tests.terminal.desk import READ, Desk, made_desk
from tests.terminal.emulator import Terminal

pytestmark = pytest.mark.penuh

ARROW = 800
CHARACTER = 1100
SCREEN = 17_000
LISTS = {"acara": "1", "klausul": "2", "pihak": "3", "pemeriksaan": "4", "salinan": "9"}
TEXT = "kata yang ditulis ke"
"""Twenty characters."""


def costs(terminal: Terminal, key: str, times: int) -> list[int]:
    """Return the bytes of each of several presses of a key.

    The press before them is not counted: the first key on a screen also paints what its focus still owes.
    """
    terminal.bytes_of(key)
    return [len(terminal.bytes_of(key)) for _time in range(times)]


def test_an_arrow_in_the_list_of_agreements(tmp_path: Path, agreement: Agreement) -> None:
    with made_desk(tmp_path, agreement, agreements=5).listed() as terminal:
        assert max(costs(terminal, "down", 3)) <= ARROW


@pytest.mark.parametrize("name", LISTS)
def test_an_arrow_in_a_list_of_an_agreement(desk: Desk, name: str) -> None:
    with desk.opened() as terminal:
        terminal.press(LISTS[name])
        terminal.settle()
        assert max(costs(terminal, "down", 7)) <= ARROW


@pytest.fixture(scope="module")
def typed(tmp_path_factory: pytest.TempPathFactory, agreement: Agreement) -> list[bytes]:
    """What the program sends for each character of a text in the clause editor."""
    with made_desk(tmp_path_factory.mktemp("ketik"), agreement).editing() as terminal:
        return [terminal.bytes_of(letter) for letter in TEXT]


def test_a_typed_character(typed: list[bytes]) -> None:
    assert statistics.median(map(len, typed)) <= CHARACTER


def test_the_state_of_saving_is_painted_once_while_somebody_types(typed: list[bytes]) -> None:
    assert b"".join(typed).count(b"mengetik, belum disimpan") == 1


@pytest.mark.parametrize("place", ["listed", "opened", "editing"])
def test_a_program_that_nobody_touches_sends_nothing(desk: Desk, place: str) -> None:
    with getattr(desk, place)() as terminal:
        terminal.settle()
        assert terminal.during(3.0) == b""


def test_the_first_screen(desk: Desk) -> None:
    with desk.listed() as terminal:
        assert len(terminal.output) <= SCREEN


def test_opening_an_agreement(desk: Desk) -> None:
    with desk.listed() as terminal:
        before = len(terminal.output)
        terminal.press("enter")
        terminal.wait_for(READ)
        terminal.settle()
        assert len(terminal.output) - before <= SCREEN


@pytest.mark.parametrize("key", ["enter", "1", "3", "4", "5", "6", "9", "f1", "f2"])
def test_opening_a_screen_of_an_agreement(desk: Desk, key: str) -> None:
    with desk.opened() as terminal:
        assert 0 < len(terminal.bytes_of(key)) <= SCREEN


def test_leaving_the_editor(desk: Desk) -> None:
    with desk.editing() as terminal:
        assert 0 < len(terminal.bytes_of("f12")) <= SCREEN
