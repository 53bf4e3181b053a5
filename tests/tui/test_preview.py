"""Pratinjau: papers as they will read, where one is in them, and the way from one to the next."""

from __future__ import annotations

import msgspec
import pytest
from textual.pilot import Pilot

from kampanye_tui.tui.screens.preview import PreviewPane
from tests.tui.desk import Desk, lines, text, until
from tests.tui.signing import made_final

pytestmark = pytest.mark.penuh


async def opened(at: Pilot) -> PreviewPane:
    """Open the tab and wait for its paper."""
    await at.press("5")
    await until(at, lambda: "baris" in lines(at.app)[3])
    return at.app.screen.pane


async def shows(at: Pilot, title: str) -> None:
    """Wait for the paper whose title begins so."""
    await until(at, lambda: lines(at.app)[3].startswith(f" {title}"))


def test_pages_break_as_on_paper(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        pane = await opened(at)
        breaks = [line.text for line in pane.read.lines if line.style == "rule"]
        assert breaks == [f"halaman {number} dari {len(breaks)}" for number in range(1, len(breaks) + 1)]
        await at.press("G")
        last = lines(at.app)[3]
        assert f"hal. {len(breaks)} dari {len(breaks)}" in last
        assert last.endswith(f"–{len(pane.read.lines)} dari {len(pane.read.lines)}")

    desk.play(scene)


def test_arrows_lead_to_the_next_paper_and_back(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        await opened(at)
        await at.press("right")
        await shows(at, "Berita Acara")
        await at.press("left")
        await shows(at, "Nota Kesepahaman")

    desk.play(scene)


def test_a_paper_is_chosen_from_the_list_and_the_first_copy_is_shown(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        await opened(at)
        await at.press("p", "G")
        assert lines(at.app)[3].endswith(" dokumen")
        # Below the invitation stand the papers of the office's own packs.
        await at.press("up", "up")
        await at.press("enter")
        await shows(at, "Undangan untuk PKB")

    desk.play(scene)


def test_esc_leaves_the_list_and_not_the_agreement(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        pane = await opened(at)
        await at.press("p", "G", "escape")
        assert at.app.screen.pane is pane
        assert pane.text.has_focus
        assert lines(at.app)[3].startswith(" Nota Kesepahaman")

    desk.play(scene)


def test_an_edit_is_shown_where_one_was_reading(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        pane = await opened(at)
        await at.press("pagedown")
        before = pane.text.sight
        agreement = at.app.screen.work.agreement
        at.app.screen.edit(msgspec.structs.replace(agreement, topic="PEMILU RUKUN"))
        await until(at, lambda: "RUKUN" in lines(at.app)[3].upper())
        assert pane.text.sight[0] == before[0]

    desk.play(scene)


def test_a_fact_that_was_recorded_is_shown_when_the_tab_is_opened_again(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        pane = await opened(at)
        assert "KONSEP r01" in "".join(line.text for line in pane.read.lines)
        made_final(desk)
        await at.press("5")
        await until(at, lambda: "KONSEP r01" not in "".join(line.text for line in pane.read.lines))

    desk.play(scene)


def test_a_paper_that_cannot_be_made_says_why_in_its_place(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        agreement = at.app.screen.work.agreement
        at.app.screen.edit(msgspec.structs.replace(agreement, topic="Damai ♞"))
        await at.press("5")
        await shows(at, "Dokumen ini belum dapat disusun")
        assert '"♞"' in text(at.app)

    desk.play(scene)


def test_markup_of_people_is_shown_as_it_is(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        agreement = at.app.screen.work.agreement
        at.app.screen.edit(msgspec.structs.replace(agreement, topic="[b]Damai[/b] *x*"))
        await at.press("5")
        await shows(at, "Nota Kesepahaman [b]Damai[/b] *x*")

    desk.play(scene)


def test_a_screen_reader_gets_no_lines_of_boxes(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        await opened(at)
        assert (lines(at.app)[4], at.app.cursor_position) == (" halaman 1 dari 10", (0, 4))

    desk.play(scene, screen_reader=True)
