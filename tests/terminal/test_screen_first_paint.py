"""The first screen of an office with many agreements: from the index, right at once; the rest follows."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

import pytest

from kampanye_tui.model.agreement import Agreement
from kampanye_tui.store.index import INDEX
from tests.terminal.desk import Desk, made_desk
from tests.terminal.emulator import Terminal

pytestmark = pytest.mark.penuh

MANY = 60
FIRST = 20
TALL = {"rows": 40}
"""A window that shows them all."""


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory, agreement: Agreement) -> Desk:
    """An office whose agreements were saved one after the other, and whose list has been open once."""
    desk = made_desk(tmp_path_factory.mktemp("banyak"), agreement, MANY)
    with desk.listed(**TALL) as terminal:
        end_of_filling(desk, terminal)
    return desk


def end_of_filling(desk: Desk, terminal: Terminal) -> None:
    """Wait until the index is written, which comes last."""
    for _time in range(100):
        if (desk.office / INDEX).exists():
            return
        terminal.during(0.2)
    raise AssertionError("the index did not come")


def shown(terminal: Terminal) -> list[str]:
    """Return the rows of the list: state, subject, and all behind."""
    return [
        " ".join(line[2:].split())
        for line in terminal.screen
        if "Kampanye Damai ke-" in line and "─" not in line
    ]


def rows(numbers: Iterable[int]) -> list[str]:
    """Return the rows as they should be."""
    return [f"KONSEP r01 Kampanye Damai ke-{number} 28-11-2023 –/25 1 catatan" for number in numbers]


def test_the_first_twenty_are_right_in_the_first_frame_that_shows_any(office: Desk) -> None:
    with office.terminal(**TALL) as terminal:
        # The row behind them: what a terminal has read may end in the middle of a frame.
        terminal.wait_for(f"Kampanye Damai ke-{MANY - FIRST} ")
        assert shown(terminal)[:FIRST] == rows(range(MANY, MANY - FIRST, -1))


def test_all_are_counted(office: Desk) -> None:
    with office.listed(**TALL) as terminal:
        assert f"{MANY} naskah" in terminal.text


def test_without_an_index_the_names_show_and_the_rest_follows(office: Desk) -> None:
    (office.office / INDEX).unlink()
    with office.listed(**TALL) as terminal:
        end_of_filling(office, terminal)
        terminal.settle()
        assert shown(terminal)[:FIRST] == rows(range(MANY, MANY - FIRST, -1))


def test_an_entry_that_is_outdated_is_put_right(desk: Desk) -> None:
    with desk.listed() as terminal:
        end_of_filling(desk, terminal)
    before = desk.agreement.stat()
    desk.agreement.write_text(desk.agreement.read_text().replace("Damai ke-1", "Damai ke-2"))
    os.utime(desk.agreement, ns=(before.st_atime_ns, before.st_mtime_ns + 1))
    with desk.listed() as terminal:
        assert shown(terminal) == rows([2])


def test_an_agreement_that_cannot_be_read_does_not_hide_the_others(
    tmp_path: Path, agreement: Agreement
) -> None:
    desk = made_desk(tmp_path, agreement, 2)
    desk.agreement.write_text("rusak")
    with desk.listed() as terminal:
        assert ("tak terbaca" in terminal.text, shown(terminal)) == (True, rows([2]))
