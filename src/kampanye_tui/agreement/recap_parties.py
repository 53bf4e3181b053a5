"""The pihak of one office in its recap: what came of asking each to sign, and where its salinan is.

An agreement and its state or events come in, rows and lines go out. Nothing is recorded here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kampanye_tui.agreement.chronicle import told
from kampanye_tui.agreement.copy_standing import CopyRow, copy_of, copy_rows, holder_name
from kampanye_tui.agreement.facts import standing
from kampanye_tui.agreement.known_hour import day_and_hour
from kampanye_tui.agreement.moment import zone_of
from kampanye_tui.model.agreement import Agreement, CopyForm
from kampanye_tui.model.event import AnyEvent
from kampanye_tui.model.state import Seat, State

NO_OUTCOME = "belum ada hasil"
NOT_ASKED = "tidak diminta"


class PartyHere(NamedTuple):
    """A pihak that is asked to sign, or that holds a copy.

    ``seats`` are its signatories with what came of asking each; ``copy`` is its salinan, None where it gets
    none, ``copies`` are all that it holds. ``id`` is that of a pihak, or a role whose pihak hold together.
    """

    id: str
    number: int | None
    called: str
    seats: tuple[Seat, ...]
    copy: CopyRow | None
    copies: tuple[CopyRow, ...]

    @property
    def outcome(self) -> str:
        """What came of asking its signatories: ``menandatangani``, ``1 menandatangani, 1 menyusul``."""
        counted = Counter(map(seat_words, self.seats))
        if len(self.seats) == 1:
            return next(iter(counted))
        return ", ".join(f"{number} {words}" for words, number in counted.items()) or NOT_ASKED


def seat_words(seat: Seat) -> str:
    """Return what came of asking one signatory; of who was not asked yet, whether they came."""
    return seat.result or (f"hadir, {NO_OUTCOME}" if seat.present else NO_OUTCOME)


def parties_here(agreement: Agreement, stands: State) -> tuple[PartyHere, ...]:
    """Return the pihak in the order in which they sign, and behind them who holds a copy without signing."""
    rows = copy_rows(agreement, stands)
    ids = dict.fromkeys((*(seat.party for seat in stands.seats), *(row.party for row in rows)))
    return tuple(_party(agreement, stands, one, rows) for one in ids)


def _party(agreement: Agreement, stands: State, party_id: str, rows: Iterable[CopyRow]) -> PartyHere:
    party, own = agreement.party(party_id), copy_of(agreement, stands, party_id)
    copies = tuple(row for row in rows if row.party == party_id)
    return PartyHere(
        id=party_id,
        number=party.ballot_number if party else None,
        called=holder_name(agreement, party_id),
        seats=tuple(seat for seat in stands.seats if seat.party == party_id),
        copy=next(
            (row for row in copies if own and (row.form, row.number) == (CopyForm.COPY.value, own.number)),
            None,
        ),
        copies=copies,
    )


def party_history(agreement: Agreement, events: Iterable[AnyEvent], party_id: str) -> Iterator[str]:
    """Yield what was recorded of a pihak in order, a line each; what a correction took back says so."""
    listed = tuple(events)
    counted = {event.number for event in standing(listed)}
    zone = zone_of(agreement.reference.region)
    for event in listed:
        if getattr(event, "party", "") == party_id:
            void = "" if event.number in counted else " (dikoreksi)"
            when = day_and_hour(event.occurred.astimezone(zone))
            yield f"{when}  {told(event, agreement)}{void}"
