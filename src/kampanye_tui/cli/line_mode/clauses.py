"""The clauses by numbers: one of them read, reworded, moved or dropped, and others taken from the library."""

from __future__ import annotations

from collections.abc import Callable

from kampanye_tui.agreement.edit_clauses import (
    drop_clause,
    move_clause,
    place_of,
    referring_to,
    reword,
)
from kampanye_tui.agreement.entries import line_of
from kampanye_tui.agreement.law import short_name
from kampanye_tui.agreement.offers import offers, taken
from kampanye_tui.agreement.pack_words import redline, restored, standing
from kampanye_tui.agreement.take import take
from kampanye_tui.cli.line_mode.clause_words import edit_words, resume_new, write_clause
from kampanye_tui.cli.line_mode.conversation import (
    Back,
    agreed,
    ask,
    ask_new,
    choose,
    needed,
    say,
    sentence,
)
from kampanye_tui.cli.line_mode.edits import edited, refuse_reader
from kampanye_tui.model.agreement import AgreedClause
from kampanye_tui.model.clause import Parameter
from kampanye_tui.model.problem import Refused, refuse
from kampanye_tui.work import Work


def clauses_by_numbers(work: Work) -> None:
    """Show the clauses and what can be done with them, until the operator goes back."""
    heard: list[str] = []
    while True:
        own = [f"{clause.title} ({standing(clause)})" for clause in work.agreement.clauses]
        try:
            chosen = choose("Klausul:", own, {"p": "ambil dari pustaka", "b": "buat sendiri"}, heard=heard)
        except Back:
            return
        heard = own
        try:
            if chosen == "p":
                _take(work)
            elif chosen == "b":
                _write_own(work)
            else:
                clause_by_numbers(work, work.agreement.clauses[int(chosen) - 1].id)
        except Back:
            continue


def clause_by_numbers(work: Work, clause_id: str) -> None:
    """Read one clause out and offer what can be done with it, until the operator goes back."""
    read: AgreedClause | None = None
    heard: list[str] = []
    while clause := next((one for one in work.agreement.clauses if one.id == clause_id), None):
        if clause != read:
            _read_out(work, clause)
        deeds = _deeds(work, clause)
        rows = [words for words, _deed in deeds]
        chosen = choose("Yang dapat dilakukan:", rows, heard=heard)
        read, heard = clause, rows
        try:
            deeds[int(chosen) - 1][1]()
        except Back:
            continue


def _deeds(work: Work, clause: AgreedClause) -> list[tuple[str, Callable[[], object]]]:
    """Return what can be done with a clause; a lock is on its words, so those are then left out."""
    deeds: list[tuple[str, Callable[[], object]]] = []
    if not clause.locked:
        deeds += [
            ("Ubah bunyi", lambda: edit_words(work, clause)),
            ("Ubah judul", lambda: _retitle(work, clause)),
        ]
    deeds += [
        (f"Isi {one.label} (sekarang: {one.value or 'kosong'})", _filling(work, clause, one))
        for one in clause.parameters
    ]
    deeds.append(("Pindahkan", lambda: _move(work, clause)))
    if clause.origin is not None:
        deeds.append(("Bandingkan dengan bunyi paket", lambda: _compare(work, clause)))
    if standing(clause) == "disunting":
        sets = work.library.clause_sets
        deeds.append(
            ("Pulihkan bunyi paket", lambda: edited(work, lambda: restored(work.agreement, clause.id, sets)))
        )
    if not clause.locked:
        deeds.append(("Buang dari naskah", lambda: _drop(work, clause)))
    return deeds


def _read_out(work: Work, clause: AgreedClause) -> None:
    reference = work.agreement.reference
    number = place_of(work.agreement, clause.id) + 1
    say(f"Klausul {number} dari {len(work.agreement.clauses)}: {clause.title} ({standing(clause)})")
    say(clause.resolved, lead="    ")
    for citation in clause.citations:
        law = reference.law(citation.law)
        say(f"Dasar: {citation.article} {short_name(law) if law else citation.law}")
    if clause.explanation:
        say(f"Penjelasan: {' '.join(clause.explanation.split())}")


def _retitle(work: Work, clause: AgreedClause) -> None:
    refuse_reader(work)
    opened = work.agreement
    title = ask("Judul", needed(line_of), kept=clause.title, shown=clause.title)
    edited(work, lambda: reword(opened, clause.id, title=title), opened)


def _filling(work: Work, clause: AgreedClause, parameter: Parameter) -> Callable[[], None]:
    def fill() -> None:
        refuse_reader(work)
        opened = work.agreement
        value = ask(parameter.label, line_of, kept=parameter.value, shown=parameter.value)
        edited(work, lambda: reword(opened, clause.id, parameters={parameter.name: value}), opened)

    return fill


def _move(work: Work, clause: AgreedClause) -> None:
    refuse_reader(work)
    count = len(work.agreement.clauses)

    def judge(answer: str) -> int:
        places = {str(place): place - 1 for place in range(1, count + 1)}
        if answer not in places:
            raise refuse(f"tulis nomor dari 1 sampai {count}")
        return places[answer]

    now = place_of(work.agreement, clause.id)
    to = ask(f"Menjadi klausul nomor, 1 sampai {count}", judge, kept=now, shown=str(now + 1))
    edited(work, lambda: move_clause(work.agreement, clause.id, to))


def _compare(work: Work, clause: AgreedClause) -> None:
    try:
        title, text = redline(clause, work.library.clause_sets)
    except Refused as refused:
        say(sentence(refused))
        return
    say("[-…-] dihapus dari bunyi paket, {+…+} ditambahkan:")
    say(title, lead="    ")
    say(text, lead="    ")


def _drop(work: Work, clause: AgreedClause) -> None:
    if edited(work, lambda: drop_clause(work.agreement, clause.id)):
        for other in referring_to(work.agreement, clause.id):
            say(f'Klausul "{other}" merujuk ke klausul ini; sesuaikan bunyinya.')


def _take(work: Work) -> None:
    """Take a clause of the library in, at its natural place."""
    refuse_reader(work)
    library = work.library
    found = list(offers(work.agreement, library.reference, library.clause_sets))
    if not found:
        say("Semua klausul pustaka sudah ada dalam naskah.")
        return
    chosen = choose(
        "Klausul yang dapat diambil:",
        [f"{one.offered.clause.title} ({one.clause_set.address})" for one in found],
    )
    offer = found[int(chosen) - 1]
    say(f"{offer.offered.clause.title}:")
    say(taken(offer, work.agreement, library.reference).resolved, lead="    ")
    if not agreed("Ambil klausul ini?"):
        return
    clause_id, packs = offer.offered.clause.id, library.host.packs()
    edited(work, lambda: take(work.agreement, clause_id, library.reference, library.clause_sets, packs))


def _write_own(work: Work) -> None:
    refuse_reader(work)
    if not resume_new(work):
        write_clause(work, ask_new("Judul klausul baru", line_of))
