"""What a pack says of itself so that it can be tried: an office, and what its first draft holds there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kampanye_tui.model.office import ClauseChoice
from kampanye_tui.model.text import Id, Line, PackAddress, Placeholder, RegionCode
from kampanye_tui.model.value import Value, key


class PackCase(Value, frozen=True, kw_only=True):
    """A row ``[[kasus]]`` of a file that the manifest names under ``uji``.

    The first four fields say which office signs what: region, election, day of signing (absent is a day not
    yet known) and set of clauses. The others are what is expected of its first draft. ``words`` and
    ``no_words`` are looked for in the paper ``template`` as plain text, its lines joined by spaces.
    """

    name: Line = key("nama")
    region: RegionCode = key("wilayah")
    election: Id = key("pemilu")
    day: date | None = key("tanggal", default=None)
    clause_set: PackAddress = key("kumpulan", default=ClauseChoice().clause_set)
    template: Line = key("templat", default="naskah")
    order: tuple[Id, ...] = key("urutan", default=())
    """Clauses that stand in this order; others may stand between them."""
    clauses: tuple[Id, ...] = key("memuat_klausul", default=())
    no_clauses: tuple[Id, ...] = key("tanpa_klausul", default=())
    words: tuple[Line, ...] = key("teks_memuat", default=())
    no_words: tuple[Line, ...] = key("tanpa_teks", default=())
    terms: dict[Placeholder, Line] = key("istilah", default_factory=dict)
    parties: tuple[Id, ...] = key("pihak", default=())
    no_parties: tuple[Id, ...] = key("tanpa_pihak", default=())
    findings: tuple[Id, ...] = key("catatan", default=())
    """Ids of rules that find something."""
    no_findings: tuple[Id, ...] = key("tanpa_catatan", default=())

    def faults(self) -> Iterator[tuple[str, str, str]]:
        """Refuse a case that expects nothing: it would pass whatever the pack does."""
        clauses = (self.order, self.clauses, self.no_clauses)
        others = (self.words, self.no_words, self.parties, self.no_parties, self.findings, self.no_findings)
        if not any((*clauses, *others, self.terms)):
            hint = 'Tambahkan misalnya memuat_klausul = ["…"] atau teks_memuat = ["…"]'
            yield "", "kasus ini tidak memeriksa apa pun", hint
