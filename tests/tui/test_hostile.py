"""What steers a terminal reaches none: neither from a file, nor from what is pasted or was left behind."""

from __future__ import annotations

import json

import pytest
from textual.app import App
from textual.events import Paste
from textual.pilot import Pilot

from kampanye_tui.store.index import INDEX
from tests.hostile.entrances import steers
from tests.tui.desk import ID, Desk, until

pytestmark = pytest.mark.penuh
STEERING = "a\x1b]0;judul\x07b\x9b2J\u202ec"


def given(app: App[int]) -> str:
    """Return the text of every piece that is given to the terminal, whatever it is."""
    return "".join(
        piece.text for strip in app.screen._compositor.render_strips() for piece in strip if not piece.control
    )


def test_what_is_pasted_into_a_field_steers_no_terminal(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        await at.press("slash")
        at.app.screen.focused.post_message(Paste(STEERING))
        await until(at, lambda: "judul" in given(at.app))
        assert steers(given(at.app)) == ""

    desk.play(scene, opened=False)


@pytest.mark.parametrize("place", ["topic", "state", "problem", "region"])
def test_an_index_of_a_stranger_steers_no_terminal(desk: Desk, place: str) -> None:
    workspace = desk.located.workspace
    seen = (workspace / "naskah" / ID / "naskah.toml").stat()
    names = {"topic": "tentang", "state": "keadaan", "problem": "masalah", "region": "wilayah"}
    entry = {"id": ID, "cap": [seen.st_mtime_ns, seen.st_size, 0], names[place]: STEERING}
    (workspace / INDEX).write_text(json.dumps({"format": 1, "naskah": [entry]}))

    async def scene(at: Pilot) -> None:
        await until(at, lambda: "naskah" in given(at.app))
        assert steers(given(at.app)) == ""

    desk.play(scene, opened=False)


def test_an_agreement_of_a_stranger_steers_no_terminal(desk: Desk) -> None:
    path = desk.located.workspace / "naskah" / ID / "naskah.toml"
    path.write_text(f"format = 1\n{STEERING} = '{STEERING}'\n")

    async def scene(at: Pilot) -> None:
        await until(at, lambda: "tak terbaca" in given(at.app))
        assert steers(given(at.app)) == ""

    desk.play(scene, opened=False)
