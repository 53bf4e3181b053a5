"""In which groups people sign, one group after another, and what a group is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Final

from kampanye_tui.model.messages import out_of_range
from kampanye_tui.model.value import Value, key

MOST_GROUPS: Final = 9
"""A digit is enough for the number of a group."""


class SigningMode(StrEnum):
    """What a group is asked for: every signature, all of them at one time, or just one."""

    EVERYBODY = "semua"
    TOGETHER = "bersama"
    ANY_ONE = "salah-satu"

    @property
    def words(self) -> str:
        """What an operator chooses by."""
        return {
            "semua": "Semua, satu per satu",
            "bersama": "Semua, bersama-sama",
            "salah-satu": "Cukup salah satu",
        }[self.value]


class SigningGroup(Value, frozen=True, kw_only=True):
    """A row ``[[kelompok]]``: how a group signs; one without a row signs one by one, and all of it."""

    number: int = key("nomor")
    mode: SigningMode = key("cara")

    def faults(self) -> Iterator[tuple[str, str, str]]:
        """Refuse a number that no group can have."""
        yield from group_faults("nomor", self.number)


def double_faults(groups: Iterable[SigningGroup]) -> Iterator[tuple[str, str, str]]:
    """Yield a fault for each group that has two rows; nobody could tell which of them counts."""
    seen: set[int] = set()
    for group in groups:
        if group.number in seen:
            yield "kelompok", f"kelompok {group.number} ditulis dua kali", "Hapus salah satu barisnya"
        seen.add(group.number)


def group_faults(where: str, number: int | None) -> Iterator[tuple[str, str, str]]:
    """Yield what is wrong with the number of a group that stands at the key ``where``."""
    if number is not None and number < 1:
        yield where, *out_of_range(number, 1)
    elif number is not None and number > MOST_GROUPS:
        yield where, f"tertulis {number}, padahal nilai terbesar {MOST_GROUPS}", ""
