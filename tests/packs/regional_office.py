"""An office that only says where it is and when it signs, with every pack of this repository."""

from __future__ import annotations

from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from kampanye_tui.agreement.checks import run
from kampanye_tui.agreement.compose import compose
from kampanye_tui.agreement.state import state
from kampanye_tui.agreement.vocabulary import of_reference
from kampanye_tui.document.build import build
from kampanye_tui.model.agreement import AgreedClause, Agreement
from kampanye_tui.model.document import Document
from kampanye_tui.model.export_format import ExportOptions
from kampanye_tui.model.finding import Finding
from kampanye_tui.model.occasion import Occasion
from kampanye_tui.model.office import (
    AgreementChoice,
    ClauseChoice,
    Configuration,
    ElectionChoice,
    Office,
)
from kampanye_tui.model.party import Party
from kampanye_tui.model.reading import read
from kampanye_tui.plugin.library import Library, open_library

ROOT = Path(__file__).parent.parent.parent
PACKS = read(Configuration, (ROOT / "sample_config.toml").read_bytes(), "sample_config.toml").packs
"""All of plugins/, with the code among them accepted as the sample accepts it."""
DAYS = {"pemilu-2024": date(2023, 11, 28), "pilkada-2024": date(2024, 9, 25)}
"""Election → the first day of its campaign."""


class RegionalOffice(NamedTuple):
    """What an office works with, and its first draft."""

    library: Library
    agreement: Agreement

    def word(self, name: str) -> str:
        """Return what a placeholder stands for here."""
        return of_reference(self.library.reference)[name]

    def party(self, party_id: str) -> Party:
        """Return a pihak of the draft."""
        return next(one for one in self.agreement.parties if one.id == party_id)

    def parties(self) -> set[str]:
        """Return the ids of the pihak of the draft."""
        return {one.id for one in self.agreement.parties}

    def clause(self, clause_id: str) -> AgreedClause:
        """Return a clause of the draft."""
        return next(one for one in self.agreement.clauses if one.id == clause_id)

    def clauses(self) -> list[str]:
        """Return the ids of the clauses of the draft, in order."""
        return [one.id for one in self.agreement.clauses]

    def findings(self) -> tuple[Finding, ...]:
        """Return what the check says of the draft."""
        return run(self.agreement, self.library.reference, self.library.rules)

    def document(self, template: str = "naskah") -> Document:
        """Return a paper."""
        return build(
            self.library.template(template),
            self.agreement,
            state(self.agreement),
            templates=self.library.templates,
        )

    def text(self, template: str = "naskah") -> str:
        """Return a paper as plain text, its lines joined so that a sentence can be looked for."""
        stream = BytesIO()
        self.library.format("teks").write(self.document(template), stream, ExportOptions())
        return " ".join(stream.getvalue().decode().split())

    def pages(self, template: str = "naskah") -> int:
        """Return how many pages a paper has as PDF."""
        return self.library.format("pdf").write(self.document(template), BytesIO(), ExportOptions()) or 0


def first_draft(region: str, election: str, day: date, clause_set: str) -> RegionalOffice:
    """Return an office that signs on ``day``."""
    library = open_library(PACKS, ROOT, region, election, day, "kampanye.toml")
    configuration = Configuration(
        office=Office(region=region),
        election=ElectionChoice(id=election),
        agreement=AgreementChoice(id="damai"),
        occasion=Occasion(day=day),
        clauses=ClauseChoice(clause_set=clause_set),
        packs=PACKS,
    )
    offered = library.clause_set(clause_set)
    return RegionalOffice(library, compose(configuration, library.reference, offered, library.host.packs()))


@cache
def regional_office(
    region: str,
    election: str = "pemilu-2024",
    day: date | None = None,
    clause_set: str = "nasional/ringkas",
) -> RegionalOffice:
    """Return an office that signs on ``day``, or on the first day of the campaign; the same one each time."""
    return first_draft(region, election, day or DAYS[election], clause_set)
