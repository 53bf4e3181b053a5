"""Running rules over an agreement, and applying the mends they offer."""

from __future__ import annotations

from collections.abc import Iterable

from kampanye_tui.agreement.seating import with_known_names
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.event import AnyEvent
from kampanye_tui.model.finding import Finding, Level, Section
from kampanye_tui.model.office import Configuration
from kampanye_tui.model.reference import Reference
from kampanye_tui.model.rule import Rule


def run(
    agreement: Agreement, reference: Reference, rules: Iterable[Rule], events: Iterable[AnyEvent] = ()
) -> tuple[Finding, ...]:
    """Return all findings, weightiest first, then in the order of the agreement's parts.

    A name that the text leaves open and ``events`` of its ledger know is not missing; what would mend such a
    name is left out, for it is not in the text.
    """
    known = with_known_names(agreement, events)
    found = [finding for rule in rules for finding in rule.check(known, reference)]
    if known != agreement:
        found = [one for one in found if one.fix is None or one.fix.apply(agreement) != agreement]
    levels, sections = list(Level), list(Section)
    return tuple(
        sorted(
            found,
            key=lambda finding: (
                levels.index(finding.level),
                sections.index(finding.place.section),
            ),
        )
    )


def mendable(findings: Iterable[Finding], configuration: Configuration) -> tuple[Finding, ...]:
    """Return the findings that may be mended unasked: safely, and not about what the configuration declines.

    What it says outright (``ikut = false``) is nobody's oversight.
    """
    declined = {entry.id for entry in configuration.parties if not entry.invited}
    return tuple(
        one for one in findings if one.fix is not None and one.fix.safe and one.place.id not in declined
    )


def mend(agreement: Agreement, findings: Iterable[Finding]) -> Agreement:
    """Return the agreement with every safe mend applied, in the order of the findings."""
    for finding in findings:
        if finding.fix is not None and finding.fix.safe:
            agreement = finding.fix.apply(agreement)
    return agreement
