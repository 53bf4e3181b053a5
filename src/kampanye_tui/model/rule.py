"""Rules: as packs write them in TOML, and as they run."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from kampanye_tui.model.finding import Finding, Level
from kampanye_tui.model.legal import Citation
from kampanye_tui.model.text import Id, Line
from kampanye_tui.model.value import Value, key

if TYPE_CHECKING:
    from kampanye_tui.model.agreement import Agreement
    from kampanye_tui.model.reference import Reference


class RuleEntry(Value, frozen=True, kw_only=True):
    """A row ``[[aturan]]``: a rule of one of the kinds that the program knows.

    ``message`` may hold the placeholders that its kind offers; ``conditions`` are the keys of its kind.
    """

    id: Id = key("id")
    kind: Id = key("jenis")
    level: Level = key("tingkat")
    message: Line = key("pesan")
    citations: tuple[Citation, ...] = key("dasar", default=())
    conditions: dict[Line, Any] = key("syarat", default_factory=dict)


class Rule(Value, frozen=True, kw_only=True):
    """A rule that runs: ``check`` takes an agreement and its reference and yields findings.

    ``check`` must be pure: same values in, same findings out; no files, no clock.
    """

    id: Id = key("id")
    level: Level = key("tingkat")
    check: Callable[[Agreement, Reference], Iterable[Finding]]
    citations: tuple[Citation, ...] = key("dasar", default=())
