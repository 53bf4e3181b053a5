"""A desk with a real terminal: an empty home, the sample office with saved agreements, the program on a pty.

def test_…(desk: Desk) -> None:
    with desk.opened() as terminal:
        terminal.press("3")
        terminal.wait_for("PESERTA PEMILU")
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import msgspec

from kampanye_tui.model.agreement import Agreement
from kampanye_tui.store.configuration import open_configuration
from kampanye_tui.store.workspace import create
from tests.terminal.emulator import Terminal

ROOT = Path(__file__).parent.parent.parent
PROGRAM = ROOT / ".venv" / "bin" / "kampanye"
LISTED = "1 catatan"
"""Stands in the list when the findings of its agreements are counted, which is the last thing it fills in."""
READ = "Langkah "
"""Begins the line of the next step: packs and rules have been read."""
EDITING = "F10 selesai"
"""Stands in the clause editor's line of keys."""
EDITED = "aman-tertib-damai"
"""The second clause, into which tests type."""
EDITED_TITLE = "Klausul 2 dari "
"""Begins the title of its editor."""


class Desk(NamedTuple):
    """A home and an office."""

    home: Path
    office: Path

    @property
    def agreement(self) -> Path:
        """The file of the first agreement."""
        return self.office / "naskah" / "naskah-001" / "naskah.toml"

    @property
    def data(self) -> Path:
        """The operator's own folder."""
        return self.home / ".local" / "share" / "kampanye"

    @property
    def env(self) -> dict[str, str]:
        """All variables that the program gets, but TERM."""
        return {"HOME": str(self.home), "PATH": os.environ["PATH"], "LANG": "C.UTF-8"}

    def terminal(
        self,
        *argv: str | Path,
        columns: int = 80,
        rows: int = 24,
        term: str = "xterm-256color",
        **variables: str,
    ) -> Terminal:
        """Start the program, or another one, in the office."""
        return Terminal(argv or [PROGRAM], {**self.env, **variables}, columns, rows, term, cwd=self.office)

    @contextmanager
    def listed(self, shows: str = LISTED, **more: str) -> Iterator[Terminal]:
        """Start the program and wait until the list of agreements is complete: until it ``shows`` that."""
        with self.terminal(**more) as terminal:
            terminal.wait_for(shows)
            terminal.settle()
            yield terminal

    @contextmanager
    def opened(self, **more: str) -> Iterator[Terminal]:
        """Open the first agreement; its clauses show, and packs and rules have been read."""
        with self.listed(**more) as terminal:
            terminal.press("enter")
            terminal.wait_for(READ)
            terminal.settle()
            yield terminal

    @contextmanager
    def editing(self, **more: str) -> Iterator[Terminal]:
        """Open the clause :data:`EDITED` in its editor, the cursor behind its last word."""
        with self.opened(**more) as terminal:
            terminal.press("down", "enter")
            terminal.wait_for(EDITING)
            terminal.settle()
            yield terminal


def made_desk(folder: Path, agreement: Agreement, agreements: int = 1) -> Desk:
    """Return a desk in a folder, with this many agreements, all alike but for id and subject."""
    desk = Desk(folder / "rumah", folder / "kantor")
    desk.home.mkdir()
    desk.office.mkdir()
    (desk.office / "kampanye.toml").write_bytes((ROOT / "sample_config.toml").read_bytes())
    (desk.office / "plugins").symlink_to(ROOT / "plugins")
    workspace = open_configuration(str(desk.office / "kampanye.toml")).workspace
    for number in range(1, agreements + 1):
        topic = f"Kampanye Damai ke-{number}"
        create(workspace, msgspec.structs.replace(agreement, id=f"naskah-{number:03d}", topic=topic))
    return desk


def restored(output: bytes) -> dict[str, bool]:
    """Tell for each mode of the terminal whether it is as it was before the program came."""
    modes = {
        "first screen": (b"\x1b[?1049h", b"\x1b[?1049l"),
        "cursor shown": (b"\x1b[?25l", b"\x1b[?25h"),
        "plain paste": (b"\x1b[?2004h", b"\x1b[?2004l"),
        "no word of focus": (b"\x1b[?1004h", b"\x1b[?1004l"),
        "frames at once": (b"\x1b[?2026h", b"\x1b[?2026l"),
    }
    return {name: output.rfind(off) >= output.rfind(on) for name, (on, off) in modes.items()}
