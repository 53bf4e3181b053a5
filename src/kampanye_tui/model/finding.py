"""What a check found (``catatan pemeriksaan``), where, and how it could be mended."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING

from kampanye_tui.model.legal import Citation
from kampanye_tui.model.value import Value, key

if TYPE_CHECKING:
    from kampanye_tui.model.agreement import Agreement


class Level(StrEnum):
    """How much a finding weighs. Only ``wajib`` stands in the way of a final text."""

    REQUIRED = "wajib"
    ATTENTION = "perhatian"
    SUGGESTION = "saran"

    @property
    def heading(self) -> str:
        """The heading above findings of this level."""
        return {
            "wajib": "Wajib diperbaiki",
            "perhatian": "Perlu perhatian",
            "saran": "Saran",
        }[self.value]


class Section(StrEnum):
    """The parts of an agreement that a finding can point at; the screens have the same names."""

    AGREEMENT = "naskah"
    OCCASION = "acara"
    PARTIES = "pihak"
    CLAUSES = "klausul"
    PACKS = "paket"


class Place(Value, frozen=True, kw_only=True):
    """Where a finding is: a section, in it an id, in that a key."""

    section: Section = key("bagian")
    id: str = key("id", default="")
    field: str = key("kunci", default="")


class Fix(Value, frozen=True, kw_only=True):
    """A mend: ``apply`` is a pure function; a ``safe`` one changes nothing that somebody chose."""

    label: str = key("perbaikan")
    apply: Callable[[Agreement], Agreement]
    safe: bool = key("aman", default=False)


class Finding(Value, frozen=True, kw_only=True):
    """One finding of one rule."""

    rule: str = key("aturan")
    level: Level = key("tingkat")
    message: str = key("pesan")
    place: Place = key("tempat")
    citations: tuple[Citation, ...] = key("dasar", default=())
    fix: Fix | None = key("perbaikan", default=None)

    @property
    def rule_words(self) -> str:
        """The rule as people read it: ``dasar dari ingatan``."""
        return self.rule.replace("-", " ")
