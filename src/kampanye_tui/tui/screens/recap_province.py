"""The offices of a province in a recap, or of all provinces: one row for each agreement that counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from kampanye_tui.agreement.recap_order import Order
from kampanye_tui.tui.recap_level import Column, Listed
from kampanye_tui.tui.recap_source import ALL
from kampanye_tui.tui.screens.recap_list import OFFICE, STYLES, RecapList
from kampanye_tui.tui.screens.recap_words import (
    Line,
    about_office,
    clauses,
    days,
    others,
    received,
    signed,
    silence_words,
)

if TYPE_CHECKING:
    from kampanye_tui.tui.recap_source import RecapSource


class RecapProvince(RecapList):
    """The agreements of the offices of ``province``; of all for no name."""

    columns = (
        Column("Kode", 5),
        Column("Kantor"),
        Column("Keadaan", 12),
        Column("Ttd", 5, right=True),
        Column("H/A/M", 7, right=True),
        Column("Salinan", 7, right=True),
        Column("Klausul", 11, right=True, wide=True),
        Column("Hari", 4, right=True),
        Column("Rangkaian", 17, wide=True),
    )
    orders = tuple(one for one in Order if one is not Order.TROUBLES)

    def __init__(self, source: RecapSource, province: str) -> None:
        super().__init__(source)
        self.province = province

    def heading(self) -> tuple[str, str]:
        """Return the province, what is shown of it, and how many agreements that are."""
        count = len(self.source.of(self.province).offices)
        return f"{self.province or ALL} · rekap {self.source.words}", f"{count} naskah"

    def nothing(self) -> str:
        """Return that no office of the province counts."""
        return "Tidak ada naskah yang dihitung di sini."

    def listed(self) -> Iterator[Listed]:
        """Yield the agreements."""
        for one in self.source.offices(self.province):
            tally = one.tally
            cells = (
                one.region,
                one.name,
                one.stage.words,
                signed(tally),
                others(tally),
                received(tally),
                clauses(tally),
                days(one.silent(self.source.asked.day)),
                one.chain.value,
            )
            found_by = f"{one.office} {one.province}"
            yield Listed(f"{OFFICE}{one.place}", cells, STYLES.get(one.stage, ""), found_by)

    def about(self, row_id: str) -> tuple[str, Sequence[Line]]:
        """Return the figures of an office."""
        one = self.office_of(row_id)
        if one is None:
            return "", ()
        silence = silence_words(one, self.source.asked.day)
        province = "" if self.province else one.province
        return " · ".join(filter(None, (one.name, province, silence))), tuple(about_office(one))

    def do_open(self) -> None:
        """Show the pihak of the office that is pointed at."""
        self.open_office(self.pointed)
