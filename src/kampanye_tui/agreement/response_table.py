"""The answers of pihak as a table for Excel, one row for each pihak and clause, and such a table read back.

An empty answer keeps what is recorded, so a table may be sent out party by party and come back half filled.
``kode_bunyi`` tells which words were answered: a row whose clause has changed since is refused, never
recorded for words that nobody saw.
"""

from __future__ import annotations

from collections.abc import Hashable
from typing import ClassVar, Final

from kampanye_tui.agreement.edit_clauses import clause_of
from kampanye_tui.agreement.excel_table import excel_table
from kampanye_tui.agreement.filled_sheet import (
    Faults,
    SheetRow,
    heads_of,
    one_row_each,
    problems_of,
    read_filled_rows,
    words_of,
)
from kampanye_tui.agreement.fingerprint import short_code
from kampanye_tui.agreement.responding import (
    Answers,
    Said,
    answering,
    answering_party,
    clause_digest,
    faults_of,
)
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.event import Answer, Responded
from kampanye_tui.model.messages import unknown_choice
from kampanye_tui.model.problem import Problem, Refused
from kampanye_tui.model.text import Line, Text
from kampanye_tui.model.value import key

_SPELLINGS: Final = {answer.value: answer for answer in Answer} | {
    "catatan": Answer.REMARK,
    "dengan-catatan": Answer.REMARK,
}
"""How people write answers; blanks and capitals do not matter."""


class ResponseRow(SheetRow, frozen=True, kw_only=True):
    """One row. Names and titles are there for the reader alone: ids say what is meant."""

    ready: ClassVar = ("party", "party_name", "clause", "title", "code")
    party: Line = key("pihak")
    party_name: Line | None = key("nama_pihak", default=None)
    clause: Line = key("klausul")
    title: Line | None = key("judul", default=None)
    code: Line | None = key("kode_bunyi", default=None)
    answer: Line | None = key("jawaban", default=None)
    remark: Text | None = key("catatan", default=None)


def response_table(agreement: Agreement, answers: Answers) -> bytes:
    """Return a row for each pihak and clause as CSV for Excel; the cells of stale answers are empty."""
    rows: list[tuple[str, ...]] = []
    for party in answering(agreement):
        for clause in agreement.clauses:
            words = clause_digest(clause)
            given = answers.get((party.id, clause.id))
            stands = given if given and given.clause_digest == words else None
            said = stands.answer.value if stands and stands.answer is not Answer.NONE else ""
            remark = stands.remark if stands else ""
            rows.append((party.id, party.called, clause.id, clause.title, short_code(words), said, remark))
    return excel_table(heads_of(ResponseRow), rows)


def read_responses(agreement: Agreement, answers: Answers, data: bytes, file: str) -> tuple[Said, ...]:
    """Return the answers of a table that differ from what is recorded.

    Raises :class:`Refused` with line and column of every problem.
    """
    found: list[Said] = []
    lines: dict[Hashable, int] = {}
    problems: list[Problem] = []
    for line, row in read_filled_rows(ResponseRow, data, file):
        faults: Faults = []
        said = _said(agreement, answers, row, faults)
        if said is not None:
            pair = (said.party, said.clause)
            one_row_each(lines, pair, line, "klausul", "tanggapan pihak ini atas klausul ini", faults)
            if not _is_recorded(said, answers.get(pair), agreement):
                found.append(said)
        problems += problems_of(faults, file, line)
    if problems:
        raise Refused(problems)
    return tuple(found)


def _said(agreement: Agreement, answers: Answers, row: ResponseRow, faults: Faults) -> Said | None:
    """Return what a row says, None where it says nothing; what is wrong with it goes into ``faults``."""
    column = "pihak"
    try:
        party = answering_party(agreement, row.party)
        column = "klausul"
        clause = clause_of(agreement, row.clause)
    except Refused as refused:
        faults.append((column, words_of(refused)))
        return None
    written = row.answer or ""
    answer = _SPELLINGS.get("-".join(written.casefold().split()))
    if answer is None:
        what, hint = unknown_choice(written, list(Answer))
        faults.append(("jawaban", (what if written else "catatan ini belum disertai jawaban", hint)))
        return None
    if row.code and row.code != short_code(clause_digest(clause)):
        what = f'bunyi klausul "{clause.id}" berubah sejak tabel ini dibuat'
        faults.append(("kode_bunyi", (what, "Mintakan tanggapan atas bunyi yang baru")))
        return None
    said = Said(party.id, clause.id, answer, row.remark or "")
    before = answers.get((party.id, clause.id))
    if answer is Answer.NONE and (before is None or before.answer is Answer.NONE):
        return None
    faults += [("catatan", words) for words in faults_of(said, party, before)]
    return said


def _is_recorded(said: Said, before: Responded | None, agreement: Agreement) -> bool:
    """Tell whether just this is recorded already, for the words as they now read."""
    return (
        before is not None
        and (before.answer, before.remark) == (said.answer, said.remark)
        and before.clause_digest == clause_digest(clause_of(agreement, said.clause))
    )
