"""Screens as they were looked at and found right, one text file each in ``layar/``.

``python -m tests.tui.pages [name…]`` (``make layar``) writes the pages of all scenes, or of those named,
anew: for people to look at what changed before they keep it. No test writes.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path

from textual.pilot import Pilot

from kampanye_tui.store.configuration import open_configuration
from kampanye_tui.work import composed, library_for
from tests.tui.desk import ROOT
from tests.tui.scenes import SCENES
from tests.tui.stage import enact, page_now, set_up

FOLDER = Path(__file__).parent / "layar"


def page_of(name: str) -> str:
    """Return a screen as it should read."""
    return (FOLDER / f"{name}.txt").read_text().rstrip("\n")


def page_name(scene: str, size: tuple[int, int]) -> str:
    """Return what the page of a scene is called."""
    width, height = size
    return f"{scene}-{width}x{height}"


def main(names: Iterable[str]) -> None:
    """Write pages anew, and say which are others than before."""
    os.environ["NO_COLOR"] = "1"
    located = open_configuration(str(ROOT / "sample_config.toml"))
    agreement = composed(located, library_for(located))
    for name in names:
        for size in SCENES[name].sizes:
            pages: list[str] = []
            with set_up(SCENES[name], agreement) as stage:

                async def keep(pilot: Pilot[int], stage=stage, pages=pages) -> None:
                    pages.append(await page_now(stage, pilot))

                enact(stage, SCENES[name], size, keep)
            path = FOLDER / f"{page_name(name, size)}.txt"
            if not path.exists() or path.read_text() != f"{pages[0]}\n":
                path.write_text(f"{pages[0]}\n")
                print(path.relative_to(ROOT))


if __name__ == "__main__":
    main(sys.argv[1:] or SCENES)
