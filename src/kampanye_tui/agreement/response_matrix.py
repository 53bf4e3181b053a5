"""Where the answers of all pihak stand, clause by clause: the matrix, what is open, who is silent.

An agreement and its answers come in, values to be read go out. An answer to words that have changed since is
stale: it is shown, and counts as none.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from kampanye_tui.agreement.edit_clauses import clause_of
from kampanye_tui.agreement.responding import Answers, answering, answering_party, clause_digest
from kampanye_tui.model.agreement import AgreedClause, Agreement
from kampanye_tui.model.event import Answer, Responded
from kampanye_tui.model.party import Party


class Standing(StrEnum):
    """Where the answer of one pihak to one clause stands, in the word of screens and lists."""

    AGREED = "setuju"
    REMARK = "catatan"
    OBJECTION = "keberatan"
    NONE = "belum"
    STALE = "basi"


_STANDINGS = {
    Answer.AGREED: Standing.AGREED,
    Answer.REMARK: Standing.REMARK,
    Answer.OBJECTION: Standing.OBJECTION,
}


class Cell(NamedTuple):
    """Where one pihak stands on one clause, and what it said, if it did."""

    party: Party
    standing: Standing
    response: Responded | None

    @property
    def remark(self) -> str:
        """What the pihak wrote; empty without an answer."""
        return self.response.remark if self.response else ""


class Row(NamedTuple):
    """One clause, its position from 1, and a cell for each pihak that is asked."""

    number: int
    clause: AgreedClause
    cells: tuple[Cell, ...]

    def of(self, *standings: Standing) -> tuple[Cell, ...]:
        """Return the cells that stand so."""
        return tuple(cell for cell in self.cells if cell.standing in standings)

    @property
    def agreed(self) -> int:
        """How many agree, with or without a remark."""
        return len(self.of(Standing.AGREED, Standing.REMARK))

    @property
    def words(self) -> str:
        """The counts in short: ``20/24, cat 2, keb 1, basi 4``."""
        told = f"{self.agreed}/{len(self.cells)}"
        for short, standing in (
            ("cat", Standing.REMARK),
            ("keb", Standing.OBJECTION),
            ("basi", Standing.STALE),
        ):
            count = len(self.of(standing))
            told += f", {short} {count}" if count else ""
        return told


class Objection(NamedTuple):
    """An objection to a clause as it now reads."""

    clause: AgreedClause
    party: Party
    remark: str


class Unanswered(NamedTuple):
    """A pihak and the clauses to which it has no answer that still counts."""

    party: Party
    clauses: tuple[AgreedClause, ...]
    silent: bool
    """Whether it has answered nothing at all, stale answers included."""


class Since(NamedTuple):
    """What differs from the text that a pihak answered."""

    party: Party
    reworded: tuple[AgreedClause, ...]
    unanswered: tuple[AgreedClause, ...]
    """Clauses that it has never answered, such as those that came later."""
    dropped: tuple[str, ...]
    """Ids of clauses that it answered and that are gone."""


def matrix(agreement: Agreement, answers: Answers) -> tuple[Row, ...]:
    """Return a row for each clause, in order."""
    asked = answering(agreement)
    rows = []
    for number, clause in enumerate(agreement.clauses, 1):
        words = clause_digest(clause)
        cells = tuple(_cell(party, answers.get((party.id, clause.id)), words) for party in asked)
        rows.append(Row(number, clause, cells))
    return tuple(rows)


def _cell(party: Party, response: Responded | None, words: str) -> Cell:
    if response is None or response.answer is Answer.NONE:
        return Cell(party, Standing.NONE, None)
    stands = _STANDINGS[response.answer] if response.clause_digest == words else Standing.STALE
    return Cell(party, stands, response)


def standing_of(agreement: Agreement, answers: Answers, party: str, clause: str) -> Standing:
    """Return where the answer of one pihak to one clause stands, by their ids; raises :class:`Refused`."""
    words = clause_digest(clause_of(agreement, clause))
    return _cell(answering_party(agreement, party), answers.get((party, clause)), words).standing


def open_objections(agreement: Agreement, answers: Answers) -> tuple[Objection, ...]:
    """Return the objections to the present words.

    One to words that an edit has changed is stale, not open: the pihak has to say whether it is content.
    """
    return tuple(
        Objection(row.clause, cell.party, cell.remark)
        for row in matrix(agreement, answers)
        for cell in row.of(Standing.OBJECTION)
    )


def objections_asked_again(agreement: Agreement, answers: Answers) -> tuple[Objection, ...]:
    """Return the objections to words that were changed since: nobody has said yet that they are settled."""
    return tuple(
        Objection(row.clause, cell.party, cell.remark)
        for row in matrix(agreement, answers)
        for cell in row.of(Standing.STALE)
        if cell.response is not None and cell.response.answer is Answer.OBJECTION
    )


def missing(agreement: Agreement, answers: Answers) -> tuple[Unanswered, ...]:
    """Return who has still something to answer, and what."""
    rows = matrix(agreement, answers)
    found = []
    for at, party in enumerate(answering(agreement)):
        open_rows = [row for row in rows if row.cells[at].standing in (Standing.NONE, Standing.STALE)]
        silent = all(row.cells[at].response is None for row in rows)
        if open_rows:
            found.append(Unanswered(party, tuple(row.clause for row in open_rows), silent))
    return tuple(found)


def changed_since(agreement: Agreement, answers: Answers, party: str) -> Since:
    """Return what differs from the text that a pihak answered; raises :class:`Refused` for an unknown one.

    An answer knows the hash of the words, not the words: it tells which clauses differ. Comparing two
    texts tells how.
    """
    who = answering_party(agreement, party)
    at = answering(agreement).index(who)
    cells = [(row.clause, row.cells[at].standing) for row in matrix(agreement, answers)]
    present = {clause.id for clause in agreement.clauses}
    return Since(
        party=who,
        reworded=tuple(clause for clause, stands in cells if stands is Standing.STALE),
        unanswered=tuple(clause for clause, stands in cells if stands is Standing.NONE),
        dropped=tuple(
            clause_id
            for (party_id, clause_id), one in answers.items()
            if party_id == who.id and clause_id not in present and one.answer is not Answer.NONE
        ),
    )
