"""Mulai: from nothing to a configuration that is written once, and the list of agreements open."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from kampanye_tui.store.configuration import VARIABLE, open_configuration
from kampanye_tui.store.settings import Settings
from kampanye_tui.tui.app import Kampanye
from kampanye_tui.tui.form import Form
from kampanye_tui.tui.office_form import PACKS
from kampanye_tui.tui.rows import Rows
from kampanye_tui.tui.screens.begin import Begin
from kampanye_tui.tui.screens.home import Home
from kampanye_tui.tui.screens.new_configuration import NewConfiguration
from kampanye_tui.tui.screens.region_search import RegionSearch
from tests.tui.desk import SMALL, lines, text, until
from tests.unit.plugin.packs import stakeholder_pack

pytestmark = pytest.mark.penuh

Scene = Callable[[Pilot[int]], Awaitable[None]]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, in which the program is started."""
    monkeypatch.delenv(VARIABLE, raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("NO_COLOR", "1")
    empty = tmp_path / "kantor"
    empty.mkdir()
    monkeypatch.chdir(empty)
    return empty


def play(scene: Scene, *, without: tuple[str, ...] = ()) -> None:
    """Start the program where nothing is configured, and wait until regions are known."""

    async def run() -> None:
        app = Kampanye(None, Settings(), operator="petugas-uji", without=without)
        async with app.run_test(size=SMALL) as pilot:
            await until(pilot, lambda: app.screen.query_one(RegionSearch).regions)
            await scene(pilot)

    asyncio.run(run())


async def seek(at: Pilot[int], words: str) -> None:
    """Look for a region and press Enter."""
    at.app.screen.query_one(RegionSearch).line.value = words
    await at.pause()
    await at.press("enter")
    await at.pause()


async def to_the_file(at: Pilot[int]) -> None:
    """Choose Kota Tangerang Selatan, name the chair, and go on to the file."""
    await seek(at, "36.74")
    at.app.screen.query_one("#f-chair").value = "Taufiq MZ"
    await at.press("f10")
    await at.pause()
    assert isinstance(at.app.screen, NewConfiguration)


def test_where_several_regions_hold_the_words_the_list_takes_the_focus_and_the_cursor() -> None:
    async def scene(at: Pilot[int]) -> None:
        await seek(at, "bogor")
        rows = at.app.screen.query_one(Rows)
        assert (at.app.screen.focused, at.app.cursor_position) == (rows, rows.content_region.offset)

    play(scene)


def test_a_region_that_only_looks_alike_is_not_taken() -> None:
    async def scene(at: Pilot[int]) -> None:
        await seek(at, "toba samosir")
        assert isinstance(at.app.screen, Begin)

    play(scene)


def test_esc_does_not_leave_the_program() -> None:
    async def scene(at: Pilot[int]) -> None:
        await at.press("escape")
        assert lines(at.app)[-2] == " Ini layar pertama; Ctrl+Q keluar dari program."

    play(scene)


def test_letters_typed_in_the_list_go_on_with_the_search() -> None:
    async def scene(at: Pilot[int]) -> None:
        await at.press(*"bogo", "down", "r")
        assert at.app.screen.query_one(RegionSearch).line.value == "bogor"

    play(scene)


def test_what_is_shown_is_what_is_written(folder: Path) -> None:
    async def scene(at: Pilot[int]) -> None:
        await to_the_file(at)
        shown = at.app.screen.paragraphs[-1].text
        await at.press("f10")
        await until(at, lambda: isinstance(at.app.screen, Home))
        assert (folder / "kampanye.toml").read_text() == f"{shown}\n"

    play(scene)


def test_the_list_of_agreements_opens_with_what_was_written(folder: Path) -> None:
    async def scene(at: Pilot[int]) -> None:
        await to_the_file(at)
        await at.press("f10")
        await until(at, lambda: isinstance(at.app.screen, Home))
        written = open_configuration(str(folder / "kampanye.toml")).configuration
        assert (at.app.located.configuration, len(at.app.screen_stack)) == (written, 2)

    play(scene)


def test_packs_that_are_left_out_give_a_new_office_nothing(folder: Path) -> None:
    stakeholder_pack(folder / PACKS)

    async def scene(at: Pilot[int]) -> None:
        await to_the_file(at)
        await at.press("f10")
        await until(at, lambda: isinstance(at.app.screen, Home))
        written = open_configuration(str(folder / "kampanye.toml")).configuration
        off = at.app.located.own.off
        assert ([one.id for one in written.parties if one.id == "badan-uji"], list(off)) == ([], ["uji"])

    play(scene, without=("uji",))


def test_a_file_that_somebody_made_meanwhile_stays_as_it_is(folder: Path) -> None:
    async def scene(at: Pilot[int]) -> None:
        await to_the_file(at)
        (folder / "kampanye.toml").write_text("milik kantor")
        await at.press("f10")
        assert ((folder / "kampanye.toml").read_text(), "berkas ini sudah ada" in text(at.app)) == (
            "milik kantor",
            True,
        )

    play(scene)


def test_going_back_from_the_file_keeps_what_was_typed() -> None:
    async def scene(at: Pilot[int]) -> None:
        await to_the_file(at)
        await at.press("escape")
        await until(at, lambda: isinstance(at.app.screen, Form))
        assert at.app.screen.query_one("#f-chair").value == "Taufiq MZ"

    play(scene)


def test_the_file_goes_where_the_program_will_look_for_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, str(folder / "lain.toml"))

    async def scene(at: Pilot[int]) -> None:
        await to_the_file(at)
        await at.press("f10")
        await until(at, lambda: isinstance(at.app.screen, Home))
        assert [path.name for path in folder.iterdir()] == ["lain.toml"]

    play(scene)
