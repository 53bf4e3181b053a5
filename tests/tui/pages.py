"""Screens as they were looked at and found right, one text file each in ``layar/``."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent / "layar"


def page_of(name: str) -> str:
    """Return a screen as it should read."""
    return (FOLDER / f"{name}.txt").read_text().rstrip("\n")
