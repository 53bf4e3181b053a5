"""Scenes on a real terminal: the office of :mod:`tests.tui.stage`, the program on a pty, the same keys."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from kampanye_tui.model.agreement import Agreement
from kampanye_tui.store.settings import FILE, data_home
from tests.terminal.desk import PROGRAM
from tests.terminal.emulator import Terminal
from tests.tui.desk import SMALL, Desk
from tests.tui.scenes import CARET, Scene, Shown
from tests.tui.stage import set_up


@contextmanager
def begun(
    scene: Scene, agreement: Agreement, term: str = "xterm-256color", **variables: str
) -> Iterator[Terminal]:
    """Start the program where a scene takes place, in the smallest of its sizes; no key is pressed yet."""
    columns, rows = scene.sizes[0] if SMALL not in scene.sizes else SMALL
    with (
        set_up(scene, agreement) as stage,
        Terminal([PROGRAM], {**stage.env, **variables}, columns, rows, term, stage.desk.folder) as terminal,
    ):
        yield terminal


def taken(terminal: Terminal, step: str | Shown) -> None:
    """Take one step of a scene."""
    if isinstance(step, Shown):
        terminal.wait_for(step.text)
    else:
        terminal.press("space" if step == " " else step)


@contextmanager
def acted(
    scene: Scene, agreement: Agreement, term: str = "xterm-256color", **variables: str
) -> Iterator[Terminal]:
    """Play a whole scene, as fast as keys go in; the program rests at its end."""
    with begun(scene, agreement, term, **variables) as terminal:
        for step in scene.steps:
            taken(terminal, step)
        terminal.wait_for(scene.cursor.replace(CARET, "").rstrip())
        terminal.settle()
        yield terminal


def with_settings(scene: Scene, text: str) -> Scene:
    """Return the scene for an operator whose own settings say ``text``."""

    def prepared(desk: Desk) -> None:
        if scene.before is not None:
            scene.before(desk)
        data_home().mkdir(parents=True, exist_ok=True)
        (data_home() / FILE).write_text(f"format = 1\n{text}\n")

    return scene._replace(before=prepared)
