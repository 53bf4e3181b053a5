"""What arrived and was not counted: the folder, the office where it is known, and the reason."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar

from kampanye_tui.tui.actions import Group
from kampanye_tui.tui.perform import bound
from kampanye_tui.tui.reading import Paragraph, Reading
from kampanye_tui.tui.recap_level import Column, Listed, RecapLevel

if TYPE_CHECKING:
    from kampanye_tui.model.recap import Trouble
    from kampanye_tui.tui.recap_source import RecapSource
    from kampanye_tui.tui.screens.recap_words import Line

BROKEN, OLDER = "rusak/", "lama/"
"""Before the number of a row: what is broken, and what another arrival outdates."""


class RecapTroubles(RecapLevel):
    """What was not counted of ``province``; of all for no name."""

    groups = (Group.RECAP,)
    BINDINGS: ClassVar = bound(*groups)
    columns = (Column("Kode", 5), Column("Kantor", 44, wide=True), Column("Alasan"))

    def __init__(self, source: RecapSource, province: str) -> None:
        super().__init__(source)
        self.province = province

    def heading(self) -> tuple[str, str]:
        """Return where, and how many are broken."""
        where = f" · {self.province}" if self.province else ""
        return f"Tidak dihitung{where}", f"{len(self.source.of(self.province).troubles)} bermasalah"

    def nothing(self) -> str:
        """Return that all counts."""
        return "Semua kiriman dapat dihitung."

    def _numbered(self) -> Iterator[tuple[str, Trouble]]:
        part = self.source.of(self.province)
        for kind, listed in ((BROKEN, part.troubles), (OLDER, part.older)):
            for number, one in enumerate(listed):
                yield f"{kind}{number}", one

    def listed(self) -> Iterator[Listed]:
        """Yield what is broken, and below it what another arrival outdates."""
        headings = {BROKEN: "BERMASALAH", OLDER: "TIDAK DIHITUNG LAGI"}
        for row_id, one in self._numbered():
            heading = headings.pop(f"{row_id.partition('/')[0]}/", "")
            if heading:
                yield Listed("", (heading,), heading=True)
            cells = (one.region or "–", one.office or "tidak diketahui", " ".join(reason(one).split()))
            yield Listed(row_id, cells, found_by=f"{one.place} {one.province}")

    def about(self, row_id: str) -> tuple[str, Sequence[Line]]:
        """Return where it lies, and the whole reason."""
        one = dict(self._numbered()).get(row_id)
        return (one.office or one.place, ((one.place, "quiet"), (reason(one), ""))) if one else ("", ())

    def do_open(self) -> None:
        """Show the reason to be read."""
        one = dict(self._numbered())[self.pointed]
        told = "Minta kantor itu mengirim sekali lagi; kiriman yang lain tetap dihitung."
        paragraphs = (Paragraph(one.place, "quiet", 2), Paragraph(""), Paragraph(reason(one)))
        self.app.push_screen(Reading("Tidak dihitung", one.office, paragraphs, told))


def reason(one: Trouble) -> str:
    """Return why it was not counted, without the place where it lies, which stands beside it."""
    return one.reason.removeprefix(one.place).lstrip("/ :,")
