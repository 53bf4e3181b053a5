"""What differs from the words that a pihak answered: a redline of just the clauses that it knew otherwise.

An agreement, its answers and earlier texts of it come in, a redline goes out. An answer knows the hash of the
words, so the words are found in whichever text has them. It reads no file, and never guesses words that no
text has any more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

import msgspec

from kampanye_tui.agreement.edit_clauses import clause_of
from kampanye_tui.agreement.redline import Redline, redline
from kampanye_tui.agreement.responding import Answers, clause_digest
from kampanye_tui.agreement.response_matrix import Since, changed_since
from kampanye_tui.model.agreement import AgreedClause, Agreement

NO_PAPER: Mapping[str, str] = MappingProxyType({})


def since_answered(
    agreement: Agreement,
    answers: Answers,
    party: str,
    texts: Iterable[Agreement],
    clause: str = "",
    printed: Mapping[str, str] = NO_PAPER,
) -> Redline:
    """Return what differs from what a pihak answered, in all clauses or in the one of that id.

    ``printed`` is clause id → what the paper of the pihak calls it. No more of ``texts`` is read than is
    needed. Clauses whose former words none of them has, and those that were never answered, are told among
    the others. Raises :class:`Refused` for an unknown pihak or clause.
    """
    since = changed_since(agreement, answers, party)
    if clause:
        since = _of_one(since, clause_of(agreement, clause))
    wanted = {
        one: answers[since.party.id, one].clause_digest
        for one in (*(clause.id for clause in since.reworded), *since.dropped)
    }
    found = _found(wanted, texts)
    clauses = [found[clause.id].clause if clause.id in found else clause for clause in agreement.clauses]
    for gone in sorted((found[one] for one in since.dropped if one in found), key=lambda gone: gone.at):
        clauses.insert(gone.at, gone.clause)
    made = redline(msgspec.structs.replace(agreement, clauses=tuple(clauses)), agreement)
    lost = tuple(one for one in wanted if one not in found)
    differing = tuple(one._replace(printed=printed.get(one.id, "")) for one in made.differing)
    return Redline(differing, tuple(_told(agreement, since, lost, printed)))


class _Found(NamedTuple):
    """A clause as it was answered, and how many stood before it in the text that has it."""

    at: int
    clause: AgreedClause


def _of_one(since: Since, clause: AgreedClause) -> Since:
    return Since(
        since.party,
        tuple(one for one in since.reworded if one == clause),
        tuple(one for one in since.unanswered if one == clause),
        (),
    )


def _found(wanted: Mapping[str, str], texts: Iterable[Agreement]) -> dict[str, _Found]:
    """Return the clauses that read as the digests say, by their ids."""
    found: dict[str, _Found] = {}
    if not wanted:
        return found
    for text in texts:
        for at, clause in enumerate(text.clauses):
            if wanted.get(clause.id) == clause_digest(clause):
                found.setdefault(clause.id, _Found(at, clause))
        if len(found) == len(wanted):
            break
    return found


def _told(
    agreement: Agreement, since: Since, lost: tuple[str, ...], printed: Mapping[str, str]
) -> Iterator[str]:
    if lost:
        called = ", ".join(_called(agreement, one, printed) for one in lost)
        yield (
            f"Bunyi yang dahulu ditanggapi tidak tersimpan lagi: {called}. "
            "Bandingkan dengan lembar yang dahulu dikirim."
        )
    if since.unanswered:
        called = ", ".join(_called(agreement, clause.id, printed) for clause in since.unanswered)
        yield f"Belum ditanggapi {since.party.called}: {called}."


def _called(agreement: Agreement, clause_id: str, printed: Mapping[str, str]) -> str:
    """Return a clause by its numbers and title, or one that is gone by its id."""
    for number, clause in enumerate(agreement.clauses, 1):
        if clause.id == clause_id:
            on_paper = printed.get(clause_id)
            return f"klausul {number} ({f'{on_paper} naskah, ' if on_paper else ''}{clause.title})"
    return f'klausul "{clause_id}" yang sudah dihapus'
