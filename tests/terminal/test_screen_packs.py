"""Code of packs and the screen: what it writes past everything reaches a log, and nobody's eyes."""

from __future__ import annotations

import pytest

from tests.terminal.desk import Desk
from tests.unit.cli.office import accepting, edit
from tests.unit.plugin.packs import TERMS, python_pack

pytestmark = pytest.mark.penuh

DIRTY = f"""
import os, threading, time

def late():
    while True:
        time.sleep(0.05)
        os.write(DESCRIPTOR, b"KOTOR")

os.write(DESCRIPTOR, b"KOTOR")
threading.Thread(target=late, daemon=True).start()
{TERMS}"""
"""A pack that writes to the terminal, now and for as long as the program lives."""


@pytest.mark.parametrize("descriptor", ["1", "2"])
def test_what_a_pack_writes_to_the_terminal_reaches_a_log(descriptor: str, desk: Desk) -> None:
    code = DIRTY.replace("DESCRIPTOR", descriptor)
    accepting(desk.office, python_pack(desk.office / "paket", "kotor", code))
    edit(desk.office, 'folder = ["plugins"]', 'folder = ["plugins", "paket"]')
    with desk.opened() as terminal:
        terminal.settle()
        shown = "\n".join(terminal.screen)
    logs = "".join(path.read_text() for path in (desk.data / "paket-log").iterdir())
    assert ("KOTOR" in shown, "KOTOR" in logs) == (False, True)
