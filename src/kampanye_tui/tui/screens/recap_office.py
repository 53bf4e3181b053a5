"""One office in a recap: its pihak with their outcomes and salinan, and what became of the clauses.

Its folder is read again when it is opened, in a thread: what the recap keeps are figures.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar

from kampanye_tui.agreement.recap_parties import PartyHere, parties_here, party_history
from kampanye_tui.agreement.state import state
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.recap import OfficeSummary, Trouble
from kampanye_tui.tui.actions import Group
from kampanye_tui.tui.background import in_background
from kampanye_tui.tui.faults import sentence
from kampanye_tui.tui.perform import bound
from kampanye_tui.tui.reader import RULE
from kampanye_tui.tui.reading import Paragraph, Reading
from kampanye_tui.tui.recap_level import Column, Listed, RecapLevel
from kampanye_tui.tui.screens.recap_words import (
    Line,
    about_party,
    chain_words,
    clause_words,
    seat_person,
    signed,
    silence_words,
)

if TYPE_CHECKING:
    from kampanye_tui.recap import Found
    from kampanye_tui.tui.recap_source import RecapSource


class RecapOffice(RecapLevel):
    """The pihak of the agreement that a recap calls ``place``."""

    groups = (Group.RECAP, Group.RECAP_OFFICE)
    BINDINGS: ClassVar = bound(*groups)
    columns = (
        Column("No", 2, right=True),
        Column("Pihak"),
        Column("Penanda tangan", 34, wide=True),
        Column("Hasil", 27),
        Column("Salinan", 14),
    )

    def __init__(self, source: RecapSource, place: str) -> None:
        super().__init__(source)
        self.place = place
        self.found: Found | None = None
        self.parties: tuple[PartyHere, ...] = ()
        self.fault = ""
        """Why it cannot be shown."""

    def on_mount(self) -> None:
        """Read the folder behind the first frame."""
        super().on_mount()
        self.renew()

    def renew(self) -> None:
        """Read the folder of this office."""
        in_background(self, self._read, self._take)

    def _read(self) -> Found | str:
        from kampanye_tui.recap import found_again

        try:
            return found_again(self.source.asked.places, self.place)
        except Exception as error:  # noqa: BLE001 - a thread's error reaches nobody unless it is handed on
            return sentence(error)

    def _take(self, came: Found | str) -> None:
        self.parties = ()
        if isinstance(came, str):
            self.found, self.fault = None, came
        else:
            self.found = came
            self.fault = came.told.reason if isinstance(came.told, Trouble) else ""
            if self.agreement is not None:
                self.parties = parties_here(self.agreement, state(self.agreement, came.verified.events))
        self.relist()

    @property
    def summary(self) -> OfficeSummary | None:
        """The figures of the office; None while they are not known, or where something is broken."""
        told = self.found.told if self.found else None
        return told if isinstance(told, OfficeSummary) else None

    @property
    def agreement(self) -> Agreement | None:
        """The text of the office, where all of it holds."""
        return self.found.verified.text if self.found and self.summary else None

    def heading(self) -> tuple[str, str]:
        """Return the office, and how far it is."""
        one = self.summary
        if one is None:
            return "Rekap kantor", ""
        silence = silence_words(one, self.source.asked.day)
        return f"{one.region} {one.name} · {one.stage.words}", f"ttd {signed(one.tally)} · {silence}"

    def nothing(self) -> str:
        """Return why no pihak are shown."""
        return "Kiriman kantor ini tidak dapat dihitung:" if self.fault else "Membaca kiriman kantor ini…"

    def without_rows(self) -> Sequence[Line]:
        """Return the reason in full."""
        return ((self.fault, "bad"),) if self.fault and not self.words else ()

    def listed(self) -> Iterator[Listed]:
        """Yield the pihak."""
        for one in self.parties:
            copy = one.copy.told if one.copy else "–"
            number = str(one.number or "")
            names = "; ".join(map(seat_person, one.seats))
            yield Listed(one.id, (number, one.called, names, one.outcome, copy), found_by=names)

    def about(self, row_id: str) -> tuple[str, Sequence[Line]]:
        """Return what is known of a pihak, and below it the figures of the office."""
        one, agreement = self._party(row_id), self.agreement
        if one is None or agreement is None or self.summary is None:
            return "", ()
        of_office = ((clause_words(self.summary.tally), "quiet"), (chain_words(self.summary), "quiet"))
        return one.called, (*about_party(one, agreement), *of_office)

    def _party(self, row_id: str) -> PartyHere | None:
        return next((one for one in self.parties if one.id == row_id), None)

    def do_open(self) -> None:
        """Show everything that is known of the pihak that is pointed at."""
        party, agreement, found = self._party(self.pointed), self.agreement, self.found
        if party is None or agreement is None or found is None:
            return
        history = tuple(party_history(agreement, found.verified.events, party.id))
        paragraphs = (
            *(Paragraph(text, hang=2) for text, _look in about_party(party, agreement)),
            Paragraph("Yang tercatat", RULE),
            *(Paragraph(line, hang=18) for line in history or ("Belum ada yang tercatat.",)),
        )
        self.app.push_screen(Reading(party.called, f"{agreement.office.name}", paragraphs))

    def why_off(self, action_id: str) -> str:
        """Say that nothing is known of its clauses."""
        if action_id == "rekap.klausul" and self.summary is None:
            return self.fault or "Kiriman kantor ini sedang dibaca."
        return super().why_off(action_id)

    def do_clauses(self) -> None:
        """Show which clauses the office took, changed, dropped and added."""
        from kampanye_tui.tui.screens.recap_clauses import clause_paragraphs

        if self.summary is not None and self.agreement is not None:
            about = clause_words(self.summary.tally)
            paragraphs = clause_paragraphs(self.summary, self.agreement)
            self.app.push_screen(Reading(f"Klausul {self.summary.office}", about, paragraphs))
