"""Pictures of every screen for the guides, drawn by the program itself: ``make gambar``.

One for each scene of :mod:`tests.tui.scenes`, or for those named. The SVG that Textual exports names a font
of the web, which is left out; headless Chromium makes PNG of it.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from textual.pilot import Pilot

from kampanye_tui.store.configuration import open_configuration
from kampanye_tui.work import composed, library_for
from tests.tui.desk import ROOT
from tests.tui.scenes import SCENES
from tests.tui.stage import Stage, enact, page_now, set_up

FOLDER = ROOT / "docs" / "gambar"
BLANK = "&#160;"
"""What Textual writes for a blank, so that none gets lost."""


def drawn(stage: Stage, svg: str) -> str:
    """Return the drawing of a screen without a foreign font, and without what differs from run to run."""
    svg = re.sub(r"@font-face \{.*?\}", "", svg, flags=re.DOTALL).replace("Fira Code", "monospace")

    def same(found: re.Match[str]) -> str:
        return f">{stage.page([found[1].replace(BLANK, ' ')]).replace(' ', BLANK)}</text>"

    return re.sub(r">([^<]*)</text>", same, svg)


def written(svg: str, path: Path) -> None:
    """Write a drawing as PNG."""
    width, height = (float(part) for part in re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg).groups())
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "layar.html"
        head = "<!doctype html><meta charset=utf-8><style>body{margin:0}</style>"
        page.write_text(f"{head}{svg}", encoding="utf-8")
        subprocess.run(
            [
                "chromium",
                "--headless",
                "--no-sandbox",
                "--hide-scrollbars",
                f"--window-size={round(width)},{round(height)}",
                f"--screenshot={path}",
                page.as_uri(),
            ],
            check=True,
            capture_output=True,
        )


def main(names: Iterable[str]) -> None:
    """Draw screens, each at the smallest of its sizes."""
    located = open_configuration(str(ROOT / "sample_config.toml"))
    agreement = composed(located, library_for(located))
    for name in names:
        with set_up(SCENES[name], agreement) as stage:

            async def draw(pilot: Pilot[int], stage: Stage = stage, name: str = name) -> None:
                await page_now(stage, pilot)
                written(drawn(stage, pilot.app.export_screenshot()), FOLDER / f"layar-{name}.png")

            enact(stage, SCENES[name], min(SCENES[name].sizes), draw)


if __name__ == "__main__":
    main(sys.argv[1:] or SCENES)
