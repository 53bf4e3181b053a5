"""The closed list of conditions that ``::: bila`` knows. They hold for whole blocks only."""

from __future__ import annotations

from collections.abc import Callable

from kampanye_tui.document.context import Context
from kampanye_tui.document.directives.copies import handed_over_that_day
from kampanye_tui.document.directives.evidence import copies_out, evidence_told
from kampanye_tui.document.directives.printed_files import files_printed
from kampanye_tui.document.directives.signing import minuted_interruptions
from kampanye_tui.document.signing_record import without_outcome
from kampanye_tui.document.stages_ahead import stages_ahead
from kampanye_tui.model.election import ElectionKind
from kampanye_tui.model.occasion import AgreementKind
from kampanye_tui.model.party import Role
from kampanye_tui.model.state import Phase


def _promises(context: Context) -> bool:
    """Tell whether the clauses go on from "berjanji:": most begin with a small letter and name no subject.

    Not all: one that an office has worded anew must not take the others off the paper.
    """
    clauses = context.agreement.clauses
    promises = [clause for clause in clauses if clause.resolved.lstrip()[:1].islower()]
    return 2 * len(promises) > len(clauses)


CONDITIONS: dict[str, Callable[[Context], bool]] = {
    "ada-saksi": lambda context: bool(context.agreement.of_role(Role.WITNESS)),
    "ada-mengetahui": lambda context: bool(context.agreement.of_role(Role.ACKNOWLEDGING)),
    "ada-dasar-hukum": lambda context: any(clause.citations for clause in context.agreement.clauses),
    "ada-alamat": lambda context: bool(context.agreement.office.address),
    "penerima-peserta": lambda context: context.holder is not None and context.holder.role is Role.CONTESTANT,
    "penerima-lembaga": lambda context: (
        context.holder is not None and context.holder.role is not Role.CONTESTANT
    ),
    "penerima-menandatangani": lambda context: (
        context.holder is not None and context.holder.role is not Role.PRESENT
    ),
    "ada-jadwal": lambda context: bool(stages_ahead(context.agreement)),
    "klausul-janji": lambda context: _promises(context),
    "bukan-klausul-janji": lambda context: not _promises(context),
    "perjanjian": lambda context: (
        context.agreement.kind in (AgreementKind.UNDERSTANDING, AgreementKind.JOINT_AGREEMENT)
    ),
    "berita-acara": lambda context: context.agreement.kind is AgreementKind.MINUTES_OF_AGREEMENT,
    "bukan-berita-acara": lambda context: context.agreement.kind is not AgreementKind.MINUTES_OF_AGREEMENT,
    "deklarasi": lambda context: context.agreement.kind is AgreementKind.DECLARATION,
    "bukan-deklarasi": lambda context: context.agreement.kind is not AgreementKind.DECLARATION,
    "pemilu": lambda context: context.agreement.reference.election.kind is ElectionKind.GENERAL,
    "pilkada": lambda context: context.agreement.reference.election.kind is ElectionKind.REGIONAL_HEADS,
    "konsep": lambda context: context.state.phase is Phase.DRAFT,
    "final": lambda context: context.state.phase.settled,
    "ditutup": lambda context: context.state.phase is Phase.CLOSED,
    "belum-ditutup": lambda context: context.state.phase is not Phase.CLOSED,
    "tanpa-jeda": lambda context: context.state.phase is Phase.CLOSED and not minuted_interruptions(context),
    "mungkin-jeda": lambda context: (
        context.state.phase is not Phase.CLOSED or bool(minuted_interruptions(context))
    ),
    "ada-tanpa-hasil": lambda context: (
        context.state.phase is Phase.CLOSED and without_outcome(context.state) > 0
    ),
    "ada-penyerahan": lambda context: bool(handed_over_that_day(context.agreement, context.state)),
    "untuk-satu-pihak": lambda context: context.holder is not None,
    "ada-salinan-tercatat": lambda context: bool(copies_out(context)),
    "tanpa-salinan-tercatat": lambda context: not copies_out(context),
    "ada-bukti": lambda context: bool(evidence_told(context.state, context.concerns)),
    "ada-cetakan": lambda context: bool(files_printed(context)),
    "tanpa-cetakan": lambda context: not files_printed(context),
    "tanpa-penyerahan": lambda context: not handed_over_that_day(context.agreement, context.state),
}
