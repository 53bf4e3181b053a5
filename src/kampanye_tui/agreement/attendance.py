"""Who came to the signing: recorded before anything is signed, and whether or not something is.

An agreement and the events of its ledger come in; a new event goes out. What came of asking to sign is
another fact (``signing.py``).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from kampanye_tui.agreement.moment import refuse_future
from kampanye_tui.agreement.seating import seats
from kampanye_tui.agreement.signing import came, open_seat, refuse_closed, refuse_half, refuse_unfinal
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.event import AnyEvent, Attended, Mandate
from kampanye_tui.model.problem import refuse


def attended(
    agreement: Agreement,
    events: Iterable[AnyEvent],
    party: str,
    place: int,
    *,
    occurred: datetime,
    recorded: datetime,
    operator: str,
    mandate: Mandate | None = None,
    remark: str = "",
) -> Attended:
    """Return the event for a signatory, or who stands in with a mandate, who came.

    Somebody else may come for the same signatory later; the last one counts. Raises :class:`Refused` for who
    has an outcome already, and for the same person twice.
    """
    listed = tuple(events)
    refuse_unfinal(agreement, listed)
    refuse_closed(agreement, listed, "Kehadiran dicatat sebelum penandatanganan ditutup")
    seat = open_seat(seats(agreement, listed), party, place)
    name = mandate.name if mandate else seat.name
    if seat.attended is not None and (seat.attended.name, seat.attended.mandate) == (name, mandate):
        raise refuse(came(seat.called, seat.attended))
    refuse_half(mandate)
    refuse_future(occurred, recorded)
    return Attended(
        number=0,
        occurred=occurred,
        recorded=recorded,
        operator=operator,
        party=party,
        place=place,
        name=name,
        office=seat.office,
        revision=agreement.revision,
        mandate=mandate,
        remark=remark,
    )
