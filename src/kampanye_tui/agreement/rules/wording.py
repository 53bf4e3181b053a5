"""``kata-klausul``: words that a clause of an agreement must not use."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

import msgspec

from kampanye_tui.agreement.placeholders import fill, reworded
from kampanye_tui.agreement.rules.kind import Hit, RuleKind
from kampanye_tui.agreement.vocabulary import vocabulary
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.finding import Fix, Place, Section
from kampanye_tui.model.party import Role
from kampanye_tui.model.reference import Reference
from kampanye_tui.model.text import Line
from kampanye_tui.model.value import Value, key


class Conditions(Value, frozen=True, kw_only=True):
    """``kata`` lists the words, capitals or not; ``ganti`` is what to write instead, where that is known.

    ``kecuali`` are words in the same sentence with which they are in order. ``bila_mengikat_bukan_peserta``
    looks only at what binds contestants, and only where somebody who does not contest is among the pihak.
    """

    words: tuple[Line, ...] = key("kata")
    instead: Line = key("ganti", default="")
    unless: tuple[Line, ...] = key("kecuali", default=())
    beside_others: bool = key("bila_mengikat_bukan_peserta", default=False)


def check(conditions: Conditions, agreement: Agreement, _reference: Reference) -> Iterator[Hit]:
    """Report the first of the words in each clause that binds contestants."""
    if conditions.beside_others and len(agreement.of_role(Role.CONTESTANT)) == len(agreement.parties):
        return
    word, unless = _any_of(conditions.words), _any_of(conditions.unless)
    for clause in agreement.clauses:
        if conditions.beside_others and clause.subject is not Role.CONTESTANT:
            continue
        sentences = re.split(r"(?<=[.;])\s", f"{clause.title}.\n{clause.resolved}")
        met = next(
            (
                met
                for one in sentences
                if (met := word.search(one)) and not (conditions.unless and unless.search(one))
            ),
            None,
        )
        if met is None:
            continue
        fix = None
        if conditions.instead and not clause.locked:
            fix = Fix(
                label=f"Tulis “{conditions.instead}” sebagai ganti “{met[0]}” pada klausul “{clause.title}”",
                apply=partial(_reworded, clause_id=clause.id, word=word, instead=conditions.instead),
            )
        yield Hit(
            Place(section=Section.CLAUSES, id=clause.id, field="teks"),
            {"klausul": clause.title, "kata": met[0]},
            fix,
        )


def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of any of the words, whole, with whatever blanks between them."""
    spaced = (re.escape(one).replace("\\ ", r"\s+") for one in words)
    return re.compile(rf"(?<!\w)({'|'.join(spaced)})(?!\w)", re.IGNORECASE)


def _reworded(agreement: Agreement, clause_id: str, word: re.Pattern[str], instead: str) -> Agreement:
    words = vocabulary(
        agreement.reference, agreement.office, agreement.occasion, agreement.kind, agreement.topic
    )
    said = fill(instead, words)
    return msgspec.structs.replace(
        agreement,
        clauses=tuple(
            msgspec.structs.replace(
                clause,
                title=word.sub(lambda _met: said, clause.title),
                text=reworded(clause.text, lambda words: word.sub(lambda _met: instead, words)),
                resolved=word.sub(lambda _met: said, clause.resolved),
            )
            if clause.id == clause_id
            else clause
            for clause in agreement.clauses
        ),
    )


KIND = RuleKind("kata-klausul", Conditions, ("klausul", "kata"), check)
