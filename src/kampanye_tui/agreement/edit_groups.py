"""An edit of how a group of signers signs; the text that is agreed stays as it is."""

from __future__ import annotations

import msgspec

from kampanye_tui.agreement.seating import groups_of
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.problem import refuse
from kampanye_tui.model.signing_group import SigningGroup, SigningMode


def with_mode(agreement: Agreement, group: int, mode: SigningMode) -> Agreement:
    """Return the agreement with another way in which a group signs; raises Refused for an empty group."""
    known = groups_of(agreement)
    if group not in known:
        raise refuse(
            f"kelompok {group} tidak mempunyai anggota",
            f"Yang ada: {', '.join(map(str, known)) or 'tidak ada'}",
        )
    others = [one for one in agreement.groups if one.number != group]
    own = [] if mode is SigningMode.EVERYBODY else [SigningGroup(number=group, mode=mode)]
    groups = sorted((*others, *own), key=lambda one: one.number)
    return msgspec.structs.replace(agreement, groups=tuple(groups))
