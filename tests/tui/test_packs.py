"""Paket daerah: what is used, and why something is not."""

from __future__ import annotations

import msgspec
import pytest
from textual.pilot import Pilot

from kampanye_tui.model.office import PackChoice
from kampanye_tui.model.own_packs import OwnChoice
from kampanye_tui.tui.reader import Reader
from kampanye_tui.tui.screens.packs import Packs
from tests.tui.desk import Desk, lines, text, until

pytestmark = pytest.mark.penuh


@pytest.fixture
def with_broken(desk: Desk) -> Desk:
    """An office whose only pack cannot be read."""
    broken = desk.folder / "paket" / "rusak"
    broken.mkdir(parents=True)
    (broken / "plugin.toml").write_text("ini bukan TOML\n")
    packs = PackChoice(folders=("paket",))
    configuration = msgspec.structs.replace(desk.located.configuration, packs=packs)
    return desk._replace(located=desk.located._replace(configuration=configuration))


async def packs(at: Pilot[int]) -> Packs:
    """Open the screen and wait until packs are read."""
    await at.press("p")
    await until(at, lambda: isinstance(at.app.screen, Packs) and at.app.screen.statuses)
    return at.app.screen


def test_each_pack_has_a_row_that_begins_with_its_state(desk: Desk) -> None:
    async def scene(at: Pilot[int]) -> None:
        await packs(at)
        states = [line[2:22].strip() for line in lines(at.app)[2:7]]
        assert states == ["dipakai", "dipakai", "dipakai", "dipakai", "wilayah lain"]

    desk.play(scene, opened=False)


def test_a_pack_that_ended_the_program_is_named_on_the_first_screen(desk: Desk) -> None:
    own = OwnChoice(deadly={"maut": "program terhenti"})
    told = "Paket maut menghentikan program, jadi tidak dimuat; p melihatnya."

    async def scene(at: Pilot[int]) -> None:
        await until(at, lambda: told in text(at.app))

    desk._replace(located=desk.located._replace(own=own)).play(scene, opened=False)


def test_a_pack_that_is_not_used_says_why(with_broken: Desk) -> None:
    async def scene(at: Pilot[int]) -> None:
        await packs(at)
        await at.press("end")
        assert "baris 1" in text(at.app)

    with_broken.play(scene, opened=False)


def test_details_have_the_whole_fingerprint(desk: Desk) -> None:
    async def scene(at: Pilot[int]) -> None:
        screen = await packs(at)
        await at.press("enter")
        await at.pause()
        shown = "\n".join(line.text for line in at.app.screen.query_one(Reader)._lines)
        assert screen.statuses["nasional"].fingerprint in shown

    desk.play(scene, opened=False)


def test_what_a_pack_printed_is_in_its_details(desk: Desk) -> None:
    async def scene(at: Pilot[int]) -> None:
        screen = await packs(at)
        screen.printed = {"nasional": "[bold]halo"}
        await at.press("enter")
        await at.pause()
        assert " [bold]halo" in lines(at.app)

    desk.play(scene, opened=False)


def test_packs_that_cannot_be_read_at_all_are_told(desk: Desk) -> None:
    office = msgspec.structs.replace(desk.located.configuration.office, region="99.99")
    configuration = msgspec.structs.replace(desk.located.configuration, office=office)
    lost = desk._replace(located=desk.located._replace(configuration=configuration))

    async def scene(at: Pilot[int]) -> None:
        await at.press("p")
        await until(at, lambda: "Paket tidak dapat dibaca." in text(at.app))
        assert '"99.99" tidak dikenal' in text(at.app)

    lost.play(scene, opened=False)
