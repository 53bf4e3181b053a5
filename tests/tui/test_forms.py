"""Forms: what was typed is never dropped without a question, by whichever key somebody leaves."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from kampanye_tui.store.draft import Draft
from kampanye_tui.tui.form import Form
from kampanye_tui.tui.question import Question
from tests.tui.desk import ID, Desk, text, words

ASKED = "Buang isian yang belum disimpan?"


def test_what_was_typed_is_dropped_only_after_a_question(desk: Desk) -> None:
    async def scene(at: Pilot[int]) -> None:
        await at.press("3", "enter", "x", "escape")
        assert ASKED in text(at.app)
        assert "Nama lengkap" in words(at.app)
        await at.press("t")
        form = at.app.screen
        assert form.values["nama"].endswith("x")
        await at.press("escape", "y")
        assert form not in at.app.screen_stack

    desk.play(scene)


@pytest.mark.penuh
def test_a_form_in_which_nothing_was_typed_closes_at_once(desk: Desk) -> None:
    async def scene(at: Pilot[int]) -> None:
        await at.press("3", "enter", "x", "backspace", "escape")
        assert not any(isinstance(screen, Form | Question) for screen in at.app.screen_stack)

    desk.play(scene)


@pytest.mark.penuh
def test_a_form_that_is_not_journalled_asks_as_well(desk: Desk) -> None:
    async def scene(at: Pilot[int]) -> None:
        await at.press("n", "x", "escape")
        assert ASKED in text(at.app)

    desk.play(scene, opened=False)


@pytest.mark.penuh
def test_what_an_ended_session_left_in_a_form_is_asked_about_too(desk: Desk) -> None:
    async def scene(at: Pilot[int]) -> None:
        at.app.drafts[0].typing("pihak:penyelenggara", {"nama": "KPU lama"})
        at.app.drafts[0].postpone("pihak:penyelenggara")
        await at.press("3", "home", "enter")
        await at.press("escape")
        assert ASKED in text(at.app)

    desk.play(scene)


@pytest.mark.penuh
def test_where_the_text_may_only_be_read_typing_is_kept_without_a_question(
    desk: Desk, tmp_path: Path
) -> None:
    async def scene(at: Pilot[int]) -> None:
        await at.press("3", "enter", "x")
        other = Draft.open(desk.located.workspace, ID, operator="operator2", home=tmp_path / "lain")
        other.take_over()
        other.close()
        await at.press("f10", "escape")
        assert ASKED not in text(at.app)
        assert any("x" in value for value in at.app.drafts[0].left("pihak:penyelenggara").values())

    desk.play(scene)


@pytest.mark.penuh
def test_leaving_the_program_asks_about_a_form_that_nothing_keeps(desk: Desk) -> None:
    async def scene(at: Pilot[int]) -> None:
        await at.press("n", "x", "ctrl+q")
        assert ASKED in text(at.app)
        await at.press("ctrl+q")
        assert sum(isinstance(screen, Question) for screen in at.app.screen_stack) == 1
        await at.press("y")
        assert at.app.return_code == 0

    desk.play(scene, opened=False)
