"""The line that says what happened."""

from __future__ import annotations

from textual.pilot import Pilot

from tests.tui.desk import Desk, lines, text

LONG = "Berkas ini telah diubah orang lain sejak dibuka, jadi perubahan Anda tidak disimpan ke dalamnya. " * 2


def test_a_message_that_is_longer_than_a_line_can_be_read_to_its_end(desk: Desk) -> None:
    async def scene(at: Pilot[int]) -> None:
        at.app.tell(f"{LONG}Tekan Esc.")
        await at.pause()
        assert lines(at.app)[-2].endswith("Tekan Esc.")

    desk.play(scene)


def test_a_short_message_behind_a_long_one_gives_its_lines_back(desk: Desk) -> None:
    async def scene(at: Pilot[int]) -> None:
        at.app.tell("Pendek.")
        await at.pause()
        before = text(at.app)
        at.app.tell(LONG)
        await at.pause()
        at.app.tell("Pendek.")
        await at.pause()
        assert text(at.app) == before

    desk.play(scene)


def test_a_message_never_takes_more_than_three_lines(desk: Desk) -> None:
    async def scene(at: Pilot[int]) -> None:
        at.app.tell(LONG * 9)
        await at.pause()
        told = [number for number, line in enumerate(lines(at.app)) if "diubah orang lain" in line]
        assert told == [20, 21, 22]

    desk.play(scene)
