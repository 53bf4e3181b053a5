"""Naskah: tabs, the line of the next step, undo and redo, and who may write."""

from __future__ import annotations

import os
import threading

import pytest
from textual.pilot import Pilot

from kampanye_tui import work
from kampanye_tui.store.draft import Draft
from kampanye_tui.store.journal import journal_path
from kampanye_tui.store.settings import data_home
from kampanye_tui.store.workspace import load
from tests.tui.desk import ID, Desk, changed_by_hand, full, lines, text, words


def saved(desk: Desk):
    """Return the agreement as it stands on the disk."""
    return load(desk.located.workspace, ID).agreement


def test_the_line_of_the_next_step_stands_on_every_tab(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        for key in "123456":
            await at.press(key)
            await at.pause(0.1)
            assert any(line.startswith(" Langkah 1 dari 7") for line in lines(at.app)), key

    desk.play(scene)


def test_undo_takes_a_change_back_and_says_which(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        before = saved(desk)
        await at.press("space")
        assert len(saved(desk).clauses) == len(before.clauses) - 1
        await at.press("u")
        assert saved(desk) == before
        assert f"Diurungkan: klausul {before.clauses[0].title} dihapus" in text(at.app)

    desk.play(scene)


@pytest.mark.penuh
def test_redo_brings_it_back(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        await at.press("space")
        after = saved(desk)
        await at.press("u", "U")
        assert saved(desk) == after

    desk.play(scene)


def test_with_nothing_to_undo_the_key_says_so(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        await at.press("u")
        assert "Belum ada perubahan yang dapat diurungkan." in text(at.app)

    desk.play(scene)


def test_what_others_changed_in_the_file_is_shown_when_an_edit_meets_it(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        path = desk.located.workspace / "naskah" / ID / "naskah.toml"
        path.write_text(path.read_text().replace("Asas", "Dasar", 1))
        await at.press("space")
        assert "Gabungkan dua versi" in lines(at.app)[0]
        await at.press("escape")
        assert "tersimpan" in lines(at.app)[0]
        assert "Dasar Bersama" in text(at.app)

    desk.play(scene)


def test_what_others_changed_is_read_anew_without_a_question_and_said(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        changed_by_hand(desk)
        at.app.screen._beat()
        await at.press("T")
        assert "dimuat lagi" in lines(at.app)[-2]
        before = saved(desk)
        await at.press("space")
        assert saved(desk) != before

    desk.play(scene)


@pytest.mark.penuh
def test_after_a_take_over_what_was_being_typed_is_offered(desk: Desk) -> None:
    other = Draft.open(desk.located.workspace, ID, operator="operator2", home=data_home())
    other.typing("acara", {"tempat": "Aula"})
    other.flush()

    async def scene(at: Pilot) -> None:
        await at.press("T", "y")
        await at.pause()
        assert "di tengah ketikan pada acara" in text(at.app)

    try:
        desk.play(scene)
    finally:
        other.close()


@pytest.mark.parametrize("way_out", ["escape", pytest.param("f12", marks=pytest.mark.penuh)])
def test_leaving_an_unsaved_change_is_asked_about(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, way_out: str
) -> None:
    async def scene(at: Pilot) -> None:
        before = saved(desk)
        with monkeypatch.context() as patched:
            patched.setattr(os, "fsync", full)
            await at.press("space", way_out)
            assert "Perubahan terakhir belum tersimpan" in lines(at.app)[0]
            assert "ruang di diska habis" in words(at.app)
            await at.press("t")
            await at.pause()
            assert "BELUM TERSIMPAN" in lines(at.app)[0]
        await at.press("escape")
        await at.pause()
        assert saved(desk) != before
        assert "Kampanye Damai" in lines(at.app)[0]

    desk.play(scene)


@pytest.mark.penuh
def test_an_unsaved_change_is_given_up_only_after_a_yes(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    async def scene(at: Pilot) -> None:
        monkeypatch.setattr(os, "fsync", full)
        await at.press("space", "escape", "y")
        await at.pause()
        assert "Kampanye Damai" in lines(at.app)[0]

    desk.play(scene)


def test_the_way_out_is_told_without_saying_that_what_is_unsaved_is_saved(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def scene(at: Pilot) -> None:
        monkeypatch.setattr(os, "fsync", full)
        await at.press("space", "ctrl+c")
        assert "F12; BELUM TERSIMPAN: ruang di diska habis" in words(at.app)

    desk.play(scene)


def test_a_journal_that_cannot_be_read_is_told_once(desk: Desk) -> None:
    path = journal_path(data_home(), desk.located.workspace, ID)
    path.parent.mkdir(parents=True)
    path.write_text("rusak [")

    async def scene(at: Pilot) -> None:
        assert "dari sesi sebelumnya tidak dapat dibaca" in words(at.app)
        assert at.app.screen.work.draft.notice == ""

    desk.play(scene)


def test_what_somebody_else_has_open_can_only_be_read(desk: Desk) -> None:
    other = Draft.open(desk.located.workspace, ID, operator="operator2", home=data_home())

    async def scene(at: Pilot) -> None:
        before = saved(desk)
        await at.press("space")
        assert saved(desk) == before
        assert "operator2" in text(at.app)
        assert "T mengambil alih" in text(at.app)

    try:
        desk.play(scene)
    finally:
        other.close()


def test_taking_over_asks_first_and_then_lets_edit(desk: Desk) -> None:
    other = Draft.open(desk.located.workspace, ID, operator="operator2", home=data_home())

    async def scene(at: Pilot) -> None:
        before = saved(desk)
        await at.press("T")
        assert "Ambil alih naskah?" in text(at.app)
        await at.press("y")
        await at.pause()
        await at.press("space")
        assert saved(desk) != before

    try:
        desk.play(scene)
    finally:
        other.close()


@pytest.mark.penuh
def test_what_happens_below_another_screen_is_told_on_its_own(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        below = at.app.screen
        await at.press("f2")
        told = lines(at.app)[-2]
        changed_by_hand(desk)
        below._beat()
        await at.pause()
        assert lines(at.app)[-2] == told
        await at.press("escape")
        await at.pause()
        assert "memuatnya lagi" in words(at.app)

    desk.play(scene)


@pytest.mark.penuh
def test_typing_of_an_ended_session_waits_until_the_help_is_closed(desk: Desk) -> None:
    ended = Draft.open(desk.located.workspace, ID, operator="petugas-uji", home=data_home())
    ended.typing("acara", {"tempat": "Aula"})
    ended.close()
    go_on, read = threading.Event(), work.library_for

    def late(*arguments):
        go_on.wait(10)
        return read(*arguments)

    async def scene(at: Pilot) -> None:
        await at.press("enter", "f1")
        go_on.set()
        await at.app.workers.wait_for_complete()
        await at.pause()
        assert "Bantuan" in lines(at.app)[0]
        await at.press("escape")
        await at.pause()
        assert "di tengah ketikan pada acara" in text(at.app)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(work, "library_for", late)
        desk.play(scene, opened=False)


@pytest.mark.penuh
def test_an_enter_alone_takes_nothing_over(desk: Desk) -> None:
    other = Draft.open(desk.located.workspace, ID, operator="operator2", home=data_home())

    async def scene(at: Pilot) -> None:
        await at.press("T", "enter")
        assert at.app.screen_stack[1:][-2].work.draft.read_only

    try:
        desk.play(scene)
    finally:
        other.close()
