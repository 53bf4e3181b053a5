"""Who signs in tests: the sample leaves names open, and nobody signs without one."""

from __future__ import annotations

import msgspec

from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.party import Party

LEADERS = (
    "partai-kebangkitan-bangsa",
    "partai-gerakan-indonesia-raya",
    "partai-demokrasi-indonesia-perjuangan",
    "partai-golongan-karya",
    "partai-nasdem",
    "partai-buruh",
    "partai-gelombang-rakyat-indonesia",
    "partai-keadilan-sejahtera",
    "partai-kebangkitan-nusantara",
    "partai-hati-nurani-rakyat",
    "partai-garda-republik-indonesia",
    "partai-amanat-nasional",
    "partai-bulan-bintang",
    "partai-demokrat",
    "partai-solidaritas-indonesia",
    "partai-persatuan-indonesia",
    "partai-persatuan-pembangunan",
    "partai-ummat",
)
OF_INSTITUTIONS = {
    "bawaslu": "Ketua Bawaslu Kota Tangerang Selatan",
    "wali-kota": "Wali Kota Tangerang Selatan",
    "dprd": "Ketua DPRD Kota Tangerang Selatan",
    "polres": "Kepala Kepolisian Resor Tangerang Selatan",
    "kejari": "Kepala Kejaksaan Negeri Tangerang Selatan",
}
"""Pihak → the office of who signs for it; the commander of the Kodim is known to nobody yet."""
_ROW = """
[[pihak]]
id = "{}"
penandatangan = [{{ jabatan = "{}", nama = "{}" }}]
"""
ROWS = "".join(
    (
        *(
            _ROW.format(
                one, "Pimpinan partai politik tingkat Kota Tangerang Selatan", f"Pimpinan Uji {number}"
            )
            for number, one in enumerate(LEADERS, 1)
        ),
        *(
            _ROW.format(one, office, f"Pejabat Uji {number}")
            for number, (one, office) in enumerate(OF_INSTITUTIONS.items(), 1)
        ),
    )
)
"""Their rows in a configuration."""


def named(agreement: Agreement) -> Agreement:
    """Return an agreement in which everybody who had no name has one."""
    return msgspec.structs.replace(agreement, parties=tuple(map(_named, agreement.parties)))


def _named(party: Party) -> Party:
    people = tuple(
        one if one.name else msgspec.structs.replace(one, name=f"Wakil {party.called}")
        for one in party.signatories
    )
    return msgspec.structs.replace(party, signatories=people)
