"""Who is asked to sign, in which order, with whom, and who comes next.

An agreement and the events of its ledger come in; seats in the order of their groups go out. Screens and
papers show this order and the writer of the ledger holds it; nothing is recorded here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from kampanye_tui.agreement.compose import ballot_order
from kampanye_tui.agreement.facts import of_kind
from kampanye_tui.agreement.vocabulary import contestants
from kampanye_tui.agreement.words import enumerated
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.event import AnyEvent, Attended, Outcome, SignatoryReplaced, Signed
from kampanye_tui.model.party import Party, Role
from kampanye_tui.model.signing_group import SigningMode
from kampanye_tui.model.state import Seat

GROUP_OF_ROLE = {
    Role.CONTESTANT: 1,
    Role.ORGANISER: 2,
    Role.WITNESS: 3,
    Role.ACKNOWLEDGING: 3,
}
"""In which group a pihak signs that names none, in the order within a group that several roles share.

Who is merely present is not asked to sign.
"""
_CALLED = {
    Role.ORGANISER: "penyelenggara",
    Role.WITNESS: "saksi",
    Role.ACKNOWLEDGING: "yang mengetahui",
}
"""What a role is called in a list; contestants have a name of their own in each election."""
_WAYS = {
    SigningMode.EVERYBODY: "",
    SigningMode.TOGETHER: ", bersama-sama",
    SigningMode.ANY_ONE: ", cukup salah satu",
}
BINDING = (Role.CONTESTANT, Role.ORGANISER)
"""Whose outcomes a signing waits for; witnesses never hold it back."""


def group_of(party: Party) -> int | None:
    """Return the number of the group with which a pihak signs; None for who does not sign."""
    usual = GROUP_OF_ROLE.get(party.role)
    return usual if usual is None or party.group is None else party.group


def groups_of(agreement: Agreement) -> dict[int, tuple[Party, ...]]:
    """Return the pihak of each group that somebody is in, in the order in which they are asked."""
    members: dict[int, list[Party]] = {}
    for party in agreement.parties:
        number = group_of(party)
        if number is not None:
            members.setdefault(number, []).append(party)
    return {number: tuple(sorted(members[number], key=_order)) for number in sorted(members)}


def group_words(agreement: Agreement, number: int) -> str:
    """Return a group in words: ``kelompok 1 · Peserta Pemilu, menurut nomor urut``."""
    roles = dict.fromkeys(party.role for party in groups_of(agreement)[number])
    order = ", menurut nomor urut" if Role.CONTESTANT in roles else ""
    who = enumerated([_CALLED.get(role) or contestants(agreement.reference) for role in roles])
    return f"kelompok {number} · {who}{order}{_WAYS[agreement.mode_of(number)]}"


def seats(agreement: Agreement, events: Iterable[AnyEvent]) -> tuple[Seat, ...]:
    """Return everybody who is asked to sign the present revision, in the order of the groups."""
    listed = tuple(events)
    outcomes = {(one.party, one.place): one for one in of_kind(listed, Signed) if _of(agreement, one)}
    replaced = {(one.party, one.place): one for one in of_kind(listed, SignatoryReplaced)}
    came = {
        (one.party, one.place): one
        for one in of_kind(listed, Attended)
        if _of(agreement, one) and not _superseded(one, replaced.get((one.party, one.place)))
    }
    made = []
    for number, parties in groups_of(agreement).items():
        for party in parties:
            for place, person in enumerate(party.signatories, 1):
                other = replaced.get((party.id, place))
                made.append(
                    Seat(
                        party=party.id,
                        place=place,
                        called=party.called,
                        ballot_number=party.ballot_number,
                        role=party.role,
                        group=number,
                        mode=agreement.mode_of(number),
                        office=other.office if other else person.office,
                        name=other.name if other else person.name,
                        attended=came.get((party.id, place)),
                        signed=outcomes.get((party.id, place)),
                    )
                )
    return tuple(_without_spared(made))


def with_known_names(agreement: Agreement, events: Iterable[AnyEvent]) -> Agreement:
    """Return the agreement with each name that it leaves open and the ledger has named another person for."""
    replaced = {(one.party, one.place): one.name for one in of_kind(events, SignatoryReplaced)}
    if not replaced:
        return agreement
    parties = tuple(
        msgspec.structs.replace(
            party,
            signatories=tuple(
                person
                if person.name.strip()
                else msgspec.structs.replace(person, name=replaced.get((party.id, place), ""))
                for place, person in enumerate(party.signatories, 1)
            ),
        )
        for party in agreement.parties
    )
    return msgspec.structs.replace(agreement, parties=parties)


def _of(agreement: Agreement, event: Attended | Signed) -> bool:
    return event.revision == agreement.revision


def _superseded(came: Attended, other: SignatoryReplaced | None) -> bool:
    """Tell whether somebody else was named after this person came, of whom that says nothing."""
    return other is not None and other.number > came.number


def _order(party: Party) -> tuple[int, int]:
    return list(GROUP_OF_ROLE).index(party.role), ballot_order(party)


def _without_spared(listed: Sequence[Seat]) -> Iterator[Seat]:
    """Yield the seats; who need not sign any more is marked, where one signature of a group was enough."""
    enough = {
        seat.group for seat in listed if seat.mode is SigningMode.ANY_ONE and seat.outcome is Outcome.SIGNED
    }
    for seat in listed:
        needless = seat.group in enough and seat.signed is None
        yield msgspec.structs.replace(seat, spared=True) if needless else seat


def next_seat(listed: Sequence[Seat], behind: Seat | None = None) -> Seat | None:
    """Return who comes next: the first open seat behind the one given, else the first open one."""
    at = listed.index(behind) + 1 if behind in listed else 0
    return next((seat for seat in (*listed[at:], *listed) if seat.open), None)


def binding(listed: Iterable[Seat]) -> tuple[Seat, ...]:
    """Return the seats whose outcomes a signing waits for."""
    return tuple(seat for seat in listed if seat.role in BINDING)


def seat_of(listed: Iterable[Seat], party: str, place: int) -> Seat | None:
    """Return the seat of a signatory; None where nobody is asked there."""
    return next((seat for seat in listed if (seat.party, seat.place) == (party, place)), None)
