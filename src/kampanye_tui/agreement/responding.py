"""What pihak say to clauses: which answers may be recorded, and the events for them.

An agreement, the events of its ledger and an answer come in; new events go out. An answer is tied to the
words it was given to, so an edit of a clause makes it stale by itself. Answering is voluntary: silence is no
fault.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import NamedTuple

from kampanye_tui.agreement.edit_clauses import clause_of
from kampanye_tui.agreement.facts import of_kind
from kampanye_tui.agreement.moment import refuse_future
from kampanye_tui.agreement.party_named import party_named
from kampanye_tui.agreement.vocabulary import contestants_within
from kampanye_tui.model.agreement import AgreedClause, Agreement
from kampanye_tui.model.canonical import digest
from kampanye_tui.model.event import Answer, AnyEvent, Responded
from kampanye_tui.model.messages import Words, nearest
from kampanye_tui.model.party import Party, Role
from kampanye_tui.model.problem import refuse

ANSWERING = (Role.CONTESTANT, Role.WITNESS, Role.ACKNOWLEDGING)
"""Who is asked: contestants and the institutions. The organiser's answer is the draft itself."""
REMARKED = (Answer.REMARK, Answer.OBJECTION)
"""Answers that say nothing without a remark."""
Answers = Mapping[tuple[str, str], Responded]
"""The last answer of each pihak to each clause, by their ids, as a state has them."""


class Said(NamedTuple):
    """An answer as it is given: ids of pihak and clause, the answer, what goes with it."""

    party: str
    clause: str
    answer: Answer
    remark: str = ""


def clause_digest(clause: AgreedClause) -> str:
    """Return the SHA-256 of what a pihak answers to: title, words as they read, citations."""
    citations = [[citation.law, citation.article] for citation in clause.citations]
    return digest([clause.title, clause.resolved, citations])


def answers_of(events: Iterable[AnyEvent]) -> dict[tuple[str, str], Responded]:
    """Return the last answer of each pihak to each clause; stale ones as well."""
    return {(one.party, one.clause): one for one in of_kind(events, Responded)}


def answering(agreement: Agreement) -> tuple[Party, ...]:
    """Return the pihak that are asked for answers, in the order of the agreement."""
    return agreement.of_role(*ANSWERING)


def answering_party(agreement: Agreement, name: str) -> Party:
    """Return who answers under that id, ballot number or short name; raises :class:`Refused`."""
    asked = answering(agreement)
    found = party_named(asked, name)
    if found is not None:
        return found
    if party_named(agreement.parties, name) is not None:
        raise refuse(
            f'pihak "{name}" tidak dimintai tanggapan',
            f"Tanggapan diminta dari {contestants_within(agreement.reference)}, saksi, dan yang mengetahui",
        )
    near = nearest(name, [one.id for one in asked])
    raise refuse(
        f'pihak "{name}" tidak ada dalam naskah ini',
        near if near.startswith("Mungkin") else "Sebutkan id, nomor urut, atau singkatannya",
    )


def responded(
    agreement: Agreement,
    events: Iterable[AnyEvent],
    party: str,
    clause: str,
    answer: Answer,
    *,
    occurred: datetime,
    recorded: datetime,
    operator: str,
    remark: str = "",
) -> Responded:
    """Return the event for an answer to a clause as it now reads; raises :class:`Refused`.

    ``party`` is an id, ballot number or short name. A remark is needed where the answer says nothing without
    one; only an answer that was given can be taken back.
    """
    who = answering_party(agreement, party)
    (event,) = all_responded(
        agreement,
        events,
        (Said(who.id, clause, answer, remark),),
        occurred=occurred,
        recorded=recorded,
        operator=operator,
    )
    return event


def all_responded(
    agreement: Agreement,
    events: Iterable[AnyEvent],
    said: Iterable[Said],
    *,
    occurred: datetime,
    recorded: datetime,
    operator: str,
) -> tuple[Responded, ...]:
    """Return an event for each answer; raises :class:`Refused` for the first that may not be recorded."""
    refuse_future(occurred, recorded)
    given = answers_of(events)
    made = []
    for one in said:
        party, clause = answering_party(agreement, one.party), clause_of(agreement, one.clause)
        for fault, hint in faults_of(one, party, given.get((party.id, clause.id))):
            raise refuse(fault, hint)
        made.append(
            Responded(
                number=0,
                occurred=occurred,
                recorded=recorded,
                operator=operator,
                party=party.id,
                clause=clause.id,
                clause_digest=clause_digest(clause),
                answer=one.answer,
                remark=one.remark.strip(),
            )
        )
    return tuple(made)


def faults_of(said: Said, party: Party, before: Responded | None) -> Iterator[Words]:
    """Yield why an answer may not be recorded behind the one before it."""
    remarked = bool(said.remark.strip())
    if said.answer in REMARKED and not remarked:
        word = "keberatan" if said.answer is Answer.OBJECTION else "catatan"
        yield f"isi {word} belum ditulis", "Tulis apa yang disampaikan pihak itu"
    if said.answer not in REMARKED and remarked:
        what = f'jawaban "{said.answer.value}" tidak disertai catatan'
        yield what, 'Pilih "setuju-dengan-catatan" atau "keberatan"'
    if said.answer is Answer.NONE and (before is None or before.answer is Answer.NONE):
        what = f'{party.called} belum menanggapi klausul "{said.clause}", jadi tidak ada yang dicabut'
        yield what, "Lihat dengan: kampanye tanggapan daftar"


def to_agree_with(agreement: Agreement, events: Iterable[AnyEvent], party: str) -> tuple[Said, ...]:
    """Return what a pihak says who agrees to everything: yes to each clause not agreed to as it now reads.

    What was agreed to with a remark keeps it. An objection gives way: who agrees to all of it has none left.
    """
    who, given = answering_party(agreement, party), answers_of(events)
    return tuple(
        Said(who.id, clause.id, Answer.AGREED)
        for clause in agreement.clauses
        if (one := given.get((who.id, clause.id))) is None
        or one.answer not in (Answer.AGREED, Answer.REMARK)
        or one.clause_digest != clause_digest(clause)
    )


def to_withdraw(agreement: Agreement, events: Iterable[AnyEvent], party: str) -> tuple[Said, ...]:
    """Return what a pihak says who takes every answer back."""
    who, given = answering_party(agreement, party), answers_of(events)
    return tuple(
        Said(who.id, clause.id, Answer.NONE)
        for clause in agreement.clauses
        if (one := given.get((who.id, clause.id))) is not None and one.answer is not Answer.NONE
    )


def agreed_to_all(
    agreement: Agreement,
    events: Iterable[AnyEvent],
    party: str,
    *,
    occurred: datetime,
    recorded: datetime,
    operator: str,
) -> tuple[Responded, ...]:
    """Return an event for every clause that a pihak has not agreed to yet: see :func:`to_agree_with`."""
    listed = tuple(events)
    said = to_agree_with(agreement, listed, party)
    return all_responded(agreement, listed, said, occurred=occurred, recorded=recorded, operator=operator)
