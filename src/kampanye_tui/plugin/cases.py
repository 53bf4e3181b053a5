"""Cases of a pack: for each, the first draft of an office is made and held against what the pack expects.

A pack's folder and a way to open a library come in; a problem for each expectation that does not hold goes
out, with the file and the row of its case. Nothing is written, and which packs a library holds is the
caller's choice.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from datetime import date
from typing import NamedTuple

import msgspec

from kampanye_tui.agreement.checks import run
from kampanye_tui.agreement.compose import compose
from kampanye_tui.agreement.state import state
from kampanye_tui.agreement.vocabulary import of_reference
from kampanye_tui.document.build import build
from kampanye_tui.formats.text import text_of
from kampanye_tui.model.agreement import Agreement, CopyForm
from kampanye_tui.model.document import Document
from kampanye_tui.model.messages import nearest
from kampanye_tui.model.occasion import Occasion
from kampanye_tui.model.office import AgreementChoice, ClauseChoice, Configuration, ElectionChoice, Office
from kampanye_tui.model.pack_case import PackCase
from kampanye_tui.model.party import Party, Role
from kampanye_tui.model.problem import Problem, Refused, Step
from kampanye_tui.model.reading import read
from kampanye_tui.model.template import Scope, Template
from kampanye_tui.model.value import Value, key
from kampanye_tui.plugin.folder import PackFolder
from kampanye_tui.plugin.library import Library

OpenFor = Callable[[str, str, date | None], Library]
"""Region, election, day of signing → the library of an office there; raises :class:`Refused`."""
Wrong = tuple[str, str, str]
"""The key of an expectation, what does not hold, what to do."""
AROUND = 30
"""Characters shown on either side of words that should not be there."""


class Unmet(NamedTuple):
    """What is wrong with a case or its file, and in which region it was to hold; in none for a file."""

    problem: Problem
    region: str = ""


class CasesFile(Value, frozen=True, kw_only=True):
    """A file of cases."""

    cases: tuple[PackCase, ...] = key("kasus")


def run_cases(folder: PackFolder, open_for: OpenFor) -> tuple[Unmet, ...]:
    """Return everything in the files of cases of a pack that cannot be read or does not hold.

    ``open_for`` is asked once a case; of a pack without cases nothing is asked, and nothing is wrong.
    """
    unmet: list[Unmet] = []
    for pattern in folder.manifest.contents.cases:
        try:
            names = folder.named(pattern)
        except Refused as refused:
            unmet += map(Unmet, refused.problems)
            continue
        for name in names:
            unmet += _unmet_in(folder, name, open_for)
    return tuple(unmet)


def _unmet_in(folder: PackFolder, name: str, open_for: OpenFor) -> Iterator[Unmet]:
    file = folder.label(name)
    try:
        cases = read(CasesFile, folder.files[name], file).cases
    except Refused as refused:
        yield from map(Unmet, refused.problems)
        return
    for number, case in enumerate(cases, 1):
        place = Problem(what="", file=file, steps=(Step("kasus", number, case.name[:40]),))
        try:
            for field, what, hint in _wrong(case, folder.manifest.plugin.id, open_for):
                wrong = msgspec.structs.replace(place, key=field, what=what, hint=hint)
                yield Unmet(wrong, case.region)
        except Refused as refused:
            # What stands in the way is told where it was asked for: the case has no configuration of its own.
            for one in refused.problems:
                wrong = msgspec.structs.replace(place, what=one.what, hint=one.hint)
                yield Unmet(wrong, case.region)


def _wrong(case: PackCase, pack_id: str, open_for: OpenFor) -> Iterator[Wrong]:
    library = open_for(case.region, case.election, case.day)
    unused = [status for status in library.host.problems() if status.id == pack_id]
    if unused:
        yield "", f"paket {pack_id} {unused[0].state.value}: {unused[0].reason}", ""
        return
    draft = _draft(case, library)
    clauses = [clause.id for clause in draft.clauses]
    yield from _out_of_order(case.order, clauses)
    yield from _present("klausul", "memuat_klausul", case.clauses, clauses)
    yield from _absent("klausul", "tanpa_klausul", case.no_clauses, clauses)
    yield from _terms(case, of_reference(library.reference))
    parties = [party.id for party in draft.parties]
    yield from _present("pihak", "pihak", case.parties, parties)
    yield from _absent("pihak", "tanpa_pihak", case.no_parties, parties)
    found = {one.rule: one.message for one in run(draft, library.reference, library.rules)}
    yield from _present("catatan", "catatan", case.findings, found)
    for rule in case.no_findings:
        if rule in found:
            yield "tanpa_catatan", f'catatan "{rule}" ada: {found[rule]}', ""
    if case.words or case.no_words:
        yield from _words(case, library, draft)


def _draft(case: PackCase, library: Library) -> Agreement:
    """Return what an office that says nothing else would begin with."""
    configuration = Configuration(
        office=Office(region=case.region),
        election=ElectionChoice(id=case.election),
        agreement=AgreementChoice(id="kasus"),
        occasion=Occasion(day=case.day),
        clauses=ClauseChoice(clause_set=case.clause_set),
    )
    offered = library.clause_set(case.clause_set)
    return compose(configuration, library.reference, offered, library.host.packs())


def _out_of_order(wanted: tuple[str, ...], clauses: list[str]) -> Iterator[Wrong]:
    yield from _present("klausul", "urutan", wanted, clauses)
    there = [one for one in clauses if one in wanted]
    if there != [one for one in wanted if one in clauses]:
        yield "urutan", f"pada naskah urutannya {', '.join(there)}", "Periksa kunci setelah pada penyesuaian"


def _present(what: str, field: str, wanted: tuple[str, ...], found: Collection[str]) -> Iterator[Wrong]:
    for one in wanted:
        if one not in found:
            yield field, f'{what} "{one}" tidak ada', nearest(one, found)


def _absent(what: str, field: str, unwanted: tuple[str, ...], found: Collection[str]) -> Iterator[Wrong]:
    for one in unwanted:
        if one in found:
            yield field, f'{what} "{one}" ada', ""


def _terms(case: PackCase, words: dict[str, str]) -> Iterator[Wrong]:
    for name, wanted in case.terms.items():
        if name not in words:
            yield "istilah", f'istilah "{name}" tidak dikenal', nearest(name, words)
        elif words[name] != wanted:
            yield "istilah", f'istilah "{name}" berbunyi "{words[name]}", bukan "{wanted}"', ""


def _first(template: Template, draft: Agreement) -> Party | None:
    """Return the first of those who get a paper of their own; None where nobody does."""
    audience = template.front.audience
    others = (party for party in draft.parties if party.role is not Role.ORGANISER)
    return next((party for party in others if not audience or party.role in audience), None)


def _paper(template: Template, draft: Agreement, library: Library, holder: Party | None) -> Document:
    """Return the paper; of one for each copy or each pihak, that of ``holder``."""
    copies = (copy for copy in draft.copies_of(CopyForm.COPY) if holder and copy.holder == holder.id)
    scope = template.front.scope
    return build(
        template,
        draft,
        state(draft),
        copy=next(copies, None) if scope is Scope.COPY else None,
        holder=holder if scope is Scope.PARTY else None,
        templates=library.templates,
    )


def _words(case: PackCase, library: Library, draft: Agreement) -> Iterator[Wrong]:
    template = library.template(case.template)
    name, holder = template.front.id, None
    if template.front.scope is not Scope.AGREEMENT:
        holder = _first(template, draft)
        if holder is None:
            hint = "Periksa kunci untuk pada format naskah itu"
            yield "templat", f"tidak ada pihak yang menerima {name}", hint
            return
        name = f"{name} untuk {holder.called}"
    text = " ".join(text_of(_paper(template, draft, library, holder)).split())
    for wanted in case.words:
        sought = " ".join(wanted.split())
        if sought not in text:
            yield "teks_memuat", f'"{wanted}" tidak tertulis pada {name}', _in_other_letters(sought, text)
    for unwanted in case.no_words:
        before, sought, after = text.partition(" ".join(unwanted.split()))
        if sought:
            around = f"…{before[-AROUND:]}{sought}{after[:AROUND]}…"
            yield "tanpa_teks", f'"{unwanted}" tertulis pada {name}', f'Di sana: "{around}"'


def _in_other_letters(sought: str, text: str) -> str:
    """Return how words stand in a text that has them in other capitals, as titles do; empty otherwise."""
    found = re.search(re.escape(sought), text, re.IGNORECASE)
    return f'Huruf besar dan kecil dibedakan; di sana tertulis "{found[0]}"' if found else ""
