"""Where an agreement stands, worked out from the agreement and its events every time it is asked.

It reads no file and keeps nothing: a stored status could disagree with the facts.
"""

from __future__ import annotations

from collections.abc import Iterable

from kampanye_tui.agreement.fingerprint import short_code, text_digest
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.party import Role
from kampanye_tui.model.state import Event, Finalised, Phase, State


def state(agreement: Agreement, events: Iterable[Event] = ()) -> State:
    """Return the state. A text is final when its revision was made final with just these words."""
    words = text_digest(agreement)
    final = any(
        isinstance(event, Finalised) and event.revision == agreement.revision and event.text_digest == words
        for event in events
    )
    signing = agreement.of_role(Role.ORGANISER, Role.CONTESTANT, Role.WITNESS, Role.ACKNOWLEDGING)
    return State(
        phase=Phase.FINAL if final else Phase.DRAFT,
        revision=agreement.revision,
        text_digest=words,
        code=short_code(words),
        signers=sum(len(party.signatories) for party in signing),
    )
