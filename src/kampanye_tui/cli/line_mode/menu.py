"""An agreement opened and worked on by numbers: which one, what a former session left, and the main menu."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from kampanye_tui.agreement.entries import id_of
from kampanye_tui.agreement.steps import Step
from kampanye_tui.cli.line_mode import check, clauses, exporting, occasion, parties, reading
from kampanye_tui.cli.line_mode.conversation import (
    Back,
    Ended,
    agreed,
    ask,
    choose,
    needed,
    prepare,
    say,
    sentence,
)
from kampanye_tui.cli.line_mode.edits import tell_standing
from kampanye_tui.cli.line_mode.final import finalise_by_numbers
from kampanye_tui.cli.line_mode.merging import MERGE, merge_by_numbers, waits_words
from kampanye_tui.cli.line_mode.recovery import offer_recovery
from kampanye_tui.cli.line_mode.watch import watched
from kampanye_tui.cli.output import Exit
from kampanye_tui.model.messages import system_error
from kampanye_tui.model.problem import Refused
from kampanye_tui.model.state import Phase
from kampanye_tui.store.apart import Apart
from kampanye_tui.store.configuration import Located
from kampanye_tui.store.draft import Draft, StandingKind
from kampanye_tui.store.settings import data_home
from kampanye_tui.work import Work

PARTS: dict[str, tuple[str, Callable[[Work], None]]] = {
    "1": ("Acara", occasion.occasion_by_numbers),
    "2": ("Klausul", clauses.clauses_by_numbers),
    "3": ("Pihak", parties.parties_by_numbers),
    "4": ("Pemeriksaan", check.check_by_numbers),
    "5": ("Baca dokumen", reading.read_documents),
    "6": ("Tulis berkas", exporting.write_files),
}
"""Numbered as the tabs of the terminal program, which the line of the next step points at."""
UNDO, REDO, TAKE_OVER, DONE = "7", "8", "9", "0"
FINALISE = "f"
NEW = "b"
COMMANDS = {
    "Pembahasan": "kampanye tanggapan",
    "Penandatanganan": "kampanye tandatangan",
    "Penutupan": "kampanye tutup",
    "Penyerahan": "kampanye salinan",
}
"""The steps that have screens but no questions → the commands that do the same."""


def work_by_numbers(located: Located, agreement_id: str | None, operator: str) -> Exit:
    """Open an agreement, or compose a new one, and work on it until the operator or the input ends.

    Raises :class:`Refused` for an agreement that cannot be opened.
    """
    prepare()
    try:
        chosen = agreement_id or _which(located)
    except (Ended, KeyboardInterrupt):
        return Exit.DONE
    while chosen is not None:
        draft = Draft.open(located.workspace, chosen, operator=operator, home=data_home())
        with watched(draft):
            try:
                chosen = _work(Work(located, draft), operator)
            except (Ended, KeyboardInterrupt):
                _tell_end(draft)
                chosen = None
    return Exit.DONE


def _tell_end(draft: Draft) -> None:
    """Say where saving stands when the input ended."""
    standing = draft.standing
    say(f"Masukan berakhir; {standing.words}.")
    if standing.kind is StandingKind.TYPING:
        say("Ketikan yang belum selesai ditawarkan bila naskah ini dibuka lagi.")
    if draft.apart:
        say(waits_words(draft.apart))


def _which(located: Located) -> str | None:
    """Return the id of the only agreement or the one chosen, a new one among them; None for none."""
    from kampanye_tui.store.workspace import agreement_ids

    ids = agreement_ids(located.workspace)
    if len(ids) == 1:
        return ids[0]
    try:
        if not ids:
            say("Belum ada naskah di ruang kerja ini.")
            return _new(located) if agreed(f"Susun naskah baru dari {located.label}?") else None
        chosen = choose("Naskah:", ids, {NEW: "naskah baru"}, back="selesai")
        return _new(located) if chosen == NEW else ids[int(chosen) - 1]
    except Back:
        return None


def _new(located: Located) -> str:
    """Compose and save an agreement as ``baru`` does, and return its id."""
    import msgspec

    from kampanye_tui.cli.session import compose_new
    from kampanye_tui.store.workspace import create

    agreement = compose_new(located).agreement
    while True:
        name = ask("Nama folder naskah", needed(id_of), kept=agreement.id, shown=agreement.id)
        try:
            saved = create(located.workspace, msgspec.structs.replace(agreement, id=name))
        except Refused as refused:
            say(sentence(refused))
        else:
            say(f"Naskah tersimpan: {saved.path}")
            return name


def _work(work: Work, operator: str) -> str | None:
    """Show the menu until the operator is done; return the id of a new agreement to go on with, or None."""
    if work.draft.read_only:
        _offer_to_take_over(work)
    # What cannot be read is told with the state, below.
    with suppress(Refused, OSError):
        for one in work.pack_news:
            say(one.words)
    offered: Apart | None = None
    while True:
        try:
            waits = _to_merge(work.draft)
            if waits not in (None, offered):
                offered = waits
                _merge(work)
                continue
            offer_recovery(work)
            _tell_state(work)
            chosen = choose("Menu:", _choices(work), back="")
            if chosen not in (DONE, NEW):
                _do(work, chosen, operator)
            elif _may_leave(work.draft):
                if chosen == NEW:
                    return _new(work.located)
                say(f"Selesai; {work.draft.standing.words}.")
                return None
        except Back:
            continue
        except (Refused, OSError) as error:
            say(_why(error))


def _why(error: Refused | OSError) -> str:
    """Return what went wrong, as a sentence."""
    if isinstance(error, Refused):
        return sentence(error)
    return f"{error.filename or 'Sistem berkas'} {system_error(error)}."


def _to_merge(draft: Draft) -> Apart | None:
    """Return the version that waits to be merged, for whoever can save; None without one."""
    return draft.apart if draft.holds else None


def _merge(work: Work) -> None:
    one = _to_merge(work.draft)
    if one is not None:
        merge_by_numbers(work, one)


def _may_leave(draft: Draft) -> bool:
    """Tell whether everything is saved, or the operator leaves all the same."""
    if draft.retry():
        return True
    say(f"{draft.standing.words}.")
    return agreed("Tetap selesai, dan perubahan terakhir hilang?")


def _tell_state(work: Work) -> None:
    agreement, draft = work.agreement, work.draft
    if draft.notice:
        say(draft.notice)
        draft.notice = ""
    counts = f"{len(agreement.clauses)} klausul, {len(agreement.parties)} pihak"
    say("")
    say(f"Naskah {agreement.id}: {_stands(work)}; {counts}; {draft.standing.words}")
    try:
        step = work.step
    except (Refused, OSError) as error:
        say(_why(error))
    else:
        say(f"{step.told}; {_how(step)}")


def _stands(work: Work) -> str:
    """Return where the agreement stands in words."""
    try:
        stands = work.state
    except (Refused, OSError):
        # Why not is told in full where the next step is.
        return "catatan kejadian tidak terbaca"
    first = stands.phase is Phase.DRAFT and stands.revision == 1
    return stands.phase.value if first else f"{stands.phase.value} revisi {stands.revision}"


def _how(step: Step) -> str:
    """Return how the next step is taken: by what the menu has, or by commands that it lacks."""
    if step.name == "Finalisasi":
        return f"pilih {FINALISE}, atau bahas dahulu dengan perintah: {COMMANDS['Pembahasan']}"
    commands = COMMANDS.get(step.name)
    return f"dengan perintah: {commands}" if commands else f"pilih {step.tab.number}"


def _choices(work: Work) -> dict[str, str]:
    draft = work.draft
    choices = {number: words for number, (words, _part) in PARTS.items()}
    choices[UNDO] = f"Urungkan: {draft.undo_words() or 'tidak ada'}"
    choices[REDO] = f"Kembalikan: {draft.redo_words() or 'tidak ada'}"
    with suppress(Refused, OSError):
        if not work.state.phase.settled:
            choices[FINALISE] = "Finalkan naskah"
    if draft.read_only:
        choices[TAKE_OVER] = (
            "Baca ulang berkasnya, untuk mengubah" if draft.holds else "Ambil alih, untuk mengubah"
        )
    if _to_merge(draft):
        choices[MERGE] = "Gabungkan dengan versi yang menunggu"
    return {**choices, NEW: "Susun naskah baru", DONE: "Selesai"}


def _do(work: Work, chosen: str, operator: str) -> None:
    """Do what was chosen."""
    if chosen in PARTS:
        PARTS[chosen][1](work)
    elif chosen == FINALISE:
        finalise_by_numbers(work, operator)
    elif chosen == MERGE:
        _merge(work)
    elif chosen == TAKE_OVER:
        _offer_to_take_over(work)
    else:
        _step_back(work, again=chosen == REDO)


def _step_back(work: Work, *, again: bool) -> None:
    draft = work.draft
    words = draft.redo_words() if again else draft.undo_words()
    work.step_back(again=again)
    tell_standing(work, f"{'dikembalikan' if again else 'diurungkan'}: {words}")


def _offer_to_take_over(work: Work) -> None:
    """Say why nothing can be changed, and edit from now on where the operator may and wants to."""
    draft = work.draft
    say(f"Naskah ini hanya dapat dibaca: {draft.read_only}.")
    if draft.holds:
        draft.take_over()
        say("Berkasnya sudah dibaca ulang; naskah ini dapat diubah lagi.")
        return
    if draft.lent:
        return
    say("Bila petugas lain masih bekerja, ia tidak dapat menyimpan lagi sesudah naskah diambil alih.")
    if not agreed("Ambil alih sekarang?"):
        return
    try:
        draft.take_over()
    except Refused as refused:
        say(sentence(refused))
    else:
        say("Naskah ini sekarang Anda pegang.")
