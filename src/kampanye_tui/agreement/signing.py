"""What may be recorded at the desk: outcomes in their turn, another signatory, an interruption, the closing.

An agreement and the events of its ledger come in; new events go out. The writer of the ledger calls these
functions under its lock, so no screen decides an order and nobody is booked twice. Signing is voluntary: an
outcome is asked of everybody, a signature of nobody.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from kampanye_tui.agreement.facts import last_final, of_kind
from kampanye_tui.agreement.fingerprint import text_digest
from kampanye_tui.agreement.moment import refuse_before, refuse_future, zone_of
from kampanye_tui.agreement.seating import BINDING, binding, seat_of, seats
from kampanye_tui.agreement.words import long_date
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.event import (
    AnyEvent,
    Attended,
    Closed,
    Interrupted,
    Mandate,
    Outcome,
    SignatoryReplaced,
    Signed,
)
from kampanye_tui.model.problem import Problem, Refused, refuse
from kampanye_tui.model.signing_group import SigningMode
from kampanye_tui.model.state import Seat


def act(
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
    remark: str = "",
    **said: Any,
) -> tuple[Signed, ...]:
    """Return the events of one act at the desk; raises :class:`Refused` as :func:`signed` does.

    Where a group signs together, everybody of it who is still open signs with the person named, of whom alone
    ``remark`` is. Who stands in is recorded alone. Whoever of the group is recorded afterwards, as if now,
    signed at their hour.
    """
    listed = tuple(events)
    asked = seats(agreement, listed)
    seat = seat_of(asked, party, place)
    signing = [(party, place)]
    if seat is not None and _joint(seat, outcome):
        hour = _hour_of_group(asked, listed, seat)
        if hour is not None and occurred == recorded:
            occurred = hour
        if mandate is None:
            signing = [(one.party, one.place) for one in asked if one.group == seat.group and one.open]
    said |= {"occurred": occurred, "recorded": recorded, "operator": operator, "mandate": mandate}
    return tuple(
        signed(agreement, listed, *who, outcome, remark=remark if who == (party, place) else "", **said)
        for who in signing
    )


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
    nobody signs without a name, the day by which somebody follows later is not over when that is said, who
    signs before an earlier group is through needs a reason, a group that signs together has one hour, and who
    stands in needs number and day of the mandate; one that was noted when they came counts.
    """
    listed = tuple(events)
    refuse_unfinal(agreement, listed)
    asked = seats(agreement, listed)
    seat = open_seat(asked, party, place)
    if seat.signed is None and seat.role in BINDING:
        refuse_closed(agreement, listed, "Tanda tangan susulan hanya bagi yang tercatat menyusul")
    earlier = waiting_before(asked, seat) if outcome is Outcome.SIGNED else ()
    if earlier and not out_of_turn:
        raise refuse(
            f"{earlier[0].called} pada kelompok {earlier[0].group} belum mempunyai hasil",
            "Sebutkan alasan bila didahulukan",
        )
    hour = _hour_of_group(asked, listed, seat) if _joint(seat, outcome) else None
    if hour is not None and hour != occurred:
        raise refuse(
            f"kelompok {seat.group} menandatangani bersama-sama pukul {hour:%H.%M}",
            f"Catat {seat.called} dengan pukul itu, atau sebagai menyusul",
        )
    if seat.attended is not None and outcome is Outcome.ABSENT:
        raise refuse(
            came(seat.called, seat.attended),
            "Catat hadir tidak menandatangani, atau koreksi dahulu kejadian itu",
        )
    if mandate is None and seat.attended is not None:
        mandate = seat.attended.mandate
    refuse_half(mandate)
    name = mandate.name if mandate else seat.name
    if outcome is Outcome.SIGNED and not name:
        raise Refused([_nameless(seat)])
    if outcome is Outcome.LATER:
        if due is None:
            raise refuse("tanggal menyusul belum diisi", "Isi paling lambat kapan tanda tangan itu diberikan")
        refuse_overdue(agreement, due, occurred)
    refuse_future(occurred, recorded)
    final = last_final(listed)
    if final is not None:
        refuse_before(final.occurred, occurred, "naskah dinyatakan final")
    shut = last_closed(agreement, listed)
    if seat.attended is not None:
        refuse_before(seat.attended.occurred, occurred, f"{seat.called} tercatat datang")
    if seat.signed is not None and shut is not None:
        refuse_before(shut.occurred, occurred, "penandatanganan ditutup")
    return Signed(
        number=0,
        occurred=occurred,
        recorded=recorded,
        operator=operator,
        party=party,
        place=place,
        name=name,
        office=seat.office,
        revision=agreement.revision,
        outcome=outcome,
        mandate=mandate,
        witness=witness,
        due=due if outcome is Outcome.LATER else None,
        remark=remark,
        out_of_turn=out_of_turn if earlier else "",
    )


def nameless(seat: Seat) -> Problem | None:
    """Return what is to be done before somebody signs whom nobody has named; None where they have a name."""
    mandate = seat.attended.mandate if seat.attended else None
    return _nameless(seat) if seat.open and not (mandate or seat.name) else None


def _nameless(seat: Seat) -> Problem:
    return Problem(
        what=f"nama penanda tangan {seat.called} ({seat.office}) belum diisi; isi dahulu pada tab Pihak, "
        "atau catat surat mandat yang mewakilinya",
        hint=f'Dengan perintah: kampanye pihak ubah {seat.party} --penandatangan "" "Nama"',
    )


def closed(
    agreement: Agreement, events: Iterable[AnyEvent], *, occurred: datetime, recorded: datetime, operator: str
) -> Closed:
    """Return the event that closes the signing; raises :class:`Refused` while somebody has no outcome."""
    listed = tuple(events)
    refuse_unfinal(agreement, listed)
    refuse_closed(agreement, listed)
    waiting = [seat.called for seat in binding(seats(agreement, listed)) if seat.open]
    if waiting:
        more = f", dan {len(waiting) - 3} lainnya" if len(waiting) > 3 else ""
        raise refuse(
            f"{len(waiting)} penanda tangan belum mempunyai hasil: {', '.join(waiting[:3])}{more}",
            "Catat hasil setiap penanda tangan, juga yang tidak hadir",
        )
    refuse_future(occurred, recorded)
    noted = [one for one in of_kind(listed, Signed) if one.revision == agreement.revision]
    if noted:
        refuse_before(max(one.occurred for one in noted), occurred, "hasil terakhir tercatat")
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
    seat = open_seat(seats(agreement, events), party, place)
    if not (name and reason):
        raise refuse("nama pengganti dan alasannya belum diisi")
    refuse_future(occurred, recorded)
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
    if resumed is not None:
        refuse_future(resumed, recorded)
        refuse_before(occurred, resumed, "jeda dimulai")
    return Interrupted(
        number=0, occurred=occurred, recorded=recorded, operator=operator, reason=reason, resumed=resumed
    )


def refuse_reseated(before: Agreement, after: Agreement, events: Iterable[AnyEvent]) -> None:
    """Raise :class:`Refused` where other people are asked, or in other groups, while outcomes stand.

    Names may still be filled in: an outcome has the name under which it was recorded.
    """
    listed = tuple(events)
    noted = [one for one in of_kind(listed, Signed) if one.revision == before.revision]
    if noted and _places(before, listed) != _places(after, listed):
        raise refuse(
            f"penanda tangan dan kelompoknya tidak dapat diubah lagi: {len(noted)} hasil sudah tercatat",
            "Koreksi dahulu hasil itu, atau ubah naskahnya menjadi revisi baru",
        )


def _places(agreement: Agreement, events: Iterable[AnyEvent]) -> list[tuple[str, int, int, SigningMode]]:
    return [(one.party, one.place, one.group, one.mode) for one in seats(agreement, events)]


def waiting_before(asked: Sequence[Seat], seat: Seat) -> tuple[Seat, ...]:
    """Return who of an earlier group is still to be asked; nobody for who was to follow later."""
    if seat.signed is not None:
        return ()
    return tuple(one for one in asked if one.group < seat.group and one.open)


def open_seat(asked: Iterable[Seat], party: str, place: int) -> Seat:
    """Return the seat of somebody without a last outcome; raises :class:`Refused`."""
    seat = seat_of(asked, party, place)
    if seat is None:
        raise refuse(f'tidak ada penanda tangan ke-{place} pada pihak "{party}"', "Periksa daftar pihak")
    if seat.signed is not None and seat.signed.outcome is not Outcome.LATER:
        noted = f"{seat.signed.outcome.words} (kejadian nomor {seat.signed.number})"
        raise refuse(f"{seat.called} sudah tercatat: {noted}", "Bila keliru, koreksi dahulu kejadian itu")
    return seat


def is_closed(agreement: Agreement, events: Iterable[AnyEvent]) -> bool:
    """Tell whether the signing of the present revision was closed."""
    return last_closed(agreement, events) is not None


def last_closed(agreement: Agreement, events: Iterable[AnyEvent]) -> Closed | None:
    """Return how the signing of the present revision was closed; None while it is open."""
    found = [one for one in of_kind(events, Closed) if one.revision == agreement.revision]
    return found[-1] if found else None


def _joint(seat: Seat, outcome: Outcome) -> bool:
    """Tell whether a group gives this signature together; who was to follow later gives it alone."""
    return seat.mode is SigningMode.TOGETHER and outcome is Outcome.SIGNED and seat.signed is None


def _hour_of_group(asked: Iterable[Seat], events: Iterable[AnyEvent], seat: Seat) -> datetime | None:
    """Return when the group of a seat signed together; None while nobody of it has."""
    later = {(one.party, one.place) for one in of_kind(events, Signed) if one.outcome is Outcome.LATER}
    return min(
        (
            one.signed.occurred
            for one in asked
            if one.signed is not None
            and (one.group, one.outcome) == (seat.group, Outcome.SIGNED)
            and (one.party, one.place) not in later
        ),
        default=None,
    )


def came(called: str, event: Attended) -> str:
    """Return that somebody is recorded as having come, and where."""
    return f"{called} sudah tercatat hadir (kejadian nomor {event.number})"


def refuse_overdue(agreement: Agreement, due: date, occurred: datetime) -> None:
    """Raise :class:`Refused` for a signature that is to follow by a day before the one on which that is said.

    A sheet may be entered after both.
    """
    said = occurred.astimezone(zone_of(agreement.reference.region)).date()
    if due < said:
        raise refuse(
            f"tanggal menyusul {long_date(due)} mendahului hari kejadiannya, {long_date(said)}",
            "Isi hari itu atau sesudahnya",
        )


def refuse_half(mandate: Mandate | None) -> None:
    """Raise :class:`Refused` for a mandate without its name, number or day."""
    if mandate is not None and not (mandate.name and mandate.number and mandate.day):
        raise refuse("surat mandat belum lengkap", "Isi nama, nomor, dan tanggal surat mandatnya")


def refuse_closed(agreement: Agreement, events: Iterable[AnyEvent], hint: str = "") -> None:
    """Raise :class:`Refused` where the signing of the present revision was closed."""
    if is_closed(agreement, events):
        raise refuse("penandatanganan sudah ditutup", hint)


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
