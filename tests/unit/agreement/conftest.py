"""An agreement in which no rule finds anything, and the reference it is checked against."""

from __future__ import annotations

from datetime import date, time

import pytest

from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.evidence import Evidence
from kampanye_tui.model.party import Signatory
from kampanye_tui.model.reference import Reference
from kampanye_tui.plugin.library import Library

from .making import changed


@pytest.fixture(scope="session")
def complete(agreement: Agreement) -> Agreement:
    """The sample with everything filled in and compared that an office sees to before the day."""
    return changed(
        agreement,
        office=changed(agreement.office, address="Jalan Buana 1", contact="0811"),
        occasion=changed(agreement.occasion, start=time(9), place="Aula KPU Kota Tangerang Selatan"),
        parties=tuple(
            changed(
                one,
                signatories=tuple(Signatory(office=person.office, name="Ani") for person in one.signatories),
            )
            for one in agreement.parties
        ),
        clauses=tuple(
            changed(one, citations=tuple(changed(cited, evidence=Evidence.FOUND) for cited in one.citations))
            for one in agreement.clauses
        ),
    )


@pytest.fixture(scope="session")
def checked(library: Library) -> Reference:
    """The reference of the sample as if somebody had looked up when each law came into force."""
    return changed(
        library.reference,
        legal_basis=tuple(
            changed(law, in_force=law.in_force or law.enacted or date(law.year, 1, 1))
            for law in library.reference.legal_basis
        ),
    )
