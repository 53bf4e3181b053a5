"""Paket naskah: versions of packs that are others now, and taking their words."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from kampanye_tui.store.workspace import load
from kampanye_tui.tui.screens.agreement_packs import AgreementPacks
from tests.tui.desk import ID, Desk, text, until
from tests.tui.scenes import other_packs

pytestmark = pytest.mark.penuh


def test_taking_the_words_of_packs_is_saved_and_told(desk: Desk) -> None:
    before = load(desk.located.workspace, ID).agreement
    other_packs(desk)

    async def scene(at: Pilot[int]) -> None:
        await at.press("p", "f10")
        await until(at, lambda: "Bunyi paket yang terpasang diambil" in text(at.app))
        assert load(desk.located.workspace, ID).agreement.packs == before.packs

    desk.play(scene)


def test_there_is_nothing_to_take_while_packs_are_the_same(desk: Desk) -> None:
    async def scene(at: Pilot[int]) -> None:
        await at.press("p", "f10")
        assert isinstance(at.app.screen, AgreementPacks)
        assert "sama dengan yang dipakai naskah ini" in text(at.app)

    desk.play(scene)
