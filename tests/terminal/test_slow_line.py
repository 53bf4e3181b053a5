"""A line of 64 kbit/s with a round trip of 300 ms: how soon keys settle, and what ``hemat`` spares."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from kampanye_tui.model.agreement import Agreement
from tests.terminal.desk import EDITING, LISTED, READ, Desk, made_desk
from tests.terminal.line import Line
from tests.terminal.sshd import served

pytestmark = pytest.mark.penuh

RATE, ONE_WAY = 8_000, 0.15
"""Bytes in a second, and seconds."""
KEYS, GAP = "abcdefghijklmnopqrst", 0.05
"""Twenty keys, one every twentieth of a second."""
SOME = 7
"""So many are weighed; a letter costs the same every time, but for the one that breaks a line."""
SETTLED = 0.4
"""Seconds beyond the round trip until the last of them stands on the screen."""


@pytest.mark.xdist_group("slow line")
def test_twenty_keys_settle_over_a_compressed_line(tmp_path: Path, agreement: Agreement) -> None:
    compressed = ("-S", "none", "-o", "Compression=yes")
    with (
        served(tmp_path, agreement) as server,
        Line(server.port, delay=ONE_WAY, rate=RATE) as line,
        server._replace(port=line.port).screen("Siti Aminah", *compressed) as terminal,
    ):
        terminal.wait_for(LISTED)
        terminal.press("enter")
        terminal.wait_for(READ)
        terminal.settle(1.0)
        terminal.press("down", "enter")
        terminal.wait_for(EDITING)
        terminal.settle(1.0)
        terminal.type(" ")
        terminal.settle(1.0)
        for letter in KEYS:
            terminal.during(GAP)
            terminal.type(letter)
        begun = time.monotonic()
        terminal.wait_for(KEYS)
        assert time.monotonic() - begun <= SETTLED + 2 * ONE_WAY


def typing(desk: Desk, **more: str) -> float:
    """Return the bytes of a typed letter, in the middle of a text."""
    with desk.editing(**more) as terminal:
        return statistics.median(len(terminal.bytes_of(letter)) for letter in KEYS[:SOME])


def opening(desk: Desk, **more: str) -> float:
    """Return the bytes of opening parties, clauses, editor and help, and of leaving the last two."""
    with desk.opened(**more) as terminal:
        keys = ("3", "2", "enter", "f12", "f1", "f1")
        return sum(len(terminal.bytes_of(key)) for key in keys)


DEEDS: dict[str, Callable[[Desk], float]] = {one.__name__: one for one in (typing, opening)}


@pytest.mark.parametrize("deed", DEEDS)
def test_hemat_halves_what_goes_over_the_line(tmp_path: Path, agreement: Agreement, deed: str) -> None:
    whole, lean = (tmp_path / name for name in ("biasa", "hemat"))
    whole.mkdir()
    lean.mkdir()
    spared = made_desk(lean, agreement)
    spared.data.mkdir(parents=True)
    (spared.data / "pengaturan.toml").write_text("format = 1\nhemat = true\n")
    assert DEEDS[deed](spared) <= DEEDS[deed](made_desk(whole, agreement)) / 2
