"""Many agreements in figures: what became of each, and of each province, from texts and ledgers alone.

What was verified comes in, frozen values go out, for lists, tables and papers. No file and no clock is read
here: days without news are counted up to a day that the caller names.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple, TypeVar

import msgspec

from kampanye_tui.agreement.clause_fates import clause_fates
from kampanye_tui.agreement.clause_sets import OfferedSet
from kampanye_tui.agreement.copy_standing import copy_count
from kampanye_tui.agreement.moment import zone_of
from kampanye_tui.agreement.state import state
from kampanye_tui.agreement.verification import Verdict, Verified
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.event import AnyEvent, Outcome
from kampanye_tui.model.messages import nearest
from kampanye_tui.model.problem import refuse
from kampanye_tui.model.recap import Chain, ClauseFate, ClauseHere, OfficeSummary, Stage, Sum, Tally, Trouble
from kampanye_tui.model.state import Phase, State

S = TypeVar("S", OfficeSummary, Trouble, ClauseHere)
_FAR = "\uffff"
"""Sorts what has no region behind all that have one."""


class Recap(NamedTuple):
    """All that arrived: what was counted, what was not and why, and what another arrival outdates."""

    offices: tuple[OfficeSummary, ...]
    troubles: tuple[Trouble, ...]
    older: tuple[Trouble, ...] = ()


def told(found: Verified, place: str, sets: Mapping[str, OfferedSet]) -> OfficeSummary | Trouble:
    """Return what a recap tells of an agreement; one that does not hold is told with its first break.

    ``sets`` are those of the national pack, by address.
    """
    text, broken = found.text, found.first_break
    if broken is not None or text is None:
        # Its region is worth telling, its figures are not: nobody knows which of them still are true.
        known = text or next(iter(found.texts.values()), None)
        return _trouble(place, str(broken), known)
    if not found.events:
        return summary(text, (), place, sets, chain=Chain.EMPTY)
    ledger = found.checks[0]
    chain = Chain.PARTLY if ledger.verdict is Verdict.NOTE else Chain.HOLDS
    return summary(text, found.events, place, sets, chain=chain, head=found.heads[-1])


def summary(
    agreement: Agreement,
    events: Sequence[AnyEvent],
    place: str,
    sets: Mapping[str, OfferedSet],
    *,
    chain: Chain,
    head: str = "",
) -> OfficeSummary:
    """Return an agreement and what happened to it in figures."""
    stands = state(agreement, events, head)
    region = agreement.reference.region
    base, clauses = clause_fates(agreement, sets)
    stands_to = Counter(one.fate for one in clauses)
    last = max((event.recorded for event in events), default=None)
    return OfficeSummary(
        place=place,
        region=region.code,
        name=region.name,
        province=region.province,
        office=agreement.office.name or region.designation,
        id=agreement.id,
        revision=agreement.revision,
        stage=_stage(stands),
        code=stands.code,
        chain=chain,
        head=head,
        events=len(events),
        news=last.astimezone(zone_of(region)).date() if last else None,
        base=base,
        tally=_outcomes(agreement, stands, stands_to),
        clauses=clauses,
    )


def _stage(stands: State) -> Stage:
    if stands.phase is Phase.DRAFT:
        return Stage.DRAFT
    if stands.phase is Phase.CLOSED:
        return Stage.CLOSED
    return Stage.SIGNING if any(not seat.open for seat in stands.seats) else Stage.FINAL


def _outcomes(agreement: Agreement, stands: State, clauses: Mapping[ClauseFate, int]) -> Tally:
    outcomes = Counter(seat.outcome for seat in stands.seats)
    copies = copy_count(agreement, stands)
    return Tally(
        signers=sum(not seat.spared for seat in stands.seats),
        signed=outcomes[Outcome.SIGNED],
        present=outcomes[Outcome.PRESENT],
        absent=outcomes[Outcome.ABSENT],
        later=outcomes[Outcome.LATER],
        copies=copies.planned,
        printed=copies.printed,
        handed=copies.handed,
        received=copies.received,
        taken=clauses[ClauseFate.TAKEN],
        changed=clauses[ClauseFate.CHANGED],
        dropped=clauses[ClauseFate.DROPPED],
        own=clauses[ClauseFate.OWN],
    )


def _trouble(place: str, reason: str, agreement: Agreement | None) -> Trouble:
    if agreement is None:
        return Trouble(place=place, reason=reason)
    region = agreement.reference.region
    return Trouble(
        place=place,
        reason=reason,
        region=region.code,
        province=region.province,
        office=agreement.office.name or region.designation,
    )


def gathered(found: Iterable[OfficeSummary | Trouble]) -> Recap:
    """Return all that arrived, in the order of regions; of one agreement that came twice the one further on.

    Two that are equally far and yet differ are told and not counted: the files do not say which is right.
    """
    offices: dict[tuple[str, str], list[OfficeSummary]] = {}
    troubles: list[Trouble] = []
    for one in found:
        if isinstance(one, Trouble):
            troubles.append(one)
        else:
            offices.setdefault((one.region, one.id), []).append(one)
    counted: list[OfficeSummary] = []
    older: list[Trouble] = []
    for arrived in offices.values():
        first, *others = sorted(arrived, key=lambda one: (-one.events, -one.revision, one.place))
        rivals = [one for one in others if _rivals(first, one)]
        if rivals:
            reason = f"dua naskah yang berbeda untuk kantor ini, di {first.place} dan {rivals[0].place}"
            troubles += [_about(one, reason) for one in (first, *rivals)]
        else:
            counted.append(first)
        older += [_about(one, _beside(one, first)) for one in others if one not in rivals]
    return Recap(
        tuple(sorted(counted, key=lambda one: (one.region, one.id))),
        tuple(sorted(troubles, key=lambda one: (one.region or _FAR, one.place))),
        tuple(sorted(older, key=lambda one: (one.region, one.place))),
    )


def _rivals(one: OfficeSummary, other: OfficeSummary) -> bool:
    """Tell whether neither of two is an earlier state of the other, as far as their ends show."""
    return (one.events, one.revision) == (other.events, other.revision) and (one.head, one.code) != (
        other.head,
        other.code,
    )


def _beside(one: OfficeSummary, counted: OfficeSummary) -> str:
    """Return how an arrival stands to the one that counts."""
    same = one.events == counted.events and one.revision == counted.revision
    return f"{'sama dengan' if same else 'lebih lama daripada'} {counted.place}"


def _about(one: OfficeSummary, reason: str) -> Trouble:
    return Trouble(
        place=one.place, reason=reason, region=one.region, province=one.province, office=one.office
    )


def chosen(recap: Recap, provinces: Sequence[str] = (), stages: Sequence[Stage] = ()) -> Recap:
    """Return the part of a recap of these provinces, by name or code, and of these stages; none means all.

    With stages, troubles are left out: nobody knows how far those are.
    """
    wanted = {name.casefold() for name in provinces}

    def here(one: OfficeSummary | Trouble) -> bool:
        return not wanted or bool(wanted & {one.province.casefold(), one.region[:2]})

    return Recap(
        tuple(one for one in recap.offices if here(one) and (not stages or one.stage in stages)),
        () if stages else tuple(filter(here, recap.troubles)),
        () if stages else tuple(filter(here, recap.older)),
    )


def refuse_unknown(recap: Recap, provinces: Sequence[str]) -> None:
    """Raise :class:`Refused` for a province, by name or code, of which nothing arrived."""
    arrived: tuple[OfficeSummary | Trouble, ...] = (*recap.offices, *recap.troubles)
    there = [one for one in arrived if one.province]
    names = {name.casefold() for one in there for name in (one.province, one.region[:2])}
    for name in provinces:
        if name.casefold() not in names:
            known = dict.fromkeys(one.province for one in there)
            raise refuse(f'tidak ada kiriman dari provinsi "{name}"', nearest(name, known) if known else "")


def part_words(provinces: Sequence[str], stages: Sequence[Stage]) -> str:
    """Return which part was chosen, for the head of a paper or a screen; empty for all."""
    parts = [f"provinsi {', '.join(provinces)}"] if provinces else []
    parts += [f"keadaan {', '.join(stages)}"] if stages else []
    return f"hanya {'; '.join(parts)}" if parts else ""


def spelled(recap: Recap, lost: Callable[[str], Iterable[str]]) -> Recap:
    """Return a recap in letters that a typeface has: no name that somebody sent keeps a paper from others.

    ``lost`` returns the letters of a text, composed, that it does not have; they are written out.
    """

    def text(said: str) -> str:
        for letter in lost(said):
            said = unicodedata.normalize("NFC", said).replace(letter, f"<U+{ord(letter):04X}>")
        return said

    def of(one: S) -> S:
        named = {
            name: getattr(one, name)
            for name in ("place", "name", "province", "office", "reason", "title", "text")
            if hasattr(one, name)
        }
        changed: dict[str, Any] = {name: text(said) for name, said in named.items()}
        if isinstance(one, OfficeSummary):
            changed["clauses"] = tuple(map(of, one.clauses))
        return msgspec.structs.replace(one, **changed)

    return Recap(
        tuple(of(one) for one in recap.offices),
        tuple(of(one) for one in recap.troubles),
        tuple(of(one) for one in recap.older),
    )


def by_province(recap: Recap, day: date) -> tuple[Sum, ...]:
    """Return the sum of each province, in the order of its code."""
    codes: dict[str, str] = {}
    listed: tuple[OfficeSummary | Trouble, ...] = (*recap.offices, *recap.troubles)
    for one in listed:
        if one.province:
            codes.setdefault(one.province, one.region[:2])
    return tuple(
        summed(name, chosen(recap, (name,)), day) for name in sorted(codes, key=lambda name: codes[name])
    )


def summed(name: str, recap: Recap, day: date) -> Sum:
    """Return several agreements together, under a name."""
    silences = [days for one in recap.offices if (days := one.silent(day)) is not None]
    stages = Counter(one.stage for one in recap.offices)
    return Sum(
        name=name,
        offices=len({one.region for one in recap.offices}),
        agreements=len(recap.offices),
        stages={stage: stages[stage] for stage in Stage},
        silent=max(silences, default=None),
        troubles=len(recap.troubles),
        tally=_added(one.tally for one in recap.offices),
    )


def _added(tallies: Iterable[Tally]) -> Tally:
    listed = tuple(tallies)
    names = Tally.__struct_fields__
    return Tally(**{name: sum(getattr(one, name) for one in listed) for name in names})
