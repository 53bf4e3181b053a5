"""The next step of the job, in words, and the tab on which it is done.

An agreement, its state and its findings come in, one step goes out. Nothing is stored, and what may be left
out, such as responses, is named but never demanded.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import NamedTuple

from kampanye_tui.agreement.response_matrix import missing, open_objections
from kampanye_tui.agreement.seating import binding
from kampanye_tui.agreement.words import enumerated
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.event import CopyDeed, Outcome
from kampanye_tui.model.finding import Finding, Level, Place, Section
from kampanye_tui.model.state import Phase, State

STEPS = (
    "Penyusunan",
    "Pemeriksaan",
    "Pembahasan",
    "Finalisasi",
    "Penandatanganan",
    "Penutupan",
    "Penyerahan",
)
"""The job from the first draft to the last copy handed over."""


class Tab(StrEnum):
    """The tabs of an open agreement and the screens behind them, in the order of their numbers."""

    OCCASION = "Acara"
    CLAUSES = "Klausul"
    PARTIES = "Pihak"
    CHECK = "Pemeriksaan"
    PREVIEW = "Pratinjau"
    EXPORT = "Cetak"
    DAY = "Hari-H"
    DISCUSSION = "Pembahasan"
    COPIES = "Salinan"

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
    """A step: the how many-th of how many, its name, what is to be done, and on which tab.

    ``instead`` is what may be done before, with its tab, where both are open.
    """

    number: int
    of: int
    name: str
    words: str
    tab: Tab
    instead: tuple[Tab, str] | None = None

    def line(self, key: Callable[[Tab], str]) -> str:
        """Return the line of every screen: ``Langkah 2 dari 7 — Pemeriksaan: 2 hal wajib; tekan 4``.

        ``key`` returns what opens a tab.
        """
        other = f", atau {key(self.instead[0])} {self.instead[1]}" if self.instead else ""
        return f"{self.told}; tekan {key(self.tab)}{other}"

    @property
    def told(self) -> str:
        """The line where there are no keys to press."""
        return f"Langkah {self.number} dari {self.of} — {self.name}: {self.words}"


def next_step(agreement: Agreement, state: State, findings: Iterable[Finding]) -> Step:
    """Return what comes next; ``state`` and ``findings`` are those of this very agreement."""
    match state.phase:
        case Phase.CLOSED:
            return _after_closing(state)
        case Phase.FINAL:
            return _signing(state)
        case Phase.DRAFT:
            return _drafting(agreement, state, findings)


def _drafting(agreement: Agreement, state: State, findings: Iterable[Finding]) -> Step:
    occasion = agreement.occasion
    empty = [name for name, value in (("tanggal", occasion.day), ("tempat", occasion.place)) if not value]
    if empty:
        return _step("Penyusunan", f"{enumerated(empty)} acara belum diisi", Tab.OCCASION)
    if not agreement.clauses:
        return _step("Penyusunan", "naskah belum berisi klausul", Tab.CLAUSES)
    required = sum(finding.level is Level.REQUIRED for finding in findings)
    if required:
        return _step("Pemeriksaan", f"{required} hal wajib diperbaiki", Tab.CHECK)
    if not state.answers:
        ready = _step("Finalisasi", "siap difinalkan", Tab.DAY)
        return ready._replace(instead=(Tab.DISCUSSION, "untuk membahas"))
    objections = len(open_objections(agreement, state.answers))
    waiting = len(missing(agreement, state.answers))
    words = [f"{objections} keberatan terbuka"] if objections else []
    words += [f"{waiting} pihak belum menanggapi"] if waiting else []
    if words:
        return _step("Pembahasan", ", ".join(words), Tab.DISCUSSION)
    return _step("Finalisasi", "siap difinalkan", Tab.DAY)


def _signing(state: State) -> Step:
    unasked = sum(seat.open for seat in binding(state.seats))
    if unasked:
        return _step("Penandatanganan", f"meja menunggu {unasked} penanda tangan", Tab.DAY)
    return _step("Penutupan", "semua mempunyai hasil; tutup di meja", Tab.DAY)


def _after_closing(state: State) -> Step:
    deeds = [copy.last.deed if copy.last else None for copy in state.copies if not copy.outdated]
    for words, open_ones in (
        ("asli dan salinan belum dicetak", (None,)),
        ("asli dan salinan belum diserahkan", (CopyDeed.PRINTED, CopyDeed.RETURNED)),
        ("asli dan salinan menunggu tanda terima", (CopyDeed.HANDED_OVER,)),
    ):
        count = sum(deed in open_ones for deed in deeds)
        if count:
            return _step("Penyerahan", f"{count} {words}", Tab.COPIES)
    later = sum(seat.outcome is Outcome.LATER for seat in state.seats)
    if later:
        return _step("Penandatanganan", f"{later} penanda tangan masih menyusul", Tab.DAY)
    return _step("Penyerahan", "semua asli dan salinan sudah diterima", Tab.COPIES)


def tab_of(place: Place) -> Tab:
    """Return the tab that has the field a finding points at."""
    return _TAB_OF_SECTION[place.section]


def _step(name: str, words: str, tab: Tab) -> Step:
    return Step(STEPS.index(name) + 1, len(STEPS), name, words, tab)
