"""Making a text final: what stands in the way, the event for it, and which revision a change belongs to.

An agreement, findings and events come in; obstacles in words, an event and a revision number go out. Drafts
may always be printed; only a final text can be signed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, NamedTuple

import msgspec

from kampanye_tui.agreement.facts import last_final
from kampanye_tui.agreement.fingerprint import occasion_digest, text_digest
from kampanye_tui.agreement.moment import refuse_future
from kampanye_tui.agreement.pack_news import pack_news
from kampanye_tui.agreement.signing import refuse_reseated
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.event import AnyEvent, Finalised, Overridden
from kampanye_tui.model.finding import Finding, Level
from kampanye_tui.model.pack import PackUse
from kampanye_tui.model.problem import Declined, Problem, refuse


class Obstacle(NamedTuple):
    """Something that stands in the way of a final text, and the finding that it comes from, if one does."""

    words: str
    finding: Finding | None = None


def obstacles(
    agreement: Agreement, findings: Iterable[Finding], objections: Sequence[str], packs: Iterable[PackUse]
) -> tuple[Obstacle, ...]:
    """Return what stands in the way: required findings, open objections, packs that are missing or changed.

    ``objections`` are sentences about answers that are still open; ``packs`` are those in use now.
    """
    found = [Obstacle(one.message, one) for one in findings if one.level is Level.REQUIRED]
    found += [Obstacle(words) for words in objections]
    found += [Obstacle(one.words) for one in pack_news(agreement, packs)]
    return tuple(found)


def finalised(
    agreement: Agreement,
    events: Iterable[AnyEvent],
    hindrances: Sequence[Obstacle],
    *,
    occurred: datetime,
    recorded: datetime,
    operator: str,
    reason: str = "",
    override: str = "",
) -> tuple[AnyEvent, ...]:
    """Return the events that make the text final, one for each obstacle that is overridden with a reason.

    Raises :class:`Declined` with every obstacle when none is overridden, :class:`Refused` for a text that is
    final already, and for a new revision without the reason for it.
    """
    final = last_final(events)
    if final is not None and final.text_digest == text_digest(agreement):
        raise refuse(f"naskah ini sudah final sebagai revisi {final.revision}")
    if final is not None and not reason:
        raise refuse(
            f"revisi {final.revision} sudah final; revisi baru memerlukan alasan",
            "Sebutkan alasannya; tanda tangan diminta lagi, yang lama tetap berlaku untuk revisi lama",
        )
    if hindrances and not override:
        raise Declined([Problem(what=one.words) for one in hindrances])
    refuse_future(occurred, recorded)
    said: dict[str, Any] = {"number": 0, "occurred": occurred, "recorded": recorded, "operator": operator}
    return (
        *(Overridden(what=one.words, reason=override, **said) for one in hindrances),
        Finalised(
            revision=agreement.revision,
            text_digest=text_digest(agreement),
            occasion_digest=occasion_digest(agreement),
            reason=reason,
            **said,
        ),
    )


def edited(before: Agreement, after: Agreement, events: Iterable[AnyEvent]) -> Agreement:
    """Return an edited agreement with the revision its text belongs to.

    Raises :class:`Refused` where the same text is asked of other signers while outcomes of it stand.
    """
    listed = tuple(events)
    made = revised(after, listed)
    if made.revision == before.revision:
        refuse_reseated(before, made, listed)
    return made


def refuse_step_back(now: Agreement, other: Agreement, events: Iterable[AnyEvent]) -> None:
    """Raise :class:`Refused` where undoing or redoing would put another text under a final revision."""
    listed = tuple(events)
    final = last_final(listed)
    if final is None:
        return
    if other.revision <= final.revision and text_digest(other) != final.text_digest:
        raise refuse(
            f"perubahan itu dibuat sebelum revisi {final.revision} final, jadi tidak dapat diurungkan lagi",
            "Ubah naskahnya; perubahan menjadi revisi baru yang memerlukan tanda tangan baru",
        )
    if other.revision == now.revision:
        refuse_reseated(now, other, listed)


def revised(agreement: Agreement, events: Iterable[AnyEvent]) -> Agreement:
    """Return the agreement with the revision its text belongs to: that of the final text, or the next."""
    final = last_final(events)
    if final is None:
        return agreement
    same = final.text_digest == text_digest(agreement)
    revision = final.revision if same else final.revision + 1
    if agreement.revision == revision:
        return agreement
    return msgspec.structs.replace(agreement, revision=revision)
