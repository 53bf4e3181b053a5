"""A stage for scenes: an office that looks the same wherever and whenever it is set up.

Its root is a folder whose name always has the same length; on a page it reads as :data:`SHOWN`. Everything
else that differs from run to run (hours, hashes) is written over on the page, each with a sample of its own
length.
The same stage serves the program inside a test (:func:`enact`) and on a real terminal (:attr:`Stage.env`).
"""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import tempfile
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest
from textual.pilot import Pilot

from kampanye_tui.model.agreement import Agreement
from kampanye_tui.store.settings import data_home, read_settings
from kampanye_tui.tui.app import Kampanye
from tests.tui.desk import OPERATOR, Desk, lines, made_desk, text, until
from tests.tui.scenes import Scene, Shown

PARENT = "/tmp"
ROOT_BEGIN = "kantor-"
SHOWN = "/home/petugas-kpu-01"
"""What a page says instead of the root: as long as :data:`PARENT`, ``kantor-`` and eight letters."""
PRINTER = {
    "lp": 'echo "request id is ruang-hukum-12 (1 file(s))"',
    "lpstat": "echo ruang-hukum",
}
"""Programs of a printing system with one printer."""
SAMPLES = (
    (r"tersimpan \d\d\.\d\d\.\d\d", "tersimpan 10.41.07"),
    (r"\b\d\d\.\d\d (?=menandatangani|hadir|tidak hadir|menyusul|diwakili)", "10.52 "),
    (r"^   \d\d\.\d\d  (?=.* · oleh)", "   10.52  "),
    (r"(pukul|sejak) \d\d\.\d\d", r"\1 10.52"),
    (r"berakhir \d\d-\d\d-\d{4} pukul \d\d\.\d\d", "berakhir 28-11-2023 pukul 09.15"),
    (r"Kode paket: [0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}", "Kode paket: 5MJW-H2JV-352D"),
    (r"SHA-256: [0-9a-f]{64}", f"SHA-256: {'0123456789abcdef' * 4}"),
    (r"(?<= )([0-9A-F]{4} ){3}[0-9A-F]{4}$", "4F2A 9C01 77AB 0D3E"),
)
"""What differs from run to run, and what stands for it on a page."""


class Stage(NamedTuple):
    """An office, and the variables that the program has there."""

    desk: Desk
    root: Path
    env: dict[str, str]

    def app(self) -> Kampanye:
        """Return the program, not running yet."""
        configured = (self.desk.folder / "kampanye.toml").exists()
        located = self.desk.located if configured else None
        return Kampanye(located, read_settings(data_home()), operator=OPERATOR)

    def page(self, shown: list[str]) -> str:
        """Return what a screen shows as it is stored: without what differs from run to run."""
        page = "\n".join(shown).rstrip("\n").replace(str(self.root), SHOWN)
        for pattern, sample in SAMPLES:
            page = re.sub(pattern, sample, page, flags=re.MULTILINE)
        return page


@contextmanager
def set_up(scene: Scene, agreement: Agreement) -> Iterator[Stage]:
    """Set the stage for a scene; the variables of this process are those of the program meanwhile."""
    root = Path(tempfile.mkdtemp(prefix=ROOT_BEGIN, dir=PARENT))
    programs, office = root / "bin", root / "damai"
    for folder in (programs, office):
        folder.mkdir()
    for name, does in PRINTER.items():
        (programs / name).write_text(f"#!/bin/sh\n{does}\n")
        (programs / name).chmod(0o755)
    env = {
        "HOME": str(root),
        "LANG": "C.UTF-8",
        "LOGNAME": OPERATOR,
        "PATH": f"{programs}:{os.environ['PATH']}",
        "SSH_CONNECTION": "10.0.0.9 50022 10.0.0.5 22",
        "XDG_DATA_DIRS": str(root / "share"),
    }
    before = Path.cwd()
    with pytest.MonkeyPatch.context() as patched:
        for name in ("XDG_DATA_HOME", "KAMPANYE_CONFIG", "VISUAL", "EDITOR"):
            patched.delenv(name, raising=False)
        for name, value in env.items():
            patched.setenv(name, value)
        try:
            os.chdir(office)
            desk = made_desk(office, agreement)
            if scene.before is not None:
                scene.before(desk)
            yield Stage(desk, root, env)
        finally:
            os.chdir(before)
            shutil.rmtree(root)


def enact(
    stage: Stage, scene: Scene, size: tuple[int, int], then: Callable[[Pilot[int]], Awaitable[None]]
) -> None:
    """Run the program on a stage, press the keys of a scene, and do something on the screen it leads to."""

    async def run() -> None:
        async with stage.app().run_test(size=size) as pilot:
            for step in scene.steps:
                if isinstance(step, Shown):
                    await until(pilot, lambda wanted=step: wanted.text in text(pilot.app))
                else:
                    await pilot.press(step)
            await until(pilot, lambda: scene.shows in shown_by(pilot.app))
            await then(pilot)

    asyncio.run(run())


def shown_by(app: Kampanye) -> tuple[str, ...]:
    """Return the names of the classes that show what stands on the screen: the screen, and its open pane."""
    panes = [type(pane).__name__ for pane in app.screen.query("Pane.open")]
    return (type(app.screen).__name__, *panes)


async def page_now(stage: Stage, pilot: Pilot[int]) -> str:
    """Return the page of the screen once it rests."""
    before = None
    while before != (before := lines(pilot.app)):
        await pilot.pause(0.25)
    return stage.page(before)
