"""Which role may do what: the one table, and why somebody may not. Pure; the store asks it at each write."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from kampanye_tui.model.event import (
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
from kampanye_tui.model.number_entry import Issued, NumbersLent, TypedIn, UsedOutside, Voided
from kampanye_tui.model.operator import Act, OperatorRole

if TYPE_CHECKING:
    from kampanye_tui.agreement.chain import Entry
    from kampanye_tui.model.messages import Words
    from kampanye_tui.model.operator import AtWork

_WRITERS = (OperatorRole.AUTHOR, OperatorRole.APPROVER)
ROLES: Final = MappingProxyType(
    {
        Act.EDIT: _WRITERS,
        Act.NUMBER: _WRITERS,
        Act.FINALISE: (OperatorRole.APPROVER,),
        Act.CLOSE: (OperatorRole.APPROVER,),
        Act.CORRECT: (OperatorRole.APPROVER,),
        Act.RESPOND: (OperatorRole.CLERK,),
        Act.SIGN: (OperatorRole.CLERK,),
        Act.HAND_OUT: (OperatorRole.CLERK,),
        Act.KEEP: (OperatorRole.CLERK,),
        Act.LEND: (OperatorRole.APPROVER,),
    }
)
"""What needs a role → the roles that may do it."""
ACTS: Final = MappingProxyType(
    {
        Finalised: Act.FINALISE,
        Overridden: Act.FINALISE,
        Closed: Act.CLOSE,
        Correction: Act.CORRECT,
        Responded: Act.RESPOND,
        Attended: Act.SIGN,
        Signed: Act.SIGN,
        SignatoryReplaced: Act.SIGN,
        Interrupted: Act.SIGN,
        CopyHandled: Act.HAND_OUT,
        Evidence: Act.KEEP,
        Disclosed: Act.KEEP,
        Issued: Act.NUMBER,
        TypedIn: Act.NUMBER,
        UsedOutside: Act.NUMBER,
        Voided: Act.NUMBER,
        Loan: Act.LEND,
        NumbersLent: Act.LEND,
    }
)
"""Kind of an entry of a ledger or register → what recording it is."""


def act_of(entry: Entry) -> Act:
    """Return what recording an entry is."""
    return ACTS[type(entry)]


def why_not(who: AtWork, act: Act) -> Words | None:
    """Return why somebody may not do something, and who may; None where they may."""
    needed = ROLES[act]
    if not who.bound or set(who.roles) & set(needed):
        return None
    role = " atau ".join(needed)
    theirs = f"peran Anda {' dan '.join(who.roles)}" if who.roles else "Anda belum diberi peran"
    names = dict.fromkeys(one.name for one in who.operators if one.role in needed)
    may = f"Yang berperan {role}: {', '.join(names)}" if names else f"Belum ada yang berperan {role}"
    return f"{theirs}; {act.value} memerlukan peran {role}", may
