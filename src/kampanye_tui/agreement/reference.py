"""The reference for one region, election and day, composed from what packs gave."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import NamedTuple, TypeVar

import msgspec

from kampanye_tui.agreement.layers import Given, lay
from kampanye_tui.agreement.placeholders import Kind, found
from kampanye_tui.agreement.vocabulary import of_reference, said
from kampanye_tui.model.election import Contestant, Election, ElectionKind
from kampanye_tui.model.legal import LegalBasis
from kampanye_tui.model.party import Stakeholder
from kampanye_tui.model.reference import Conflict, Reference
from kampanye_tui.model.region import Region, RegionKind, chain
from kampanye_tui.model.term import Term

T = TypeVar("T")


class Offers(NamedTuple):
    """What packs gave that becomes the reference."""

    legal_basis: tuple[Given[LegalBasis], ...] = ()
    contestants: tuple[Given[Contestant], ...] = ()
    stakeholders: tuple[Given[Stakeholder], ...] = ()
    terms: tuple[Given[Term], ...] = ()


def compose_reference(
    offers: Offers,
    region: Region,
    election: Election,
    day: date | None,
    conflicts: tuple[Conflict, ...] = (),
) -> Reference:
    """Return what holds in ``region`` for ``election`` on ``day``.

    ``conflicts`` are those found before (regions, elections, clause sets); new ones are added.
    """
    codes = _electing(region, election)
    laws, law_conflicts = lay(offers.legal_basis, lambda law: law.id, "dasar hukum")
    contestants, contestant_conflicts = lay(
        _kept(
            offers.contestants,
            lambda one: one.election == election.id and one.region in codes,
        ),
        lambda contestant: contestant.id,
        "peserta",
    )
    stakeholders, stakeholder_conflicts = lay(
        _kept(offers.stakeholders, lambda one: holds(one, region, election, day)),
        lambda stakeholder: stakeholder.id,
        "calon pihak",
    )
    terms, term_conflicts = lay(
        _kept(offers.terms, lambda term: holds(term, region, election, day)),
        lambda term: term.name,
        "istilah",
    )
    reference = Reference(
        region=region,
        election=election,
        contestants=tuple(sorted(contestants, key=lambda contestant: contestant.number)),
        stakeholders=tuple(one for one in stakeholders if one.invited),
        legal_basis=laws,
        terms=terms,
        conflicts=(
            *conflicts,
            *law_conflicts,
            *contestant_conflicts,
            *stakeholder_conflicts,
            *term_conflicts,
        ),
    )
    return msgspec.structs.replace(
        reference, conflicts=(*reference.conflicts, *_unknown_words(reference, offers))
    )


def _unknown_words(reference: Reference, offers: Offers) -> Iterator[Conflict]:
    """Yield a conflict for each placeholder in the words of packs that nothing knows."""
    words = of_reference(reference)
    texts: list[tuple[str, str, tuple[str, ...]]] = [
        (pack.id, f'istilah "{term.name}"', (words[term.name],))
        for pack, terms in offers.terms
        for term in terms
        if term in reference.terms
    ]
    texts += [
        (pack.id, f'calon pihak "{one.id}"', tuple(said(t, words) for t in (one.name, one.short, one.office)))
        for pack, stakeholders in offers.stakeholders
        for one in stakeholders
        if one in reference.stakeholders
    ]
    for pack_id, subject, said_texts in texts:
        for name in dict.fromkeys(name for text in said_texts for name in found(text, Kind.NAME)):
            yield Conflict(subject=subject, packs=(pack_id,), what=f"isian {{{name}}} tidak dikenal")


def _electing(region: Region, election: Election) -> tuple[str, ...]:
    """Return the codes of regions whose contestants stand on the ballot that this region has its office for.

    Heads of a kabupaten or kota and those of its province are elected in two contests; an administrative
    one elects the head of its province only.
    """
    if election.kind is ElectionKind.REGIONAL_HEADS and region.kind in (RegionKind.REGENCY, RegionKind.CITY):
        return "", region.code
    return chain(region.code)


def holds(one: Term | Stakeholder, region: Region, election: Election, day: date | None) -> bool:
    """Tell whether a word or a body is that of this region, for this election, on this day.

    With no day yet, what holds today is what has no end.
    """
    return (
        (not one.region_kinds or region.kind in one.region_kinds)
        and (not one.elections or election.kind in one.elections)
        and (one.since is None or day is None or day >= one.since)
        and (one.until is None or (day is not None and day <= one.until))
    )


def _kept(given: Iterable[Given[T]], wanted: Callable[[T], bool]) -> list[Given[T]]:
    return [Given(pack, tuple(filter(wanted, items))) for pack, items in given]
