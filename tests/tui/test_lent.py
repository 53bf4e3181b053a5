"""An agreement that was lent to a laptop: the screen says so, and offers nothing that would write."""

from __future__ import annotations

from datetime import UTC, datetime

from textual.pilot import Pilot

from kampanye_tui.store.lending import Lender, lend
from kampanye_tui.store.returning import take_back
from tests.tui.desk import ID, OPERATOR, Desk, until, words

THEN = datetime(2023, 11, 28, 0, 30, tzinfo=UTC)
LENT = "Hanya baca: dipinjamkan ke laptop-aula sejak 28 November 2023 07.30."


def test_nobody_takes_over_what_is_lent_until_it_is_back(desk: Desk) -> None:
    lender = Lender(desk.located, OPERATOR, THEN)
    laptop = desk.folder.parent / "laptop-aula"
    lend(lender, ID, laptop)

    async def scene(at: Pilot) -> None:
        await until(at, lambda: "hanya baca: dipinjamkan ke laptop-aula" in words(at.app))
        await at.press("T")
        await at.pause()
        assert LENT in words(at.app)
        assert "mengambil alih" not in words(at.app)
        take_back(lender, laptop)
        at.app.screen.work.draft.beat()
        at.app.screen.work.draft.take_over()
        assert at.app.screen.work.draft.read_only == ""

    desk.play(scene)
