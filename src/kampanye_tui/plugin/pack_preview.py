"""What a pack does to the first draft of an office: its clauses with where they come from, what differs from
the nation's, and every paper as text.

A folder and a region come in, lines go out. Nothing is written, and no code of the pack runs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec

from kampanye_tui.agreement.account import told_of
from kampanye_tui.agreement.clause_sets import OfferedSet
from kampanye_tui.agreement.placeholders import finish
from kampanye_tui.agreement.state import state
from kampanye_tui.document.build import build
from kampanye_tui.document.clause_words import naskah_references
from kampanye_tui.document.context import BLANK
from kampanye_tui.formats.text import text_of
from kampanye_tui.model.agreement import AgreedClause, Agreement
from kampanye_tui.model.pack import NATIONAL_ID, PackKind
from kampanye_tui.model.problem import refuse
from kampanye_tui.plugin.data_pack import read_pack
from kampanye_tui.plugin.folder import read_folder
from kampanye_tui.plugin.host import NATIONAL
from kampanye_tui.plugin.pack_check import Papers
from kampanye_tui.plugin.trials import Trial, neighbours, regions_of, trials


def preview(path: Path, code: str | None, papers: Papers) -> Iterator[str]:
    """Yield the preview of the pack in ``path`` for a region, line by line; None is its first one.

    ``papers`` says who gets those of a template. Raises :class:`Refused` for a folder that is no pack, for a
    Python pack, and for a region where the pack does not apply.
    """
    path = path.resolve()
    folder = read_folder(path, path.name)
    plugin = folder.manifest.plugin
    if plugin.kind is PackKind.PYTHON:
        hint = f"Periksa dengan: kampanye paket periksa {path.name}"
        raise refuse("paket Python tidak dijalankan untuk pratinjau", hint, file=path.name)
    pack = read_pack(folder)
    here = regions_of(folder)[0]
    regions = [region for region in here if region.code == code] if code else here[:1]
    if not regions:
        hint = "Sebutkan kode di dalam wilayah itu dengan --wilayah"
        where = ", ".join(plugin.regions) or "nasional"
        what = f"paket ini untuk wilayah {where}" + (
            f', bukan "{code}"' if code else "; kode itu tidak dikenal"
        )
        raise refuse(what, hint, file=path.name)
    packs = (folder, *neighbours(folder, pack))
    nation = {trial.election.id: trial for trial in trials((read_folder(NATIONAL, NATIONAL_ID),), regions)}
    for trial in trials(packs, regions):
        sets = trial.sets(pack, plugin.id)
        for clause_set in sets:
            yield from _clauses(trial, clause_set)
            yield from _difference(trial, nation.get(trial.election.id), clause_set)
        if sets:
            yield from _papers(trial, trial.draft(sets[0]), plugin.id, papers)


def _clauses(trial: Trial, clause_set: OfferedSet) -> Iterator[str]:
    yield f"== {trial.election.short}, {trial.region.name}: {clause_set.address} =="
    yield ""
    draft = trial.draft(clause_set)
    references = _references(trial, draft)
    for number, clause in enumerate(draft.clauses, 1):
        yield f"{number}. {clause.title} [{clause.id}]"
        yield f"   {_provenance(clause)}"
        words = finish(clause.resolved, lambda _name: BLANK, references)
        yield from (f"   {line}" if line else "" for line in words.split("\n"))
        yield ""
    for clause_id, change in clause_set.removed:
        yield f"-- [{clause_id}] dihapus oleh paket {change.pack}: {change.reason}"
        yield ""


def _references(trial: Trial, draft: Agreement) -> Callable[[str], str]:
    """Return what tells how the naskah refers to a clause; of several naskah none is guessed."""
    listed = {clause.id: f"klausul {number}" for number, clause in enumerate(draft.clauses, 1)}
    called = listed | naskah_references(draft, trial.library.templates)
    return lambda clause_id: called.get(clause_id, BLANK)


def _provenance(clause: AgreedClause) -> str:
    """Return in words which pack gave a clause, and which changed it, with the reason."""
    if clause.origin is None:
        return ""
    told = [f"dari paket {clause.origin.pack}"]
    for change in clause.origin.changes:
        reason = f" ({change.reason})" if change.reason else ""
        told.append(f"{change.kind.value} oleh paket {change.pack}{reason}")
    return "; ".join(told)


def _difference(trial: Trial, nation: Trial | None, clause_set: OfferedSet) -> Iterator[str]:
    """Yield what differs from a draft of the nation's pack alone."""
    before = nation.library.clause_sets.get(clause_set.address) if nation else None
    yield "-- Perbedaan dari paket nasional --"
    if nation is None or before is None:
        yield "Seluruhnya baru: paket nasional tidak mempunyainya."
    else:
        after = trial.draft(clause_set)
        lines = told_of(*_without_origins(_references(trial, after), nation.draft(before), after))
        yield from lines or ("Tidak ada.",)
    yield ""


def _without_origins(references: Callable[[str], str], *drafts: Agreement) -> Iterator[Agreement]:
    """Yield drafts without their packs and without the origins of clauses, which stand above each clause.

    Both refer to clauses as the later one does, so that another number is no other wording.
    """

    def referred(text: str) -> str:
        return finish(text, "{{{}}}".format, references)

    for draft in drafts:
        clauses = tuple(
            msgspec.structs.replace(
                clause, origin=None, text=referred(clause.text), resolved=referred(clause.resolved)
            )
            for clause in draft.clauses
        )
        yield msgspec.structs.replace(draft, packs=(), clauses=clauses)


def _papers(trial: Trial, agreement: Agreement, pack_id: str, papers: Papers) -> Iterator[str]:
    """Yield the first paper of every template that is for somebody here, the pack's own before others."""
    library = trial.library
    own_first = sorted(library.templates, key=lambda address: not address.startswith(f"{pack_id}/"))
    for address in own_first:
        template = library.templates[address]
        first = next(iter(papers(agreement, template)), None)
        if template.front.fragment or first is None:
            continue
        copy, holder = first
        paper = build(
            template, agreement, state(agreement), copy=copy, holder=holder, templates=library.templates
        )
        yield f"== {trial.election.short}, {trial.region.name}: {address} =="
        yield ""
        yield from text_of(paper).split("\n")
