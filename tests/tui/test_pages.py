"""Every screen at both sizes, as text: what stands there is what somebody looked at and found right."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from difflib import unified_diff

import pytest
from textual.pilot import Pilot
from textual.screen import Screen

from kampanye_tui import tui
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.tui.pane import Pane
from tests.tui.desk import SMALL, lines
from tests.tui.pages import FOLDER, page_name, page_of
from tests.tui.scenes import SCENES, place
from tests.tui.stage import enact, set_up

ALWAYS = ("beranda-80x24", "klausul-80x24", "klausul-120x40", "sunting-80x24", "meja-80x24")
"""Pages that `make test` compares; the others wait for `make test-semua`."""
ONLY_BASES = {
    "AgreementScreen",
    "AnswerList",
    "DeskView",
    "LedgerScreen",
    "Pane",
    "RecapLevel",
    "RecapList",
    "Redlined",
    "Searching",
}
"""Classes that show nothing but through those below them: the panes of an agreement are its screen."""
PATIENCE = 40
"""Twentieths of a second until a screen reads as it should; what it still shows then is told."""


def pages() -> Iterator[object]:
    """Yield name and size of every page."""
    for name, scene in SCENES.items():
        for size in scene.sizes:
            page = page_name(name, size)
            yield pytest.param(name, size, id=page, marks=() if page in ALWAYS else (pytest.mark.penuh,))


@pytest.mark.parametrize(("name", "size"), tuple(pages()))
def test_the_screen_reads_as_it_was_looked_at(
    agreement: Agreement, monkeypatch: pytest.MonkeyPatch, name: str, size: tuple[int, int]
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    scene, page = SCENES[name], page_of(page_name(name, size))
    with set_up(scene, agreement) as stage:

        async def read(at: Pilot[int]) -> None:
            for _time in range(PATIENCE):
                shown = stage.page(lines(at.app))
                if shown == page:
                    break
                await at.pause(0.05)
            else:
                pytest.fail("\n".join(unified_diff(page.split("\n"), shown.split("\n"), n=1, lineterm="")))
            if size == SMALL:
                assert at.app.cursor_position == place(scene.cursor, lines(at.app))

        enact(stage, scene, size, read)


def test_every_page_belongs_to_a_scene() -> None:
    known = {page_name(name, size) for name, scene in SCENES.items() for size in scene.sizes}
    assert {path.stem for path in FOLDER.iterdir()} == known


def test_every_screen_and_every_tab_has_a_scene() -> None:
    for module in pkgutil.walk_packages(tui.__path__, f"{tui.__name__}."):
        importlib.import_module(module.name)

    def below(base: type) -> Iterator[type]:
        for one in base.__subclasses__():
            yield one
            yield from below(one)

    shown = {
        one.__name__ for one in (*below(Screen), *below(Pane)) if one.__module__.startswith(tui.__name__)
    }
    assert shown - ONLY_BASES == {scene.shows for scene in SCENES.values()}
