"""Where in its files a pack says something: what a finding is about → file, row and key."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kampanye_tui.document.template_file import FENCE
from kampanye_tui.model.clause import Addition, Overlay, Removal, Replacement
from kampanye_tui.model.locating import located
from kampanye_tui.model.problem import Problem, Step
from kampanye_tui.model.reading import read
from kampanye_tui.plugin.data_files import ClauseFile, StakeholdersFile, TermsFile
from kampanye_tui.plugin.folder import PackFolder

Places = dict[str, Problem]
"""Subject, as conflicts word it → a problem without words at its place."""


def places_of(folder: PackFolder) -> Places:
    """Return the places of all clauses, changes, words and bodies of a pack whose files can be read."""
    return dict(_places(folder))


def with_line(files: Mapping[str, bytes], problem: Problem) -> Problem:
    """Return the problem with line and column where its file, one of those of a pack, begins as TOML."""
    name = problem.file.partition("/")[2]
    data = files.get(name)
    if data is None or not name.endswith((".toml", ".md")):
        return problem
    text = data.decode("utf-8-sig", "replace").replace("\r\n", "\n")
    if name.endswith(".md"):
        # Without its first fence the head keeps its lines, and what follows the second is no TOML.
        text = text.removeprefix(FENCE).partition(f"\n{FENCE}")[0]
    return located(problem, text)


def clause_subject(clause_id: str, address: str) -> str:
    """Return how conflicts call a clause of a set."""
    return f'klausul "{clause_id}" dalam {address}'


def _places(folder: PackFolder) -> Iterator[tuple[str, Problem]]:
    contents = folder.manifest.contents
    for file, data in _files(folder, contents.clause_sets):
        clauses = read(ClauseFile, data, file).clauses
        for row, clause in enumerate(clauses, 1):
            yield f'klausul "{clause.id}"', _at(file, "klausul", row, clause.id, "teks")
    for file, data in _files(folder, contents.overlays):
        overlay = read(Overlay, data, file)
        for target in overlay.targets:
            yield f'kumpulan "{target}"', Problem(what="", file=file, key="atas")
            for table, row, operation in _operations(overlay):
                yield clause_subject(operation.id, target), _at(file, table, row, operation.id, "id")
    for file, data in _files(folder, contents.terms):
        for row, term in enumerate(read(TermsFile, data, file).terms, 1):
            yield f'istilah "{term.name}"', _at(file, "istilah", row, term.name, "nilai")
    for file, data in _files(folder, contents.stakeholders):
        for row, body in enumerate(read(StakeholdersFile, data, file).stakeholders, 1):
            yield f'calon pihak "{body.id}"', _at(file, "pihak", row, body.id, "nama")


def _files(folder: PackFolder, patterns: tuple[str, ...]) -> Iterator[tuple[str, bytes]]:
    for pattern in patterns:
        for name in folder.named(pattern):
            yield folder.label(name), folder.files[name]


def _operations(overlay: Overlay) -> Iterator[tuple[str, int, Addition | Replacement | Removal]]:
    for row, addition in enumerate(overlay.additions, 1):
        yield "tambah", row, addition
    for row, replacement in enumerate(overlay.replacements, 1):
        yield "ganti", row, replacement
    for row, removal in enumerate(overlay.removals, 1):
        yield "hapus", row, removal


def _at(file: str, table: str, row: int, label: str, key: str) -> Problem:
    return Problem(what="", file=file, steps=(Step(table, row, label),), key=key)
