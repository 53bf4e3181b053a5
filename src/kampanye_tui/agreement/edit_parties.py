"""Edits of who takes part, as an office asks for them: adding, changing, leaving out, reading a table in.

What is asked for comes in as typed values: a row of the kind that the configuration has, where what is None
stays as it is, and so does the office of a person who comes without one. A new agreement goes out; the moves
themselves are in :mod:`kampanye_tui.agreement.edit`.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from kampanye_tui.agreement.clause_sets import OfferedSet
from kampanye_tui.agreement.edit import add_party, drop_party, with_party
from kampanye_tui.agreement.party_table import read_table_of, with_rows
from kampanye_tui.agreement.settle import anew
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.messages import nearest
from kampanye_tui.model.party import (
    INSTITUTION_OF_ROLE,
    ORGANISER_ID,
    Institution,
    Party,
    PartyEntry,
    Role,
    Signatory,
)
from kampanye_tui.model.problem import Declined, Problem, refuse
from kampanye_tui.model.reference import Reference


def party_of(agreement: Agreement, party_id: str) -> Party:
    """Return the pihak of that id; raises :class:`Refused`."""
    party = agreement.party(party_id)
    if party is None:
        near = nearest(party_id, [one.id for one in agreement.parties])
        hint = near if near.startswith("Mungkin") else "Lihat id-nya dengan: kampanye pihak daftar"
        raise refuse(f'pihak "{party_id}" tidak ada dalam naskah ini', hint)
    return party


def known_parties(agreement: Agreement, reference: Reference) -> tuple[Party, ...]:
    """Return every pihak that packs know for this office, in the agreement or not, as composing gives it."""
    nothing = OfferedSet(address="", title="", clauses=())
    return anew(agreement, reference, nothing).parties


def new_party(agreement: Agreement, entry: PartyEntry, reference: Reference) -> Agreement:
    """Return the agreement with one pihak more: as packs know it and, beyond that, as ``entry`` says.

    Raises :class:`Refused` for an id that is taken, and for one that no pack knows without name and role.
    """
    if agreement.party(entry.id) is not None:
        raise refuse(f'pihak "{entry.id}" sudah ada dalam naskah ini', "Ubah dengan: kampanye pihak ubah")
    return add_party(agreement, _with_entry(_offered(agreement, entry, reference), entry))


def changed_party(agreement: Agreement, entry: PartyEntry) -> Agreement:
    """Return the agreement with what ``entry`` says of a pihak that it has; raises :class:`Refused`."""
    return with_party(agreement, _with_entry(party_of(agreement, entry.id), entry))


def in_role(party: Party, role: Role) -> Party:
    """Return a pihak in a role; what a contestant is follows from it, so nobody has to say it twice."""
    institution = party.institution
    if institution is Institution.OTHER:
        institution = INSTITUTION_OF_ROLE.get(role, institution)
    return msgspec.structs.replace(party, role=role, institution=institution)


def without_party(agreement: Agreement, party_id: str) -> Agreement:
    """Return the agreement without a pihak; raises :class:`Declined` for the organiser."""
    party_of(agreement, party_id)
    if party_id == ORGANISER_ID:
        what = "penyelenggara tidak dapat dikeluarkan; naskah ini dibuat olehnya"
        raise Declined([Problem(what=what, hint="Namanya diubah dengan: kampanye pihak ubah penyelenggara")])
    return drop_party(agreement, party_id)


def with_table(agreement: Agreement, data: bytes, file: str, *, whole: bool = False) -> Agreement:
    """Return the agreement with what a table says; with ``whole``, who has no row in it goes.

    Raises :class:`Refused` with line and column of every problem, :class:`Declined` when the organiser would
    go.
    """
    after = with_rows(agreement, read_table_of(data, file), file, whole=whole)
    if after.party(ORGANISER_ID) is None and agreement.party(ORGANISER_ID) is not None:
        what = f'{file}: baris "{ORGANISER_ID}" tidak ada, padahal naskah ini dibuat olehnya'
        raise Declined([Problem(what=what, hint="Tambahkan barisnya, atau impor tanpa --ganti-semua")])
    return after


def _offered(agreement: Agreement, entry: PartyEntry, reference: Reference) -> Party:
    """Return the pihak as packs know it or, where none does, with the least that it needs."""
    known = {party.id: party for party in known_parties(agreement, reference)}
    if entry.id in known:
        return known[entry.id]
    if entry.name is None or entry.role is None:
        near = nearest(entry.id, known)
        raise refuse(
            f'pihak "{entry.id}" tidak dikenal paket mana pun',
            f"{near}, atau isi --nama dan --peran"
            if near.startswith("Mungkin")
            else "Isi --nama dan --peran",
        )
    institution = INSTITUTION_OF_ROLE.get(entry.role, Institution.OTHER)
    return Party(id=entry.id, name=entry.name, role=entry.role, institution=institution)


def _with_entry(party: Party, entry: PartyEntry) -> Party:
    said = entry.said()
    if entry.signatories is not None:
        said["signatories"] = _people(party.signatories, entry.signatories)
    after = msgspec.structs.replace(party, **said)
    return after if entry.role is None else in_role(after, entry.role)


def _people(before: Sequence[Signatory], people: Sequence[Signatory]) -> tuple[Signatory, ...]:
    """Return who signs; an empty office stays the one at that position."""
    offices = [person.office for person in before]
    return tuple(
        person if person.office or at >= len(offices) else msgspec.structs.replace(person, office=offices[at])
        for at, person in enumerate(people)
    )
