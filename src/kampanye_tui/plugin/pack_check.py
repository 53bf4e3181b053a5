"""The check of a pack before anybody uses it: every finding with a code that stays, and its place.

A folder comes in, a report goes out. Of a Python pack only the text is read; nothing of it runs, and nothing
of it becomes part of this program.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from fnmatch import fnmatchcase
from functools import partial
from pathlib import Path, PurePosixPath
from typing import NamedTuple

import msgspec

from kampanye_tui.agreement.clause_sets import OfferedSet
from kampanye_tui.agreement.placeholders import Kind, found
from kampanye_tui.agreement.state import state
from kampanye_tui.agreement.vocabulary import vocabulary
from kampanye_tui.document.build import build
from kampanye_tui.model.agreement import AgreedClause, Agreement, CopyPlan
from kampanye_tui.model.messages import nearest, system_error
from kampanye_tui.model.pack import NATIONAL_ID, Contents, PackKind, PackState
from kampanye_tui.model.party import Party
from kampanye_tui.model.problem import Problem, Refused, Step
from kampanye_tui.model.region import Region
from kampanye_tui.model.template import Template
from kampanye_tui.plugin.cases import run_cases
from kampanye_tui.plugin.code_reading import code_problems
from kampanye_tui.plugin.data_pack import DataPack, read_pack
from kampanye_tui.plugin.folder import MANIFEST, PackFolder, read_folder
from kampanye_tui.plugin.pack_codes import PackCode
from kampanye_tui.plugin.pack_places import Places, clause_subject, places_of, with_line
from kampanye_tui.plugin.pack_versions import oldest_needed, version_problems
from kampanye_tui.plugin.trials import Trial, neighbours, open_for, regions_of, trials
from kampanye_tui.store.strict_modes import loose

Papers = Callable[[Agreement, Template], Iterable[tuple[CopyPlan | None, Party | None]]]
"""For whom a template is in an agreement: whose copy, and who holds it."""
MOST_REGIONS = 60
"""Regions of which every paper is made; beyond that, as in the whole nation, one of each kind."""
_READ_ME = (".md", ".txt", "")
"""Endings of files beside ``plugin.toml`` that are for people."""


class PackFinding(NamedTuple):
    """What is wrong with a pack, and in which regions; in none where it does not depend on them."""

    code: PackCode
    problem: Problem
    regions: tuple[str, ...] = ()


class RegionRow(NamedTuple):
    """What came of a pack in a region: clauses of its first draft, papers made, findings."""

    region: Region
    clauses: int
    papers: int
    findings: int = 0


class PackReport(NamedTuple):
    """All that the check says; ``folder`` is None for what cannot be read as a pack."""

    folder: PackFolder | None
    findings: tuple[PackFinding, ...]
    rows: tuple[RegionRow, ...] = ()
    oldest: str = ""


def check_pack(path: Path, papers: Papers) -> PackReport:
    """Return what is wrong with the pack in ``path``; ``papers`` says who gets those of a template."""
    path = path.resolve()
    try:
        folder = read_folder(path, path.name)
    except Refused as refused:
        return PackReport(None, _in_order(_unreadable(path, refused)))
    found = _Found(folder)
    found.add(PackCode.VERSION, version_problems(folder))
    found.add(PackCode.MODES, loose(path))
    found.add(PackCode.UNUSED, _unused(folder))
    here, unknown = regions_of(folder)
    found.add(PackCode.REGION, (_unknown_region(folder, code) for code in unknown))
    rows: tuple[RegionRow, ...] = ()
    if folder.manifest.plugin.kind is PackKind.PYTHON:
        found.add(PackCode.CODE, code_problems(folder))
    else:
        rows = _check_data(found, here, papers)
    return PackReport(folder, found.all(), rows, oldest_needed(folder.manifest))


class _Found:
    """Findings as they come, each once, with the regions in which it was met."""

    def __init__(self, folder: PackFolder) -> None:
        self.folder = folder
        self._regions: dict[tuple[PackCode, Problem], list[str]] = {}

    def add(self, code: PackCode, problems: Iterable[Problem], region: str = "") -> None:
        """Take in problems."""
        for problem in problems:
            met = self._regions.setdefault((code, with_line(self.folder.files, problem)), [])
            if region and region not in met:
                met.append(region)

    def met_in(self, region: str) -> int:
        """Return how many findings were met in a region."""
        return sum(region in met for met in self._regions.values())

    def all(self) -> tuple[PackFinding, ...]:
        """Return everything, in order."""
        return _in_order(
            PackFinding(code, problem, tuple(met)) for (code, problem), met in self._regions.items()
        )


def _in_order(found: Iterable[PackFinding]) -> tuple[PackFinding, ...]:
    """Return findings by file and line."""
    return tuple(sorted(found, key=lambda one: (one.problem.file, one.problem.line, one.code)))


def _unreadable(path: Path, refused: Refused) -> Iterator[PackFinding]:
    """Yield findings for a folder that is no pack; those about the manifest get their line."""
    name = f"{path.name}/{MANIFEST}"
    for problem in refused.problems:
        if problem.file != name:
            yield PackFinding(PackCode.FOLDER, problem)
            continue
        code = PackCode.VERSION if problem.key == "minimal" else PackCode.MANIFEST
        try:
            data = (path / MANIFEST).read_bytes()
        except OSError as error:
            yield PackFinding(code, msgspec.structs.replace(problem, hint=system_error(error)))
            continue
        yield PackFinding(code, with_line({MANIFEST: data}, problem))


def _unused(folder: PackFolder) -> Iterator[Problem]:
    """Yield the files that nothing reads: misnamed ones, and traces of programs, which change the pack."""
    contents = msgspec.structs.asdict(folder.manifest.contents)
    patterns = [pattern for patterns in contents.values() for pattern in patterns]
    code = folder.manifest.code is not None
    for name in folder.files:
        inner, _dot, suffix = name.rpartition(".")
        beside = "/" not in name and (f".{suffix}" if inner else "") in _READ_ME
        read = any(fnmatchcase(name, pattern) for pattern in patterns)
        if name == MANIFEST or beside or read or (code and suffix != "pyc"):
            continue
        yield Problem(
            what="tidak ada yang membaca berkas ini",
            hint=f"Sebutkan pada tabel [isi]{_for_example(name)}, atau hapus berkasnya",
            file=folder.label(name),
        )


def _for_example(name: str) -> str:
    """Return the line of the table [isi] that would name a file; empty where its own name tells no key."""
    keys = [field.encode_name for field in msgspec.structs.fields(Contents)]
    path = PurePosixPath(name)
    meant = [key for word in (path.stem, path.parent.name) for key in keys if word.replace("-", "_") == key]
    return f', misalnya {meant[0]} = ["{name}"]' if meant else ""


def _unknown_region(folder: PackFolder, code: str) -> Problem:
    return Problem(
        what=f'kode wilayah "{code}" tidak dikenal',
        hint="Cari dengan: kampanye wilayah NAMA",
        file=folder.label(MANIFEST),
        steps=(Step("plugin"),),
        key="wilayah",
    )


def _check_data(found: _Found, here: tuple[Region, ...], papers: Papers) -> tuple[RegionRow, ...]:
    folder = found.folder
    plugin = folder.manifest.plugin
    if plugin.id == NATIONAL_ID:
        what = f'id "{NATIONAL_ID}" milik paket bawaan program'
        place = Problem(what=what, hint="Pilih id lain", file=folder.label(MANIFEST), steps=(Step("plugin"),))
        found.add(PackCode.CONFLICT, [msgspec.structs.replace(place, key="id")])
        return ()
    try:
        pack = read_pack(folder)
    except Refused as refused:
        for problem in refused.problems:
            code = PackCode.TEMPLATE if problem.file.endswith(".md") else PackCode.CONTENTS
            found.add(code, [problem])
        return ()
    packs = (folder, *neighbours(folder, pack))
    for unmet in run_cases(folder, partial(open_for, packs)):
        found.add(PackCode.CASE, [unmet.problem], unmet.region)
    places = places_of(folder)
    rows: dict[str, RegionRow] = {}
    wanted = _printed(here)
    for trial in trials(packs, here):
        row = _tried(trial, found, pack, places, papers if trial.region in wanted else None)
        before = rows.get(trial.region.code)
        rows[trial.region.code] = _added(before, row) if before else row
    return tuple(row._replace(findings=found.met_in(code)) for code, row in rows.items())


def _printed(here: tuple[Region, ...]) -> tuple[Region, ...]:
    """Return the regions of which papers are made."""
    return here if len(here) <= MOST_REGIONS else tuple({one.kind: one for one in reversed(here)}.values())


def _added(one: RegionRow, other: RegionRow) -> RegionRow:
    """Return what two elections gave in one region; the clauses are those of the longer draft."""
    return RegionRow(one.region, max(one.clauses, other.clauses), one.papers + other.papers)


def _tried(trial: Trial, found: _Found, pack: DataPack, places: Places, papers: Papers | None) -> RegionRow:
    """Check a pack in one region before one election; without ``papers`` none is made."""
    code, pack_id = trial.region.code, found.folder.manifest.plugin.id
    status = trial.library.host.statuses[pack_id]
    if status.state is not PackState.ACTIVE:
        place = Problem(what=status.reason, file=found.folder.label(MANIFEST))
        found.add(PackCode.CONFLICT, [place], code)
        return RegionRow(trial.region, 0, 0)
    for finding, problem in _conflicts(trial, pack_id, places):
        found.add(finding, [problem], code)
    longest = made = 0
    for clause_set in trial.sets(pack, pack_id):
        agreement = trial.draft(clause_set)
        longest = max(longest, len(agreement.clauses))
        for finding, problem in _clause_problems(agreement, pack_id, places):
            found.add(finding, [problem], code)
        if papers is not None and not made:
            made, problems = _made(trial, agreement, pack_id, papers)
            found.add(PackCode.TEMPLATE, problems, code)
    return RegionRow(trial.region, longest, made)


def _conflicts(trial: Trial, pack_id: str, places: Places) -> Iterator[tuple[PackCode, Problem]]:
    """Yield what the pack disagrees about, with whom it does: a lock, a target that is not there, another."""
    sets = trial.library.clause_sets
    locked = {
        clause_subject(one.clause.id, address)
        for address, offered in sets.items()
        for one in offered.clauses
        if one.clause.locked and one.owner != pack_id
    }
    for conflict in trial.library.reference.conflicts:
        if pack_id not in conflict.packs:
            continue
        place = places.get(conflict.subject, Problem(what=""))
        if "isian" in conflict.what:
            code = PackCode.PLACEHOLDER
        elif conflict.subject in locked:
            code = PackCode.LOCKED
        elif place.key in ("atas", "id") and conflict.what.endswith("tidak ada"):
            code = PackCode.TARGET
        else:
            code = PackCode.CONFLICT
        hint = _near(conflict.subject, sets) if code is PackCode.TARGET else ""
        yield code, msgspec.structs.replace(place, what=f"{conflict.subject}: {conflict.what}", hint=hint)


def _near(subject: str, sets: Mapping[str, OfferedSet]) -> str:
    """Return which set, or which clause of its set, may be meant where there is none of that name."""
    wanted = subject.split('"')[1]
    address = subject.rpartition(" dalam ")[2]
    known = [one.clause.id for one in sets[address].clauses] if address in sets else list(sets)
    return nearest(wanted, known)


def _clause_problems(
    agreement: Agreement, pack_id: str, places: Places
) -> Iterator[tuple[PackCode, Problem]]:
    """Yield the placeholders and references in a pack's clauses that lead nowhere in this draft."""
    known = vocabulary(
        agreement.reference, agreement.office, agreement.occasion, agreement.kind, agreement.topic
    )
    ids = [clause.id for clause in agreement.clauses]
    for clause in agreement.clauses:
        if not _touched(clause, pack_id):
            continue
        address = clause.origin.clause_set if clause.origin else ""
        own = places.get(f'klausul "{clause.id}"', Problem(what=""))
        place = places.get(clause_subject(clause.id, address), own)
        own_names = [parameter.name for parameter in clause.parameters]
        names = {*known, *own_names}
        said = "\n".join((clause.text, clause.explanation, *clause.guidance.texts()))
        for name in found(said, Kind.NAME):
            if name not in names:
                hint = nearest(name, names) or _of_the_clause(own_names)
                what = f"isian {{{name}}} tidak dikenal"
                yield (
                    PackCode.PLACEHOLDER,
                    msgspec.structs.replace(place, what=what, hint=hint, key="teks"),
                )
        for one in found(said, Kind.REFERENCE):
            if one not in ids:
                what, hint = f"rujukan {{@{one}}} tidak ada di dalam {address}", nearest(one, ids)
                yield PackCode.REFERENCE, msgspec.structs.replace(place, what=what, hint=hint, key="teks")


def _of_the_clause(names: list[str]) -> str:
    """Return which placeholders a clause has itself, as who words it anew cannot see them; empty for none."""
    listed = ", ".join(f'"{name}"' for name in names)
    return f"Isian klausul ini sendiri: {listed}" if names else ""


def _touched(clause: AgreedClause, pack_id: str) -> bool:
    """Tell whether a pack gave a clause, or changed it."""
    origin = clause.origin
    return origin is not None and (
        origin.pack == pack_id or any(change.pack == pack_id for change in origin.changes)
    )


def _made(
    trial: Trial, agreement: Agreement, pack_id: str, papers: Papers
) -> tuple[int, tuple[Problem, ...]]:
    """Make the text of the agreement, and every paper of the pack's own for each who gets one."""
    library = trial.library
    chosen = [
        template
        for address, template in library.templates.items()
        if not template.front.fragment
        and (address == f"{NATIONAL_ID}/naskah" or address.startswith(f"{pack_id}/"))
    ]
    made = 0
    problems: list[Problem] = []
    for template in chosen:
        for copy, holder in papers(agreement, template):
            try:
                build(
                    template,
                    agreement,
                    state(agreement),
                    copy=copy,
                    holder=holder,
                    templates=library.templates,
                )
            except Refused as refused:
                problems += refused.problems
                break
            made += 1
    return made, tuple(problems)
