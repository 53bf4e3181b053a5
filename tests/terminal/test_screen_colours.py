"""What is selected and what state things are in can be read on terminals of all depths, in all colours."""

from __future__ import annotations

import pytest
from pyte.screens import Char

from kampanye_tui.model.agreement import Agreement
from kampanye_tui.store.settings import Theme
from tests.terminal.acting import acted, with_settings
from tests.terminal.emulator import Terminal
from tests.tui.scenes import SCENES

pytestmark = pytest.mark.penuh

MARK = "▸"
KINDS = {
    "16 colours": {"term": "xterm"},
    "256 colours": {"term": "xterm-256color"},
    "truecolor": {"COLORTERM": "truecolor"},
    "no colours": {"NO_COLOR": "1"},
}
every_kind = pytest.mark.parametrize("kind", KINDS)
every_theme = pytest.mark.parametrize("theme", Theme, ids=lambda one: one.value)


def unreadable(cell: Char) -> bool:
    """Tell whether text and ground are of one colour, or may be: one the program's, one the terminal's."""
    text, ground = cell.fg, cell.bg
    if "default" in (text, ground):
        return ground != "default" or (text != "default" and not text.isalpha())
    return text == ground


def cells(terminal: Terminal) -> list[Char]:
    """Return all cells of a screen."""
    return [terminal.cell(column, line) for line in range(24) for column in range(80)]


@every_kind
@every_theme
def test_every_cell_can_be_read(agreement: Agreement, theme: Theme, kind: str) -> None:
    scene = with_settings(SCENES["pemeriksaan"], f'tema = "{theme.value}"')
    with acted(scene, agreement, **KINDS[kind]) as terminal:
        assert [cell for cell in cells(terminal) if unreadable(cell)] == []


@every_kind
@every_theme
def test_the_row_that_is_pointed_at_is_told_without_colours(
    agreement: Agreement, theme: Theme, kind: str
) -> None:
    scene = with_settings(SCENES["pemeriksaan"], f'tema = "{theme.value}"')
    with acted(scene, agreement, **KINDS[kind]) as terminal:
        (line,) = [number for number, text in enumerate(terminal.screen) if text.startswith(MARK)]
        assert {terminal.cell(column, line).reverse for column in range(80)} == {True}


@pytest.mark.parametrize("name", ["sunting", "pihak-formulir", "perintah"])
@every_theme
def test_what_is_typed_can_be_read(agreement: Agreement, theme: Theme, name: str) -> None:
    scene = with_settings(SCENES[name], f'tema = "{theme.value}"')
    with acted(scene, agreement) as terminal:
        assert [cell for cell in cells(terminal) if unreadable(cell)] == []


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK], ids=lambda one: one.value)
def test_a_screen_of_its_own_colours_leaves_no_cell_to_the_terminal(
    agreement: Agreement, theme: Theme
) -> None:
    scene = with_settings(SCENES["pihak"], f'tema = "{theme.value}"')
    with acted(scene, agreement) as terminal:
        assert "default" not in {colour for cell in cells(terminal) for colour in (cell.fg, cell.bg)}
