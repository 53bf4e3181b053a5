"""Finding a region as people write it: ``kab. sleman``, ``3404``, ``bau-bau``, ``sleeman``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches
from typing import NamedTuple

from kampanye_tui.model.region import Region

SHORT = {
    "kab": "kabupaten",
    "kep": "kepulauan",
    "prov": "provinsi",
    "propinsi": "provinsi",
    "kotamadya": "kota",
}
"""How people shorten, or still call, what regions are → the word in their names."""
ALIKE = 0.8
"""How alike a name must be to what was typed (difflib's ratio), when none holds it."""


class Found(NamedTuple):
    """The regions for some words; ``alike`` when none holds the words and these only look like them."""

    regions: tuple[Region, ...]
    alike: bool = False


def find_regions(regions: Iterable[Region], wanted: str) -> Found:
    """Return the regions whose code begins with ``wanted`` or whose name holds it, else those alike.

    Capitals, spaces, hyphens and full stops do not matter, and ``kab`` is a kabupaten.
    """
    known = tuple(regions)
    sought = plain(wanted)
    if wanted.strip() and not sought:
        return Found(())
    if sought.isdecimal():
        return Found(tuple(region for region in known if plain(region.code).startswith(sought)))
    holding = tuple(region for region in known if any(sought in name for name in _names(region)))
    if holding:
        return Found(holding)
    every = {name for region in known for name in (*_names(region), plain(region.place))}
    near = set(get_close_matches(sought, every, n=5, cutoff=ALIKE))
    return Found(
        tuple(region for region in known if near & {*_names(region), plain(region.place)}), alike=True
    )


def plain(text: str) -> str:
    """Return letters and digits alone, small, with what is shortened written out."""
    small = text.casefold()
    for short, long in SHORT.items():
        small = re.sub(rf"\b{short}\b", long, small)
    return "".join(character for character in small if character.isalnum())


def _names(region: Region) -> tuple[str, ...]:
    return tuple(plain(name) for name in (region.name, region.designation, *region.aliases))
