"""A data pack: TOML, CSV and Markdown → values, offered through the same hooks as everybody's.

All files are read when the pack is loaded, and all their problems are told together. What is read here has
been checked field by field, so the core need not check it again.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple, TypeVar

from kampanye_tui.agreement.placeholders import Kind, found
from kampanye_tui.agreement.rules import build
from kampanye_tui.document.template_check import check_template
from kampanye_tui.document.template_file import read_template
from kampanye_tui.hookspecs import hookimpl
from kampanye_tui.model.clause import Clause, ClauseSet, Overlay, Replacement
from kampanye_tui.model.election import Contestant, Election, ElectionKind
from kampanye_tui.model.legal import LegalBasis
from kampanye_tui.model.messages import nearest, stray_brace
from kampanye_tui.model.occasion import AgreementKind
from kampanye_tui.model.party import Stakeholder
from kampanye_tui.model.problem import Problem, Refused, Step
from kampanye_tui.model.reading import read
from kampanye_tui.model.region import Region
from kampanye_tui.model.rows import read_rows
from kampanye_tui.model.rule import Rule, RuleEntry
from kampanye_tui.model.template import Template
from kampanye_tui.model.term import Term
from kampanye_tui.model.text import Id, Line, Placeholder, RegionCode
from kampanye_tui.model.value import Value, key
from kampanye_tui.plugin.folder import PackFolder

T = TypeVar("T")


class ElectionsFile(Value, frozen=True, kw_only=True):
    """A file of elections."""

    elections: tuple[Election, ...] = key("pemilu")


class TermsFile(Value, frozen=True, kw_only=True):
    """A file of terms."""

    terms: tuple[Term, ...] = key("istilah")


class StakeholdersFile(Value, frozen=True, kw_only=True):
    """A file of institutions."""

    stakeholders: tuple[Stakeholder, ...] = key("pihak")


class RulesFile(Value, frozen=True, kw_only=True):
    """A file of rules."""

    rules: tuple[RuleEntry, ...] = key("aturan")


class RegionWords(Value, frozen=True, kw_only=True):
    """A row of the table ``daerah``: the words of one region; ``name`` is for readers only."""

    code: RegionCode = key("kode")
    name: Line = key("nama", default="")
    words: dict[Placeholder, Line] = key("istilah", default_factory=dict)


class SetHead(Value, frozen=True, kw_only=True):
    """The table ``[kumpulan]`` of a clause set."""

    id: Id = key("id")
    title: Line = key("judul")
    elections: tuple[ElectionKind, ...] = key("pemilu", default=())
    kinds: tuple[AgreementKind, ...] = key("jenis", default=())
    order: tuple[Id, ...] = key("urutan", default=())
    """Ids of clauses in any file of the pack; absent, the set is the clauses of its own file."""


class ClauseFile(Value, frozen=True, kw_only=True):
    """A file of clauses: a set, or clauses for the sets of other files."""

    head: SetHead | None = key("kumpulan", default=None)
    clauses: tuple[Clause, ...] = key("klausul", default=())


class _Clauses(NamedTuple):
    """What one file of clauses held."""

    file: str
    head: SetHead | None
    clauses: tuple[Clause, ...]


@lru_cache(maxsize=32)
def read_pack(folder: PackFolder) -> DataPack:
    """Return the plugin object of a pack; the same bytes are read once a process. Raises as it does."""
    return DataPack(folder)


class DataPack:
    """The plugin object of a data pack; once made it does not change."""

    def __init__(self, folder: PackFolder) -> None:
        """Read every file that the manifest names; raises :class:`Refused` with all problems."""
        self._folder = folder
        self._problems: list[Problem] = []
        contents = folder.manifest.contents
        self.regions = self._gathered(contents.regions, lambda data, file: read_rows(Region, data, file))
        self.elections = self._gathered(
            contents.elections, lambda data, file: read(ElectionsFile, data, file).elections
        )
        self.legal_basis = self._gathered(
            contents.legal_basis, lambda data, file: read_rows(LegalBasis, data, file)
        )
        self.contestants = self._gathered(
            contents.contestants, lambda data, file: read_rows(Contestant, data, file)
        )
        self.stakeholders = self._gathered(
            contents.stakeholders, lambda data, file: read(StakeholdersFile, data, file).stakeholders
        )
        self.terms = self._gathered(contents.terms, lambda data, file: read(TermsFile, data, file).terms)
        self.region_words = self._gathered(
            contents.region_words, lambda data, file: read_rows(RegionWords, data, file, "istilah")
        )
        self.clause_sets = self._sets(self._gathered(contents.clause_sets, _clauses))
        self.overlays = self._gathered(contents.overlays, _overlay)
        self.rules = self._gathered(contents.rules, _rules)
        self.templates = self._gathered(contents.templates, _template)
        self._unique("kumpulan klausul", [made.id for made in self.clause_sets])
        self._unique("format naskah", [made.front.id for made in self.templates])
        self._unique("aturan", [made.id for made in self.rules])
        if self._problems:
            raise Refused(self._problems)

    def _sets(self, files: tuple[_Clauses, ...]) -> tuple[ClauseSet, ...]:
        """Return the sets of the pack, each with the clauses it names."""
        known = {clause.id: clause for one in files for clause in one.clauses}
        self._unique("klausul", [clause.id for one in files for clause in one.clauses])
        made = []
        for file, head, own in files:
            if head is None:
                continue
            for number, clause_id in enumerate(head.order, 1):
                if clause_id not in known:
                    self._problems.append(
                        Problem(
                            what=f'butir ke-{number}: klausul "{clause_id}" tidak ada di dalam paket ini',
                            hint=nearest(clause_id, known),
                            file=file,
                            steps=(Step("kumpulan"),),
                            key="urutan",
                        )
                    )
            for twice in dict.fromkeys(one for one in head.order if head.order.count(one) > 1):
                self._problems.append(
                    Problem(
                        what=f'klausul "{twice}" disebut lebih dari satu kali',
                        hint="Sebutkan satu kali saja",
                        file=file,
                        steps=(Step("kumpulan"),),
                        key="urutan",
                    )
                )
            ordered = tuple(known[one] for one in head.order if one in known)
            made.append(
                ClauseSet(
                    id=head.id,
                    title=head.title,
                    elections=head.elections,
                    kinds=head.kinds,
                    clauses=ordered or own,
                )
            )
        return tuple(made)

    def _unique(self, what: str, ids: list[str]) -> None:
        self._problems += [
            Problem(
                what=f'{what} "{twice}" ada lebih dari satu kali di dalam paket ini',
                hint="Setiap id hanya boleh dipakai satu kali",
                file=self._folder.path.name,
            )
            for twice in dict.fromkeys(one for one in ids if ids.count(one) > 1)
        ]

    def _gathered(
        self, patterns: tuple[str, ...], reader: Callable[[bytes, str], tuple[T, ...]]
    ) -> tuple[T, ...]:
        made: list[T] = []
        for pattern in patterns:
            try:
                names = self._folder.named(pattern)
            except Refused as refused:
                self._problems += refused.problems
                continue
            for name in names:
                try:
                    made += reader(self._folder.files[name], self._folder.label(name))
                except Refused as refused:
                    self._problems += refused.problems
        return tuple(made)

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


def _clauses(data: bytes, file: str) -> tuple[_Clauses, ...]:
    read_file = read(ClauseFile, data, file)
    _no_stray_braces(read_file.clauses, "klausul", file)
    return (_Clauses(file, read_file.head, read_file.clauses),)


def _overlay(data: bytes, file: str) -> tuple[Overlay, ...]:
    overlay = read(Overlay, data, file)
    _no_stray_braces(overlay.additions, "tambah", file)
    _no_stray_braces(overlay.replacements, "ganti", file)
    return (overlay,)


def _rules(data: bytes, file: str) -> tuple[Rule, ...]:
    made: list[Rule] = []
    problems: list[Problem] = []
    for number, entry in enumerate(read(RulesFile, data, file).rules, 1):
        try:
            made.append(build(entry, file, (Step("aturan", number, entry.id),)))
        except Refused as refused:
            problems += refused.problems
    if problems:
        raise Refused(problems)
    return tuple(made)


def _template(data: bytes, file: str) -> tuple[Template, ...]:
    template = read_template(data, file)
    check_template(template)
    return (template,)


def _no_stray_braces(clauses: tuple[Clause | Replacement, ...], table: str, file: str) -> None:
    problems = [
        Problem(
            what=stray_brace(stray)[0],
            hint=stray_brace(stray)[1],
            file=file,
            steps=(Step(table, number, clause.id),),
            key="teks",
        )
        for number, clause in enumerate(clauses, 1)
        for stray in found(clause.text or "", Kind.STRAY)
    ]
    if problems:
        raise Refused(problems)
