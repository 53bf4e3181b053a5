"""What a user decides about packs beside the configuration: which Python packs run, and which are off."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final, NamedTuple

from kampanye_tui.model.office import Acceptance
from kampanye_tui.model.text import Id, Line
from kampanye_tui.model.value import Value, key

ALL: Final = "*"
"""Stands for every pack but the national one."""


class OwnAcceptance(Acceptance, frozen=True, kw_only=True):
    """A Python pack that the user accepted: exactly these bytes, of which version."""

    version: Line = key("versi")


class OwnPacks(Value, frozen=True, kw_only=True):
    """``paket.toml`` in the user's data home."""

    off: tuple[Id, ...] = key("nonaktif", default=())
    accepted: tuple[OwnAcceptance, ...] = key("setuju", default=())


class OwnChoice(NamedTuple):
    """What of it counts for an office: more folders, more acceptances, and why packs are off (id → reason).

    ``home`` is where traces of code at work and what packs print are kept, ``cache`` is where readings of
    packs are; None keeps none. ``deadly`` are packs that ended the program, id → reason.
    """

    folders: tuple[Path, ...] = ()
    accepted: tuple[Acceptance, ...] = ()
    off: Mapping[str, str] = {}
    home: Path | None = None
    cache: Path | None = None
    deadly: Mapping[str, str] = {}


NO_CHOICE: Final = OwnChoice()
"""Of somebody who decided nothing."""
