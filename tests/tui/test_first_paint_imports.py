"""What the program has read by its first frame, asked in a process of its own; the index is complete."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from kampanye_tui.model.agreement import Agreement
from tests.tui.desk import made_desk

HEAVY = {"fpdf", "PIL", "markdown_it", "uharfbuzz", "fontTools", "docx", "lxml", "pluggy", "tree_sitter"}
"""Packages that no list of agreements needs."""
MOST_OF_OURS = 75
"""Modules of this project; it takes 73."""
PROGRAM = """
import asyncio, json, sys
from kampanye_tui.store.configuration import open_configuration
from kampanye_tui.store.settings import Settings
from kampanye_tui.tui.app import Kampanye

located = open_configuration(sys.argv[1])
app = Kampanye(located, Settings(), operator="petugas")

async def first_frame():
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "1 catatan" in app.screen.query_one("#list").rows[0].text

asyncio.run(first_frame())
print(json.dumps(sorted(sys.modules)))
"""
FILL = """
import sys
from kampanye_tui.store.configuration import open_configuration
from kampanye_tui.store.index import known
from kampanye_tui.tui.filling import fill

located = open_configuration(sys.argv[1])
fill(located, known(located.workspace), 20, lambda entries: None)
"""


@pytest.fixture(scope="module")
def modules(tmp_path_factory: pytest.TempPathFactory, agreement: Agreement) -> list[str]:
    """The names of all modules after the first frame."""
    desk = made_desk(tmp_path_factory.mktemp("kantor"), agreement)
    told = ""
    for program in (FILL, PROGRAM):
        ran = subprocess.run(
            [sys.executable, "-c", program, str(desk.folder / "kampanye.toml")],
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "XDG_DATA_HOME": str(desk.folder / "data"), "NO_COLOR": "1"},
        )
        told = ran.stdout
    return json.loads(told.splitlines()[-1])


def test_the_first_frame_needs_nothing_heavy(modules: list[str]) -> None:
    assert {name.partition(".")[0] for name in modules} & HEAVY == set()


def test_the_first_frame_takes_few_modules_of_ours(modules: list[str]) -> None:
    ours = [name for name in modules if name.startswith("kampanye_tui")]
    assert len(ours) <= MOST_OF_OURS, sorted(ours)


def test_no_pack_is_read_for_the_first_frame(modules: list[str]) -> None:
    assert [name for name in modules if name.startswith("kampanye_tui.plugin.")] == []
