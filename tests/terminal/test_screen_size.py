"""The window changes its size, also to one in which nothing fits."""

from __future__ import annotations

import pytest

from tests.terminal.desk import Desk

pytestmark = pytest.mark.penuh

NOTICE = "Jendela terlalu kecil: perlu 60 x 18"


def test_a_wide_window_shows_the_library_beside_the_clauses(desk: Desk) -> None:
    with desk.opened() as terminal:
        terminal.resize(120, 40)
        terminal.wait_for("Pustaka:")


@pytest.mark.parametrize("size", [(120, 40), (50, 12)])
def test_back_in_the_old_size_everything_is_as_it_was(desk: Desk, size: tuple[int, int]) -> None:
    with desk.opened() as terminal:
        terminal.press("down")
        terminal.settle()
        before = (terminal.screen, terminal.cursor)
        terminal.resize(*size)
        terminal.settle()
        terminal.resize(80, 24)
        terminal.settle()
        assert (terminal.screen, terminal.cursor) == before


@pytest.mark.parametrize("size", [(59, 24), (80, 17)])
def test_a_window_that_is_too_small_says_so(desk: Desk, size: tuple[int, int]) -> None:
    with desk.opened() as terminal:
        terminal.resize(*size)
        terminal.wait_for(NOTICE[: size[0] - 12])


def test_the_smallest_window_is_large_enough(desk: Desk) -> None:
    with desk.opened(columns=60, rows=18) as terminal:
        assert "Klausul" in terminal.text


def test_keys_do_not_reach_what_cannot_be_seen(desk: Desk) -> None:
    with desk.opened() as terminal:
        before = terminal.screen
        terminal.resize(50, 12)
        terminal.settle()
        terminal.press("space", "J", "down")
        terminal.settle()
        terminal.resize(80, 24)
        terminal.settle()
        assert terminal.screen == before


def test_typing_waits_behind_the_notice(desk: Desk) -> None:
    with desk.editing() as terminal:
        terminal.type(" terdahulu")
        terminal.settle()
        terminal.resize(50, 12)
        terminal.settle()
        terminal.resize(80, 24)
        terminal.settle()
        terminal.type(" terkemudian")
        terminal.settle()
        assert "terdahulu terkemudian" in " ".join(terminal.text.split())


def test_who_has_no_larger_window_may_work_in_it(desk: Desk) -> None:
    with desk.opened() as terminal:
        terminal.resize(50, 12)
        terminal.wait_for("Jendela terlalu kecil")
        terminal.press("escape")
        terminal.wait_for("2 Klausul")


def test_the_notice_comes_again_after_the_window_was_large(desk: Desk) -> None:
    with desk.opened() as terminal:
        for columns, rows, shown in (
            (50, 12, "terlalu kecil"),
            (80, 24, "2 Klausul"),
            (50, 12, "terlalu kecil"),
        ):
            terminal.resize(columns, rows)
            terminal.wait_for(shown)
            terminal.settle()
            if (columns, rows) == (50, 12):
                terminal.press("escape")
                terminal.wait_for("2 Klausul")


def test_a_program_that_starts_in_a_small_window_says_so(desk: Desk) -> None:
    with desk.terminal(columns=50, rows=12) as terminal:
        terminal.wait_for("Jendela terlalu kecil")
