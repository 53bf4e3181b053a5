"""Who is asked to sign, in which order, and what may be recorded at the desk.

An agreement and the events of its ledger come in; seats in their order and new events go out. The writer of
the ledger calls these functions under its lock, so no screen decides an order and nobody is booked twice.
Signing is voluntary: an outcome is asked of everybody, a signature of nobody.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from kampanye_tui.agreement.compose import ballot_order
from kampanye_tui.agreement.facts import last_final, of_kind
from kampanye_tui.agreement.fingerprint import text_digest
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.event import (
    AnyEvent,
    Closed,
    Interrupted,
    Mandate,
    Outcome,
    SignatoryReplaced,
    Signed,
)
from kampanye_tui.model.party import Party, Role
from kampanye_tui.model.problem import refuse
from kampanye_tui.model.state import Seat

GROUPS = ((Role.CONTESTANT,), (Role.ORGANISER,), (Role.WITNESS, Role.ACKNOWLEDGING))
"""The order in which groups sign: contestants by ballot number, then the office, then who witnesses."""
BINDING = (Role.CONTESTANT, Role.ORGANISER)
"""Whose outcomes a signing waits for; witnesses never hold it back."""


def seats(agreement: Agreement, events: Iterable[AnyEvent]) -> tuple[Seat, ...]:
    """Return everybody who is asked to sign the present revision, in the order of the groups."""
    listed = tuple(events)
    outcomes = {
        (one.party, one.place): one for one in of_kind(listed, Signed) if one.revision == agreement.revision
    }
    replaced = {(one.party, one.place): one for one in of_kind(listed, SignatoryReplaced)}
    made = []
    for number, roles in enumerate(GROUPS, 1):
        for party in _ordered(agreement.of_role(*roles)):
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
                        office=other.office if other else person.office,
                        name=other.name if other else person.name,
                        signed=outcomes.get((party.id, place)),
                    )
                )
    return tuple(made)


def _ordered(parties: Iterable[Party]) -> list[Party]:
    order = list(Role)
    return sorted(parties, key=lambda party: (order.index(party.role), ballot_order(party)))


def next_seat(listed: Sequence[Seat], behind: Seat | None = None) -> Seat | None:
    """Return who comes next: the first open seat behind the one given, else the first open one."""
    at = listed.index(behind) + 1 if behind in listed else 0
    return next((seat for seat in (*listed[at:], *listed) if seat.open), None)


def binding(listed: Iterable[Seat]) -> tuple[Seat, ...]:
    """Return the seats whose outcomes a signing waits for."""
    return tuple(seat for seat in listed if seat.role in BINDING)


def signed(
    agreement: Agreement,
    events: Iterable[AnyEvent],
    party: str,
    place: int,
    outcome: Outcome,
    *,
    occurred: datetime,
    recorded: datetime,
    operator: str,
    mandate: Mandate | None = None,
    witness: str = "",
    due: date | None = None,
    remark: str = "",
    out_of_turn: str = "",
) -> Signed:
    """Return the event for an outcome; raises :class:`Refused` for what may not be recorded.

    Only a final text can be signed, each person has one outcome (``menyusul`` may be followed by another),
    who goes before an earlier group needs a reason, and who stands in needs number and day of the mandate.
    """
    listed = tuple(events)
    refuse_unfinal(agreement, listed)
    all_seats = seats(agreement, listed)
    seat = next((one for one in all_seats if (one.party, one.place) == (party, place)), None)
    if seat is None:
        raise refuse(f'tidak ada penanda tangan ke-{place} pada pihak "{party}"', "Periksa daftar pihak")
    if seat.signed is not None and seat.signed.outcome is not Outcome.LATER:
        noted = f"{seat.signed.outcome.value} (kejadian nomor {seat.signed.number})"
        raise refuse(f"{seat.called} sudah tercatat: {noted}", "Bila keliru, koreksi dahulu kejadian itu")
    if of_kind(listed, Closed) and (seat.signed is None and seat.role in BINDING):
        raise refuse(
            "penandatanganan sudah ditutup", "Tanda tangan susulan hanya bagi yang tercatat menyusul"
        )
    earlier = [one for one in all_seats if one.group < seat.group and one.open]
    if earlier and not out_of_turn:
        raise refuse(
            f"{earlier[0].called} pada kelompok {earlier[0].group} belum mempunyai hasil",
            "Sebutkan alasan bila didahulukan",
        )
    if mandate is not None and not (mandate.name and mandate.number and mandate.day):
        raise refuse("surat mandat belum lengkap", "Isi nama, nomor, dan tanggal surat mandatnya")
    if outcome is Outcome.LATER and due is None:
        raise refuse("tanggal menyusul belum diisi", "Isi paling lambat kapan tanda tangan itu diberikan")
    refuse_future(occurred, recorded)
    return Signed(
        number=0,
        occurred=occurred,
        recorded=recorded,
        operator=operator,
        party=party,
        place=place,
        name=mandate.name if mandate else seat.name,
        office=seat.office,
        revision=agreement.revision,
        outcome=outcome,
        mandate=mandate,
        witness=witness,
        due=due if outcome is Outcome.LATER else None,
        remark=remark,
        out_of_turn=out_of_turn if earlier else "",
    )


def closed(
    agreement: Agreement, events: Iterable[AnyEvent], *, occurred: datetime, recorded: datetime, operator: str
) -> Closed:
    """Return the event that closes the signing; raises :class:`Refused` while somebody has no outcome."""
    listed = tuple(events)
    refuse_unfinal(agreement, listed)
    if any(one.revision == agreement.revision for one in of_kind(listed, Closed)):
        raise refuse("penandatanganan sudah ditutup")
    waiting = [seat.called for seat in binding(seats(agreement, listed)) if seat.open]
    if waiting:
        more = f", dan {len(waiting) - 3} lainnya" if len(waiting) > 3 else ""
        raise refuse(
            f"{len(waiting)} penanda tangan belum mempunyai hasil: {', '.join(waiting[:3])}{more}",
            "Catat hasil setiap penanda tangan, juga yang tidak hadir",
        )
    refuse_future(occurred, recorded)
    return Closed(
        number=0, occurred=occurred, recorded=recorded, operator=operator, revision=agreement.revision
    )


def replaced(
    agreement: Agreement,
    events: Iterable[AnyEvent],
    party: str,
    place: int,
    *,
    name: str,
    office: str,
    reason: str,
    occurred: datetime,
    recorded: datetime,
    operator: str,
) -> SignatoryReplaced:
    """Return the event that lets another person sign for a pihak; raises :class:`Refused`."""
    seat = next((one for one in seats(agreement, events) if (one.party, one.place) == (party, place)), None)
    if seat is None:
        raise refuse(f'tidak ada penanda tangan ke-{place} pada pihak "{party}"', "Periksa daftar pihak")
    if seat.signed is not None and seat.signed.outcome is not Outcome.LATER:
        raise refuse(f"{seat.called} sudah mempunyai hasil", "Bila keliru, koreksi dahulu kejadian itu")
    if not (name and reason):
        raise refuse("nama pengganti dan alasannya belum diisi")
    return SignatoryReplaced(
        number=0,
        occurred=occurred,
        recorded=recorded,
        operator=operator,
        party=party,
        place=place,
        office=office or seat.office,
        name=name,
        reason=reason,
    )


def interrupted(
    reason: str, *, occurred: datetime, recorded: datetime, operator: str, resumed: datetime | None = None
) -> Interrupted:
    """Return the event of an interruption; raises :class:`Refused` without a reason."""
    if not reason:
        raise refuse("sebab jeda belum diisi", "Misalnya: listrik padam")
    refuse_future(occurred, recorded)
    return Interrupted(
        number=0, occurred=occurred, recorded=recorded, operator=operator, reason=reason, resumed=resumed
    )


def refuse_unfinal(agreement: Agreement, events: Iterable[AnyEvent]) -> None:
    """Raise :class:`Refused` unless just this text is final."""
    final = last_final(events)
    if final is None:
        raise refuse("naskah ini belum final", "Finalkan dahulu; tanda tangan hanya pada naskah final")
    if (final.revision, final.text_digest) != (agreement.revision, text_digest(agreement)):
        raise refuse(
            f"naskah ini berubah sesudah revisi {final.revision} dinyatakan final",
            "Finalkan revisi yang baru, atau urungkan perubahannya",
        )


def refuse_future(occurred: datetime, recorded: datetime) -> None:
    """Raise :class:`Refused` for something that is said to have happened after it was recorded."""
    if occurred > recorded:
        raise refuse(f"waktu kejadian {occurred:%d-%m-%Y %H.%M} belum tiba", "Periksa tanggal dan jamnya")
