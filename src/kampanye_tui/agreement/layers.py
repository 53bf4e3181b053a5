"""Contributions of packs laid over one another by region: nation, province, kabupaten/kota.

What packs gave comes in, tagged with who gave it; one value a key and the conflicts come out. Order follows
the region code and, within a level, the order of ids, never the order of loading: permuting the input
changes nothing. A deeper level wins; within a level nobody silently wins.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Generic, NamedTuple, TypeVar

from kampanye_tui.model.pack import PackUse
from kampanye_tui.model.reference import Conflict

T = TypeVar("T")


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
    of a level above stays.
    """
    laid: dict[str, T] = {}
    conflicts: list[Conflict] = []
    for _level, packs in _levels(given):
        here: dict[str, list[tuple[PackUse, T]]] = {}
        for pack, items in packs:
            for item in items:
                here.setdefault(key(item), []).append((pack, item))
        for name, claims in here.items():
            if len(claims) == 1:
                laid[name] = claims[0][1]
            else:
                conflicts.append(
                    Conflict(
                        subject=f'{what} "{name}"',
                        packs=tuple(dict.fromkeys(pack.id for pack, _item in claims)),
                        what="diberikan lebih dari satu kali pada tingkat yang sama; tidak satu pun dipakai",
                    )
                )
    return tuple(laid.values()), tuple(conflicts)


def _levels(given: Iterable[Given[T]]) -> list[tuple[int, list[Given[T]]]]:
    levels: dict[int, list[Given[T]]] = {}
    for one in by_region(given):
        levels.setdefault(one.pack.level, []).append(one)
    return sorted(levels.items())
