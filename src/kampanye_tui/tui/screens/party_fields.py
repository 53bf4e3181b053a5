"""A pihak as the fields of a form. Pure.

The ids of fields are the names of the values in :mod:`kampanye_tui.agreement.party_values`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kampanye_tui.agreement.entries import ballot_number_of, line_of, signing_group_of
from kampanye_tui.agreement.party_numbers import SHARED
from kampanye_tui.agreement.party_values import NUMBER, name_at, numbered, office_at, values_of
from kampanye_tui.model.party import ORGANISER_ID, Institution, Party, Role
from kampanye_tui.tui.checks import needed, sentence_of
from kampanye_tui.tui.form import Field

ROLES = {
    Role.ORGANISER: "Penyelenggara",
    Role.CONTESTANT: "Peserta pemilu",
    Role.WITNESS: "Saksi",
    Role.ACKNOWLEDGING: "Mengetahui",
    Role.PRESENT: "Hadir",
}
INSTITUTIONS = {
    Institution.ORGANISER: "Penyelenggara pemilu",
    Institution.SUPERVISOR: "Pengawas pemilu",
    Institution.HEAD_OF_REGION: "Kepala daerah",
    Institution.LEGISLATURE: "DPRD",
    Institution.POLICE: "Kepolisian",
    Institution.PROSECUTOR: "Kejaksaan",
    Institution.ARMY: "TNI",
    Institution.CONTESTANT: "Peserta pemilu",
    Institution.OTHER: "Lainnya",
}


def fields_of(party: Party) -> tuple[Field, ...]:
    """Return the fields of a pihak; the role of the organiser cannot be another."""
    line = sentence_of(line_of)
    values = values_of(party)
    yes_or_no = (("tidak", "Tidak"), ("ya", "Ya"))
    role = Field(
        "peran",
        "Peran",
        values.get("peran", ""),
        "Hanya peserta pemilu terikat kewajiban kampanye.",
        choices=tuple((one.value, words) for one, words in ROLES.items()),
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
            choices=tuple((one.value, words) for one, words in INSTITUTIONS.items()),
        ),
        Field(
            "nomor_urut",
            "Nomor urut",
            values["nomor_urut"],
            "Nomor urut peserta pemilu; kosong bila tidak ada.",
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

    Findings name all persons of a pihak as one field, so there the first gap is the place as well.
    """
    ids = [field.id for field in fields_of(party)]
    people = [(office_at(at), name_at(at), person) for at, person in enumerate(party.signatories)]
    gaps = [
        name if person.office else office
        for office, name, person in people
        if not (person.office and person.name)
    ]
    if wanted in ids and not (gaps and wanted == name_at(0)):
        return wanted
    return gaps[0] if gaps else ids[0]


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
