"""What the panes of an agreement have in common: they show its text as it stands and hand their edits on."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from textual.containers import Vertical

from kampanye_tui.model.operator import Act
from kampanye_tui.model.problem import Refused
from kampanye_tui.store.at_work import why_declined
from kampanye_tui.tui.faults import sentence
from kampanye_tui.tui.keymap import key_of
from kampanye_tui.tui.perform import Performer
from kampanye_tui.tui.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kampanye_tui.model.agreement import Agreement
    from kampanye_tui.model.finding import Finding
    from kampanye_tui.store.draft import Draft
    from kampanye_tui.tui.screens.agreement import AgreementScreen
    from kampanye_tui.work import Work


def only_read(draft: Draft, own: Mapping[str, str]) -> str:
    """Return why the text can only be read, and the way out if any; ``own`` are the user's keys."""
    if why_declined(Act.EDIT) or draft.lent:
        return f"Hanya baca: {draft.read_only}."
    deed = "memuatnya lagi" if draft.holds else "mengambil alih"
    then = " dan menggabungkan versi yang menunggu" if draft.apart else ""
    return f"Hanya baca: {draft.read_only}. {key_of('naskah.ambil-alih', own)} {deed}{then}."


class Pane(Performer, Vertical):
    """One tab of an agreement. ``show`` is called whenever the text may have changed."""

    DEFAULT_CSS = """
    Pane { height: 1fr; width: 1fr; display: none; }
    Pane.open { display: block; }
    """
    needs_text: tuple[str, ...] = ()
    """Ids of actions that change the text, and are off where it may only be read."""
    needs_packs: tuple[str, ...] = ()
    """Ids of actions that need what packs and rules say, and are off until the screen knows it."""

    def __init__(self, work: Work, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.work = work

    @property
    def agreement_screen(self) -> AgreementScreen:
        """The screen that this is a tab of."""
        return cast("AgreementScreen", self.screen)

    def show(self) -> None:
        """Show the text as it stands."""

    def focus_here(self) -> None:
        """Take the focus: the first list."""
        for rows in self.query(Rows):
            rows.focus()
            return

    def go(self, finding: Finding) -> None:
        """Point at what a finding is about."""

    def resume(self, name: str) -> None:
        """Go on with typing that was never finished."""

    def why_off(self, action_id: str) -> str:
        """Say that the text may only be read, or that packs are not known."""
        if action_id in self.needs_text and self.work.draft.read_only:
            return only_read(self.work.draft, self.app.own_keys)
        return self.agreement_screen.unread if action_id in self.needs_packs else ""

    def edit(self, change: Callable[[], Agreement], done: str = "") -> bool:
        """Make an edit and show it; what cannot be done is told. ``done`` says in words what was done."""
        try:
            after = change()
        except (Refused, OSError) as error:
            self.app.tell(sentence(error))
            return False
        return self.agreement_screen.edit(after, done)
