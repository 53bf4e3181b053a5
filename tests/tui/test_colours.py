"""Colours of the user's choice: at work at once, on every cell, and never where none are wanted."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from kampanye_tui.store.settings import Theme
from kampanye_tui.tui.paint import PAINTS
from tests.tui.desk import Desk

pytestmark = pytest.mark.penuh


def grounds(at: Pilot[int]) -> set[str]:
    """Return the names of all grounds on the screen; an empty name is the terminal's own."""
    strips = at.app.screen._compositor.render_strips()
    styles = [piece.style for strip in strips for piece in strip]
    return {style.bgcolor.name if style and style.bgcolor else "" for style in styles}


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK], ids=lambda one: one.value)
def test_every_cell_has_the_ground_of_the_paint(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, theme: Theme
) -> None:
    monkeypatch.delenv("NO_COLOR")

    async def scene(at: Pilot[int]) -> None:
        await at.press("4")
        assert grounds(at) == {PAINTS[theme.value].ground}

    desk.play(scene, theme=theme)


def test_another_paint_is_worn_at_once(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR")

    async def scene(at: Pilot[int]) -> None:
        await at.press("s", "right", "right", "f10")
        await at.pause()
        assert grounds(at) == {PAINTS["gelap"].ground}

    desk.play(scene, opened=False)


def test_a_paint_is_taken_off_at_once(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR")

    async def scene(at: Pilot[int]) -> None:
        await at.press("s", "left", "left", "f10")
        await at.pause()
        assert PAINTS["gelap"].ground not in grounds(at)

    desk.play(scene, opened=False, theme=Theme.DARK)


def test_who_wants_no_colours_gets_none(desk: Desk) -> None:
    async def scene(at: Pilot[int]) -> None:
        assert grounds(at) <= {"", "default"}

    desk.play(scene, theme=Theme.LIGHT)
