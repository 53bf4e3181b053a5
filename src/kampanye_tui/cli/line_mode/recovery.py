"""What a session that ended in the middle has left: shown, and taken up, kept for later, or thrown away."""

from __future__ import annotations

from kampanye_tui.agreement.place_words import typed_label, typing_words
from kampanye_tui.cli.line_mode.clause_words import resume_words
from kampanye_tui.cli.line_mode.conversation import Back, choose, say
from kampanye_tui.work import Work

CLAUSE = "klausul"
"""The kind of place where typing can be taken up here; what the forms of the screen left is shown only."""


def offer_recovery(work: Work) -> None:
    """Offer what was typed and never saved; nothing where nothing was left."""
    left = work.draft.recovered
    if left is None:
        return
    kind = left.place.partition(":")[0]
    where = typing_words(work.agreement, left.place)
    say(f"Sesi sebelumnya berakhir {left.at:%d-%m-%Y pukul %H.%M} di tengah ketikan pada {where}.")
    say("Naskah yang tersimpan tetap utuh. Ketikan itu:")
    for field, text in left.fields.items():
        if text:
            say(f"{typed_label(field)}: {text}", lead="    ")
    choices = {"1": "Lanjutkan ketikan itu"} if kind == CLAUSE else {}
    choices |= {"2": "Simpan untuk nanti", "3": "Buang ketikan itu"}
    try:
        chosen = choose("Ketikan yang belum selesai:", choices, back="nanti")
    except Back:
        chosen = "2"
    if chosen == "3":
        work.draft.stop_typing(left.place)
        return
    work.draft.postpone(left.place)
    if chosen == "1":
        resume_words(work, left.place)
