"""A small office with an agreement that was signed, kept as an office keeps it, and papers made from it."""

from __future__ import annotations

from typing import Any

from kampanye_tui.agreement.chain import Book, added, beginning
from kampanye_tui.agreement.copying import handled
from kampanye_tui.agreement.state import state
from kampanye_tui.agreement.verification import Kept, Verified, verified
from kampanye_tui.document.build import build
from kampanye_tui.export import Maker
from kampanye_tui.model.agreement import Agreement, CopyForm, CopyPlan
from kampanye_tui.model.event import AnyEvent, CopyDeed
from kampanye_tui.model.writing import write
from kampanye_tui.plugin.library import Library
from tests.unit.agreement.making import changed
from tests.unit.document.signing_day import Day, at, small
from tests.unit.formats.papers import pdf


class Office:
    """An agreement of four clauses, its ledger as verified, papers made from it or from a forgery."""

    def __init__(self, agreement: Agreement, library: Library) -> None:
        self.library = library
        self.agreement = changed(small(agreement), clauses=agreement.clauses[:4])
        self.day = Day(self.agreement).whole()
        self.revisions = {1: write(self.agreement)}
        self.evidence: dict[str, str] = {}
        self.found = self.verified()
        self.state = state(self.agreement, self.day.events, self.found.heads[-1])

    def verified(self) -> Verified:
        """Return what is kept, as found."""
        owner = self.agreement.id
        kept = Kept(owner, f"naskah/{owner}", write(self.agreement), self.ledger(), self.revisions)
        return verified(kept._replace(evidence=self.evidence))

    def ledger(self) -> bytes:
        """Return the bytes of the ledger."""
        return added(Book((), beginning(self.agreement.id)), self.day.events)[0]

    def maker(self) -> Maker:
        """Return what papers of the office are made with."""
        return Maker(self.agreement, self.state, self.library)

    def add(self, event: AnyEvent) -> None:
        """Record something more."""
        self.day.add(event)
        self.found = self.verified()

    def revise(self) -> None:
        """Make another text final, as a second revision."""
        self.agreement = changed(self.agreement, revision=2, topic="Kampanye Damai dan Jujur")
        self.revisions[2] = write(self.agreement)
        self.day.agreement = self.agreement
        self.day.final()
        self.found = self.verified()

    def spoil(self, number: int) -> None:
        """Record that a salinan was spoiled."""
        said = {"occurred": at(12, 0), "recorded": at(12, 0), "operator": "ani"}
        deed = CopyDeed.SPOILED
        self.day.add(
            handled(self.agreement, self.day.events, deed, CopyForm.COPY, number, reason="tersobek", **said)
        )
        self.found = self.verified()

    def copy(
        self,
        forged: Agreement | None = None,
        number: int = 1,
        holder: str = "partai-anggrek",
        **said: Any,
    ) -> bytes:
        """Return a salinan as PDF; a forgery carries the codes of the honest text."""
        plan = CopyPlan(number=number, form=CopyForm.COPY, holder=holder)
        return self.paper("salinan-peserta", forged, plan, **said)

    def paper(
        self, name: str, forged: Agreement | None = None, copy: CopyPlan | None = None, **said: Any
    ) -> bytes:
        """Return a paper as PDF; ``said`` is what its foot says otherwise than the state does."""
        made = build(
            self.library.template(name),
            forged or self.agreement,
            changed(self.state, **said),
            copy=copy,
            templates=self.library.templates,
        )
        return pdf(made)
