"""A redline is opened where its first difference is, however long the words before it."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from kampanye_tui.tui.screens.difference import Difference
from tests.tui.desk import Desk, text, until

SAME = tuple((f"Baris {number}", "") for number in range(1, 41))


async def opened(at: Pilot, *paragraphs: tuple[str, str]) -> str:
    """Return what is in sight of a redline that was just opened."""
    at.app.push_screen(Difference("Uji", paragraphs))
    await until(at, lambda: isinstance(at.app.screen, Difference) and "baris " in text(at.app))
    return text(at.app)


@pytest.mark.parametrize("changed", ["[-hilang-]", "{+baru+}"])
def test_the_first_difference_is_in_sight(desk: Desk, changed: str) -> None:
    async def scene(at: Pilot) -> None:
        assert f"Baris yang {changed}" in await opened(at, *SAME, (f"Baris yang {changed}", ""), *SAME)

    desk.play(scene, opened=False)


def test_a_difference_that_is_in_sight_from_the_start_scrolls_nothing(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        assert "baris 1–20 dari 41" in await opened(at, ("{+Judul+}", ""), *SAME)

    desk.play(scene, opened=False)


def test_where_nothing_differs_it_begins_at_the_start(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        assert "baris 1–20 dari 40" in await opened(at, *SAME)

    desk.play(scene, opened=False)
