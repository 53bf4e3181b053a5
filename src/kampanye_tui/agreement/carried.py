"""What of an agreement travels inside its papers: the text, without what is not for whoever gets the paper.

A party's address may be somebody's home and no national paper prints it; the logo is a path on a computer of
the office. Names of members and signatories stay: the naskah, which everybody gets, prints them all.
"""

from __future__ import annotations

import msgspec

from kampanye_tui.model.agreement import Agreement

LOGO, CONTACT, ADDRESSES = "kantor.logo", "kantor.kontak", "pihak.alamat"
"""Names of what may stay behind, as keys of the file."""
WORDS = {
    LOGO: "letak berkas logo kantor",
    CONTACT: "kontak kantor",
    ADDRESSES: "alamat pihak",
}


def carried(agreement: Agreement, *, contact: bool) -> tuple[Agreement, tuple[str, ...]]:
    """Return the agreement as it travels, and the names of what had to stay behind.

    ``contact`` tells whether the paper prints the contact of the office.
    """
    office = agreement.office
    stays = {
        LOGO: bool(office.logo),
        CONTACT: bool(office.contact) and not contact,
        ADDRESSES: any(party.address for party in agreement.parties),
    }
    kept = office.contact if contact else ""
    bare = msgspec.structs.replace(
        agreement,
        office=msgspec.structs.replace(office, logo="", contact=kept),
        parties=tuple(msgspec.structs.replace(party, address="") for party in agreement.parties),
    )
    return bare, tuple(name for name, stayed in stays.items() if stayed)
