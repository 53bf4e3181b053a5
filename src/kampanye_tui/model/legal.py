"""Laws, regulations and decisions, and citations of them at the level of an article."""

from __future__ import annotations

from datetime import date

from kampanye_tui.model.election import ElectionKind
from kampanye_tui.model.evidence import Evidence
from kampanye_tui.model.text import Id, Line
from kampanye_tui.model.value import Value, key


class LegalBasis(Value, frozen=True, kw_only=True):
    """A law, regulation or court decision.

    ``in_force`` and ``until`` (its last day) are set only where a source says so; an unknown date stays
    unknown and is shown as "belum diperiksa". ``elections`` is empty when it holds for every election.
    """

    id: Id = key("id")
    kind: Line = key("jenis")
    number: Line = key("nomor")
    year: int = key("tahun")
    title: Line = key("judul")
    enacted: date | None = key("ditetapkan", default=None)
    in_force: date | None = key("berlaku_sejak", default=None)
    until: date | None = key("berlaku_sampai", default=None)
    amended_by: tuple[Id, ...] = key("diubah_dengan", default=())
    gazette: Line = key("lembaran", default="")
    elections: tuple[ElectionKind, ...] = key("pemilu", default=())
    evidence: Evidence = key("bukti", default=Evidence.MEMORY)
    evidence_note: Line = key("catatan_bukti", default="")
    note: Line = key("catatan", default="")
    source: Line = key("sumber", default="")


class Citation(Value, frozen=True, kw_only=True):
    """One article of a law, as a clause or a rule cites it.

    ``evidence`` says whether the content of that article was seen in a public source.
    """

    law: Id = key("sumber")
    article: Line = key("pasal")
    evidence: Evidence = key("bukti", default=Evidence.MEMORY)
