"""What cannot be read or written: packs, the ledger, a full disk. It is told, and nothing ends."""

from __future__ import annotations

import errno

import pytest
from textual.pilot import Pilot

from kampanye_tui.model.problem import refuse
from kampanye_tui.store.workspace import agreement_ids, load
from tests.tui.desk import ID, Desk, text, until

pytestmark = pytest.mark.penuh

FULL = OSError(errno.ENOSPC, "No space left on device", "naskah.toml")
"""What a full disk says."""


def raising(error: Exception):
    """Return a function that raises."""

    def call(*_arguments, **_named):
        raise error

    return call


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (refuse("rusak", "Periksa paketnya dengan: kampanye paket", file="a.toml"), "a.toml"),
        (PermissionError(errno.EACCES, "Permission denied", "plugins/kota"), "plugins/kota"),
        (ValueError("aneh"), "ValueError"),
    ],
    ids=["refused", "disk", "anything"],
)
def test_packs_that_cannot_be_read_are_told_on_every_tab(desk: Desk, monkeypatch, error, told) -> None:
    monkeypatch.setattr("kampanye_tui.work.library_for", raising(error))

    async def scene(at: Pilot) -> None:
        await at.press("enter")
        await until(at, lambda: told in text(at.app))
        for key in ("1", "2", "tab", "down", "space", "3", "4", "f", "5", "p", "6", "enter", "space"):
            await at.press(key)
            await at.pause()
        assert told in text(at.app)
        assert "kampanye paket" not in text(at.app)
        assert at.app.is_running

    desk.play(scene, opened=False, size=(120, 40))


def test_packs_that_cannot_be_read_for_another_day_are_told_until_they_can(desk: Desk, monkeypatch) -> None:
    async def scene(at: Pilot) -> None:
        from kampanye_tui import work

        reading = work.library_for
        await at.press("1", "enter")
        at.app.screen.query_one("#f-tanggal").value = "1 Agustus 2023"
        await at.press("f10")
        await until(at, lambda: load(desk.located.workspace, ID).agreement.occasion.day.month == 8)
        monkeypatch.setattr(work, "library_for", raising(refuse("paket rusak", file="b.toml")))
        await at.press("4", "u")
        await at.pause()
        assert "b.toml: paket rusak" in text(at.app)
        monkeypatch.setattr(work, "library_for", reading)
        await at.press("U")
        await at.pause()
        assert "b.toml" not in text(at.app)

    desk.play(scene)


def test_a_ledger_that_does_not_hold_is_told_and_ends_nothing(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        (desk.located.workspace / "naskah" / ID / "buku.jsonl").write_text("{}\n")
        await at.press("space")
        await at.pause()
        assert "buku.jsonl" in text(at.app)

    desk.play(scene)


def test_a_copy_that_a_full_disk_refuses_is_told_in_the_form(desk: Desk, monkeypatch) -> None:
    monkeypatch.setattr("kampanye_tui.store.workspace.duplicate", raising(FULL))

    async def scene(at: Pilot) -> None:
        await at.press("d", "f10")
        await at.pause()
        assert "naskah.toml" in text(at.app)
        assert agreement_ids(desk.located.workspace) == (ID,)

    desk.play(scene, opened=False)


@pytest.mark.parametrize(
    ("key", "name"),
    [("enter", "kampanye_tui.store.draft.Draft.open"), ("a", "kampanye_tui.store.shelving.archive")],
)
def test_what_a_disk_refuses_on_the_first_screen_is_told_there(desk: Desk, monkeypatch, key, name) -> None:
    monkeypatch.setattr(name, raising(FULL))

    async def scene(at: Pilot) -> None:
        await at.press(key)
        await at.pause()
        assert "naskah.toml" in text(at.app)

    desk.play(scene, opened=False)
