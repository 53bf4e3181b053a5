"""A data pack: what its files say, offered through the same hooks as everybody's.

What stands there has been checked field by field, so the core need not check it again.
"""

from __future__ import annotations

from functools import lru_cache

from kampanye_tui.agreement.rules import build
from kampanye_tui.hookspecs import hookimpl
from kampanye_tui.model.clause import ClauseSet, Overlay
from kampanye_tui.model.election import Contestant, Election
from kampanye_tui.model.legal import LegalBasis
from kampanye_tui.model.party import Stakeholder
from kampanye_tui.model.region import Region
from kampanye_tui.model.rule import Rule
from kampanye_tui.model.template import Template
from kampanye_tui.model.term import Term
from kampanye_tui.plugin.data_files import PackContents, read_contents
from kampanye_tui.plugin.folder import PackFolder
from kampanye_tui.plugin.readings import NOTHING_KEPT, Readings


@lru_cache(maxsize=32)
def read_pack(folder: PackFolder, readings: Readings = NOTHING_KEPT) -> DataPack:
    """Return the plugin object of a pack; the same bytes are read once a process.

    Raises :class:`Refused` with all problems of all files.
    """
    return DataPack(readings.of(PackContents, folder.fingerprint, lambda: read_contents(folder)))


class DataPack:
    """The plugin object of a data pack; once made it does not change."""

    def __init__(self, contents: PackContents) -> None:
        """Offer what the files say; its rules run from now on."""
        self.regions = contents.regions
        self.elections = contents.elections
        self.legal_basis = contents.legal_basis
        self.contestants = contents.contestants
        self.stakeholders = contents.stakeholders
        self.terms = contents.terms
        self.region_words = contents.region_words
        self.clause_sets = contents.clause_sets
        self.overlays = contents.overlays
        self.rules = tuple(build(one.entry, one.file) for one in contents.rules)
        self.templates = contents.templates

    def __dir__(self) -> list[str]:
        """Return the hooks for which there is something, and no other name: pluggy examines each of them."""
        given = {
            "kampanye_regions": self.regions,
            "kampanye_elections": self.elections,
            "kampanye_legal_basis": self.legal_basis,
            "kampanye_contestants": self.contestants,
            "kampanye_stakeholders": self.stakeholders,
            "kampanye_terms": (*self.terms, *self.region_words),
            "kampanye_clause_sets": self.clause_sets,
            "kampanye_clause_overlays": self.overlays,
            "kampanye_rules": self.rules,
            "kampanye_templates": self.templates,
        }
        return [hook for hook, items in given.items() if items]

    def adds(self) -> tuple[str, ...]:
        """Say in words what the pack adds."""
        counts = {
            "wilayah": self.regions,
            "pemilihan": self.elections,
            "dasar hukum": self.legal_basis,
            "peserta": self.contestants,
            "calon pihak": self.stakeholders,
            "istilah": self.terms,
            "istilah daerah": self.region_words,
            "kumpulan klausul": self.clause_sets,
            "penyesuaian klausul": self.overlays,
            "aturan": self.rules,
            "format naskah": self.templates,
        }
        return tuple(f"{len(items)} {name}" for name, items in counts.items() if items)

    @hookimpl
    def kampanye_regions(self) -> tuple[Region, ...]:
        """Offer what the manifest names."""
        return self.regions

    @hookimpl
    def kampanye_elections(self) -> tuple[Election, ...]:
        """Offer what the manifest names."""
        return self.elections

    @hookimpl
    def kampanye_legal_basis(self) -> tuple[LegalBasis, ...]:
        """Offer what the manifest names."""
        return self.legal_basis

    @hookimpl
    def kampanye_contestants(self) -> tuple[Contestant, ...]:
        """Offer what the manifest names; the core keeps those of the election and region."""
        return self.contestants

    @hookimpl
    def kampanye_stakeholders(self) -> tuple[Stakeholder, ...]:
        """Offer what the manifest names; the core keeps those of the kind of region."""
        return self.stakeholders

    @hookimpl
    def kampanye_terms(self, region: Region) -> tuple[Term, ...]:
        """Offer what the manifest names; of one word, that of the region's own row wins."""
        words = {
            name: text
            for row in self.region_words
            if row.code == region.code
            for name, text in row.words.items()
        }
        return (
            *(term for term in self.terms if term.name not in words),
            *(Term(name=name, text=text) for name, text in words.items()),
        )

    @hookimpl
    def kampanye_clause_sets(self) -> tuple[ClauseSet, ...]:
        """Offer what the manifest names."""
        return self.clause_sets

    @hookimpl
    def kampanye_clause_overlays(self) -> tuple[Overlay, ...]:
        """Offer what the manifest names; the core keeps those of the kind of region."""
        return self.overlays

    @hookimpl
    def kampanye_rules(self) -> tuple[Rule, ...]:
        """Offer what the manifest names."""
        return self.rules

    @hookimpl
    def kampanye_templates(self) -> tuple[Template, ...]:
        """Offer what the manifest names."""
        return self.templates
