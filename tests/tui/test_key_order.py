"""Keys that come all at once do what they do one by one."""

from __future__ import annotations

from textual.app import App
from textual.events import Key
from textual.pilot import Pilot

from tests.tui.desk import Desk, text, until

NAMED = {"\n": "enter", " ": "space", ".": "full_stop"}


def at_once(app: App[int], *keys: str) -> None:
    """Send keys as a terminal does after a line that stood still: no time between them."""
    for key in keys:
        app._driver.send_message(Key(NAMED.get(key, key), key if len(key) == 1 else None))


def test_fields_of_a_form_each_get_their_own_text_when_all_keys_come_at_once(desk: Desk) -> None:
    async def scene(at: Pilot[int]) -> None:
        await at.press("1", "enter")
        at_once(at.app, *"xy", "\n", *"9.30", "\n", "\n", *"Aula")
        await until(at, lambda: "Aula" in text(at.app))
        values = at.app.screen.values
        assert [values[name][-4:] for name in ("mulai", "tempat")] == ["9.30", "Aula"]

    desk.play(scene)


def test_letters_behind_the_key_that_opens_a_form_go_to_the_form(desk: Desk) -> None:
    async def scene(at: Pilot[int]) -> None:
        at_once(at.app, "n", *"apd")
        await until(at, lambda: "apd" in text(at.app))
        assert "Naskah baru" in text(at.app)

    desk.play(scene, opened=False)
