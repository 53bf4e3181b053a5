"""Pemeriksaan and Acara: from a finding to its place, mends, and the form of the occasion."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from kampanye_tui.agreement.edit_members import with_member_name
from kampanye_tui.store.workspace import load
from tests.tui.desk import ID, Desk, changed_by_hand, lines, text, until
from tests.tui.scenes import without_a_party

pytestmark = pytest.mark.penuh


def test_f_applies_the_mend_that_is_shown(desk: Desk) -> None:
    without_a_party(desk)

    async def scene(at: Pilot) -> None:
        await at.press("4", "f")
        assert load(desk.located.workspace, ID).agreement.party("partai-ummat") is not None

    desk.play(scene)


def test_all_mends_are_shown_before_they_are_applied(desk: Desk) -> None:
    without_a_party(desk)

    async def scene(at: Pilot) -> None:
        await at.press("4", "F")
        await at.pause()
        assert "+ pihak Partai Ummat" in text(at.app)
        assert load(desk.located.workspace, ID).agreement.party("partai-ummat") is None
        await at.press("y")
        await at.pause()
        assert load(desk.located.workspace, ID).agreement.party("partai-ummat") is not None

    desk.play(scene)


def test_enter_opens_the_place_of_a_finding(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        await at.press("4", "j", "enter")
        await at.pause()
        assert any(line.startswith("▸ Alamat kantor") for line in lines(at.app))

    desk.play(scene)


def test_a_finding_without_a_mend_says_that_it_is_for_the_office_to_decide(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        await at.press("4", "f")
        assert "perlu keputusan Anda" in text(at.app)

    desk.play(scene)


def test_a_value_typed_into_the_form_is_saved(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        await at.press("1", "down", "enter", *"09.00", "f10")
        await at.pause()
        assert f"{load(desk.located.workspace, ID).agreement.occasion.start:%H.%M}" == "09.00"

    desk.play(scene)


def test_a_day_that_is_none_is_told_at_its_field(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        await at.press("1", "enter")
        at.app.screen.query_one("#f-tanggal", Input).value = "31 Februari 2024"
        await at.press("f10")
        await at.pause()
        assert '"31 Februari 2024" bukan tanggal' in text(at.app)
        assert at.app.focused.id == "f-tanggal"

    desk.play(scene)


def test_another_day_changes_which_clauses_hold(desk: Desk) -> None:
    def ids() -> set[str]:
        return {clause.id for clause in load(desk.located.workspace, ID).agreement.clauses}

    async def scene(at: Pilot) -> None:
        await at.press("2", "tab")
        await at.pause()
        at.app.screen.pane.library.point("fasilitas-dan-pendidikan")
        await at.press("space")
        assert "fasilitas-dan-pendidikan" in ids()
        await at.press("1", "enter")
        at.app.screen.query_one("#f-tanggal", Input).value = "1 Agustus 2023"
        await at.press("f10")
        await until(at, lambda: "fasilitas-dan-pendidikan" not in ids())
        assert str(load(desk.located.workspace, ID).agreement.occasion.day) == "2023-08-01"
        assert "tidak berlaku pada hari itu" in " ".join(text(at.app).split())

    desk.play(scene)


def test_what_was_typed_over_a_file_that_somebody_changed_is_merged(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        await at.press("1", "enter")
        at.app.screen.query_one("#f-tempat", Input).value = "Aula Baru"
        await at.pause()
        changed_by_hand(desk)
        await at.press("f10", "f10")
        await until(at, lambda: "Digabungkan" in text(at.app))
        assert load(desk.located.workspace, ID).agreement.occasion.place == "Aula Baru"

    desk.play(scene)


def test_typing_that_is_taken_back_by_hand_is_taken_back_in_the_journal(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        draft = at.app.screen.work.draft
        await at.press("1", "enter")
        field = at.app.screen.query_one("#f-tempat", Input)
        before = field.value
        for value in ("Aula Baru", before):
            field.value = value
            await at.pause()
        assert draft.left("acara")["tempat"] == before

    desk.play(scene)


def test_q_on_a_choice_closes_the_form_as_esc_does(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        draft = at.app.screen.work.draft
        await at.press("1", "enter")
        at.app.screen.query_one("#f-gaya").focus()
        await at.press("right", "q", "y")
        await at.pause()
        assert draft.standing.words.startswith("tersimpan")
        assert draft.left("acara") == {}

    desk.play(scene)


def test_looking_at_the_form_leaves_what_another_place_keeps(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        draft = at.app.screen.work.draft
        draft.typing("klausul:x", {"teks": "belum selesai"})
        draft.postpone("klausul:x")
        await at.press("1", "enter", "A", "f12")
        await at.pause()
        assert draft.left("klausul:x") == {"teks": "belum selesai"}

    desk.play(scene)


def test_hours_the_wrong_way_round_are_refused_in_the_form(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        await at.press("1", "enter")
        at.app.screen.query_one("#f-mulai", Input).value = "11.00"
        at.app.screen.query_one("#f-selesai", Input).value = "09.00"
        await at.press("f10")
        await at.pause()
        assert "padahal mulai pukul 11.00" in text(at.app)

    desk.play(scene)


def test_a_finding_about_a_member_leads_to_the_name_and_the_form_mends_it(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        screen = at.app.screen
        screen.edit(with_member_name(screen.work.agreement, 2, "Budi 王"))
        await at.press("4")
        await until(at, lambda: "pada nama anggota" in text(at.app))
        await at.press("enter", "enter")
        await at.pause()
        field = at.app.focused
        assert (field.id, field.value) == ("f-anggota-2", "Budi 王")
        field.value = "Budi Wang"
        await at.press("f10")
        await at.pause()
        assert load(desk.located.workspace, ID).agreement.members()[1].name == "Budi Wang"

    desk.play(scene)
