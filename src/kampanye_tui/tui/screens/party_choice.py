"""Which pihak is meant: chosen from a list that says what each has answered, or by its ballot number."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from kampanye_tui.agreement.response_matrix import Row as ClauseRow
from kampanye_tui.agreement.response_matrix import Standing
from kampanye_tui.model.party import Party
from kampanye_tui.tui.ballot_digits import BallotDigits
from kampanye_tui.tui.chooser import Chooser
from kampanye_tui.tui.columns import arrange, share
from kampanye_tui.tui.rows import Row, Rows

if TYPE_CHECKING:
    from kampanye_tui.tui.app import Kampanye


class PartyChooser(Chooser):
    """The list of pihak; digits point at the one of that ballot number."""

    def __init__(self, title: str, rows: Iterable[Row], parties: tuple[Party, ...], at: str) -> None:
        super().__init__(title, tuple(rows), message="Ketik nomor urut, atau tunjuk dengan panah.")
        self.parties = parties
        self.begin_at = at
        self._digits = BallotDigits()

    def on_mount(self) -> None:
        """Begin at the pihak that was open."""
        super().on_mount()
        self.query_one(Rows).point(self.begin_at)

    def on_key(self, event: Any) -> None:
        """Point at the pihak whose ballot number is typed."""
        typed = self._digits.take(event.character, time.monotonic())
        if typed:
            party = with_ballot_number(self.parties, typed)
            self.query_one(Rows).point(party.id) if party else self.app.tell(f"Nomor urut {typed} tidak ada.")
            event.stop()


def choose_party(
    app: Kampanye, table: tuple[ClauseRow, ...], take: Callable[[Party], None], *, at: str = ""
) -> None:
    """Offer the pihak that are asked, with what they still have to answer; ``take`` gets the chosen one."""
    parties = tuple(cell.party for row in table[:1] for cell in row.cells)

    def chosen(party_id: str | None) -> None:
        for party in parties:
            if party.id == party_id:
                take(party)

    widths = share(app.size.width - 3, (2, 0, 34))
    rows = [
        Row(party.id, arrange((f"{party.ballot_number or '':>2}", party.name, answered), widths))
        for party, answered in zip(parties, _answered(table), strict=True)
    ]
    app.push_screen(PartyChooser("Tanggapan siapa yang diisi?", rows, parties, at), chosen)


def _answered(table: tuple[ClauseRow, ...]) -> Iterator[str]:
    """Yield for each pihak how many clauses it agrees to, and what else stands."""
    for cells in zip(*(row.cells for row in table), strict=True):
        counts = {one: sum(cell.standing is one for cell in cells) for one in Standing}
        told = f"{counts[Standing.AGREED] + counts[Standing.REMARK]}/{len(cells)}"
        for one in (Standing.OBJECTION, Standing.STALE, Standing.NONE):
            told += f", {one.value} {counts[one]}" if counts[one] else ""
        yield told


def with_ballot_number(parties: Iterable[Party], typed: str) -> Party | None:
    """Return the pihak of a ballot number that was typed."""
    return next((one for one in parties if str(one.ballot_number) == typed), None)
