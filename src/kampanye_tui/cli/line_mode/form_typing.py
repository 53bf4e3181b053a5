"""Typing left in a form of the screen: read out beside what is saved, and saved as the form would."""

from __future__ import annotations

from kampanye_tui.agreement.edit import add_party, with_party
from kampanye_tui.agreement.edit_clauses import reword
from kampanye_tui.agreement.edit_parties import known_parties
from kampanye_tui.agreement.party_values import added_party, changed_party, nobody, values_of
from kampanye_tui.agreement.place_words import typed_label
from kampanye_tui.agreement.typed_fields import parameters_of, saved_fields
from kampanye_tui.cli.line_mode.clause_words import comes_again
from kampanye_tui.cli.line_mode.conversation import say
from kampanye_tui.cli.line_mode.edits import edited
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.problem import refuse
from kampanye_tui.store.apart import Diverged
from kampanye_tui.work import Work, with_occasion_values


def read_form(work: Work, place: str) -> None:
    """Say each field that differs from what is saved, or all of what is not in the agreement yet."""
    saved = saved_fields(work.agreement, place)
    others = work.draft.contested(place, saved)
    told = False
    for name, text in work.draft.left(place, saved).items():
        if text == saved.get(name, ""):
            continue
        told = True
        meanwhile = ", diubah orang lain sejak Anda mengetik" if name in others else ""
        beside = f" (tersimpan: {saved[name] or 'kosong'}{meanwhile})" if name in saved else ""
        say(f"{typed_label(name)}: {text or 'kosong'}{beside}", lead="    ")
    if not told:
        say("Sama dengan yang tersimpan.", lead="    ")


def save_form(work: Work, place: str) -> None:
    """Save what was typed in a form; what is refused waits for the screen. Raises :class:`Diverged`."""
    draft, opened = work.draft, work.agreement
    now = saved_fields(opened, place)
    typed, began = draft.left(place, now), now | draft.contested(place, now)
    news: list[str] = []
    # As in the form, it is part of the edit then: the journal holds it until that is on the disk.
    draft.typing(place, typed, began)
    try:
        saved = edited(work, lambda: _after(work, place, typed, news), opened)
    except Diverged:
        # What was typed is in the version that is kept, and comes back from there.
        draft.stop_typing(place)
        raise
    if saved:
        for line in news:
            say(line)
    else:
        draft.postpone(place)
        say(comes_again(work, place))


def _after(work: Work, place: str, typed: dict[str, str], news: list[str]) -> Agreement:
    """Return the agreement with what was typed, and add to ``news`` what another day makes of it."""
    agreement = work.agreement
    kind, _colon, name = place.partition(":")
    if kind == "acara":
        values = saved_fields(agreement, place) | typed
        after, told = with_occasion_values(work.located, agreement, values)
        news += told
        return after
    if kind == "klausul":
        return reword(agreement, name, parameters=parameters_of(typed))
    if kind != "pihak":
        raise refuse(f'tempat ketikan "{place}" tidak dikenal')
    party = agreement.party(name)
    if party is not None:
        return with_party(agreement, changed_party(agreement, party, values_of(party) | typed))
    known = known_parties(agreement, work.library.reference)
    offered = next((one for one in known if one.id == name), None)
    return add_party(agreement, added_party(agreement, offered, values_of(offered or nobody()) | typed))
