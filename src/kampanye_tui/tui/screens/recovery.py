"""What a session that ended left behind: shown as a difference from the saved text, taken up or left."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kampanye_tui.agreement.place_words import typed_label, typing_words
from kampanye_tui.agreement.word_diff import Piece, Sign, marked, word_diff
from kampanye_tui.tui.question import Question, answers

if TYPE_CHECKING:
    from kampanye_tui.model.agreement import Agreement
    from kampanye_tui.store.journal import Typing
    from kampanye_tui.tui.screens.agreement import AgreementScreen

AROUND = 8
"""Words that stay on either side of what differs."""


def offer_recovery(screen: AgreementScreen) -> None:
    """Offer typing that was never finished; what is not wanted now waits until its place is opened."""
    left = screen.work.draft.recovered
    ended = f"{left.at:%d-%m-%Y pukul %H.%M}"
    where = typing_words(screen.work.agreement, left.place)
    told = [
        (f"Sesi sebelumnya berakhir {ended} di tengah ketikan pada {where}.", ""),
        ("Naskah yang tersimpan tetap utuh.", ""),
        (answers("melanjutkan ketikan itu", "menyimpannya untuk nanti", screen.app.own_keys), "bold"),
        ("", ""),
        *((line, "") for line in typed(screen.work.agreement, left)),
    ]
    screen.app.push_screen(Question("Ketikan yang belum selesai", told), lambda yes: _answered(screen, yes))


def typed(agreement: Agreement, left: Typing) -> Iterator[str]:
    """Yield what was typed, field by field: of a clause only what differs from the saved text."""
    saved = _saved(agreement, left.place)
    for name, text in left.fields.items():
        if name in saved and saved[name] != text:
            yield f"{typed_label(name)}: {marked(near(word_diff(saved[name], text)))}"
        elif name not in saved and text:
            yield f"{typed_label(name)}: {text}"


def _saved(agreement: Agreement, place: str) -> dict[str, str]:
    """Return the fields of a clause as they are saved, by the names that its editor gives them."""
    kind, _colon, name = place.partition(":")
    clause = next((one for one in agreement.clauses if kind == "klausul" and one.id == name), None)
    if clause is None:
        return {}
    open_ones = {f"isian.{one.name}": one.value for one in clause.parameters}
    return {"judul": clause.title, "teks": clause.text, **open_ones}


def near(pieces: tuple[Piece, ...]) -> Iterator[Piece]:
    """Yield the pieces, those that are the same cut down to a few words beside the others."""
    for at, (sign, text) in enumerate(pieces):
        words = text.split()
        head = words[:AROUND] if at > 0 else []
        tail = words[-AROUND:] if at < len(pieces) - 1 else []
        if sign is Sign.SAME and len(words) > len(head) + len(tail):
            near = " ".join((*head, "…", *tail))
            yield Piece(sign, f" {near} " if head else f"{near} ")
        else:
            yield Piece(sign, text)


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
