"""A pihak as the fields of a form. Pure.

The ids of fields are the names of the values in :mod:`kampanye_tui.agreement.party_values`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kampanye_tui.agreement.entries import ballot_number_of, line_of, signing_group_of
from kampanye_tui.agreement.party_numbers import SHARED
from kampanye_tui.agreement.party_values import NUMBER, name_at, numbered, office_at, values_of
from kampanye_tui.agreement.party_words import institution_words, role_words
from kampanye_tui.agreement.vocabulary import contestants_within
from kampanye_tui.model.party import ORGANISER_ID, Party
from kampanye_tui.model.reference import Reference
from kampanye_tui.tui.checks import needed, sentence_of
from kampanye_tui.tui.form import Field


def fields_of(party: Party, reference: Reference) -> tuple[Field, ...]:
    """Return the fields of a pihak in an election; the role of the organiser cannot be another."""
    line = sentence_of(line_of)
    values = values_of(party)
    contestants = contestants_within(reference)
    yes_or_no = (("tidak", "Tidak"), ("ya", "Ya"))
    role = Field(
        "peran",
        "Peran",
        values.get("peran", ""),
        f"Hanya {contestants} terikat kewajiban kampanye.",
        choices=tuple((one.value, words) for one, words in role_words(reference).items()),
    )
    return (
        Field("nama", "Nama lengkap", values["nama"], "Seperti nanti tercetak pada naskah.", needed(line)),
        Field("singkatan", "Nama singkat", values["singkatan"], "Misalnya PKB; boleh kosong.", line),
        *(() if party.id == ORGANISER_ID else (role,)),
        Field(
            "lembaga",
            "Lembaga",
            values["lembaga"],
            "Jenis lembaga, dipakai oleh pemeriksaan naskah.",
            choices=tuple((one.value, words) for one, words in institution_words(reference).items()),
        ),
        Field(
            "nomor_urut",
            "Nomor urut",
            values["nomor_urut"],
            f"Nomor urut {contestants}; kosong bila tidak ada.",
            sentence_of(ballot_number_of),
        ),
        Field("alamat", "Alamat", values["alamat"], "Boleh kosong.", line),
        Field(
            "nomor_sendiri",
            "Memberi nomor sendiri",
            values["nomor_sendiri"],
            "Bila ya, naskah memuat baris nomor pihak ini; nomornya boleh menyusul.",
            choices=yes_or_no,
        ),
        *(_numbers(party, values) if party.has_own_number else ()),
        Field(
            "kelompok",
            "Kelompok tanda tangan",
            values["kelompok"],
            "1 sampai 9, menurut giliran; kosong berarti yang biasa bagi perannya.",
            sentence_of(signing_group_of),
        ),
        *_people(values),
    )


def begin_at(party: Party, wanted: str = "") -> str:
    """Return the id of the field to begin in: the one that a finding names, else what a person still lacks.

    Findings name all persons of a pihak as one field, so there the first gap is the place as well. Who has no
    name yet gets that first.
    """
    ids = list(values_of(party))
    people = [(office_at(at), name_at(at), person) for at, person in enumerate(party.signatories)]
    gaps = [
        name if person.office else office
        for office, name, person in people
        if not (person.office and person.name)
    ]
    if wanted in ids and not (gaps and wanted == name_at(0)):
        return wanted
    return gaps[0] if gaps and party.name else ids[0]


def _numbers(party: Party, values: Mapping[str, str]) -> Iterable[Field]:
    """Yield a field for each paper that the pihak numbers itself."""
    for document in numbered(party):
        name, label = f"{NUMBER}{document}", SHARED.get(document, f"Nomor {document}")
        hint = "Nomor dari pihak ini sendiri; kosong berarti ditulis tangan."
        yield Field(name, f"{label} pihak", values[name], hint, sentence_of(line_of))


def _people(values: Mapping[str, str]) -> Iterable[Field]:
    line = sentence_of(line_of)
    at = 0
    while (office := office_at(at)) in values:
        hint = "Tercetak di bawah nama; kosongkan jabatan dan nama untuk menghapusnya."
        yield Field(office, f"Jabatan penanda tangan {at + 1}", values[office], hint, line)
        name, hint = name_at(at), "Dengan gelar; kosong berarti tercetak sebagai titik-titik."
        yield Field(name, f"Nama penanda tangan {at + 1}", values[name], hint, line)
        at += 1
