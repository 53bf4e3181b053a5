"""The lists of a recap whose rows are sums or agreements: they are ordered, narrowed down, and lead on."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from kampanye_tui.agreement.recap_order import Order
from kampanye_tui.model.recap import Stage
from kampanye_tui.tui.actions import Group
from kampanye_tui.tui.perform import bound
from kampanye_tui.tui.recap_level import RecapLevel
from kampanye_tui.tui.rows import Row

if TYPE_CHECKING:
    from kampanye_tui.model.recap import OfficeSummary

OFFICE = "kantor/"
"""Before the place of an agreement in the id of its row."""
STYLES = {Stage.DRAFT: "quiet"}
"""Who has no final text yet is told quietly; no other stage is worse than another."""


class RecapList(RecapLevel):
    """Rows in an order, of a part."""

    groups = (Group.RECAP, Group.RECAP_LIST)
    BINDINGS: ClassVar = bound(*groups)
    province = ""
    """The province that it is of; empty for all."""
    orders = tuple(Order)
    """Those that make sense here."""

    def why_off(self, action_id: str) -> str:
        """Say where nothing is broken."""
        why = super().why_off(action_id)
        if why or action_id != "rekap.masalah":
            return why
        part = self.source.of(self.province)
        where = f" dari {self.province}" if self.province else ""
        return "" if part.troubles or part.older else f"Tidak ada kiriman yang bermasalah{where}."

    def do_choose_order(self) -> None:
        """Choose what comes first, in this list and those beside it."""
        from kampanye_tui.tui.chooser import Chooser

        rows = [Row(one.name, one.value) for one in self.orders]
        message = f"Sekarang menurut {self.source.order.value}."
        screen = Chooser("Urutkan rekap", rows, about="yang pertama", message=message)
        self.app.push_screen(screen, self._ordered)

    def _ordered(self, chosen: str | None) -> None:
        if chosen:
            self.source.order = Order[chosen]
            self.relist()
            self.app.tell(f"Diurutkan menurut {self.source.order.value}.")

    def do_choose_part(self) -> None:
        """Choose provinces, stages, and the day up to which days are counted."""
        from kampanye_tui.tui.screens.recap_part import choose_part

        choose_part(self)

    def do_troubles(self) -> None:
        """Show what was not counted, with the reasons."""
        from kampanye_tui.tui.screens.recap_troubles import RecapTroubles

        self.app.push_screen(RecapTroubles(self.source, self.province))

    def open_office(self, row_id: str) -> None:
        """Show the pihak of an office."""
        from kampanye_tui.tui.screens.recap_office import RecapOffice

        self.app.push_screen(RecapOffice(self.source, row_id.removeprefix(OFFICE)))

    def office_of(self, row_id: str) -> OfficeSummary | None:
        """Return the agreement of a row; None for a row of another kind."""
        place = row_id.removeprefix(OFFICE)
        offices = self.source.part.offices if place != row_id else ()
        return next((one for one in offices if one.place == place), None)
