"""What follows from other parts of an agreement, worked out again after an edit as composing does it."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from kampanye_tui.agreement.clause_sets import OfferedSet
from kampanye_tui.agreement.compose import compose, resolve, used_of
from kampanye_tui.agreement.law import usable
from kampanye_tui.agreement.vocabulary import Vocabulary, vocabulary
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.office import AgreementChoice, ClauseChoice, Configuration, ElectionChoice
from kampanye_tui.model.pack import PackUse
from kampanye_tui.model.reference import Reference


def settled(before: Agreement, agreement: Agreement, reference: Reference | None = None) -> Agreement:
    """Return the agreement with its clauses filled in, citing what may be cited, and the laws for that.

    ``before`` is the agreement before the edit: a clause whose reading somebody wrote by hand, and whose
    words the edit left alone, keeps it. Without ``reference`` its own serves: an edit of words needs no pack.
    """
    reference = reference or agreement.reference
    words, read = _words(agreement, reference), read_by_hand(before)
    by_hand = [
        (clause.text, clause.parameters, clause.resolved) for clause in before.clauses if clause.id in read
    ]
    clauses = tuple(
        msgspec.structs.replace(
            clause,
            resolved=clause.resolved
            if (clause.text, clause.parameters, clause.resolved) in by_hand
            else resolve(clause.text, clause.parameters, words),
            citations=usable(clause.citations, reference, agreement.occasion.day),
        )
        for clause in agreement.clauses
    )
    return msgspec.structs.replace(agreement, clauses=clauses, reference=used_of(reference, clauses))


def read_by_hand(agreement: Agreement) -> frozenset[str]:
    """Return the ids of clauses that read otherwise than their words do when they are filled in."""
    words = _words(agreement, agreement.reference)
    return frozenset(
        clause.id
        for clause in agreement.clauses
        if resolve(clause.text, clause.parameters, words) != clause.resolved
    )


def _words(agreement: Agreement, reference: Reference) -> Vocabulary:
    return vocabulary(reference, agreement.office, agreement.occasion, agreement.kind, agreement.topic)


def anew(agreement: Agreement, reference: Reference, offered: OfferedSet) -> Agreement:
    """Return what composing would give for all that this agreement says of itself, but for its pihak.

    New clauses and pihak of an agreement are taken from here, so that they are as if they had been there from
    the beginning.
    """
    known = {parameter.name for one in offered.clauses for parameter in one.clause.parameters}
    chosen = {
        parameter.name: parameter.value
        for clause in agreement.clauses
        for parameter in clause.parameters
        if parameter.name in known
    }
    said = Configuration(
        office=agreement.office,
        election=ElectionChoice(id=reference.election.id),
        agreement=AgreementChoice(
            id=agreement.id, kind=agreement.kind, style=agreement.style, topic=agreement.topic
        ),
        occasion=agreement.occasion,
        clauses=ClauseChoice(clause_set=offered.address, parameters=chosen),
    )
    return compose(said, reference, offered, agreement.packs)


def with_packs(agreement: Agreement, now: Iterable[PackUse]) -> Agreement:
    """Return the agreement naming the packs it is made of, where ``now`` are those in use.

    A pack whose clauses stand in the agreement keeps the version that gave them.
    """
    rows = {pack.id: pack for pack in agreement.packs}
    held = {clause.origin.pack for clause in agreement.clauses if clause.origin} & rows.keys()
    rows |= {pack.id: pack for pack in now if pack.id not in held}
    return msgspec.structs.replace(agreement, packs=tuple(rows.values()))


def with_laws(reference: Reference, more: Reference) -> Reference:
    """Return the reference with the laws of another one besides its own, in the order of that one."""
    own = {law.id: law for law in reference.legal_basis}
    laws = [own.pop(law.id, law) for law in more.legal_basis]
    return msgspec.structs.replace(reference, legal_basis=(*own.values(), *laws))
