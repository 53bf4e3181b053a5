"""What a session that ended in the middle has left: shown, and taken up, kept for later, or thrown away."""

from __future__ import annotations

from kampanye_tui.agreement.place_words import typed_label, typing_words
from kampanye_tui.agreement.typed_fields import CLAUSE, saved_fields, typed
from kampanye_tui.cli.line_mode.clause_words import comes_again, is_locked, resume_words, thrown_away
from kampanye_tui.cli.line_mode.conversation import Back, choose, say
from kampanye_tui.cli.line_mode.form_typing import read_form, save_form
from kampanye_tui.store.journal import Typing
from kampanye_tui.work import Work


def offer_recovery(work: Work) -> None:
    """Offer what was typed and never saved; nothing where nothing was left. Raises :class:`Diverged`.

    Typing of words goes on; what was typed in a form, or into what a locked clause leaves open, is whole.
    """
    left = work.draft.recovered
    if left is None:
        return
    place = left.place
    of_clause = place.startswith(CLAUSE) and not is_locked(work, place)
    where = typing_words(work.agreement, place)
    say(f"Sesi sebelumnya berakhir {left.at:%d-%m-%Y pukul %H.%M} di tengah ketikan pada {where}.")
    say("Naskah yang tersimpan tetap utuh. Ketikan itu:")
    if of_clause:
        _read_clause(left)
    else:
        read_form(work, place)
    choices = {"1": "Lanjutkan ketikan itu" if of_clause else "Simpan ke naskah"}
    choices |= {"2": "Simpan untuk nanti", "3": "Kembali ke yang tersimpan; ketikan itu dibuang"}
    if of_clause and saved_fields(work.agreement, place):
        choices["4"] = "Baca bedanya dari yang tersimpan"
    chosen = _answer(work, place, choices)
    if chosen == "3":
        return
    work.draft.postpone(place)
    if chosen == "2":
        say(comes_again(work, place))
    elif of_clause:
        resume_words(work, place)
    else:
        save_form(work, place)


def _read_clause(left: Typing) -> None:
    for field, text in left.fields.items():
        if text:
            say(f"{typed_label(field)}: {text}", lead="    ")


def _answer(work: Work, place: str, choices: dict[str, str]) -> str:
    """Return what is to become of the typing; where it was 3, it is thrown away by then."""
    heard: list[str] = []
    while True:
        try:
            chosen = choose("Ketikan yang belum selesai:", choices, back="nanti", heard=heard)
        except Back:
            return "2"
        if chosen == "4":
            _tell_difference(work, place)
        elif chosen != "3" or thrown_away(work, place):
            return chosen
        heard = [*choices.values()]


def _tell_difference(work: Work, place: str) -> None:
    fields = work.draft.left(place, saved_fields(work.agreement, place))
    lines = list(typed(work.agreement, place, fields))
    marks = "[-…-] hanya ada pada yang tersimpan, {+…+} hanya pada ketikan itu:"
    say(marks if lines else "Ketikan itu sama dengan yang tersimpan.")
    for line in lines:
        say(line, lead="    ")
