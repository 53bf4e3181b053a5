"""What the rules find, by weight: more about one of them, its mend with its account, the way to its place."""

from __future__ import annotations

from kampanye_tui.agreement.account import told_of
from kampanye_tui.agreement.checks import mend, mendable
from kampanye_tui.agreement.law import short_name
from kampanye_tui.agreement.place_words import place_words
from kampanye_tui.agreement.steps import Tab, tab_of
from kampanye_tui.cli.check import summary
from kampanye_tui.cli.line_mode.clauses import clause_by_numbers, clauses_by_numbers
from kampanye_tui.cli.line_mode.conversation import Back, agreed, choose, say
from kampanye_tui.cli.line_mode.edits import edited
from kampanye_tui.cli.line_mode.occasion import occasion_by_numbers
from kampanye_tui.cli.line_mode.parties import fill_names, parties_by_numbers, party_by_numbers
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.finding import Finding
from kampanye_tui.work import Work


def check_by_numbers(work: Work) -> None:
    """Show the findings, until the operator goes back or none is left."""
    heard: list[str] = []
    while found := work.findings:
        rows = [f"{one.level.value}: {one.message}{' (ada perbaikan)' if one.fix else ''}" for one in found]
        try:
            safe = mendable(found, work.located.configuration)
            letters = {"a": "terapkan semua perbaikan yang aman"} if safe else {}
            chosen = choose(summary(found), rows, letters, heard=heard)
        except Back:
            return
        heard = rows
        try:
            if chosen == "a":
                _apply(work, mend(work.agreement, safe))
            else:
                _finding(work, found[int(chosen) - 1])
        except Back:
            continue
    say("Tidak ada catatan: naskah ini bersih.")


def _finding(work: Work, one: Finding) -> None:
    """Say more about a finding; it is left once something was done about it."""
    say(f"{one.level.heading}: {one.message}")
    place = place_words(work.agreement, one.place)
    say(f"Tempatnya: {' · '.join(filter(None, (tab_of(one.place).value, place)))}; aturan: {one.rule_words}")
    for citation in one.citations:
        law = work.library.reference.law(citation.law)
        say(f"Dasar: {citation.article} {short_name(law) if law else citation.law}")
    letters = {"b": "buka tempatnya"}
    if one.fix is not None:
        letters["f"] = f"perbaikan: {one.fix.label}"
    chosen = choose("Yang dapat dilakukan:", (), letters)
    if one.fix is not None and chosen == "f":
        _apply(work, one.fix.apply(work.agreement))
    else:
        _open(work, one)


def _apply(work: Work, after: Agreement) -> None:
    """Show what a mend changes, and change it when the operator agrees."""
    lines = told_of(work.agreement, after)
    if not lines:
        say("Tidak ada perbaikan yang dapat diterapkan dengan aman.")
        return
    say("Yang akan berubah:")
    for line in lines:
        say(line, lead="    ")
    if agreed("Terapkan?"):
        edited(work, lambda: after)


def _open(work: Work, one: Finding) -> None:
    """Go where a finding is mended by hand."""
    match tab_of(one.place):
        case Tab.OCCASION:
            occasion_by_numbers(work)
        case Tab.CLAUSES if any(clause.id == one.place.id for clause in work.agreement.clauses):
            clause_by_numbers(work, one.place.id)
        case Tab.CLAUSES:
            clauses_by_numbers(work)
        case Tab.PARTIES if one.place.field == "penandatangan":
            fill_names(work)
        case Tab.PARTIES if work.agreement.party(one.place.id):
            party_by_numbers(work, one.place.id)
        case Tab.PARTIES:
            parties_by_numbers(work)
        case _:
            say("Catatan tentang paket diperbaiki pada berkas paketnya sendiri.")
