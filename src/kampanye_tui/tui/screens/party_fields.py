"""A pihak as the fields of a form, and what was typed into them as a pihak again. Pure.

The ids of fields are the columns of the table that an office edits in Excel: one set of names for both.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from kampanye_tui.agreement.edit_parties import in_role
from kampanye_tui.agreement.entries import ballot_number_of, line_of, signing_group_of
from kampanye_tui.agreement.party_numbers import SHARED
from kampanye_tui.model.party import ORGANISER_ID, Institution, Party, Role, Signatory
from kampanye_tui.model.problem import refuse
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
_NUMBER = "nomor-"
"""Begins the id of a field with a number; the rest is the template of the paper."""
PEOPLE = 3
"""Pairs of office and name that a form has at least."""


def nobody() -> Party:
    """Return what the form of a new pihak begins with: a role that binds nobody."""
    return Party(id="", name="", role=Role.PRESENT)


def fields_of(party: Party) -> tuple[Field, ...]:
    """Return the fields of a pihak; the role of the organiser cannot be another."""
    line = sentence_of(line_of)
    number = "" if party.ballot_number is None else str(party.ballot_number)
    yes_or_no = (("tidak", "Tidak"), ("ya", "Ya"))
    role = Field(
        "peran",
        "Peran",
        party.role.value,
        "Hanya peserta pemilu terikat kewajiban kampanye.",
        choices=tuple((one.value, words) for one, words in ROLES.items()),
    )
    return (
        Field("nama", "Nama lengkap", party.name, "Seperti nanti tercetak pada naskah.", needed(line)),
        Field("singkatan", "Nama singkat", party.short, "Misalnya PKB; boleh kosong.", line),
        *(() if party.id == ORGANISER_ID else (role,)),
        Field(
            "lembaga",
            "Lembaga",
            party.institution.value,
            "Jenis lembaga, dipakai oleh pemeriksaan naskah.",
            choices=tuple((one.value, words) for one, words in INSTITUTIONS.items()),
        ),
        Field(
            "nomor_urut",
            "Nomor urut",
            number,
            "Nomor urut peserta pemilu; kosong bila tidak ada.",
            sentence_of(ballot_number_of),
        ),
        Field("alamat", "Alamat", party.address, "Boleh kosong.", line),
        Field(
            "nomor_sendiri",
            "Memberi nomor sendiri",
            "ya" if party.has_own_number else "tidak",
            "Bila ya, naskah memuat baris nomor pihak ini; nomornya boleh menyusul.",
            choices=yes_or_no,
        ),
        *(_numbers(party) if party.has_own_number else ()),
        Field(
            "kelompok",
            "Kelompok tanda tangan",
            "" if party.group is None else str(party.group),
            "1 sampai 9, menurut giliran; kosong berarti yang biasa bagi perannya.",
            sentence_of(signing_group_of),
        ),
        *_people(party.signatories),
    )


def party_of_values(party: Party, values: Mapping[str, str]) -> Party:
    """Return the pihak as the form says it; raises :class:`Refused` for a person without an office."""
    filled = msgspec.structs.replace(
        party,
        name=line_of(values["nama"]),
        short=line_of(values["singkatan"]),
        institution=Institution(values["lembaga"]),
        ballot_number=ballot_number_of(values["nomor_urut"]),
        address=line_of(values["alamat"]),
        group=signing_group_of(values["kelompok"]),
        has_own_number=values["nomor_sendiri"] == "ya",
        numbers=_numbers_of(party, values),
        signatories=_signatories(values),
    )
    return in_role(filled, Role(values.get("peran", party.role.value)))


def begin_at(party: Party, wanted: str = "") -> str:
    """Return the id of the field to begin in: the one that a finding names, else what a person still lacks.

    Findings name all persons of a pihak as one field, so there the first gap is the place as well.
    """
    ids = [field.id for field in fields_of(party)]
    people = [(_office(at), _name(at), person) for at, person in enumerate(party.signatories)]
    gaps = [
        name if person.office else office
        for office, name, person in people
        if not (person.office and person.name)
    ]
    if wanted in ids and not (gaps and wanted == _name(0)):
        return wanted
    return gaps[0] if gaps else ids[0]


def _numbers(party: Party) -> Iterable[Field]:
    """Yield a field for each paper that the pihak numbers itself."""
    for document in dict.fromkeys((*SHARED, *party.numbers)):
        label = SHARED.get(document, f"Nomor {document}")
        hint = "Nomor dari pihak ini sendiri; kosong berarti ditulis tangan."
        text = party.numbers.get(document, "")
        yield Field(f"{_NUMBER}{document}", f"{label} pihak", text, hint, sentence_of(line_of))


def _numbers_of(party: Party, values: Mapping[str, str]) -> dict[str, str]:
    """Return the numbers as the form says them; those that it does not ask for stay."""
    asked = {
        field.removeprefix(_NUMBER): line_of(text)
        for field, text in values.items()
        if field.startswith(_NUMBER)
    }
    return {document: text for document, text in (party.numbers | asked).items() if text}


def _people(signatories: tuple[Signatory, ...]) -> Iterable[Field]:
    line = sentence_of(line_of)
    for at in range(max(PEOPLE, len(signatories))):
        person = signatories[at] if at < len(signatories) else Signatory(office="")
        office_hint = "Tercetak di bawah nama; kosongkan jabatan dan nama untuk menghapusnya."
        yield Field(_office(at), f"Jabatan penanda tangan {at + 1}", person.office, office_hint, line)
        name_hint = "Dengan gelar; kosong berarti tercetak sebagai titik-titik."
        yield Field(_name(at), f"Nama penanda tangan {at + 1}", person.name, name_hint, line)


def _signatories(values: Mapping[str, str]) -> tuple[Signatory, ...]:
    people = []
    at = 0
    while _office(at) in values:
        office, name = line_of(values[_office(at)]), line_of(values[_name(at)])
        if name and not office:
            raise refuse(f"jabatan penanda tangan {at + 1} belum diisi")
        if office:
            people.append(Signatory(office=office, name=name))
        at += 1
    return tuple(people)


def _office(at: int) -> str:
    return f"jabatan_{at + 1}" if at else "jabatan"


def _name(at: int) -> str:
    return f"penandatangan_{at + 1}" if at else "penandatangan"
