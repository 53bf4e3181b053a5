"""A pihak as the values that somebody types, and what was typed as a pihak again. Pure.

The names of the values are the columns of the table that an office edits in Excel (``nomor_urut``,
``penandatangan_2``); the journal keeps typing by them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import msgspec

from kampanye_tui.agreement.edit_parties import in_role
from kampanye_tui.agreement.entries import (
    ballot_number_of,
    choice_of,
    id_from,
    id_of,
    line_of,
    signing_group_of,
)
from kampanye_tui.agreement.party_numbers import SHARED, refuse_taken
from kampanye_tui.agreement.vocabulary import of_reference, said
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.party import ORGANISER_ID, Institution, Party, Role, Signatory
from kampanye_tui.model.problem import refuse
from kampanye_tui.model.reference import Reference

NUMBER: Final = "nomor-"
"""Begins the name of a value that is a number; the rest is the template of the paper."""
PEOPLE: Final = 3
"""Pairs of office and name that there are at least."""


def nobody() -> Party:
    """Return a pihak of which nothing is said: in a role that binds nobody."""
    return Party(id="", name="", role=Role.PRESENT)


def newcomer(reference: Reference) -> Party:
    """Return what a pihak begins with that no pack knows.

    Where packs know no contestants of the election, as pairs of a Pilkada, the office adds those itself.
    """
    if reference.contestants:
        return nobody()
    office = said("{jabatan_peserta}", of_reference(reference))
    return msgspec.structs.replace(
        in_role(nobody(), Role.CONTESTANT), signatories=(Signatory(office=office),)
    )


def values_of(party: Party) -> dict[str, str]:
    """Return the values of a pihak; the role of the organiser cannot be another, so it is left out."""
    role = {} if party.id == ORGANISER_ID else {"peran": party.role.value}
    values = {
        "nama": party.name,
        "singkatan": party.short,
        **role,
        "lembaga": party.institution.value,
        "nomor_urut": "" if party.ballot_number is None else str(party.ballot_number),
        "alamat": party.address,
        "nomor_sendiri": "ya" if party.has_own_number else "tidak",
    }
    if party.has_own_number:
        values |= {f"{NUMBER}{one}": party.numbers.get(one, "") for one in numbered(party)}
    values["kelompok"] = "" if party.group is None else str(party.group)
    for at in range(max(PEOPLE, len(party.signatories))):
        person = party.signatories[at] if at < len(party.signatories) else Signatory(office="")
        values |= {office_at(at): person.office, name_at(at): person.name}
    return values


def party_of_values(party: Party, values: Mapping[str, str]) -> Party:
    """Return the pihak as the values say it; raises :class:`Refused` for a person without an office."""
    filled = msgspec.structs.replace(
        party,
        name=line_of(values["nama"]),
        short=line_of(values["singkatan"]),
        institution=choice_of(values["lembaga"], Institution),
        ballot_number=ballot_number_of(values["nomor_urut"]),
        address=line_of(values["alamat"]),
        group=signing_group_of(values["kelompok"]),
        has_own_number=values["nomor_sendiri"] == "ya",
        numbers=_numbers(party, values),
        signatories=_signatories(values),
    )
    return in_role(filled, choice_of(values.get("peran", party.role.value), Role))


def changed_party(agreement: Agreement, party: Party, values: Mapping[str, str]) -> Party:
    """Return a pihak of the agreement as the values say it; a taken number is :class:`Refused` as well."""
    changed = party_of_values(party, values)
    refuse_taken(agreement, changed)
    return changed


def added_party(agreement: Agreement, offered: Party | None, values: Mapping[str, str]) -> Party:
    """Return a pihak that comes in: one that packs know, or one that gets an id of its own.

    The kind of the latter is that of its role unless another one was chosen.
    """
    if offered is not None:
        return party_of_values(offered, values)
    begun = newcomer(agreement.reference)
    kept = values["lembaga"] == begun.institution.value
    institution = Institution.OTHER.value if kept else values["lembaga"]
    made = party_of_values(nobody(), {**values, "lembaga": institution})
    taken = (one.id for one in agreement.parties)
    return msgspec.structs.replace(made, id=id_from(made.called, taken, "pihak"))


def numbered(party: Party) -> tuple[str, ...]:
    """Return the papers that a pihak numbers itself, by their templates."""
    return tuple(dict.fromkeys((*SHARED, *party.numbers)))


def office_at(at: int) -> str:
    """Return what the office of the person at a position, from 0, is called by."""
    return f"jabatan_{at + 1}" if at else "jabatan"


def name_at(at: int) -> str:
    """Return what the name of the person at a position, from 0, is called by."""
    return f"penandatangan_{at + 1}" if at else "penandatangan"


def _numbers(party: Party, values: Mapping[str, str]) -> dict[str, str]:
    """Return the numbers as the values say them; those that are not among them stay."""
    asked = {
        id_of(name.removeprefix(NUMBER)): line_of(text)
        for name, text in values.items()
        if name.startswith(NUMBER)
    }
    return {document: text for document, text in (party.numbers | asked).items() if text}


def _signatories(values: Mapping[str, str]) -> tuple[Signatory, ...]:
    people = []
    at = 0
    while office_at(at) in values:
        office, name = line_of(values[office_at(at)]), line_of(values.get(name_at(at), ""))
        if name and not office:
            raise refuse(f"jabatan penanda tangan {at + 1} belum diisi")
        if office:
            people.append(Signatory(office=office, name=name))
        at += 1
    return tuple(people)
