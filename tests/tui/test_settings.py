"""Pengaturan: kept in the user's own file, at work at once where that can be."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from kampanye_tui.model.problem import Refused
from kampanye_tui.store.settings import FILE, Settings, Theme, data_home, read_settings
from kampanye_tui.tui.keymap import clashes
from kampanye_tui.tui.screens.own_settings import OwnSettings, waits
from tests.tui.desk import Desk, lines, text, words

pytestmark = pytest.mark.penuh

OWN = {"naskah.urung": "f9", "beranda.baru": "a", "tiada": "x"}


def test_a_theme_is_kept_and_worn_at_once(desk: Desk) -> None:
    async def scene(at: Pilot[int]) -> None:
        await at.press("s", "right", "f10")
        assert (read_settings(data_home()).theme, at.app.theme) == (Theme.LIGHT, "ansi-light")

    desk.play(scene, opened=False)


def test_keys_that_were_written_by_hand_meanwhile_stay(desk: Desk) -> None:
    async def scene(at: Pilot[int]) -> None:
        await at.press("s", "right")
        data_home().mkdir(parents=True)
        (data_home() / FILE).write_text('format = 1\n[tombol]\nkeluar = "f11"\n')
        await at.press("f10")
        assert read_settings(data_home()).keys == {"keluar": "f11"}

    desk.play(scene, opened=False)


BROKEN = 'format = 1\ntema = "ungu"\n'


@pytest.fixture
def broken(desk: Desk) -> Path:
    """A file of settings that cannot be read."""
    data_home().mkdir(parents=True)
    (data_home() / FILE).write_text(BROKEN)
    return data_home()


def test_the_first_screen_says_why_the_usual_settings_hold(desk: Desk, broken: Path) -> None:
    with pytest.raises(Refused) as refused:
        read_settings(broken)

    async def scene(at: Pilot[int]) -> None:
        await at.pause()
        told = words(at.app)
        assert "Berlaku pengaturan bawaan" in told
        assert 'pengaturan.toml, kunci "tema"' in told

    desk.play(scene, opened=False, trouble=refused.value)


def test_a_file_that_cannot_be_read_is_replaced_only_after_a_question(desk: Desk, broken: Path) -> None:
    async def scene(at: Pilot[int]) -> None:
        await at.press("s", "right", "f10", "t")
        assert (isinstance(at.app.screen, OwnSettings), (broken / FILE).read_text()) == (True, BROKEN)

    desk.play(scene, opened=False)


def test_a_file_that_was_replaced_lies_beside_the_new_one(desk: Desk, broken: Path) -> None:
    async def scene(at: Pilot[int]) -> None:
        await at.press("s", "right", "f10", "y")
        assert (broken / "pengaturan-rusak-1.toml").read_text() == BROKEN
        assert read_settings(broken).theme is Theme.LIGHT
        assert "berkas lama menjadi pengaturan-rusak-1.toml" in words(at.app)

    desk.play(scene, opened=False)


def test_an_editor_that_is_not_there_is_told_at_its_field(desk: Desk) -> None:
    async def scene(at: Pilot[int]) -> None:
        await at.press("s", "up", *"xyz-tiada", "f10")
        assert lines(at.app)[-2] == ' Penyunting teks: program "xyz-tiada" tidak ditemukan'

    desk.play(scene, opened=False)


def test_a_key_that_is_written_as_its_sign_clashes_as_well() -> None:
    assert clashes({"beranda.paket": "/"}) == (
        'Tombol / dipakai oleh "beranda.cari" dan "beranda.paket"; ubah salah satunya pada [tombol].',
    )


@pytest.mark.parametrize(
    ("after", "later"),
    [
        (Settings(mouse=True), True),
        (Settings(lean=True), True),
        (Settings(theme=Theme.SIXTEEN), True),
        (Settings(theme=Theme.DARK), False),
        (Settings(screen_reader=True), False),
    ],
)
def test_what_the_terminal_is_told_but_once_waits_for_the_next_start(after: Settings, later: bool) -> None:
    assert waits(Settings(), after) is later


def test_keys_of_ones_own_that_clash_are_told_of_at_the_start(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        await at.pause()
        assert "berbenturan" in text(at.app)

    desk.play(scene, opened=False, keys={"beranda.baru": "q"})


def test_keys_of_ones_own_that_do_not_clash_are_not_mentioned(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        await at.pause()
        assert "berbenturan" not in text(at.app)

    desk.play(scene, opened=False, keys={"beranda.baru": "z"})
