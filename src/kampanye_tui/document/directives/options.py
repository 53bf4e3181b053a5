"""What the options of a directive may say, so that a pack is told of a wrong value when it is loaded."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kampanye_tui.model.document import Align
from kampanye_tui.model.messages import Words, unknown_choice
from kampanye_tui.model.occasion import Style
from kampanye_tui.model.party import Role

ALIGNS = {"kiri": Align.LEFT, "tengah": Align.CENTRE, "kanan": Align.RIGHT}


class Option(NamedTuple):
    """What one option may say: words of a closed list, a number, or any text when it names neither."""

    choices: tuple[str, ...] = ()
    numbers: range | None = None
    many: bool = False
    """Whether several choices may stand in it, parted by commas."""

    def faults(self, name: str, value: str) -> Iterator[Words]:
        """Yield what is wrong with ``value``."""
        if self.numbers is not None:
            if not (value.isascii() and value.isdecimal() and int(value) in self.numbers):
                low, high = self.numbers[0], self.numbers[-1]
                yield f'{name}="{value}" bukan angka yang dikenal', f"Tulis angka {low} sampai dengan {high}"
        elif self.choices:
            for one in listed(value) if self.many else (value,):
                if one not in self.choices:
                    what, hint = unknown_choice(one, self.choices)
                    yield f"{name} {what}", hint


def listed(value: str, mark: str = ",") -> tuple[str, ...]:
    """Return the parts of an option that lists several, without empty ones."""
    return tuple(part for one in value.split(mark) if (part := one.strip()))


TEXT = Option()
ROLES = Option(choices=tuple(role.value for role in Role), many=True)
STYLE = Option(choices=tuple(style.value for style in Style))
SIDE = Option(choices=tuple(ALIGNS))


def number(low: int, high: int) -> Option:
    """Return an option that is a number from ``low`` to ``high``."""
    return Option(numbers=range(low, high + 1))
