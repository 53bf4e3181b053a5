"""Moving in a list over a bad line (``hemat``): only the mark moves; the pane follows when the keys rest."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from kampanye_tui.tui import rows
from kampanye_tui.tui.rows import MARK
from tests.tui.copies_made import going_out
from tests.tui.desk import Desk, text, until

pytestmark = pytest.mark.penuh

NEVER, SOON = 3600.0, 0.01
"""Instead of the seconds that a pane waits for the next key."""


def reversed_in_the_list(at: Pilot[object]) -> list[str]:
    """Return what stands reversed in the list that has the focus."""
    where = at.app.screen.focused.region
    strips = at.app.screen._compositor.render_strips()[where.y : where.bottom]
    return [piece.text for strip in strips for piece in strip if piece.style and piece.style.reverse]


def test_while_keys_come_the_pane_waits(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "REST", NEVER)

    async def scene(at: Pilot[object]) -> None:
        await at.press("down", "down")
        assert "─ 1 " in text(at.app)

    desk.play(scene, lean=True)


def test_when_keys_rest_the_pane_tells_of_the_row(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "REST", SOON)

    async def scene(at: Pilot[object]) -> None:
        await at.press("down", "down")
        await until(at, lambda: "─ 3 " in text(at.app))

    desk.play(scene, lean=True)


def test_an_action_meets_the_row_that_is_pointed_at(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "REST", NEVER)

    async def scene(at: Pilot[object]) -> None:
        second = at.app.screen.work.agreement.clauses[1]
        await at.press("down", "space")
        assert second not in at.app.screen.work.agreement.clauses

    desk.play(scene, lean=True)


def test_after_an_action_the_pane_tells_at_once(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "REST", NEVER)

    async def scene(at: Pilot[object]) -> None:
        await at.press("down", "J")
        assert "─ 3 " in text(at.app)

    desk.play(scene, lean=True)


def test_a_number_that_is_typed_shows_its_pihak_at_once(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "REST", NEVER)
    going_out(desk)

    async def scene(at: Pilot[object]) -> None:
        await at.press("9", "5")
        assert "─ Salinan nomor 5 · " in text(at.app)

    desk.play(scene, lean=True)


def test_only_the_mark_of_the_row_is_reversed(desk: Desk) -> None:
    async def scene(at: Pilot[object]) -> None:
        await at.press("down")
        assert reversed_in_the_list(at) == [MARK]

    desk.play(scene, lean=True)


def test_without_it_the_whole_row_is_reversed(desk: Desk) -> None:
    async def scene(at: Pilot[object]) -> None:
        await at.press("down")
        (shown,) = reversed_in_the_list(at)
        assert len(shown) == 80

    desk.play(scene)
