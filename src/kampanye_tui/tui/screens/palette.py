"""Perintah: the actions of the screen below, found by words; Enter performs one there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from textual.app import ComposeResult
from textual.screen import Screen

from kampanye_tui.tui.actions import Group, action
from kampanye_tui.tui.columns import arrange, share
from kampanye_tui.tui.finder import Finder
from kampanye_tui.tui.frame import KeyLine, MessageLine, Rule, TitleLine
from kampanye_tui.tui.offered import Offer, offered
from kampanye_tui.tui.perform import Performer, performer_of, program_of
from kampanye_tui.tui.rows import MARK, Row

if TYPE_CHECKING:
    from kampanye_tui.tui.actions import Action

COLUMNS = (16, 14, 0)


class ActionSearch(Finder):
    """Actions by their words, their help and their group. Moving in a list is no command."""

    def __init__(self, node: object, offers: Sequence[Offer]) -> None:
        super().__init__("kata, misalnya cetak atau pihak")
        self.node = node
        self.offers = tuple(
            offer
            for offer in offers
            if offer.action.group is not Group.LIST and offer.action.method != "palette"
        )

    def found(self, words: str) -> tuple[Sequence[Row], str]:
        """Return the actions that hold all words; those that are off say why."""
        sought = words.casefold().split()
        widths = share(self.app.size.width - len(MARK), COLUMNS)
        rows = [self._row(one, widths) for one in self.offers if all(word in _text(one) for word in sought)]
        return rows, "Tidak ada perintah dengan kata itu di layar ini."

    def why_off_below(self, one: Action) -> str:
        """Return why an action cannot be performed on the screen below."""
        return performer_of(self.node, one).why_not(one.id)

    def _row(self, offer: Offer, widths: Sequence[int]) -> Row:
        one = offer.action
        why = self.why_off_below(one)
        told = f"belum bisa: {why}" if why else one.help
        return Row(one.id, arrange((one.words, offer.keys, told), widths), style="quiet" if why else "")


class Palette(Performer, Screen[None]):
    """Finds and performs the actions of ``below``."""

    def __init__(self, below: Screen[Any]) -> None:
        super().__init__()
        self.node = below.focused or below
        # Asked before this screen lies above: what is off may depend on which screen is the last one.
        self.offers = offered(self.node, program_of(below).own_keys)

    def compose(self) -> ComposeResult:
        """Lay out the search."""
        yield TitleLine("Perintah layar ini")
        yield Rule("ketik sebagian namanya")
        yield ActionSearch(self.node, self.offers)
        yield MessageLine()
        yield KeyLine()

    def on_finder_pointed(self, event: Finder.Pointed) -> None:
        """Tell in full what the action does, or why it cannot be done."""
        if event.row is None:
            self.app.tell("")
            return
        one = action(event.row.id)
        self.app.tell(self.query_one(ActionSearch).why_off_below(one) or one.help)

    def on_finder_chosen(self, event: Finder.Chosen) -> None:
        """Close, and perform the action on the screen below."""
        if event.row is None:
            return
        one = action(event.row.id)
        why = self.query_one(ActionSearch).why_off_below(one)
        if why:
            self.app.tell(why)
            return
        self.dismiss(None)
        self.app.call_later(performer_of(self.node, one).action_perform, one.id)


def _text(offer: Offer) -> str:
    one = offer.action
    return f"{one.words} {one.help} {one.group.value}".casefold()
