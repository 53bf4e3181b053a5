"""The members of the office: what lists call each of them, and the edit of a name."""

from __future__ import annotations

import msgspec

from kampanye_tui.agreement.edit import with_party
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.party import ORGANISER_ID
from kampanye_tui.model.problem import refuse


def member_labels(agreement: Agreement) -> tuple[str, ...]:
    """Return what lists call each of :meth:`Agreement.members`: ``2. Anggota``; several hold one office."""
    return tuple(f"{number}. {member.office}" for number, member in enumerate(agreement.members(), 1))


def with_member_name(agreement: Agreement, number: int, name: str) -> Agreement:
    """Return the agreement with another name of a member, counted from 1 as lists count them.

    The chair signs for the organiser, so there the name changes as well. Raises :class:`Refused` for a number
    that no member has.
    """
    members = list(agreement.members())
    if not 1 <= number <= len(members):
        what = f"anggota nomor {number} tidak ada; kantor ini mempunyai {len(members)} anggota"
        raise refuse(what, "Lihat nomornya dengan: kampanye acara")
    if members[number - 1].name == name:
        return agreement
    members[number - 1] = msgspec.structs.replace(members[number - 1], name=name)
    office = msgspec.structs.replace(agreement.office, members=tuple(members))
    after = msgspec.structs.replace(agreement, office=office)
    organiser = agreement.party(ORGANISER_ID)
    if number > 1 or organiser is None or not organiser.signatories:
        return after
    chair, *others = organiser.signatories
    signing = (msgspec.structs.replace(chair, name=name), *others)
    return with_party(after, msgspec.structs.replace(organiser, signatories=signing))
