"""The kinds of declarative rules, one a file, and how an entry ``[[aturan]]`` becomes a rule that runs.

The list is closed: a pack chooses a kind, its conditions, level and words; what no kind can say is a Python
rule.
"""

from __future__ import annotations

from collections.abc import Iterator

from kampanye_tui.agreement.law import usable
from kampanye_tui.agreement.placeholders import Kind as Piece
from kampanye_tui.agreement.placeholders import finish, found
from kampanye_tui.agreement.rules import (
    annexes,
    ballot_order,
    citations,
    conflicts,
    contestants,
    copies,
    institutions,
    locked,
    needed,
    numbers,
    occasion,
    party_numbers,
    readings,
    references,
    regional,
    samples,
    signatories,
    signing_day,
    spelling,
    titles,
    unfilled,
    wording,
)
from kampanye_tui.agreement.rules.kind import RuleKind
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.finding import Finding
from kampanye_tui.model.messages import nearest, stray_brace, unknown_choice
from kampanye_tui.model.problem import Problem, Refused, Step, refuse
from kampanye_tui.model.reading import read_table
from kampanye_tui.model.reference import Reference
from kampanye_tui.model.rule import Rule, RuleEntry

KINDS: dict[str, RuleKind] = {
    module.KIND.name: module.KIND
    for module in (
        annexes,
        ballot_order,
        citations,
        conflicts,
        contestants,
        copies,
        institutions,
        locked,
        needed,
        numbers,
        occasion,
        party_numbers,
        readings,
        references,
        regional,
        samples,
        signatories,
        signing_day,
        spelling,
        titles,
        unfilled,
        wording,
    )
}


def build(entry: RuleEntry, file: str, steps: tuple[Step, ...] = ()) -> Rule:
    """Return the rule that an entry describes.

    Raises :class:`Refused` for an unknown kind, for conditions its kind does not know, and for a placeholder
    in the message that its kind does not offer.
    """
    kind = KINDS.get(entry.kind)
    if kind is None:
        raise refuse(*unknown_choice(entry.kind, KINDS), file=file, steps=steps, key="jenis")
    conditions = read_table(kind.conditions, entry.conditions, file, (*steps, Step("syarat")))
    unknown = [name for name in found(entry.message, Piece.NAME) if name not in kind.offers]
    for stray in found(entry.message, Piece.STRAY):
        raise refuse(*stray_brace(stray), file=file, steps=steps, key="pesan")
    if unknown:
        raise Refused(
            Problem(
                what=f"isian {{{name}}} tidak disediakan oleh jenis {kind.name}",
                hint=nearest(name, kind.offers),
                file=file,
                steps=steps,
                key="pesan",
            )
            for name in unknown
        )

    def check(agreement: Agreement, reference: Reference) -> Iterator[Finding]:
        for hit in kind.check(conditions, agreement, reference):
            yield Finding(
                rule=entry.id,
                level=entry.level,
                message=finish(entry.message, hit.words.__getitem__, str),
                place=hit.place,
                citations=usable(entry.citations, reference, agreement.occasion.day),
                fix=hit.fix,
            )

    return Rule(id=entry.id, level=entry.level, check=check, citations=entry.citations)
