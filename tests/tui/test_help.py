"""Bantuan and the manual: made from the same table, and nothing in English beside it."""

from __future__ import annotations

from textual.pilot import Pilot

from kampanye_tui.tui.actions import ACTIONS
from kampanye_tui.tui.app import Kampanye
from kampanye_tui.tui.key_manual import manual_of_keys
from kampanye_tui.tui.reader import Reader
from kampanye_tui.tui.screens.help import Help
from tests.tui.desk import ROOT, Desk, lines


def told(app: Kampanye) -> list[str]:
    """Return all lines of the help, in sight or not."""
    return [line.text for line in app.screen.query_one(Reader)._lines]


def test_keys_that_the_user_chose_stand_in_the_help(desk: Desk) -> None:
    async def scene(at: Pilot[int]) -> None:
        await at.press("f1")
        await at.pause()
        assert f"{'x':<16} Susun naskah baru dari konfigurasi kantor." in told(at.app)

    desk.play(scene, opened=False, keys={"beranda.baru": "x"})


def test_a_key_that_another_action_has_taken_is_not_promised(desk: Desk) -> None:
    async def scene(at: Pilot[int]) -> None:
        await at.press("f1")
        await at.pause()
        assert f"{'–':<16} Pindahkan ke arsip, atau kembalikan dari arsip." in told(at.app)

    desk.play(scene, opened=False, keys={"beranda.baru": "a"})


def test_the_help_ends_with_where_files_are(desk: Desk) -> None:
    async def scene(at: Pilot[int]) -> None:
        await at.press("f1")
        await at.pause()
        assert str(desk.folder) in "".join(told(at.app)[-6:])

    desk.play(scene, opened=False)


def test_the_help_of_a_form_tells_how_to_go_from_field_to_field(desk: Desk) -> None:
    async def scene(at: Pilot[int]) -> None:
        await at.press("n", "f1")
        await at.pause()
        assert "Enter atau ↓ ke isian berikutnya, ↑ ke isian sebelumnya." in told(at.app)

    desk.play(scene, opened=False)


def test_the_help_of_the_editor_tells_what_braces_are(desk: Desk) -> None:
    async def scene(at: Pilot[int]) -> None:
        await at.press("2", "enter", "f1")
        await at.pause()
        assert "Kata dalam kurung kurawal, seperti {peserta}, diisi program pada naskah; biarkan" in " ".join(
            told(at.app)
        )

    desk.play(scene)


def test_the_key_of_the_help_closes_it_as_well(desk: Desk) -> None:
    async def scene(at: Pilot[int]) -> None:
        await at.press("f1", "f1")
        assert not isinstance(at.app.screen, Help)

    desk.play(scene, opened=False)


def test_ctrl_c_says_in_indonesian_how_to_leave(desk: Desk) -> None:
    async def scene(at: Pilot[int]) -> None:
        await at.press("ctrl+c")
        assert (lines(at.app)[-2], len(at.app._notifications)) == (
            " Untuk keluar, tekan Ctrl+Q atau F12; semua sudah tersimpan.",
            0,
        )

    desk.play(scene, opened=False)


def test_every_key_of_the_program_comes_from_the_table() -> None:
    own = {one.id for one in ACTIONS}
    assert {binding.id for _key, binding in Kampanye._merge_bindings()} <= own


def test_the_manual_of_keys_is_up_to_date() -> None:
    assert (ROOT / "docs" / "tombol.md").read_text() == manual_of_keys(), "run: make tombol"
