"""What the screens of one recap share: what was asked, what arrived, the part that is shown, and its order.

Folders are read in a thread that holds nobody up; what it brings goes to all of these screens that are open,
also where something else lies above them.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from kampanye_tui.agreement.recap_order import Order, in_order
from kampanye_tui.agreement.summary import (
    Recap,
    by_province,
    chosen,
    part_words,
    refuse_unknown,
    summed,
)
from kampanye_tui.model.problem import Refused
from kampanye_tui.tui.background import in_background
from kampanye_tui.tui.faults import sentence
from kampanye_tui.tui.progress import PACE, Cancelled

if TYPE_CHECKING:
    from kampanye_tui.model.recap import OfficeSummary, Sum
    from kampanye_tui.recap import Asked
    from kampanye_tui.tui.recap_level import RecapLevel

ALL = "Semua"
"""What all provinces together are called."""
_NOTHING = Recap((), ())


class RecapSource:
    """A recap that somebody looks at; ``keeper`` is the screen that all others of it lie above."""

    def __init__(self, asked: Asked, keeper: RecapLevel) -> None:
        self.asked = asked
        self.order = Order.REGION
        self.reading = False
        self.known = False
        """Whether it has been read once."""
        self._keeper = keeper
        self._found = _NOTHING
        self._told_at = 0.0
        self.part = _NOTHING
        """What arrived of the provinces that were asked for: offices of the stages, and all troubles."""
        self.total = summed(ALL, _NOTHING, asked.day)
        self._sums: tuple[Sum, ...] = ()

    @property
    def words(self) -> str:
        """What is shown: ``per 01-12-2023 · hanya provinsi Bali``."""
        part = part_words(self.asked.provinces, self.asked.stages)
        return " · ".join(filter(None, (f"per {self.asked.day:%d-%m-%Y}", part)))

    @property
    def sums(self) -> tuple[Sum, ...]:
        """The sum of each province, in the order that was chosen."""
        return in_order(self._sums, self.order, self.asked.day)

    def offices(self, province: str = "") -> tuple[OfficeSummary, ...]:
        """Return the agreements of a province, or all, in the order that was chosen."""
        return in_order(self.of(province).offices, self.order, self.asked.day)

    def of(self, province: str) -> Recap:
        """Return the part of a province; all for no name."""
        return chosen(self.part, (province,)) if province else self.part

    def ask(self, asked: Asked) -> None:
        """Show another part; raises Refused for a province of which nothing arrived."""
        refuse_unknown(self._found, asked.provinces)
        self.asked = asked
        self._work_out()

    def _work_out(self) -> None:
        here = chosen(self._found, self.asked.provinces)
        # How far a broken one is nobody knows, so whatever stage was asked for, it may be missing.
        self.part = here._replace(offices=chosen(here, (), self.asked.stages).offices)
        self._sums = by_province(self.part, self.asked.day)
        self.total = summed(ALL, self.part, self.asked.day)

    def read(self) -> None:
        """Read all folders, unless that is being done."""
        if not self.reading:
            self.reading = True
            in_background(self._keeper, self._read, self._take)

    def _read(self) -> Recap | Exception:
        from kampanye_tui.recap import recap

        try:
            return recap(self.asked.places, self._done, forks=False)
        except Exception as error:  # noqa: BLE001 - a thread's error reaches nobody unless it is handed on
            return error

    def _done(self, number: int, total: int) -> None:
        """Tell how far it is; raises Cancelled once nobody looks at the recap any more."""
        if not self._keeper.is_attached:
            raise Cancelled
        now = time.monotonic()
        if now - self._told_at >= PACE:
            self._told_at = now
            self._keeper.call_later(self._tell, f"Memeriksa naskah {number}/{total}")

    def _take(self, came: Recap | Exception) -> None:
        self.reading = False
        self.known = True
        if isinstance(came, Exception):
            told = f"Kiriman tidak dapat dibaca. {sentence(came)}"
        else:
            self._found = came
            self._work_out()
            told = self._told()
        for level in self._levels():
            level.renew()
        self._tell(told)

    def _told(self) -> str:
        try:
            refuse_unknown(self._found, self.asked.provinces)
        except Refused as refused:
            return sentence(refused)
        counted = f"Selesai: {self.total.agreements} naskah dari {self.total.offices} kantor"
        wrong = len(self.part.troubles)
        return f"{counted}; {wrong} kiriman bermasalah." if wrong else f"{counted}."

    def _tell(self, told: str) -> None:
        for level in self._levels():
            level.say(told)

    def _levels(self) -> tuple[RecapLevel, ...]:
        """Return the screens of this recap, from the first to the deepest."""
        from kampanye_tui.tui.recap_level import RecapLevel

        open_now = self._keeper.app.screen_stack
        return tuple(one for one in open_now if isinstance(one, RecapLevel) and one.source is self)
