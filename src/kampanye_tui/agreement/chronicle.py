"""The events of a ledger in words, one line each, and the code of the whole.

Events and the agreement come in, lines for an operator go out.
"""

from __future__ import annotations

from kampanye_tui.agreement.copy_history import deed_words
from kampanye_tui.agreement.copy_standing import holder_name
from kampanye_tui.agreement.lending import step_words
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.event import (
    AnyEvent,
    Attended,
    Closed,
    CopyHandled,
    Correction,
    Disclosed,
    Evidence,
    Finalised,
    Interrupted,
    Loan,
    Overridden,
    Responded,
    SignatoryReplaced,
    Signed,
)


def told(event: AnyEvent, agreement: Agreement) -> str:
    """Return what happened, in one line."""
    match event:
        case Finalised():
            return f"final: revisi {event.revision}" + (f", {event.reason}" if event.reason else "")
        case Responded():
            said = f"{event.answer.words}: {event.remark}" if event.remark else event.answer.words
            return (
                f"tanggapan {_called(agreement, event.party)} atas {_clause(agreement, event.clause)}: {said}"
            )
        case Attended():
            return f"{_called(agreement, event.party)}: hadir{_stand_in(event)}"
        case Signed():
            return f"{_called(agreement, event.party)}: {event.outcome.words}{_stand_in(event)}"
        case SignatoryReplaced():
            return f"{_called(agreement, event.party)} diwakili {event.name}: {event.reason}"
        case Interrupted():
            return f"jeda: {event.reason}"
        case Closed():
            return "penandatanganan ditutup"
        case CopyHandled():
            who = holder_name(agreement, event.party)
            return f"{event.form} nomor {event.copy} ({who}): {deed_words(event)}"
        case Evidence():
            what = f"pindaian asli nomor {event.original}" if event.original else "bukti"
            whose = f" ({_called(agreement, event.party)})" if event.party else ""
            return f"{what}{whose}, {event.name}: {event.about}"
        case Disclosed():
            return f"{len(event.files)} pindaian disertakan dalam berkas bukti atas {event.request}"
        case Correction():
            return f"koreksi atas nomor {event.of}: {event.reason}"
        case Overridden():
            return f"tetap dilanjutkan walau: {event.what} Alasan: {event.reason}"
        case Loan():
            return step_words(event)


def told_at(agreement: Agreement, event: AnyEvent) -> str:
    """Return an event as :func:`told` does, behind its day and hour."""
    return f"{event.occurred:%d-%m-%Y %H.%M}  {told(event, agreement)}"


def grouped(head: str) -> str:
    """Return the hash of the last line in groups of four, as receipts print it."""
    return " ".join(head[at : at + 4] for at in range(0, len(head), 4)).upper()


def _stand_in(event: Attended | Signed) -> str:
    if event.mandate is None:
        return ""
    return f" (diwakili {event.name}, {event.mandate.kind.value}, mandat {event.mandate.number})"


def _called(agreement: Agreement, party_id: str) -> str:
    party = agreement.party(party_id)
    return party.called if party else party_id


def _clause(agreement: Agreement, clause_id: str) -> str:
    """Return a clause by its title; one that was dropped since has but its id."""
    titles = {clause.id: clause.title for clause in agreement.clauses}
    return f"klausul {titles.get(clause_id, clause_id)}"
