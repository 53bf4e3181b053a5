"""The terminal's cursor stands where the focus is, on every screen: it is what a screen reader reads."""

from __future__ import annotations

from pathlib import Path

import pytest

from kampanye_tui.model.agreement import Agreement
from tests.terminal.acting import acted
from tests.terminal.desk import Desk, made_desk
from tests.terminal.emulator import Terminal
from tests.tui.scenes import SCENES, place

pytestmark = pytest.mark.penuh

MARK = "▸"


def pressed(terminal: Terminal, *keys: str) -> None:
    """Press keys, each when the program has done with the one before."""
    for key in keys:
        terminal.press(key)
        terminal.settle()


def pointed(terminal: Terminal) -> tuple[int, int]:
    """Return where the row that is pointed at begins."""
    (line,) = [number for number, text in enumerate(terminal.screen) if text.startswith(MARK)]
    return 0, line


def behind(terminal: Terminal, text: str) -> tuple[int, int]:
    """Return the place behind a text that stands once on the screen."""
    (line,) = [number for number, shown in enumerate(terminal.screen) if text in shown]
    return terminal.screen[line].index(text) + len(text), line


@pytest.mark.parametrize("name", SCENES)
def test_on_every_screen(agreement: Agreement, name: str) -> None:
    scene = SCENES[name]
    with acted(scene, agreement) as terminal:
        assert terminal.cursor == place(scene.cursor, terminal.screen)


def test_in_the_list_of_agreements(tmp_path: Path, agreement: Agreement) -> None:
    with made_desk(tmp_path, agreement, agreements=3).listed() as terminal:
        pressed(terminal, "down")
        assert terminal.cursor == pointed(terminal)


def test_in_a_list_that_has_scrolled(desk: Desk) -> None:
    with desk.opened() as terminal:
        pressed(terminal, "3", "end")
        assert terminal.cursor == pointed(terminal)


def test_at_the_top_of_what_the_preview_shows(desk: Desk) -> None:
    with desk.opened() as terminal:
        terminal.press("5")
        terminal.wait_for("baris 1–")
        pressed(terminal, "down")
        assert terminal.cursor == (0, behind(terminal, "CONTOH — BUKAN DOKUMEN KPU")[1])


def test_in_an_empty_search(desk: Desk) -> None:
    with desk.listed() as terminal:
        pressed(terminal, "/")
        column, line = behind(terminal, "kata dalam judul, wilayah, atau keadaan")
        assert terminal.cursor == (column - len("kata dalam judul, wilayah, atau keadaan"), line)


def test_in_the_list_when_the_search_is_closed(desk: Desk) -> None:
    with desk.listed() as terminal:
        pressed(terminal, "/", "k", "escape")
        assert terminal.cursor == pointed(terminal)


def test_at_the_begin_of_a_line_of_the_clause(desk: Desk) -> None:
    with desk.editing() as terminal:
        pressed(terminal, "home")
        column, line = behind(terminal, "dengan kepulangan dari tempat kegiatan.")
        assert terminal.cursor == (column - len("dengan kepulangan dari tempat kegiatan."), line)


def test_in_the_title_of_the_clause(desk: Desk) -> None:
    with desk.editing() as terminal:
        pressed(terminal, "shift+tab")
        assert terminal.cursor == behind(terminal, "Kampanye Aman, Tertib, dan Damai")


def test_back_in_the_list_when_the_editor_is_closed(desk: Desk) -> None:
    with desk.editing() as terminal:
        pressed(terminal, "escape")
        assert terminal.cursor == pointed(terminal)


def test_in_the_next_field_of_a_form(desk: Desk) -> None:
    with desk.listed() as terminal:
        pressed(terminal, "n", "down", "X", "y")
        assert terminal.cursor == behind(terminal, "Tentang                   Xy")


def test_in_the_palette(desk: Desk) -> None:
    with desk.listed() as terminal:
        pressed(terminal, "f2", "x", "y")
        assert terminal.cursor == behind(terminal, "Cari: xy")


def test_back_in_the_list_when_the_help_is_closed(desk: Desk) -> None:
    with desk.opened() as terminal:
        pressed(terminal, "down", "f1", "escape")
        assert terminal.cursor == pointed(terminal)


def test_where_the_search_of_a_beginning_office_is(desk: Desk) -> None:
    (desk.office / "kampanye.toml").unlink()
    with desk.terminal() as terminal:
        terminal.wait_for("wilayah")
        terminal.settle()
        pressed(terminal, "x", "y")
        assert terminal.cursor == behind(terminal, "xy")


def test_with_a_screen_reader_the_cursor_shows(desk: Desk) -> None:
    desk.data.mkdir(parents=True)
    (desk.data / "pengaturan.toml").write_text("format = 1\npembaca_layar = true\n")
    with desk.opened() as terminal:
        assert not terminal.cursor_hidden


def test_without_one_it_is_hidden_and_moved_all_the_same(desk: Desk) -> None:
    with desk.opened() as terminal:
        assert terminal.cursor_hidden
