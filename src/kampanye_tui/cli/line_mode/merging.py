"""Two versions of one agreement put together by numbers: what both changed is asked one by one, then saved.

Nothing is saved before the operator has heard what comes of it; until then both versions stay where they are.
"""

from __future__ import annotations

from kampanye_tui.agreement.merge import refuse_final
from kampanye_tui.agreement.merge_choices import KEPT_TOO, SAME, Choices, begin, saved_words
from kampanye_tui.agreement.merge_values import Conflict, Side
from kampanye_tui.agreement.word_diff import marked, near, word_diff
from kampanye_tui.cli.line_mode.conversation import Back, choose, say
from kampanye_tui.store.apart import Apart
from kampanye_tui.work import Work

MERGE = "m"
"""What the menu calls it by."""
CALLED = {Side.OURS: "versi Anda", Side.THEIRS: "bunyi di berkas", None: "belum dipilih"}
SIDES = {"1": Side.OURS, "2": Side.THEIRS}


def merge_by_numbers(work: Work, one: Apart) -> None:
    """Ask what has to be chosen, tell what comes of it, and save that; or leave both versions.

    Raises :class:`Refused` for a final text and where it cannot be saved; the version then waits on.
    """
    draft = work.draft
    if draft.read_only:
        draft.reload()
    refuse_final(work.state)
    say("")
    say(f"Gabungkan dua versi: yang menunggu di {one.path.name}, dan berkas naskah seperti sekarang.")
    try:
        made = _chosen(begin(one.base, one.ours, work.agreement)).made.agreement
    except Back:
        say(waits_words(one))
        return
    told = saved_words(one.ours, work.agreement, made)
    work.unite(made, one)
    say(f"{told}; {draft.standing.words}.")


def waits_words(one: Apart) -> str:
    """Return what becomes of a version that is not merged now."""
    return f"Versi Anda tetap menunggu di {one.path.name}; {MERGE} pada menu menggabungkannya."


def _chosen(choices: Choices) -> Choices:
    """Return the choices once everything is chosen and is to be saved; raises :class:`Back`."""
    asked = len(choices.made.conflicts)
    if asked:
        say(f"{asked} hal diubah di kedua versi. Pilih bunyinya satu per satu; {KEPT_TOO}.")
    else:
        say("Tidak ada yang diubah di kedua versi, jadi tidak ada yang harus dipilih.")
    choices = _ask_left(choices)
    told: Choices | None = None
    heard: list[str] = []
    while True:
        if choices != told:
            _tell_outcome(choices)
        rows = [f"{one.about} ({CALLED[choices.chosen.get(one.place)]})" for one in choices.made.conflicts]
        heading = "Yang dipilih; nomornya untuk memilih lagi:" if rows else "Gabungannya:"
        chosen = choose(heading, rows, {"s": "simpan gabungannya"}, back="nanti", heard=heard)
        heard, told = rows, choices
        if chosen != "s":
            choices = _asked(choices, choices.made.conflicts[int(chosen) - 1])
        elif choices.left:
            say(f"Belum dipilih: {choices.left[0].about}.")
            choices = _ask_left(choices)
        else:
            return choices


def _ask_left(choices: Choices) -> Choices:
    """Ask what was not chosen yet, until all of it is or the operator wants to see the list."""
    while choices.left:
        before, choices = choices, _asked(choices, choices.left[0])
        if choices == before:
            break
    return choices


def _asked(choices: Choices, one: Conflict) -> Choices:
    """Return the choices with one conflict answered; as they are, where the operator goes back."""
    conflicts = choices.made.conflicts
    say(f"{conflicts.index(one) + 1} dari {len(conflicts)}: {one.about}")
    wordings = {"1": f"Versi Anda: {one.ours}", "2": f"Di berkas: {one.theirs}"}
    heard: list[str] = []
    try:
        while True:
            chosen = choose(
                f"Semula: {one.base}", wordings, {"d": "bedanya dari semula"}, back="daftar", heard=heard
            )
            if chosen in SIDES:
                break
            heard = [*wordings.values()]
            say("[-…-] dihapus dari bunyi semula, {+…+} ditambahkan:")
            for name, words in (("Versi Anda", one.ours), ("Di berkas", one.theirs)):
                say(marked(near(word_diff(one.base, words))), lead=f"    {name}: ")
    except Back:
        return choices
    say(f"Dipakai: {CALLED[SIDES[chosen]]}.")
    return choices.choose(one.place, SIDES[chosen])


def _tell_outcome(choices: Choices) -> None:
    """Say what the text has from whom."""
    told = choices.told
    for whose, lines in zip(("versi Anda", "berkas"), told, strict=True):
        if lines:
            say(f"Hasilnya, dari {whose}:")
        for line in lines:
            say(line, lead="    ")
    if not any(told) and not choices.made.conflicts:
        say(SAME)
