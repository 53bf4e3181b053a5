"""What a session that ended left behind: shown as a difference from the saved text, taken up or left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kampanye_tui.agreement.place_words import typing_words
from kampanye_tui.agreement.typed_fields import saved_fields, typed
from kampanye_tui.tui.question import Question, answers

if TYPE_CHECKING:
    from kampanye_tui.store.journal import Typing
    from kampanye_tui.tui.screens.agreement import AgreementScreen


def offer_recovery(screen: AgreementScreen, left: Typing) -> None:
    """Offer typing that was never finished; what is not wanted now waits until its place is opened."""
    ended = f"{left.at:%d-%m-%Y pukul %H.%M}"
    where = typing_words(screen.work.agreement, left.place)
    agreement = screen.work.agreement
    fields = left.over(saved_fields(agreement, left.place))
    told = [
        (f"Sesi sebelumnya berakhir {ended} di tengah ketikan pada {where}.", ""),
        ("Naskah yang tersimpan tetap utuh.", ""),
        (answers("melanjutkan ketikan itu", "menyimpannya untuk nanti", screen.app.own_keys), "bold"),
        ("", ""),
        *((line, "") for line in typed(agreement, left.place, fields)),
    ]
    screen.app.push_screen(Question("Ketikan yang belum selesai", told), lambda yes: _answered(screen, yes))


def _answered(screen: AgreementScreen, yes: bool | None) -> None:
    draft = screen.work.draft
    left = draft.recovered
    if left is None:
        return
    draft.postpone(left.place)
    if yes:
        screen.call_later(screen.resume_typing, left.place)
    else:
        screen.app.tell("Ketikan itu muncul lagi bila tempatnya dibuka.")
