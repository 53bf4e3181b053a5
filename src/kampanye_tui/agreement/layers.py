"""Contributions of packs laid over one another by region: nation, province, kabupaten/kota.

What packs gave comes in, tagged with who gave it; one value a key and the conflicts come out. Order follows
the region code and, within a level, the order of ids, never the order of loading: permuting the input
changes nothing. A deeper level wins; within a level nobody silently wins, and nobody takes from the program's
own pack what it gives to the whole nation.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Generic, NamedTuple, TypeVar

from kampanye_tui.model.pack import NATIONAL_ID, PackUse
from kampanye_tui.model.reference import Conflict

T = TypeVar("T")

Claim = tuple[PackUse, T]
"""An item, and the pack that gives it."""
_NOBODY_STANDS = "diberikan lebih dari satu kali pada tingkat yang sama; tidak satu pun dipakai"
_NATION_STANDS = "sudah diberikan paket nasional, yang tetap dipakai; hanya paket daerah dapat menggantinya"


class Given(NamedTuple, Generic[T]):
    """What one pack gave."""

    pack: PackUse
    items: tuple[T, ...]


def by_region(given: Iterable[Given[T]]) -> list[Given[T]]:
    """Return contributions in the order in which they are laid: by level, then by id."""
    return sorted(given, key=lambda one: (one.pack.level, one.pack.id))


def lay(
    given: Iterable[Given[T]], key: Callable[[T], str], what: str
) -> tuple[tuple[T, ...], tuple[Conflict, ...]]:
    """Return one item a key, in the order in which keys first appeared, and the conflicts.

    ``what`` names the kind of item in conflicts. Of items of one level with one key none is taken; an item
    of a level above stays, and so does one of the national pack.
    """
    laid: dict[str, T] = {}
    conflicts: list[Conflict] = []
    for _level, packs in _levels(given):
        here: dict[str, list[Claim[T]]] = {}
        for pack, items in packs:
            for item in items:
                here.setdefault(key(item), []).append((pack, item))
        for name, claims in here.items():
            standing, fallen = _stand(claims)
            if standing:
                laid[name] = standing[0][1]
            if fallen:
                givers = tuple(dict.fromkeys(pack.id for pack, _item in fallen))
                trouble = _NATION_STANDS if standing else _NOBODY_STANDS
                conflicts.append(Conflict(subject=f'{what} "{name}"', packs=givers, what=trouble))
    return tuple(laid.values()), tuple(conflicts)


def _stand(claims: list[Claim[T]]) -> tuple[list[Claim[T]], list[Claim[T]]]:
    """Return the one claim that stands, or none, and those that do not."""
    if len(claims) == 1:
        return claims, []
    standing = [claim for claim in claims if claim[0].id == NATIONAL_ID]
    if len(standing) != 1:
        return [], claims
    return standing, [claim for claim in claims if claim[0].id != NATIONAL_ID]


def _levels(given: Iterable[Given[T]]) -> list[tuple[int, list[Given[T]]]]:
    levels: dict[int, list[Given[T]]] = {}
    for one in by_region(given):
        levels.setdefault(one.pack.level, []).append(one)
    return sorted(levels.items())
