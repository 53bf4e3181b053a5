"""Rekap of the whole country on a real terminal: it answers while it reads, and a walk costs little."""

from __future__ import annotations

import statistics
from collections.abc import Iterator
from typing import NamedTuple

import pytest

from tests.country import OFFICES, country
from tests.terminal.desk import PROGRAM
from tests.terminal.emulator import Terminal
from tests.terminal.test_screen_bytes import ARROW, SCREEN, costs

pytestmark = pytest.mark.penuh

WALK = 16
"""Arrows that lead through lists which scroll."""
READ = f"Selesai: {OFFICES} naskah"


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Terminal]:
    """The program, opened for a recap of all offices, which it is still reading."""
    folder = tmp_path_factory.mktemp("negara")
    country(folder / "kiriman")
    env = {"HOME": str(folder), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}
    words = [PROGRAM, "rekap", "kiriman", "--per", "1-12-2023", "--layar"]
    with Terminal(words, env, 80, 24, "xterm-256color", cwd=folder) as terminal:
        terminal.wait_for("Membaca kiriman")
        yield terminal


@pytest.fixture(scope="module")
def told(opened: Terminal) -> str:
    """What stands on the screen after a key was pressed while folders are read."""
    opened.press("f1")
    opened.wait_for("Bantuan")
    opened.press("escape")
    opened.wait_for("Membaca kiriman")
    return "\n".join(opened.screen)


@pytest.fixture(scope="module")
def country_read(told: str, opened: Terminal) -> Terminal:
    """The same, once all is read."""
    opened.wait_for(READ, patience=120)
    opened.settle()
    return opened


class Level(NamedTuple):
    """What it cost to come to a level, and what each arrow cost there."""

    opening: int
    walk: list[int]


def entered(terminal: Terminal, shows: str) -> Level:
    """Open what is pointed at, and walk down what it shows."""
    before = len(terminal.output)
    terminal.press("enter")
    terminal.wait_for(shows)
    terminal.settle()
    opening = len(terminal.output) - before
    walk = costs(terminal, "down", WALK)
    terminal.press("home")
    return Level(opening, walk)


@pytest.fixture(scope="module")
def provinces(country_read: Terminal) -> list[int]:
    """What arrows cost among the provinces."""
    walk = costs(country_read, "down", WALK)
    country_read.press("home")
    return walk


@pytest.fixture(scope="module")
def offices(provinces: list[int], country_read: Terminal) -> Level:
    """The level of all offices."""
    return entered(country_read, f"{OFFICES} naskah")


@pytest.fixture(scope="module")
def parties(offices: Level, country_read: Terminal) -> Level:
    """The level of one office."""
    return entered(country_read, "Golkar")


def test_keys_are_answered_while_the_country_is_read(told: str) -> None:
    assert READ not in told


def test_a_walk_through_the_provinces(provinces: list[int]) -> None:
    assert statistics.mean(provinces) <= ARROW


def test_all_offices_open_like_any_screen(offices: Level) -> None:
    assert offices.opening <= SCREEN


def test_a_walk_through_all_offices(offices: Level) -> None:
    assert statistics.mean(offices.walk) <= ARROW


def test_an_office_opens_like_any_screen(parties: Level) -> None:
    assert parties.opening <= SCREEN


def test_a_walk_through_the_pihak_of_an_office(parties: Level) -> None:
    assert statistics.mean(parties.walk) <= ARROW
