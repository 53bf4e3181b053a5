"""What a kind of rule is: the conditions it knows, the words it offers to messages, and its check."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from kampanye_tui.agreement.words import enumerated
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.finding import Fix, Place
from kampanye_tui.model.reference import Reference
from kampanye_tui.model.value import Value


class NoConditions(Value, frozen=True, kw_only=True):
    """For a kind that has nothing to choose."""


class Hit(NamedTuple):
    """Something a check met: where, the words for the message, and a mend where one exists."""

    place: Place
    words: dict[str, str]
    fix: Fix | None = None


class RuleKind(NamedTuple):
    """A kind of rule. ``offers`` are the placeholders a message of this kind may hold."""

    name: str
    conditions: type[Value]
    offers: tuple[str, ...]
    check: Callable[[Any, Agreement, Reference], Iterator[Hit]]


def some(names: list[str], most: int = 3) -> str:
    """Return names as a message lists them: the first few, and how many more."""
    if len(names) > most:
        return f"{', '.join(names[:most])}, dan {len(names) - most} lainnya"
    return enumerated(names)
