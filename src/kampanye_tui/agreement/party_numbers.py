"""Numbers that institutions give to a shared paper themselves, beside the one of the office.

A pihak and a number come in, an agreement goes out. Such a number often comes days after the signing; it is
no part of what was agreed, and the register of the office knows nothing of it.
"""

from __future__ import annotations

import msgspec

from kampanye_tui.agreement.edit import with_party
from kampanye_tui.agreement.edit_parties import party_of
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.party import ORGANISER_ID, Party
from kampanye_tui.model.problem import refuse

SHARED = {"naskah": "Nomor naskah", "berita-acara-kesepakatan": "Nomor berita acara"}
"""Papers that every institution with numbers of its own numbers, by their templates."""


def with_own_number(agreement: Agreement, party_id: str, document: str, text: str) -> Agreement:
    """Return the agreement with the number that a pihak gave to a document; an empty one leaves a blank.

    Who gives a number has a line for it from then on. Raises :class:`Refused` for an unknown pihak, for the
    office, and for a number that the document bears already.
    """
    party = party_of(agreement, party_id)
    if document not in SHARED:
        raise refuse(
            f"dokumen {document} tidak memuat nomor pihak lain", f"Yang memuatnya: {', '.join(SHARED)}"
        )
    if party.id == ORGANISER_ID:
        raise refuse(
            "nomor penyelenggara bukan nomor pihak lain",
            "Catat tanpa --pihak, supaya tercatat pula di register kantor",
        )
    others = {name: number for name, number in party.numbers.items() if name != document}
    numbers = {**others, document: text} if text else others
    made = msgspec.structs.replace(party, numbers=numbers, has_own_number=party.has_own_number or bool(text))
    refuse_taken(agreement, made)
    return with_party(agreement, made)


def refuse_taken(agreement: Agreement, party: Party) -> None:
    """Raise :class:`Refused` where a document bears a number of this pihak already, from somebody else."""
    for document, text in party.numbers.items():
        if agreement.numbers.get(document) == text:
            raise refuse(f'"{text}" adalah nomor kantor pada {document}', "Periksa nomor dari pihak itu")
        for other in agreement.parties:
            if other.id != party.id and other.numbers.get(document) == text:
                raise refuse(
                    f'nomor "{text}" pada {document} sudah dicatat untuk {other.called}',
                    "Periksa nomor dari kedua pihak itu",
                )
