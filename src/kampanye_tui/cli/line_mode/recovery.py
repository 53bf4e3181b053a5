"""What a session that ended in the middle has left: shown, and taken up, kept for later, or thrown away."""

from __future__ import annotations

from kampanye_tui.agreement.place_words import typed_label, typing_words
from kampanye_tui.agreement.typed_fields import typed
from kampanye_tui.cli.line_mode.clause_words import comes_again, resume_words, saved_fields, thrown_away
from kampanye_tui.cli.line_mode.conversation import Back, choose, say
from kampanye_tui.store.journal import Typing
from kampanye_tui.work import Work

CLAUSE = "klausul"
"""The kind of place where typing can be taken up here; what the forms of the screen left is shown only."""


def offer_recovery(work: Work) -> None:
    """Offer what was typed and never saved; nothing where nothing was left."""
    left = work.draft.recovered
    if left is None:
        return
    kind, _colon, name = left.place.partition(":")
    where = typing_words(work.agreement, left.place)
    say(f"Sesi sebelumnya berakhir {left.at:%d-%m-%Y pukul %H.%M} di tengah ketikan pada {where}.")
    say("Naskah yang tersimpan tetap utuh. Ketikan itu:")
    for field, text in left.fields.items():
        if text:
            say(f"{typed_label(field)}: {text}", lead="    ")
    choices = {"1": "Lanjutkan ketikan itu"} if kind == CLAUSE else {}
    choices |= {"2": "Simpan untuk nanti", "3": "Kembali ke yang tersimpan; ketikan itu dibuang"}
    if kind == CLAUSE and saved_fields(work, name):
        choices["4"] = "Baca bedanya dari yang tersimpan"
    chosen = _answer(work, left, choices)
    if chosen == "3":
        return
    work.draft.postpone(left.place)
    if chosen == "1":
        resume_words(work, left.place)
    else:
        say(comes_again(left.place))


def _answer(work: Work, left: Typing, choices: dict[str, str]) -> str:
    """Return what is to become of the typing; where it was 3, it is thrown away by then."""
    heard: list[str] = []
    while True:
        try:
            chosen = choose("Ketikan yang belum selesai:", choices, back="nanti", heard=heard)
        except Back:
            return "2"
        if chosen == "4":
            _tell_difference(work, left)
        elif chosen != "3" or thrown_away(work, left.place):
            return chosen
        heard = [*choices.values()]


def _tell_difference(work: Work, left: Typing) -> None:
    lines = list(typed(work.agreement, left.place, left.fields))
    say("[-…-] tersimpan dan hilang, {+…+} baru:" if lines else "Ketikan itu sama dengan yang tersimpan.")
    for line in lines:
        say(line, lead="    ")
