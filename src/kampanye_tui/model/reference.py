"""What holds in a region for an election on the day of signing, composed from packs and frozen."""

from __future__ import annotations

from kampanye_tui.model.election import Contestant, Election
from kampanye_tui.model.legal import LegalBasis
from kampanye_tui.model.party import Stakeholder
from kampanye_tui.model.region import Region
from kampanye_tui.model.term import Term
from kampanye_tui.model.text import Id, Line
from kampanye_tui.model.value import Value, key


class Conflict(Value, frozen=True, kw_only=True):
    """Something two packs, or a pack and a lock, disagree about; the operator decides.

    ``subject`` says what it is about, such as ``klausul "apk"``; neither side was applied.
    """

    subject: Line = key("tentang")
    packs: tuple[Id, ...] = key("paket")
    what: Line = key("masalah")


class Reference(Value, frozen=True, kw_only=True):
    """Region, election, contestants, stakeholders, legal basis and terms; what rules check against."""

    region: Region = key("wilayah")
    election: Election = key("pemilu")
    contestants: tuple[Contestant, ...] = key("peserta", default=())
    stakeholders: tuple[Stakeholder, ...] = key("calon_pihak", default=())
    legal_basis: tuple[LegalBasis, ...] = key("dasar_hukum", default=())
    terms: tuple[Term, ...] = key("istilah", default=())
    conflicts: tuple[Conflict, ...] = key("benturan", default=())

    def law(self, law_id: str) -> LegalBasis | None:
        """Return the law of that id."""
        return next((law for law in self.legal_basis if law.id == law_id), None)
