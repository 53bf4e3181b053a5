"""The closed list of conditions that ``::: bila`` knows. They hold for whole blocks only."""

from __future__ import annotations

from collections.abc import Callable

from kampanye_tui.document.context import Context
from kampanye_tui.model.election import ElectionKind
from kampanye_tui.model.party import Role
from kampanye_tui.model.state import Phase

CONDITIONS: dict[str, Callable[[Context], bool]] = {
    "ada-saksi": lambda context: bool(context.agreement.of_role(Role.WITNESS)),
    "ada-mengetahui": lambda context: bool(context.agreement.of_role(Role.ACKNOWLEDGING)),
    "ada-dasar-hukum": lambda context: any(clause.citations for clause in context.agreement.clauses),
    "ada-alamat": lambda context: bool(context.agreement.office.address),
    "penerima-peserta": lambda context: context.holder is not None and context.holder.role is Role.CONTESTANT,
    "pemilu": lambda context: context.agreement.reference.election.kind is ElectionKind.GENERAL,
    "pilkada": lambda context: context.agreement.reference.election.kind is ElectionKind.REGIONAL_HEADS,
    "konsep": lambda context: context.state.phase is Phase.DRAFT,
    "final": lambda context: context.state.phase is Phase.FINAL,
}
