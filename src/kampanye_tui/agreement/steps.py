"""The next step of the job, in words, and the tab on which it is done.

An agreement, its state and its findings come in, one step goes out. Nothing is stored: the steps that a
ledger records cannot be told yet, so none is claimed as done.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from kampanye_tui.agreement.signing import binding
from kampanye_tui.agreement.words import enumerated
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.event import CopyDeed
from kampanye_tui.model.finding import Finding, Level, Place, Section
from kampanye_tui.model.state import Phase, State

STEPS = (
    "Penyusunan",
    "Pembahasan",
    "Pemeriksaan",
    "Finalisasi",
    "Penandatanganan",
    "Penutupan",
    "Penyerahan",
)
"""The job from the first draft to the last copy handed over."""


class Tab(StrEnum):
    """The tabs of an open agreement, in their order."""

    OCCASION = "Acara"
    CLAUSES = "Klausul"
    PARTIES = "Pihak"
    CHECK = "Pemeriksaan"
    PREVIEW = "Pratinjau"
    EXPORT = "Cetak"
    DAY = "Hari-H"

    @property
    def number(self) -> int:
        """The number before its name, which is also its key unless the user has chosen another."""
        return list(Tab).index(self) + 1

    @property
    def words(self) -> str:
        """Number and name: ``2 Klausul``."""
        return f"{self.number} {self.value}"


_TAB_OF_SECTION = {
    Section.AGREEMENT: Tab.OCCASION,
    Section.OCCASION: Tab.OCCASION,
    Section.PARTIES: Tab.PARTIES,
    Section.CLAUSES: Tab.CLAUSES,
    Section.PACKS: Tab.CHECK,
}
"""What is wrong with packs is mended in their own files, so the finding itself is the place to read."""


class Step(NamedTuple):
    """A step: the how many-th of how many, its name, what is to be done, and on which tab."""

    number: int
    of: int
    name: str
    words: str
    tab: Tab

    def line(self, key: str) -> str:
        """Return the line of every screen: ``Langkah 3 dari 7 — Pemeriksaan: 2 hal wajib; tekan 4``.

        ``key`` opens the tab.
        """
        return f"{self.told}; tekan {key}"

    @property
    def told(self) -> str:
        """The line where there are no keys to press."""
        return f"Langkah {self.number} dari {self.of} — {self.name}: {self.words}"


def next_step(agreement: Agreement, state: State, findings: Iterable[Finding]) -> Step:
    """Return what comes next; ``state`` and ``findings`` are those of this very agreement."""
    if state.phase is Phase.CLOSED:
        waiting = sum(copy.last is None or copy.last.deed is CopyDeed.PRINTED for copy in state.copies)
        words = f"{waiting} salinan belum diserahkan" if waiting else "semua salinan sudah diserahkan"
        return _step("Penyerahan", words, Tab.EXPORT)
    if state.phase is Phase.FINAL:
        unasked = sum(seat.open for seat in binding(state.seats))
        if unasked:
            told = f"{unasked} penanda tangan belum mempunyai hasil"
            return _step("Penandatanganan", told, Tab.DAY)
        return _step(
            "Penutupan", "semua penanda tangan mempunyai hasil; tutup penandatanganannya", Tab.EXPORT
        )
    occasion = agreement.occasion
    missing = [name for name, value in (("tanggal", occasion.day), ("tempat", occasion.place)) if not value]
    if missing:
        return _step("Penyusunan", f"{enumerated(missing)} acara belum diisi", Tab.OCCASION)
    if not agreement.clauses:
        return _step("Penyusunan", "naskah belum berisi klausul", Tab.CLAUSES)
    required = sum(finding.level is Level.REQUIRED for finding in findings)
    if required:
        return _step("Pemeriksaan", f"{required} hal wajib diperbaiki", Tab.CHECK)
    return _step("Finalisasi", "siap difinalkan", Tab.DAY)


def tab_of(place: Place) -> Tab:
    """Return the tab that has the field a finding points at."""
    return _TAB_OF_SECTION[place.section]


def _step(name: str, words: str, tab: Tab) -> Step:
    return Step(STEPS.index(name) + 1, len(STEPS), name, words, tab)
