"""Pictures of every screen for the guides, drawn by the program itself: ``make gambar``.

The SVG that Textual exports names a font of the web, which is left out; headless Chromium makes PNG of it.
"""

from __future__ import annotations

import os
import re
import subprocess
import tempfile
from collections.abc import Awaitable, Callable
from pathlib import Path

from textual.pilot import Pilot

from kampanye_tui.agreement.edit import drop_party
from kampanye_tui.store.configuration import open_configuration
from kampanye_tui.store.settings import Settings
from kampanye_tui.tui.app import Kampanye
from kampanye_tui.work import composed, library_for
from tests.tui.desk import ROOT, SMALL, made_desk, text, until

FOLDER = ROOT / "docs" / "gambar"
SCREENS: dict[str, tuple[str, ...]] = {
    "klausul": ("2", "down", "down"),
    "pustaka": ("2", "tab"),
    "sunting": ("2", "down", "enter", *" Koordinator"),
    "beda": ("2", "down", "enter", *" Koordinator", "f9"),
    "acara": ("1",),
    "acara-formulir": ("1", "enter"),
    "pihak": ("3", "down"),
    "pihak-formulir": ("3", "down", "enter"),
    "pemeriksaan": ("4",),
    "pratinjau": ("5", "right"),
    "cetak": ("6",),
    "bantuan": ("f1",),
    "perintah": ("f2",),
    "pembahasan": ("8", "enter", "s", "s", "down"),
    "gerbang": ("7",),
    "meja": ("7", "f10", *"pleno", "f10", "7", "t", "t", "x"),
}
"""Name of the picture → what is pressed in an agreement that is open."""


def draw(svg: str, name: str) -> None:
    """Write the picture of a screen."""
    svg = re.sub(r"@font-face \{.*?\}", "", svg, flags=re.DOTALL).replace("Fira Code", "monospace")
    width, height = (float(part) for part in re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg).groups())
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "layar.html"
        page.write_text(f"<!doctype html><style>body{{margin:0}}</style>{svg}", encoding="utf-8")
        subprocess.run(
            [
                "chromium",
                "--headless",
                "--no-sandbox",
                "--hide-scrollbars",
                f"--window-size={round(width)},{round(height)}",
                f"--screenshot={FOLDER / f'layar-{name}.png'}",
                page.as_uri(),
            ],
            check=True,
            capture_output=True,
        )


async def _drawn(app: Kampanye, name: str, scene: Callable[[Pilot], Awaitable[None]]) -> None:
    async with app.run_test(size=SMALL) as pilot:
        await scene(pilot)
        await pilot.pause(0.5)
        draw(app.export_screenshot(), name)


def main() -> None:
    """Draw all screens."""
    import asyncio

    with tempfile.TemporaryDirectory() as scratch:
        os.environ["HOME"] = scratch
        os.environ.pop("XDG_DATA_HOME", None)
        folder = Path(scratch) / "kantor"
        folder.mkdir()
        located = open_configuration(str(ROOT / "sample_config.toml"))
        agreement = composed(located, library_for(located))
        desk = made_desk(folder, drop_party(agreement, "partai-ummat"))

        async def home(pilot: Pilot) -> None:
            await until(pilot, lambda: "wajib" in text(pilot.app))

        asyncio.run(_drawn(desk.app(), "beranda", home))
        asyncio.run(_drawn(Kampanye(None, Settings(), operator="operator1"), "mulai", _typed_region))
        for name, keys in {"paket": ("p",), "pengaturan": ("s",)}.items():
            asyncio.run(_drawn(desk.app(), name, _pressed(keys)))
        for name, keys in SCREENS.items():
            # Typing that one picture leaves behind would be offered in the next.
            os.environ["XDG_DATA_HOME"] = f"{scratch}/{name}"
            asyncio.run(_drawn(desk.app(), name, _opened(keys)))


async def _typed_region(pilot: Pilot) -> None:
    await pilot.press(*"tangerang")


def _pressed(keys: tuple[str, ...]) -> Callable[[Pilot], Awaitable[None]]:
    async def scene(pilot: Pilot) -> None:
        for key in keys:
            await pilot.press("space" if key == " " else key)
            await pilot.pause(0.2)

    return scene


def _opened(keys: tuple[str, ...]) -> Callable[[Pilot], Awaitable[None]]:
    async def scene(pilot: Pilot) -> None:
        await pilot.press("enter")
        await until(pilot, lambda: getattr(pilot.app.screen, "ready", False))
        await _pressed(keys)(pilot)

    return scene


if __name__ == "__main__":
    main()
