"""Whether a law holds on a day for a kind of election, as far as the data can tell."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from kampanye_tui.model.election import ElectionKind
from kampanye_tui.model.legal import Citation, LegalBasis
from kampanye_tui.model.reference import Reference


class Standing(StrEnum):
    """What is known of a law on a day."""

    IN_FORCE = "berlaku"
    UNCHECKED = "belum diperiksa"
    NOT_YET = "belum berlaku"
    NO_LONGER = "tidak berlaku lagi"
    OTHER_ELECTION = "bukan untuk pemilihan ini"


USABLE = frozenset({Standing.IN_FORCE, Standing.UNCHECKED})


def standing(law: LegalBasis, day: date | None, election: ElectionKind) -> Standing:
    """Return the standing of ``law`` on ``day``; with no day yet, a law that has an end is unchecked.

    A date of force that no source states stays unknown. What bounds it from below is known all the same: a
    law does not hold before it was enacted, nor before its year.
    """
    if law.elections and election not in law.elections:
        return Standing.OTHER_ELECTION
    known = Standing.UNCHECKED if law.in_force is None else Standing.IN_FORCE
    if day is None:
        return known if law.until is None else Standing.UNCHECKED
    if law.until is not None and day > law.until:
        return Standing.NO_LONGER
    earliest = law.in_force or law.enacted or date(law.year, 1, 1)
    if day < earliest:
        return Standing.NOT_YET
    return known


def short_name(law: LegalBasis) -> str:
    """Return how a law is called in short: ``UU 7/2017``, ``Putusan MK 65/PUU-XXI/2023``."""
    return f"{law.kind} {law.number}" if numbered_with_year(law) else f"{law.kind} {law.number}/{law.year}"


def numbered_with_year(law: LegalBasis) -> bool:
    """Tell whether the number holds the year already, as the Constitutional Court's numbers do."""
    return "/" in law.number


def usable(citations: Iterable[Citation], reference: Reference, day: date | None) -> tuple[Citation, ...]:
    """Return the citations that may stand in a text signed on ``day``: of laws that hold by then.

    One of an unknown law stays, for a rule to report: it is somebody's mistake, and nobody's choice.
    """
    kept = []
    for citation in citations:
        law = reference.law(citation.law)
        if law is None or standing(law, day, reference.election.kind) in USABLE:
            kept.append(citation)
    return tuple(kept)
