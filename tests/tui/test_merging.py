"""Two versions on the screen: what both worded is chosen, what one worded is told, nothing is lost."""

from __future__ import annotations

import io
from itertools import product
from pathlib import Path
from shutil import copytree

import pytest
from textual.pilot import Pilot

from kampanye_tui.agreement.edit_clauses import reword
from kampanye_tui.cli.line_mode.menu import work_by_numbers
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.store.configuration import open_configuration
from kampanye_tui.store.draft import Draft
from kampanye_tui.store.settings import data_home
from kampanye_tui.store.workspace import load, save
from tests.tui.copies_made import final
from tests.tui.desk import ID, Desk, lines, text, until, words
from tests.tui.scenes import FIRST, SECOND, two_versions


def on_disk(desk: Desk) -> Agreement:
    """Return the agreement as its file says."""
    return load(desk.located.workspace, ID).agreement


def clause(desk: Desk, clause_id: str):
    """Return a clause as the file says."""
    return next(one for one in on_disk(desk).clauses if one.id == clause_id)


def elsewhere(desk: Desk, clause_id: str, **said: str) -> None:
    """Reword a clause as the command line does."""
    kept = load(desk.located.workspace, ID)
    save(kept, reword(kept.agreement, clause_id, **said))


@pytest.fixture
def parted(desk: Desk) -> Desk:
    """A desk where a version waits."""
    two_versions(load(desk.located.workspace, ID))
    return desk


async def offered(at: Pilot) -> None:
    """Open the agreement, and wait for the screen that merges."""
    await at.press("enter")
    await shown(at)


async def shown(at: Pilot) -> None:
    """Wait for the screen that merges."""
    await until(at, lambda: "Gabungkan dua versi" in lines(at.app)[0])


async def merged(at: Pilot) -> None:
    """Wait until it is told that the versions were merged."""
    await until(at, lambda: "Digabungkan" in text(at.app))


@pytest.mark.penuh
def test_a_version_that_waits_is_offered_when_the_agreement_opens(parted: Desk) -> None:
    async def scene(at: Pilot) -> None:
        await offered(at)
        assert "naskah.bentrok-01.toml" in lines(at.app)[0]

    parted.play(scene, opened=False)


def test_what_both_worded_is_asked_with_both_wordings(parted: Desk) -> None:
    async def scene(at: Pilot) -> None:
        await offered(at)
        assert "Versi Anda: Asas [-dan Dasar Bersama-] {+Kami+}" in words(at.app)
        assert "Di berkas: Asas [-dan Dasar Bersama-] {+Mereka+}" in words(at.app)

    parted.play(scene, opened=False)


def test_nothing_is_saved_before_everything_is_chosen(parted: Desk) -> None:
    async def scene(at: Pilot) -> None:
        await offered(at)
        await at.press("s", "f10")
        assert "Belum dipilih: klausul" in words(at.app)

    parted.play(scene, opened=False)
    assert clause(parted, FIRST).title == "Asas Mereka"


async def chosen(at: Pilot) -> None:
    """Take our wording of the first clause and the file's of the second, and merge."""
    await offered(at)
    await at.press("s", "b", "f10")
    await merged(at)


def test_each_wording_that_was_chosen_is_saved(parted: Desk) -> None:
    parted.play(chosen, opened=False)
    assert clause(parted, FIRST).title == "Asas Kami"
    assert clause(parted, SECOND).text == "Peserta berkampanye dengan damai dan tertib."


@pytest.mark.penuh
def test_what_only_one_changed_is_saved_from_both(parted: Desk) -> None:
    parted.play(chosen, opened=False)
    titles = (clause(parted, "alat-peraga").title, clause(parted, "tanpa-politik-uang").title)
    assert titles == ("Alat Peraga", "Tanpa Uang")


@pytest.mark.penuh
def test_later_leaves_both_versions(parted: Desk) -> None:
    async def scene(at: Pilot) -> None:
        await offered(at)
        await at.press("escape")
        assert "tetap menunggu di naskah.bentrok-01.toml" in words(at.app)
        await at.press("M")
        await shown(at)

    parted.play(scene, opened=False)
    assert (parted.located.workspace / "naskah" / ID / "naskah.bentrok-01.toml").exists()


@pytest.mark.penuh
def test_both_wordings_can_be_read_whole(parted: Desk) -> None:
    async def scene(at: Pilot) -> None:
        await offered(at)
        await at.press("down", "enter")
        assert "damai dan santun." in words(at.app)
        assert "damai dan tertib." in words(at.app)

    parted.play(scene, opened=False)


def test_a_clause_that_somebody_else_reworded_while_it_was_edited_is_asked(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        await at.press("down", "enter", *" XY")
        elsewhere(desk, SECOND, text="Bunyi dari baris perintah.")
        await at.press("f10")
        await shown(at)
        assert "klausul Kampanye Aman" in words(at.app)
        await at.press("s", "f10")
        await merged(at)

    desk.play(scene)
    assert clause(desk, SECOND).text.endswith("XY")


@pytest.mark.penuh
def test_another_clause_that_somebody_else_reworded_is_only_told(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        await at.press("down", "enter", *" XY")
        elsewhere(desk, FIRST, title="Asas Mereka")
        await at.press("f10")
        await shown(at)
        await at.press("f10")
        await merged(at)

    desk.play(scene)
    assert (clause(desk, SECOND).text.endswith("XY"), clause(desk, FIRST).title) == (True, "Asas Mereka")


@pytest.mark.penuh
def test_a_text_noticed_as_changed_takes_the_edit_all_the_same(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        await at.press("down", "enter", *" XY")
        elsewhere(desk, FIRST, title="Asas Mereka")
        at.app.screen_stack[-2]._beat()
        await at.press("f10")
        await shown(at)

    desk.play(scene)


@pytest.mark.penuh
def test_what_was_merged_is_not_offered_as_typing_again(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        await at.press("down", "enter", *" XY")
        elsewhere(desk, FIRST, title="Asas Mereka")
        await at.press("f10")
        await shown(at)
        await at.press("f10")
        await merged(at)
        assert at.app.drafts[0].left(f"klausul:{SECOND}") == {}

    desk.play(scene)


@pytest.mark.penuh
def test_typing_of_an_ended_session_and_a_later_wording_of_somebody_else_are_asked(desk: Desk) -> None:
    async def begun(at: Pilot) -> None:
        await at.press("down", "enter", *" XY", "escape")

    async def later(at: Pilot) -> None:
        await at.press("down", "enter")
        assert "juga diubah orang lain" in words(at.app)
        await at.press("f10")
        await shown(at)
        assert "{+Bunyi dari baris perintah.+}" in words(at.app)

    desk.play(begun)
    elsewhere(desk, SECOND, text="Bunyi dari baris perintah.")
    desk.play(later)
    assert clause(desk, SECOND).text == "Bunyi dari baris perintah."


@pytest.mark.penuh
def test_typing_of_an_ended_session_takes_nothing_else_back(desk: Desk) -> None:
    async def begun(at: Pilot) -> None:
        await at.press("down", "enter", *" XY", "escape")

    async def later(at: Pilot) -> None:
        await at.press("down", "enter", "f10")
        await until(at, lambda: "Klausul diubah" in text(at.app))

    desk.play(begun)
    elsewhere(desk, SECOND, title="Judul Mereka")
    desk.play(later)
    found = clause(desk, SECOND)
    assert (found.title, found.text.endswith("XY")) == ("Judul Mereka", True)


@pytest.mark.penuh
def test_who_was_replaced_merges_after_taking_over_again(desk: Desk, tmp_path: Path) -> None:
    async def scene(at: Pilot) -> None:
        await at.press("down", "enter", *" XY")
        other = Draft.open(desk.located.workspace, ID, operator="operator2", home=tmp_path / "lain")
        other.take_over()
        other.edit(reword(other.agreement, SECOND, text="Bunyi operator2."))
        await at.press("f10")
        assert "menggabungkan versi yang menunggu" in words(at.app)
        other.close()
        await at.press("T", "y")
        await shown(at)
        await at.press("s", "f10")
        await merged(at)

    desk.play(scene)
    assert clause(desk, SECOND).text.endswith("XY")


@pytest.mark.penuh
def test_nothing_is_merged_into_a_final_text(parted: Desk) -> None:
    final(parted)

    async def scene(at: Pilot) -> None:
        await at.press("enter")
        await until(at, lambda: getattr(at.app.screen, "ready", False))
        await at.press("M")
        assert "tidak digabungkan ke dalamnya" in words(at.app)

    parted.play(scene, opened=False)


def test_without_a_version_that_waits_the_key_says_so(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        await at.press("M")
        assert "Tidak ada versi yang menunggu digabungkan." in words(at.app)

    desk.play(scene)


@pytest.mark.penuh
def test_a_reader_is_not_offered_to_merge(parted: Desk) -> None:
    holder = Draft.open(parted.located.workspace, ID, operator="operator2", home=data_home())

    async def scene(at: Pilot) -> None:
        await at.press("enter")
        await until(at, lambda: getattr(at.app.screen, "ready", False))
        assert "Gabungkan" not in lines(at.app)[0]

    try:
        parted.play(scene, opened=False)
    finally:
        holder.close()


@pytest.mark.penuh
@pytest.mark.parametrize("keys", list(product("sb", repeat=2)))
def test_the_line_mode_saves_what_the_screen_saves_for_the_same_choices(
    parted: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, keys: tuple[str, str]
) -> None:
    other = copytree(parted.folder, tmp_path / "lain", symlinks=True)
    answers = [*("1" if key == "s" else "2" for key in keys), "s", "0", ""]
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("\n".join(answers).encode())))

    async def scene(at: Pilot) -> None:
        await offered(at)
        await at.press(*keys, "f10")
        await merged(at)

    parted.play(scene, opened=False)
    work_by_numbers(open_configuration(str(other / "kampanye.toml")), ID, "petugas-uji")
    on_screen = parted.located.workspace / "naskah" / ID / "naskah.toml"
    assert (other / "naskah" / ID / "naskah.toml").read_bytes() == on_screen.read_bytes()
