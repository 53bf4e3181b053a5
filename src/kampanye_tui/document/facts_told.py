"""Which facts of the ledger a paper tells: only these travel inside it, so that it can be made again.

Template, agreement and state come in, events go out, each without what the paper does not print of it. Who
wrote the ledger and when is told by no paper, and never goes along.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import IntEnum

import msgspec

from kampanye_tui.agreement.copy_standing import last_closing
from kampanye_tui.agreement.facts import last_final, of_kind, standing
from kampanye_tui.agreement.response_matrix import Standing, matrix
from kampanye_tui.agreement.state import state as state_of
from kampanye_tui.document.directives.copies import handed_over_that_day
from kampanye_tui.document.directives.evidence import evidence_told
from kampanye_tui.document.signing_record import minuted
from kampanye_tui.document.template_names import Names
from kampanye_tui.model.agreement import Agreement, CopyForm, CopyPlan
from kampanye_tui.model.event import (
    AnyEvent,
    Closed,
    CopyDeed,
    CopyHandled,
    Evidence,
    Finalised,
    Mandate,
    Responded,
    SignatoryReplaced,
    Signed,
)
from kampanye_tui.model.party import Party
from kampanye_tui.model.print_record import Told
from kampanye_tui.model.state import Phase, Seat, State


class Depth(IntEnum):
    """How much of an outcome is told: that there is one, who signed as what, or all remarks."""

    COUNTED = 1
    NAMED = 2
    WHOLE = 3


_MINUTED = {
    "hasil-penandatanganan": Depth.WHOLE,
    "hasil-susulan": Depth.WHOLE,
    "tanda-tangan-susulan": Depth.NAMED,
    **dict.fromkeys(
        (
            "ada-tanpa-hasil",
            "mulai_penandatanganan",
            "hari_penandatanganan_terbilang",
            "tanggal_penandatanganan",
            "tanggal_penandatanganan_angka",
            "jumlah_menandatangani",
            "jumlah_hadir_saja",
            "jumlah_tidak_hadir",
            "jumlah_menyusul",
            "jumlah_tanpa_hasil",
        ),
        Depth.COUNTED,
    ),
    **dict.fromkeys(
        ("hari_susulan_terbilang", "tanggal_susulan", "tanggal_susulan_angka", "jumlah_susulan"),
        Depth.COUNTED,
    ),
}
"""What tells of outcomes as they were at the closing."""
_PRESENT = {
    "hasil-susulan": Depth.WHOLE,
    "tanda-tangan-susulan": Depth.NAMED,
    "hasil-tercatat": Depth.WHOLE,
    "kendali": Depth.NAMED,
    **dict.fromkeys(
        ("hari_susulan_terbilang", "tanggal_susulan", "tanggal_susulan_angka", "jumlah_susulan"),
        Depth.COUNTED,
    ),
}
"""What tells of outcomes as they are."""
_BREAKS = ("jeda", "tanpa-jeda", "mungkin-jeda")
_HANDED_OVER = ("salinan-diserahkan", "ada-penyerahan", "tanpa-penyerahan")
_STANDING = ("salinan-tercatat", "ada-salinan-tercatat", "tanpa-salinan-tercatat")
_FILES = ("berkas-tercetak", "ada-cetakan", "tanpa-cetakan")
_EVIDENCE = ("bukti-tersimpan", "ada-bukti")
_CLOSING = frozenset(
    (
        *("ditutup", "belum-ditutup", "waktu_ditutup", "selesai_penandatanganan"),
        *(*_MINUTED, *_PRESENT, *_BREAKS, *_HANDED_OVER, *_STANDING),
    )
)
"""What reads otherwise once the signing is closed."""
_HEAD = ("kode_catatan", "kode_catatan_utuh", "isi_qr_catatan")


def differs_by_holder(names: Names) -> bool:
    """Tell whether the facts that a paper tells depend on whom it is for."""
    asked = ("hasil-tercatat", "tanggapan-klausul", "halaman_salinan")
    return not names.all.isdisjoint((*_STANDING, *_EVIDENCE, *asked))


def told_by(
    names: Names, agreement: Agreement, state: State, copy: CopyPlan | None, holder: Party | None
) -> Told:
    """Return what a paper tells of where the agreement stood; ``holder`` is whom it is for.

    :func:`state_told` makes of it a state of which the paper says the same.
    """
    told: dict[int, AnyEvent] = {}
    for tell in (_bounds, _outcomes, _copies, _answers, _interruptions, _evidence):
        for event in tell(names.all, agreement, state, copy, holder):
            told[event.number] = event
    return Told(
        revision=state.revision,
        code=state.code,
        signed=state.signed if "jumlah_sudah_menandatangani" in names.all else None,
        ledger=state.events if "banyak_kejadian" in names.all else None,
        head=state.head if names.all.intersection(_HEAD) else "",
        events=tuple(_anonymous(told[number]) for number in sorted(told)),
    )


def state_told(agreement: Agreement, told: Told) -> State:
    """Return a state of which the paper says what it said of the one that ``told`` was taken from."""
    known = state_of(agreement, told.events, told.head)
    sums = {"events": told.ledger, "signed": told.signed}
    return msgspec.structs.replace(known, **{name: sum_ for name, sum_ in sums.items() if sum_ is not None})


def _anonymous(event: AnyEvent) -> AnyEvent:
    """Return an event without who wrote it down, from where, and when."""
    return msgspec.structs.replace(event, operator="", host="", fingerprint="", recorded=event.occurred)


def _bounds(
    names: frozenset[str], _agreement: Agreement, state: State, copy: CopyPlan | None, _holder: object
) -> Iterator[AnyEvent]:
    """Yield when the text was made final and, where the paper tells of that, the signing closed."""
    tells_closing = not names.isdisjoint(_CLOSING) or (copy is not None and "tanda-tangan" in names)
    finals = [one for one in of_kind(state.ledger, Finalised) if one.revision == state.revision][-1:]
    closings = [one for one in of_kind(state.ledger, Closed) if one.revision == state.revision][-1:]
    if names.intersection(_STANDING):
        # Whether a copy is outdated hangs on the text that was final last, which may be an earlier one.
        finals += filter(None, [last_final(state.ledger)])
        closings += filter(None, [last_closing(state.ledger)])
    yield from (msgspec.structs.replace(one, reason="") for one in finals)
    if tells_closing:
        yield from closings


def _outcomes(
    names: frozenset[str], _agreement: Agreement, state: State, copy: CopyPlan | None, holder: Party | None
) -> Iterator[AnyEvent]:
    """Yield what came of asking people, at the closing or since, and who was named in another's place."""
    minutes = max((_MINUTED[name] for name in names & _MINUTED.keys()), default=None)
    present = max((_PRESENT[name] for name in names & _PRESENT.keys()), default=None)
    if "tanda-tangan" in names and copy is not None and state.phase is Phase.CLOSED:
        present = max(present or Depth.NAMED, Depth.NAMED)
    own = holder.id if holder and minutes is None and names & _PRESENT.keys() == {"hasil-tercatat"} else None
    if not state.closed_seats:
        present, minutes = max((one for one in (present, minutes) if one), default=None), None
    now = standing(state.ledger)
    closing = max((one.number for one in now if isinstance(one, Closed)), default=0)
    before = standing(one for one in state.ledger if one.number <= closing)
    told: dict[int, tuple[Signed | SignatoryReplaced, Depth]] = {}
    for seats, events, depth in ((minuted(state), before, minutes), (state.seats, now, present)):
        if depth is not None:
            asked = {(one.party, one.place) for one in seats if own in (None, one.party)}
            for one in _of_seats(seats, events, asked):
                told[one.number] = one, max(depth, told.get(one.number, (one, depth))[1])
    yield from (_outcome(*one) for one in told.values())
    if minutes and present:
        # Before and after differ by what was taken back in between as well.
        yield from (msgspec.structs.replace(one, reason="") for one in state.corrections if one.of in told)


def _of_seats(
    seats: Iterable[Seat], events: Iterable[AnyEvent], asked: set[tuple[str, int]]
) -> Iterator[Signed | SignatoryReplaced]:
    """Yield the outcomes of seats and, of ``events``, who was named in another's place there."""
    for seat in seats:
        if seat.signed and (seat.party, seat.place) in asked:
            yield seat.signed
    for event in events:
        if isinstance(event, SignatoryReplaced) and (event.party, event.place) in asked:
            yield event


def _outcome(event: Signed | SignatoryReplaced, depth: Depth) -> Signed | SignatoryReplaced:
    if isinstance(event, SignatoryReplaced):
        return msgspec.structs.replace(event, reason="")
    if depth is Depth.WHOLE:
        return event
    named = depth is Depth.NAMED
    mandate = event.mandate
    return msgspec.structs.replace(
        event,
        name=event.name if named else "",
        office=event.office if named else "",
        mandate=Mandate(kind=mandate.kind, name=mandate.name) if named and mandate else None,
        witness="",
        due=None,
        remark="",
        out_of_turn="",
    )


def _copies(
    names: frozenset[str], agreement: Agreement, state: State, copy: CopyPlan | None, holder: Party | None
) -> Iterator[CopyHandled]:
    if "ekspedisi" in names:
        yield from (deed for one in state.copies for deed in one.deeds)
        return
    if names.intersection(_FILES):
        for one in state.copies:
            yield from (_without_receiver(deed) for deed in one.deeds if deed.deed is CopyDeed.PRINTED)
    if copy is not None and "halaman_salinan" in names:
        for one in state.copies:
            if (one.form, one.number) == (copy.form.value, copy.number) and one.deeds:
                yield _without_receiver(one.deeds[0])
    if names.intersection(_HANDED_OVER):
        yield from (deed for _copy, deed in handed_over_that_day(agreement, state))
    if names.intersection(_STANDING):
        for one in state.copies:
            if one.last is not None and (holder is None or holder.id == one.party):
                yield from (_without_receiver(one.deeds[0]), one.last)


def _without_receiver(deed: CopyHandled) -> CopyHandled:
    return msgspec.structs.replace(deed, receiver="", capacity="", remark="")


def _answers(
    names: frozenset[str], agreement: Agreement, state: State, _copy: CopyPlan | None, holder: Party | None
) -> Iterator[Responded]:
    if "matriks" in names:
        printed = {
            (cell.party.id, row.clause.id)
            for row in matrix(agreement, state.answers)
            for cell in row.of(Standing.REMARK, Standing.OBJECTION)
        }
        for who, answer in state.answers.items():
            yield answer if who in printed else msgspec.structs.replace(answer, remark="")
    elif "tanggapan-klausul" in names:
        for answer in state.answers.values():
            if holder is not None and answer.party == holder.id:
                yield msgspec.structs.replace(answer, remark="")


def _interruptions(
    names: frozenset[str], _agreement: Agreement, state: State, *_who: object
) -> Iterator[AnyEvent]:
    if names.intersection(_BREAKS):
        closed = state.closed_at
        yield from (one for one in state.interruptions if closed is None or one.occurred <= closed)


def _evidence(
    names: frozenset[str], agreement: Agreement, state: State, _copy: CopyPlan | None, holder: Party | None
) -> Iterator[Evidence]:
    told: list[Evidence] = []
    if names.intersection(_EVIDENCE):
        told += evidence_told(state, lambda party: holder is None or holder.id == party)
    if names.intersection(_STANDING):
        originals = {one.number: one.holder for one in agreement.copies_of(CopyForm.ORIGINAL)}
        told += [
            one
            for one in state.evidence
            if one.original and (holder is None or originals.get(one.original) == holder.id)
        ]
    yield from (msgspec.structs.replace(one, name="") for one in told)
