"""An edit made and told in one sentence; a refused one is told as well, and changes nothing."""

from __future__ import annotations

from collections.abc import Callable

from kampanye_tui.agreement.account import in_words
from kampanye_tui.agreement.final_words import another_revision
from kampanye_tui.cli.line_mode.conversation import say, sentence
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.problem import Refused, refuse
from kampanye_tui.store.apart import Diverged
from kampanye_tui.work import Work


def refuse_reader(work: Work) -> None:
    """Raise :class:`Refused` before anything is asked for that could not be saved; that leads to the menu."""
    if work.draft.read_only:
        raise refuse(f"naskah ini hanya dapat dibaca: {work.draft.read_only}")


def edited(work: Work, change: Callable[[], Agreement], opened: Agreement | None = None) -> bool:
    """Save what ``change`` makes of the agreement and say so; tell whether it was not refused.

    ``opened`` is the text that it was made from, where another may stand here by now. Raises
    :class:`Diverged` where somebody else has changed the text or taken over meanwhile: the answer is kept
    as a version then, and the way leads to the menu, which offers to merge.
    """
    before = opened or work.agreement
    try:
        lines = work.edit(change(), before)
    except Diverged:
        raise
    except Refused as refused:
        say(sentence(refused))
        return False
    if lines:
        tell_standing(work, in_words(lines, work.agreement))
        revised = another_revision(before.revision, work.agreement.revision)
        if revised:
            say(revised)
    else:
        say("Tidak ada yang berubah.")
    return True


def tell_standing(work: Work, what: str) -> None:
    """Say what was done, and where saving stands."""
    words = work.draft.standing.words
    say(f"{words[:1].upper()}{words[1:]}: {what}.")
