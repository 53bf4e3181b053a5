"""``ejaan``: words that are written another way today, or another way in this office."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import partial

import msgspec

from kampanye_tui.agreement.placeholders import Kind, pieces, reworded
from kampanye_tui.agreement.rules.kind import Hit, RuleKind
from kampanye_tui.agreement.settle import settled
from kampanye_tui.model.agreement import AgreedClause, Agreement
from kampanye_tui.model.finding import Fix, Place, Section
from kampanye_tui.model.party import Party
from kampanye_tui.model.reference import Reference
from kampanye_tui.model.text import Line
from kampanye_tui.model.value import Value, key


class Conditions(Value, frozen=True, kw_only=True):
    """``ejaan`` holds found → wanted. What the office says under ``[kantor.ejaan]`` comes first.

    Titles of laws keep their own spelling: they are not looked at.
    """

    pairs: dict[Line, Line] = key("ejaan")


def check(conditions: Conditions, agreement: Agreement, _reference: Reference) -> Iterator[Hit]:
    """Report each word once, at the first part of the agreement that holds it; names are not looked at.

    A name of a body or a place is as it was founded, however words are spelt today.
    """
    own = agreement.office.spelling
    pairs = {found: wanted for found, wanted in conditions.pairs.items() if found not in own.values()} | own
    # Taken apart once, not once for each word: the check runs after every edit.
    texts = [(place, _literals(text)) for place, text in _texts(agreement)]
    for found, wanted in pairs.items():
        word = re.compile(rf"(?<!\w){re.escape(found)}(?!\w)")
        place = next((place for place, literals in texts if _hold(literals, found, word)), None)
        if place is not None:
            fix = Fix(
                label=f"Tulis “{wanted}” sebagai ganti “{found}” di seluruh naskah",
                apply=partial(_respelled, word=word, wanted=wanted),
                safe=True,
            )
            yield Hit(place, {"tertulis": found, "seharusnya": wanted}, fix)


def _texts(agreement: Agreement) -> Iterator[tuple[Place, str]]:
    """Yield the texts that people word, with their places."""
    yield Place(section=Section.AGREEMENT, field="tentang"), agreement.topic
    for party in agreement.parties:
        for person in party.signatories:
            yield Place(section=Section.PARTIES, id=party.id, field="penandatangan"), person.office
    for clause in agreement.clauses:
        if not clause.locked:
            yield Place(section=Section.CLAUSES, id=clause.id, field="teks"), f"{clause.title}\n{clause.text}"


def _literals(text: str) -> tuple[str, ...]:
    return tuple(piece.text for piece in pieces(text) if piece.kind is Kind.LITERAL)


def _hold(literals: Iterable[str], found: str, word: re.Pattern[str]) -> bool:
    return any(found in literal and word.search(literal) for literal in literals)


def _respelled(agreement: Agreement, word: re.Pattern[str], wanted: str) -> Agreement:
    def said(text: str) -> str:
        return reworded(text, lambda words: word.sub(lambda _met: wanted, words))

    def of_party(party: Party) -> Party:
        people = tuple(
            msgspec.structs.replace(person, office=said(person.office)) for person in party.signatories
        )
        return msgspec.structs.replace(party, signatories=people)

    def of_clause(clause: AgreedClause) -> AgreedClause:
        if clause.locked:
            return clause
        return msgspec.structs.replace(clause, title=said(clause.title), text=said(clause.text))

    after = msgspec.structs.replace(
        agreement,
        topic=said(agreement.topic),
        parties=tuple(map(of_party, agreement.parties)),
        clauses=tuple(map(of_clause, agreement.clauses)),
    )
    return settled(agreement, after)


KIND = RuleKind("ejaan", Conditions, ("tertulis", "seharusnya"), check)
