"""The text made final by questions: what stands in the way is told, why is asked, and a yes is needed."""

from __future__ import annotations

from datetime import UTC, datetime

from kampanye_tui.agreement.entries import line_of
from kampanye_tui.agreement.facts import last_final
from kampanye_tui.agreement.final_words import WHAT_FINAL_MEANS, unanswered
from kampanye_tui.agreement.fingerprint import short_code, text_digest
from kampanye_tui.agreement.moment import moment_of
from kampanye_tui.cli.line_mode.conversation import agreed, ask_new, needed, say
from kampanye_tui.cli.line_mode.edits import refuse_reader
from kampanye_tui.work import Work


def finalise_by_numbers(work: Work, operator: str) -> None:
    """Make the text final after a yes; raises Refused, OSError, and :class:`Back` without a reason."""
    refuse_reader(work)
    found, events = work.hindrances(), work.book.events
    for one in found:
        say(f"Menghalangi: {one.words}")
    if not found:
        say("Tidak ada yang menghalangi: naskah ini siap difinalkan.")
    say(unanswered(work.agreement, events))
    for line in WHAT_FINAL_MEANS:
        say(line)
    reason = override = ""
    if last_final(events) is not None:
        reason = ask_new("Mengapa ada revisi baru", needed(line_of))
    if found:
        say(f"{len(found)} hal masih menghalangi. Alasan untuk tetap memfinalkan tercatat dalam riwayat.")
        override = ask_new("Mengapa tetap difinalkan", needed(line_of))
    if not agreed("Finalkan sekarang?"):
        say("Naskah tetap konsep.")
        return
    moment = moment_of("", work.agreement, datetime.now(UTC))
    work.finalise(
        found, occurred=moment, recorded=moment, operator=operator, reason=reason, override=override
    )
    final = work.agreement
    say(f"Naskah final, revisi {final.revision}, kode naskah {short_code(text_digest(final))}.")
