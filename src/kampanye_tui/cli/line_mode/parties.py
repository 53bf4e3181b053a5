"""Who takes part, by numbers: names still missing filled in one by one, one pihak changed, others added."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import msgspec

from kampanye_tui.agreement.edit import with_party
from kampanye_tui.agreement.edit_parties import in_role, known_parties, new_party, party_of, without_party
from kampanye_tui.agreement.entries import ballot_number_of, id_from, line_of
from kampanye_tui.agreement.party_order import moved
from kampanye_tui.agreement.party_words import role_words
from kampanye_tui.cli.line_mode.conversation import Back, ask, ask_new, choose, needed, say
from kampanye_tui.cli.line_mode.edits import edited, refuse_reader
from kampanye_tui.cli.line_mode.party_file import parties_from_file
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.party import ORGANISER_ID, Party, PartyEntry, Role, Signatory
from kampanye_tui.work import Work

Deed = tuple[str, Callable[[], object]]
LETTERS = {"t": "tambah pihak", "k": "isi nama yang masih kosong", "i": "isi dari berkas CSV"}


def parties_by_numbers(work: Work) -> None:
    """Show who takes part, until the operator goes back."""
    heard: list[str] = []
    while True:
        roles = _roles(work)
        rows = [
            f"{party.called} ({roles[party.role]}): {_signing(party)}" for party in work.agreement.parties
        ]
        try:
            chosen = choose("Pihak:", rows, LETTERS, heard=heard)
        except Back:
            return
        heard = rows
        try:
            if chosen in LETTERS:
                refuse_reader(work)
            if chosen == "t":
                _add(work)
            elif chosen == "k":
                fill_names(work)
            elif chosen == "i":
                parties_from_file(work)
            else:
                party_by_numbers(work, work.agreement.parties[int(chosen) - 1].id)
        except Back:
            continue


def party_by_numbers(work: Work, party_id: str) -> None:
    """Show one pihak and what can be changed, until the operator goes back."""
    heard: list[str] = []
    while party := work.agreement.party(party_id):
        deeds = _deeds(work, party)
        rows = [words for words, _deed in deeds]
        chosen = choose(f"{party.name}:", rows, heard=heard)
        heard = rows
        try:
            refuse_reader(work)
            deeds[int(chosen) - 1][1]()
        except Back:
            continue


def _roles(work: Work) -> dict[Role, str]:
    return {role: words.lower() for role, words in role_words(work.agreement.reference).items()}


def _signing(party: Party) -> str:
    return "; ".join(one.name or "nama belum diisi" for one in party.signatories) or "tanpa penanda tangan"


def _deeds(work: Work, party: Party) -> list[Deed]:
    number = "" if party.ballot_number is None else str(party.ballot_number)
    deeds = [
        _field(work, party, "Nama lengkap", "name", party.name, party.name, needed(line_of)),
        _field(work, party, "Nama singkat", "short", party.short, party.short, line_of),
        _field(work, party, "Nomor urut", "ballot_number", party.ballot_number, number, ballot_number_of),
        _field(work, party, "Alamat", "address", party.address, party.address, line_of),
    ]
    deeds += [
        (f"Penanda tangan {at}: {one.office}, {one.name or 'nama belum diisi'}", _person(work, party, at - 1))
        for at, one in enumerate(party.signatories, 1)
    ]
    deeds.append(("Tambah penanda tangan", _person(work, party, len(party.signatories))))
    if party.id != ORGANISER_ID:
        deeds += [
            (f"Peran: {_roles(work)[party.role]}", lambda: _change_role(work, party)),
            ("Naikkan satu tempat", lambda: edited(work, lambda: moved(work.agreement, party.id, -1))),
            ("Turunkan satu tempat", lambda: edited(work, lambda: moved(work.agreement, party.id, 1))),
            ("Keluarkan dari naskah", lambda: edited(work, lambda: without_party(work.agreement, party.id))),
        ]
    return deeds


def _field(
    work: Work, party: Party, label: str, name: str, value: object, shown: str, judge: Callable[[str], object]
) -> Deed:
    def change() -> None:
        opened = work.agreement
        said = ask(label, judge, kept=value, shown=shown)
        edited(work, lambda: with_party(opened, msgspec.structs.replace(party, **{name: said})), opened)

    return f"{label}: {shown or 'belum diisi'}", change


def _change_role(work: Work, party: Party) -> None:
    roles = [role for role in Role if role is not Role.ORGANISER]
    words = _roles(work)
    chosen = choose(f"Peran (sekarang: {words[party.role]}):", [words[role] for role in roles])
    role = roles[int(chosen) - 1]
    edited(work, lambda: with_party(work.agreement, in_role(party, role)))


def _person(work: Work, party: Party, at: int) -> Callable[[], None]:
    """Return what asks for the person at a position, who may be a new one; without an office they go."""

    def change() -> None:
        before = party.signatories[at] if at < len(party.signatories) else Signatory(office="")
        office = ask(
            "Jabatan (- menghapus penanda tangan ini)", line_of, kept=before.office, shown=before.office
        )
        people = list(party.signatories)
        if office:
            name = ask("Nama, dengan gelar", line_of, kept=before.name, shown=before.name)
            people[at : at + 1] = [Signatory(office=office, name=name)]
        else:
            people[at : at + 1] = []
        edited(work, lambda: _with_people(work, party, people))

    return change


def _with_people(work: Work, party: Party, people: list[Signatory]) -> Agreement:
    return with_party(work.agreement, msgspec.structs.replace(party, signatories=tuple(people)))


def fill_names(work: Work) -> None:
    """Ask for every name that is missing, one after the other; an empty answer leaves it open."""
    missing = [
        (party.id, at)
        for party in work.agreement.parties
        for at, one in enumerate(party.signatories)
        if not one.name
    ]
    if not missing:
        say("Semua nama penanda tangan sudah terisi.")
    for done, (party_id, at) in enumerate(missing):
        party = party_of(work.agreement, party_id)
        person = party.signatories[at]
        name = ask(
            f"{done + 1} dari {len(missing)}, {party.called}, {person.office}", line_of, kept="", shown=""
        )
        if name:
            people = list(party.signatories)
            people[at] = msgspec.structs.replace(person, name=name)
            edited(work, partial(_with_people, work, party, people))


def _add(work: Work) -> None:
    """Add a pihak that packs know, or one with a name and a role of its own."""
    taken = {party.id for party in work.agreement.parties}
    reference = work.library.reference
    known = [party for party in known_parties(work.agreement, reference) if party.id not in taken]
    words = _roles(work)
    rows = [f"{party.name} ({words[party.role]})" for party in known]
    heading = "Pihak yang dikenal paket:" if rows else "Semua pihak yang dikenal paket sudah ikut."
    chosen = choose(heading, rows, {"l": "pihak lain"})
    entry = _own(work) if chosen == "l" else PartyEntry(id=known[int(chosen) - 1].id)
    if edited(work, lambda: new_party(work.agreement, entry, reference)):
        party_by_numbers(work, entry.id)


def _own(work: Work) -> PartyEntry:
    """Ask for a pihak that no pack knows; raises :class:`Back`."""
    name = ask_new("Nama lengkap", line_of)
    made = id_from(name, (one.id for one in work.agreement.parties), "pihak")
    roles = [role for role in Role if role is not Role.ORGANISER]
    words = _roles(work)
    role = roles[int(choose("Peran:", [words[one] for one in roles])) - 1]
    return PartyEntry(id=made, name=name, role=role)
