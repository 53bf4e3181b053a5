"""How well a fact is known. The flag travels with the fact and is shown with it."""

from __future__ import annotations

from enum import StrEnum


class Evidence(StrEnum):
    """What stands behind a fact of the reference data."""

    FOUND = "ditemukan"
    """Seen in a public source."""
    PARTLY = "sebagian"
    """Some of it seen, some from memory."""
    MEMORY = "ingatan"
    """From memory; still to be checked."""
