"""What was replaced or taken away, set aside by day and hour of the office: nothing here ever deletes it.

``disisihkan/2023-11-28-101500/`` has what was there under its own names, and ``catatan.txt`` says what was
done.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from kampanye_tui.store.atomic import write_whole
from kampanye_tui.store.plain_file import LARGEST_CHAIN, kept_bytes

ASIDE = "disisihkan"
"""The folder of the workspace for what was set aside."""
NOTES = "catatan.txt"


def aside_of(workspace: Path, now: datetime) -> Path:
    """Return the folder for what is set aside at an hour of the office; it is made when something is."""
    return workspace / ASIDE / f"{now:%Y-%m-%d-%H%M%S}"


def room(aside: Path, place: str) -> Path:
    """Return where something is set aside, with the folders for it; a name that is taken gets a number."""
    path = aside / place
    path.parent.mkdir(parents=True, exist_ok=True)
    number = 1
    while path.exists():
        number += 1
        path = aside / f"{place}.{number}"
    return path


def note(aside: Path, line: str) -> None:
    """Add a line to what is said about a folder of what was set aside."""
    aside.mkdir(parents=True, exist_ok=True)
    notes = aside / NOTES
    before = kept_bytes(notes, NOTES, LARGEST_CHAIN) if notes.exists() else b""
    write_whole(notes, before + line.encode() + b"\n")
