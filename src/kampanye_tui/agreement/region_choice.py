"""Which region somebody means: how a region is shown among others, and what some words leave to choose from.

Regions come in from packs; labels and choices go out. Nothing is chosen for a person: what only looks like
the words is never taken.
"""

from __future__ import annotations

from collections.abc import Iterable

from kampanye_tui.agreement.region_search import find_regions
from kampanye_tui.model.problem import refuse
from kampanye_tui.model.region import Region


def label(region: Region) -> str:
    """Return a region as a list of choices shows it: ``Kabupaten Bogor, Jawa Barat (32.01)``."""
    inside = f", {region.province}" if region.province not in region.designation else ""
    return f"{region.designation}{inside} ({region.code})"


def meant_by(wanted: str, regions: Iterable[Region], most: int) -> tuple[Region, ...]:
    """Return the regions to choose from: one when the words are its whole name or code, else up to ``most``.

    Raises :class:`Refused` where none holds the words, and where more than ``most`` do.
    """
    found, alike = find_regions(regions, wanted)
    if alike and found:
        near = "; ".join(map(label, found))
        raise refuse(f'tidak ada wilayah yang memuat "{wanted}"; mungkin maksudnya {near}')
    exact = [one for one in found if wanted.casefold() in (one.code, one.designation.casefold())]
    if exact:
        return tuple(exact[:1])
    if not found:
        raise refuse(f'tidak ada wilayah yang cocok dengan "{wanted}"')
    if len(found) > most:
        raise refuse(f'"{wanted}" cocok dengan {len(found)} wilayah; tulis lebih lengkap')
    return found
