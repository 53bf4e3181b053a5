"""Perintah: found by words, performed on the screen below."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from kampanye_tui.tui.rows import Rows
from kampanye_tui.tui.screens.home import Home
from kampanye_tui.tui.screens.packs import Packs
from kampanye_tui.tui.screens.palette import Palette
from tests.tui.desk import Desk, lines, until

pytestmark = pytest.mark.penuh


def test_words_of_the_sentence_find_an_action(desk: Desk) -> None:
    async def scene(at: Pilot[int]) -> None:
        await at.press("f2", *"saring")
        assert [row.id for row in at.app.screen.query_one(Rows).rows] == ["beranda.cari"]

    desk.play(scene, opened=False)


def test_what_is_chosen_is_performed_on_the_screen_below(desk: Desk) -> None:
    async def scene(at: Pilot[int]) -> None:
        await at.press("f2", *"paket daerah", "enter")
        await until(at, lambda: isinstance(at.app.screen, Packs))
        assert [type(screen) for screen in at.app.screen_stack[1:]] == [Home, Packs]

    desk.play(scene, opened=False)


def test_an_action_of_a_pane_is_performed_by_the_pane(desk: Desk) -> None:
    async def scene(at: Pilot[int]) -> None:
        await at.press("f2", *"buatan kantor", "enter")
        await until(at, lambda: not isinstance(at.app.screen, Palette))
        assert lines(at.app)[0] == " Klausul buatan kantor"

    desk.play(scene)


def test_an_action_that_is_off_says_why_and_the_palette_stays(desk: Desk) -> None:
    async def scene(at: Pilot[int]) -> None:
        await at.press("f2", *"urungkan", "enter")
        assert (isinstance(at.app.screen, Palette), lines(at.app)[-2]) == (
            True,
            " Belum ada perubahan yang dapat diurungkan.",
        )

    desk.play(scene)
