"""``rekap --beda`` and ``--klausul``: where clauses differ from the national ones, and in which words."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from kampanye_tui.cli.output import data, data_json, table, talk

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kampanye_tui.agreement.summary import Recap
    from kampanye_tui.agreement.wordings import ClauseAcross, Wording


def compared(found: Recap, clause_id: str = "") -> tuple[ClauseAcross, ...]:
    """Return the clauses of a recap, or the one of that id; raises Refused where nobody has it."""
    from kampanye_tui.agreement.wordings import across
    from kampanye_tui.model.messages import nearest
    from kampanye_tui.model.problem import refuse
    from kampanye_tui.plugin.national_sets import national_sets

    _fingerprint, sets = national_sets()
    clauses = across(found.offices, sets)
    if not clause_id:
        return clauses
    wanted = tuple(one for one in clauses if one.id == clause_id)
    if not wanted:
        known = [one.id for one in clauses]
        what = f'tidak ada naskah yang memuat atau membuang klausul "{clause_id}"'
        raise refuse(what, nearest(clause_id, known) if known else "")
    return wanted


def print_clauses(clauses: Sequence[ClauseAcross]) -> None:
    """Print all clauses together, then each where it differs."""
    from kampanye_tui.agreement.wordings_table import FATES

    heads = tuple(fate.upper() for fate in FATES)
    rows = [(*map(str, one.whole), str(len(one.wordings)), one.id, one.title) for one in clauses]
    table((*heads, "BUNYI", "KLAUSUL", "JUDUL"), rows, whole=6)
    differing = [
        (*map(str, counts), one.id, province)
        for one in clauses
        for province, counts in one.provinces
        if counts.differing
    ]
    if differing:
        print()
        table((*heads, "KLAUSUL", "PROVINSI"), differing, whole=5)
    talk(
        "Angka menghitung naskah. BUNYI: berapa bunyi yang berlainan, selain isian seperti nama kantor.\n"
        "Bunyi-bunyi sebuah klausul: kampanye rekap FOLDER… --klausul KLAUSUL."
    )


def print_wordings(clause: ClauseAcross) -> None:
    """Print each wording of a clause beside the national one."""
    from kampanye_tui.document.wordings_paper import head, named

    data(f"{clause.id}: {clause.title}")
    for number, wording in enumerate(clause.wordings, 1):
        data(head(number, wording))
        if not wording.national:
            data(f"  {named(wording.offices)}")
            for line in _lines(clause, wording):
                data(f"    {line}")
    if clause.dropped:
        data(f"Dibuang oleh {len(clause.dropped)} naskah")
        data(f"  {named(clause.dropped)}")
    talk("Dibandingkan dengan bunyi nasional: [-bunyi nasional-] {+bunyi kantor+}.")


def _lines(clause: ClauseAcross, wording: Wording) -> tuple[str, ...]:
    from kampanye_tui.agreement.word_diff import marked
    from kampanye_tui.document.wordings_paper import TOO_LONG

    found = clause.redline(wording)
    if found is None:
        return (TOO_LONG,)
    return (marked(found.title), *(marked(line).strip() for line in found.lines))


def print_csv(clauses: Sequence[ClauseAcross], *, one: bool) -> None:
    """Print counts, or of one clause its wordings, as CSV."""
    from kampanye_tui.agreement.wordings_table import clauses_table, wordings_table

    sys.stdout.buffer.write(wordings_table(clauses[0]) if one else clauses_table(clauses))


def print_json(clauses: Sequence[ClauseAcross], *, one: bool) -> None:
    """Print the same as JSON; what differs in words only of one clause."""
    data_json([_as_table(clause, words=one) for clause in clauses])


def _as_table(clause: ClauseAcross, *, words: bool) -> dict[str, Any]:
    from kampanye_tui.agreement.wordings_table import FATES

    return {
        "klausul": clause.id,
        "judul": clause.title,
        "semua": dict(zip(FATES, clause.whole, strict=True)),
        "provinsi": {name: dict(zip(FATES, counts, strict=True)) for name, counts in clause.provinces},
        "bunyi": [
            {
                "sha256": one.digest,
                "kode": one.code,
                "nasional": one.national,
                "wilayah": [office.region for office in one.offices],
                **({"beda": _lines(clause, one)} if words else {}),
            }
            for one in clause.wordings
        ],
        "dibuang_oleh": [office.region for office in clause.dropped],
    }
