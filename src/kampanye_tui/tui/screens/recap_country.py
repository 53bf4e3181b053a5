"""Rekap: what arrived, province by province; from here to the offices of each, and to their pihak.

A search finds offices as well, whatever province they are in.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from kampanye_tui.model.recap import Stage
from kampanye_tui.tui.recap_level import Column, Listed
from kampanye_tui.tui.recap_source import RecapSource
from kampanye_tui.tui.screens.recap_list import OFFICE, RecapList
from kampanye_tui.tui.screens.recap_words import (
    Line,
    about_office,
    about_sum,
    clauses,
    days,
    others,
    received,
    signed,
)

if TYPE_CHECKING:
    from kampanye_tui.model.recap import OfficeSummary, Sum
    from kampanye_tui.recap import Asked

PROVINCE = "provinsi/"
"""Before the name of a province in the id of its row; alone it is that of all."""


class RecapCountry(RecapList):
    """The provinces, below the sum of all."""

    columns = (
        Column("Provinsi"),
        Column("Kantor", 6, right=True),
        Column("Ditutup", 7, right=True, wide=True),
        Column("Ttd", 11, right=True),
        Column("H/A/M", 11, right=True, wide=True),
        Column("Salinan", 11, right=True),
        Column("Klausul", 15, right=True, wide=True),
        Column("Hari", 4, right=True),
        Column("Masalah", 7, right=True),
    )

    def __init__(self, asked: Asked) -> None:
        super().__init__(RecapSource(asked, self))

    def on_mount(self) -> None:
        """Read the folders behind the first frame."""
        super().on_mount()
        self.source.read()

    def heading(self) -> tuple[str, str]:
        """Return what is shown, and how many offices that are."""
        return f"Rekap {self.source.words}", f"{self.source.total.offices} kantor"

    def listed(self) -> Iterator[Listed]:
        """Yield all together, each province, and offices where somebody looks for words."""
        if not self.source.sums and not self.source.part.troubles:
            return
        if not self.words:
            yield self._sum(self.source.total, PROVINCE)
        for one in self.source.sums:
            yield self._sum(one, f"{PROVINCE}{one.name}")
        if self.words:
            yield Listed("", ("KANTOR",), heading=True)
            yield from map(self._office, self.source.offices())

    def _sum(self, one: Sum, row_id: str) -> Listed:
        cells = (
            one.name,
            str(one.offices),
            str(one.stages[Stage.CLOSED]),
            signed(one.tally),
            others(one.tally),
            received(one.tally),
            clauses(one.tally),
            days(one.silent),
            str(one.troubles),
        )
        return Listed(row_id, cells, style="warn" if one.troubles and row_id != PROVINCE else "")

    def _office(self, one: OfficeSummary) -> Listed:
        tally = one.tally
        cells = (
            f"{one.region} {one.name}",
            "",
            "",
            signed(tally),
            others(tally),
            received(tally),
            clauses(tally),
            days(one.silent(self.source.asked.day)),
            "",
        )
        return Listed(f"{OFFICE}{one.place}", cells, found_by=f"{one.office} {one.stage.words}")

    def about(self, row_id: str) -> tuple[str, Sequence[Line]]:
        """Return the figures of a province, or of an office that was found."""
        office = self.office_of(row_id)
        if office is not None:
            return f"{office.name} · {office.province}", tuple(about_office(office))
        name = row_id.removeprefix(PROVINCE)
        one = next((one for one in self.source.sums if one.name == name), self.source.total)
        return one.name, tuple(about_sum(one))

    def do_open(self) -> None:
        """Show the offices of the province that is pointed at, or the office."""
        from kampanye_tui.tui.screens.recap_province import RecapProvince

        if self.office_of(self.pointed) is not None:
            self.open_office(self.pointed)
        else:
            self.app.push_screen(RecapProvince(self.source, self.pointed.removeprefix(PROVINCE)))
