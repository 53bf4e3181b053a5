"""A desk for tests of screens: the sample office with one saved agreement, and the program on a small screen.

def test_…(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        await at.press("5")
        assert "…" in text(at.app)

    desk.play(scene)
"""

from __future__ import annotations

import asyncio
import errno
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import NamedTuple, NoReturn

import msgspec
from textual.pilot import Pilot

from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.problem import Refused
from kampanye_tui.store.configuration import Located, open_configuration
from kampanye_tui.store.settings import Settings
from kampanye_tui.store.workspace import create
from kampanye_tui.tui.app import Kampanye

ROOT = Path(__file__).parent.parent.parent
ID = "2023-kampanye-damai"
OPERATOR = "petugas-uji"
SMALL = (80, 24)
LARGE = (120, 40)


class Desk(NamedTuple):
    """A workspace with one agreement, whose id is :data:`ID`."""

    folder: Path
    located: Located

    def app(self, trouble: Refused | None = None, **settings: object) -> Kampanye:
        """Return the program, not running yet."""
        return Kampanye(self.located, Settings(**settings), operator=OPERATOR, trouble=trouble)

    def play(
        self,
        scene: Callable[[Pilot[int]], Awaitable[None]],
        *,
        size: tuple[int, int] = SMALL,
        opened: bool = True,
        **settings: object,
    ) -> None:
        """Run the program and a scene in it: with the agreement opened and read, or at the first screen."""

        async def run() -> None:
            async with self.app(**settings).run_test(size=size) as pilot:
                if opened:
                    await pilot.press("enter")
                    await until(pilot, lambda: getattr(pilot.app.screen, "ready", False))
                await scene(pilot)

        asyncio.run(run())


def made_desk(folder: Path, agreement: Agreement) -> Desk:
    """Return a desk in a folder: the sample's configuration, its packs, and the agreement saved."""
    text = (ROOT / "sample_config.toml").read_text()
    (folder / "kampanye.toml").write_text(text)
    (folder / "plugins").symlink_to(ROOT / "plugins")
    located = open_configuration(str(folder / "kampanye.toml"))
    create(located.workspace, msgspec.structs.replace(agreement, id=ID))
    return Desk(folder, located)


def changed_by_hand(desk: Desk) -> None:
    """Change the saved agreement as somebody with a text editor would."""
    path = desk.located.workspace / "naskah" / ID / "naskah.toml"
    path.write_bytes(path.read_bytes() + b"\n# dengan tangan\n")


def full(*_arguments: object) -> NoReturn:
    """Fail as a full disk does."""
    raise OSError(errno.ENOSPC, "No space left on device")


async def until(pilot: Pilot[int], true: Callable[[], object], seconds: float = 10) -> None:
    """Wait for something that a thread brings about."""
    waited = 0.0
    while not true():
        assert waited < seconds, f"waited {seconds} s for what did not come:\n{text(pilot.app)}"
        await pilot.pause(0.05)
        waited += 0.05
    await pilot.pause()


def lines(app: Kampanye) -> list[str]:
    """Return what stands on the screen, line by line, without spaces at the ends."""
    return [
        "".join(segment.text for segment in strip).rstrip()
        for strip in app.screen._compositor.render_strips()
    ]


def text(app: Kampanye) -> str:
    """Return what stands on the screen."""
    return "\n".join(lines(app))


def words(app: Kampanye) -> str:
    """Return what stands on the screen as one line, wherever it was broken."""
    return " ".join(text(app).split())
