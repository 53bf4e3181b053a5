"""What a pihak is called by its role and its kind: contestants as the papers of their election call them."""

from __future__ import annotations

from kampanye_tui.agreement.vocabulary import contestants_within
from kampanye_tui.model.party import Institution, Role
from kampanye_tui.model.reference import Reference


def role_words(reference: Reference) -> dict[Role, str]:
    """Return each role in words: ``Pasangan calon``, ``Saksi``."""
    return {
        Role.ORGANISER: "Penyelenggara",
        Role.CONTESTANT: contestants_within(reference).capitalize(),
        Role.WITNESS: "Saksi",
        Role.ACKNOWLEDGING: "Mengetahui",
        Role.PRESENT: "Hadir",
    }


def institution_words(reference: Reference) -> dict[Institution, str]:
    """Return each kind of body in words: ``Pasangan calon``, ``Kepolisian``."""
    return {
        Institution.ORGANISER: "Penyelenggara pemilu",
        Institution.SUPERVISOR: "Pengawas pemilu",
        Institution.HEAD_OF_REGION: "Kepala daerah",
        Institution.LEGISLATURE: "DPRD",
        Institution.POLICE: "Kepolisian",
        Institution.PROSECUTOR: "Kejaksaan",
        Institution.ARMY: "TNI",
        Institution.CONTESTANT: contestants_within(reference).capitalize(),
        Institution.OTHER: "Lainnya",
    }
