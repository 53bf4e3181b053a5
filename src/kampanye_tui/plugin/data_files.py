"""The files of a data pack: TOML, CSV and Markdown → values, with all problems of all files told together."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, TypeVar

from kampanye_tui.agreement.placeholders import Kind, found
from kampanye_tui.agreement.rules import build
from kampanye_tui.document.template_check import check_template
from kampanye_tui.document.template_file import read_template
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
from kampanye_tui.model.rule import RuleEntry
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


class FiledRule(Value, frozen=True, kw_only=True):
    """A row of a file of rules, and the file."""

    entry: RuleEntry
    file: str


class PackContents(Value, frozen=True, kw_only=True):
    """All that the files of a pack say, checked field by field."""

    regions: tuple[Region, ...] = ()
    elections: tuple[Election, ...] = ()
    legal_basis: tuple[LegalBasis, ...] = ()
    contestants: tuple[Contestant, ...] = ()
    stakeholders: tuple[Stakeholder, ...] = ()
    terms: tuple[Term, ...] = ()
    region_words: tuple[RegionWords, ...] = ()
    clause_sets: tuple[ClauseSet, ...] = ()
    overlays: tuple[Overlay, ...] = ()
    rules: tuple[FiledRule, ...] = ()
    templates: tuple[Template, ...] = ()


class _Clauses(NamedTuple):
    """What one file of clauses held."""

    file: str
    head: SetHead | None
    clauses: tuple[Clause, ...]


def read_contents(folder: PackFolder) -> PackContents:
    """Read every file that the manifest of a pack names; raises :class:`Refused` with all problems."""
    return _Reader(folder).contents()


class _Reader:
    """Reads the files of one pack, and collects what is wrong with them."""

    def __init__(self, folder: PackFolder) -> None:
        self._folder = folder
        self._problems: list[Problem] = []

    def contents(self) -> PackContents:
        """Return everything; raises :class:`Refused`."""
        named = self._folder.manifest.contents
        files = self._gathered(named.clause_sets, _clauses)
        sets = self._sets(files, whole=not self._problems)
        made = PackContents(
            regions=self._gathered(named.regions, lambda data, file: read_rows(Region, data, file)),
            elections=self._gathered(
                named.elections, lambda data, file: read(ElectionsFile, data, file).elections
            ),
            legal_basis=self._gathered(
                named.legal_basis, lambda data, file: read_rows(LegalBasis, data, file)
            ),
            contestants=self._gathered(
                named.contestants, lambda data, file: read_rows(Contestant, data, file)
            ),
            stakeholders=self._gathered(
                named.stakeholders, lambda data, file: read(StakeholdersFile, data, file).stakeholders
            ),
            terms=self._gathered(named.terms, lambda data, file: read(TermsFile, data, file).terms),
            region_words=self._gathered(
                named.region_words, lambda data, file: read_rows(RegionWords, data, file, "istilah")
            ),
            clause_sets=sets,
            overlays=self._gathered(named.overlays, _overlay),
            rules=self._gathered(named.rules, _rules),
            templates=self._gathered(named.templates, _template),
        )
        self._unique("kumpulan klausul", [one.id for one in made.clause_sets])
        self._unique("format naskah", [one.front.id for one in made.templates])
        self._unique("aturan", [one.entry.id for one in made.rules])
        if self._problems:
            raise Refused(self._problems)
        return made

    def _sets(self, files: tuple[_Clauses, ...], *, whole: bool) -> tuple[ClauseSet, ...]:
        """Return the sets of the pack, each with the clauses it names; of ``whole`` files none is missing."""
        known = {clause.id: clause for one in files for clause in one.clauses}
        self._unique("klausul", [clause.id for one in files for clause in one.clauses])
        made = []
        for file, head, own in files:
            if head is None:
                continue
            for number, clause_id in enumerate(head.order, 1):
                if whole and clause_id not in known:
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


def _clauses(data: bytes, file: str) -> tuple[_Clauses, ...]:
    read_file = read(ClauseFile, data, file)
    _no_stray_braces(read_file.clauses, "klausul", file)
    return (_Clauses(file, read_file.head, read_file.clauses),)


def _overlay(data: bytes, file: str) -> tuple[Overlay, ...]:
    overlay = read(Overlay, data, file)
    _no_stray_braces(overlay.additions, "tambah", file)
    _no_stray_braces(overlay.replacements, "ganti", file)
    return (overlay,)


def _rules(data: bytes, file: str) -> tuple[FiledRule, ...]:
    made: list[FiledRule] = []
    problems: list[Problem] = []
    for number, entry in enumerate(read(RulesFile, data, file).rules, 1):
        try:
            build(entry, file, (Step("aturan", number, entry.id),))
        except Refused as refused:
            problems += refused.problems
        made.append(FiledRule(entry=entry, file=file))
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
