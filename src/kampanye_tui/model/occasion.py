"""What kind of paper is agreed on, how it is numbered, and the day and place of its signing."""

from __future__ import annotations

from datetime import date, time
from enum import StrEnum

from kampanye_tui.model.text import Line
from kampanye_tui.model.value import Value, key


class AgreementKind(StrEnum):
    """What the paper is; it sets the title and what the text calls itself."""

    UNDERSTANDING = "nota-kesepahaman"
    JOINT_AGREEMENT = "kesepakatan-bersama"
    MINUTES_OF_AGREEMENT = "berita-acara-kesepakatan"
    DECLARATION = "deklarasi"

    @property
    def called(self) -> str:
        """What a text of this kind calls itself: ``Nota Kesepahaman``."""
        return self.value.replace("-", " ").title()


class Style(StrEnum):
    """How clauses are numbered: Pasal with ayat and huruf, or 1, a, 1)."""

    ARTICLES = "pasal"
    NUMBERS = "angka"

    @property
    def words(self) -> str:
        """What an operator chooses by."""
        return {"pasal": "Pasal, ayat, huruf", "angka": "Angka 1, a, 1)"}[self.value]


class Occasion(Value, frozen=True, kw_only=True):
    """The signing (``acara``). What is not known yet prints as a dotted line."""

    day: date | None = key("tanggal", default=None)
    start: time | None = key("mulai", default=None)
    end: time | None = key("selesai", default=None)
    place: Line = key("tempat", default="")
    city: Line = key("kota", default="")
