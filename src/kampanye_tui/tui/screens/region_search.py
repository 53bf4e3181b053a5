"""Regions found by name or code as somebody types. What only looks like the words is shown, never taken."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from textual.message import Message

from kampanye_tui.agreement.region_choice import meant_by
from kampanye_tui.agreement.region_search import find_regions
from kampanye_tui.model.problem import Refused
from kampanye_tui.tui.columns import arrange, share
from kampanye_tui.tui.faults import sentence
from kampanye_tui.tui.finder import Finder
from kampanye_tui.tui.keymap import key_of
from kampanye_tui.tui.rows import MARK, Row

if TYPE_CHECKING:
    from kampanye_tui.model.region import Region

COLUMNS = (0, 28, 5, 4)
"""Name, province, code, zone."""


class RegionSearch(Finder):
    """A region is picked where it is pointed at in the list, or when the words can mean no other."""

    class Picked(Message):
        """A region was picked."""

        def __init__(self, region: Region) -> None:
            super().__init__()
            self.region = region

    def __init__(self) -> None:
        super().__init__("nama atau kode, misalnya tangerang selatan atau 36.74")
        self.regions: dict[str, Region] = {}

    def take(self, regions: Iterable[Region]) -> None:
        """Search among these from now on."""
        self.regions = {region.code: region for region in regions}
        self.seek()

    def found(self, words: str) -> tuple[Sequence[Row], str]:
        """Return the regions that hold the words, else those alike below a line that says so."""
        if not self.regions:
            return (), "Membaca daftar wilayah…"
        if not words:
            return (), "Ketik sebagian nama atau kode wilayah kantor Anda."
        found, alike = find_regions(self.regions.values(), words)
        widths = share(self.app.size.width - len(MARK), COLUMNS)
        rows = [
            Row(one.code, arrange((one.designation, one.province, one.code, one.zone.value), widths))
            for one in found
        ]
        if alike and rows:
            rows.insert(0, Row("", "Tidak ada yang memuat kata itu; yang mirip:", heading=True))
        return rows, "Tidak ada wilayah yang cocok; periksa ejaannya, atau tulis kodenya."

    def on_input_changed(self) -> None:
        """Take back what was said about other words."""
        self.app.tell("")

    def on_finder_chosen(self, event: Finder.Chosen) -> None:
        """Take the region, or lead into the list where the choice is open."""
        event.stop()
        if event.pointed and event.row is not None:
            self.post_message(self.Picked(self.regions[event.row.id]))
            return
        if not self.words:
            self.app.tell("Ketik dahulu sebagian nama atau kode wilayah.")
            return
        try:
            meant = meant_by(self.words, self.regions.values(), len(self.regions))
        except Refused as refused:
            self.app.tell(sentence(refused))
            meant = ()
        if len(meant) == 1:
            self.post_message(self.Picked(meant[0]))
        elif event.row is not None:
            if meant:
                key = key_of("daftar.pilih", self.app.own_keys)
                self.app.tell(f"{len(meant)} wilayah cocok; tunjuk dengan ↑ ↓, lalu tekan {key}.")
            self.rows.focus()
