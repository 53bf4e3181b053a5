"""Where a finding is, and where somebody was typing, in the words of the screen.

Pihak and clauses stand by their names, fields by their labels.
"""

from __future__ import annotations

from typing import Final

from kampanye_tui.agreement.edit_members import member_labels
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.finding import Place, Section

LABELS: Final = {
    Section.AGREEMENT: {
        "tentang": "Tentang",
        "nama": "Nama kantor",
        "alamat": "Alamat kantor",
        "kontak": "Kontak",
        "anggota": "Anggota kantor",
        "nomor": "Nomor",
        "rencana_salinan": "Rencana salinan",
    },
    Section.OCCASION: {
        "tanggal": "Tanggal",
        "mulai": "Mulai pukul",
        "selesai": "Selesai pukul",
        "tempat": "Tempat",
        "kota": "Kota",
    },
    Section.PARTIES: {
        "nama": "Nama lengkap",
        "singkatan": "Nama singkat",
        "nomor_urut": "Nomor urut",
        "nomor_sendiri": "Memberi nomor sendiri",
        "alamat": "Alamat",
        "penandatangan": "Penanda tangan",
    },
    Section.CLAUSES: {
        "teks": "Bunyi",
        "bunyi": "Bunyi",
        "isian": "Isian",
        "dasar": "Dasar hukum",
    },
    Section.PACKS: {},
}
"""The key of a field → its label; a rule of a pack may name others, which stand as they are."""
_TYPED: Final = {"teks": "Bunyi", "penandatangan": "Nama penanda tangan", "jabatan": "Jabatan penanda tangan"}
"""Fields of forms that are called otherwise than their keys."""


def place_words(agreement: Agreement, place: Place) -> str:
    """Return a place below its tab: ``Bawaslu Kota Tangerang Selatan · Penanda tangan``."""
    label = LABELS[place.section].get(place.field, place.field)
    return " · ".join(part for part in (_named(agreement, place), label) if part)


def typing_words(agreement: Agreement, place: str) -> str:
    """Return a place of the journal (``klausul:apk``) in words: ``klausul 6 Alat Peraga``, ``pihak baru``."""
    kind, colon, name = place.partition(":")
    if not name:
        return f"{kind} baru" if colon else kind
    if kind not in list(Section):
        return place
    return f"{kind} {_named(agreement, Place(section=Section(kind), id=name))}"


def typed_label(field: str) -> str:
    """Return how a form calls a field by whose key typing was kept: ``penandatangan_2``, ``isian.jam``."""
    key, *rest = field.replace(".", "_").replace("-", "_").split("_")
    return " ".join((_TYPED.get(key, key.capitalize()), *rest))


def _named(agreement: Agreement, place: Place) -> str:
    """Return what an id stands for, also where a pihak is wanted but missing; what nothing knows keeps it."""
    if place.section is Section.CLAUSES:
        for number, clause in enumerate(agreement.clauses, 1):
            if clause.id == place.id:
                return f"{number} {clause.title}"
    if place.section is Section.AGREEMENT and place.field == "anggota":
        members = {str(number): label for number, label in enumerate(member_labels(agreement), 1)}
        return members.get(place.id, place.id)
    party = agreement.party(place.id)
    if party is not None:
        return party.called
    reference = agreement.reference
    known = {one.id: one.name for one in reference.stakeholders}
    known |= {one.id: one.name for one in reference.contestants}
    return known.get(place.id, place.id)


def with_paper(number: int | None, printed: str) -> str:
    """Return the number of a clause with what it is called on paper: ``3 (Pasal 5 naskah)``."""
    return f"{number} ({printed} naskah)" if printed else str(number)
