"""Klausul and its editor: taking, dropping, moving, rewording, and the words of the pack."""

from __future__ import annotations

import os
import stat
from contextlib import nullcontext
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import TextArea

from kampanye_tui.store.draft import Draft
from kampanye_tui.store.journal import journal_path, recover
from kampanye_tui.store.settings import data_home
from kampanye_tui.store.workspace import load
from kampanye_tui.tui.prose import Prose
from kampanye_tui.tui.screens.clause_editor import ClauseEditor
from tests.tui.desk import ID, Desk, changed_by_hand, full, lines, text, until, words
from tests.tui.signing import made_final

pytestmark = pytest.mark.penuh

SECOND = "aman-tertib-damai"


def clauses(desk: Desk) -> list[str]:
    """Return the ids of the saved agreement's clauses."""
    return [clause.id for clause in load(desk.located.workspace, ID).agreement.clauses]


def test_a_clause_moves_down_and_stays_pointed_at(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        first, second, *_ = clauses(desk)
        await at.press("J")
        assert clauses(desk)[:2] == [second, first]
        await at.press("K")
        assert clauses(desk)[:2] == [first, second]

    desk.play(scene)


def test_a_clause_comes_in_from_the_library(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        before = clauses(desk)
        await at.press("tab")
        await at.pause()
        await at.press("space")
        assert len(clauses(desk)) == len(before) + 1

    desk.play(scene)


@pytest.mark.parametrize("key", ["escape", "q"])
def test_the_library_is_left_for_the_clauses_of_the_naskah(desk: Desk, key: str) -> None:
    async def scene(at: Pilot) -> None:
        await at.press("tab")
        await at.pause()
        await at.press(key)
        await at.pause()
        assert at.app.screen.pane.own.has_focus

    desk.play(scene)


def test_the_library_shows_words_and_not_placeholders(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        await at.press("tab")
        await at.pause()
        pane = at.app.screen.pane
        given = next(
            o.offered.clause for o in pane._offers() if o.offered.clause.text.startswith("{peserta} ")
        )
        pane.library.point(given.id)
        await at.pause()
        (words, _look), *_ = pane.query_one("#words", Prose).paragraphs
        assert words.startswith("(1) Peserta Pemilu ")
        assert "{" not in words

    desk.play(scene)


def test_f10_makes_typing_an_edit(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        await at.press("down", "enter", "X", "f10")
        await at.pause()
        clause = next(one for one in load(desk.located.workspace, ID).agreement.clauses if one.id == SECOND)
        assert clause.text.endswith("X")

    desk.play(scene)


def test_esc_changes_nothing_and_the_typing_comes_back(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        before = load(desk.located.workspace, ID).agreement
        await at.press("down", "enter", "X", "f12")
        await at.pause()
        assert load(desk.located.workspace, ID).agreement == before
        await at.press("enter")
        await at.pause()
        assert at.app.screen.query_one(TextArea).text.endswith("X")

    desk.play(scene)


def test_letters_are_typed_and_do_not_act(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        await at.press("down", "enter", *"uqn1J")
        assert at.app.screen.query_one(TextArea).text.endswith("uqn1J")

    desk.play(scene)


def test_a_stray_brace_is_told_and_the_typing_stays(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        await at.press("down", "enter", "left_curly_bracket", "f10")
        await at.pause()
        assert "{" in at.app.screen.query_one(TextArea).text
        assert "kurung kurawal" in text(at.app)

    desk.play(scene)


def test_the_redline_marks_what_is_new(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        await at.press("down", "enter", *" juga", "f9")
        await at.pause()
        assert "{+" in text(at.app)

    desk.play(scene)


def test_a_redline_that_is_longer_than_the_screen_scrolls(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        await at.press("down", "enter")
        at.app.screen.query_one(TextArea).text = "\n\n".join(f"Ayat nomor {n}." for n in range(40))
        await at.press("f9")
        await at.pause()
        assert "Ayat nomor 39." not in text(at.app)
        await at.press("G")
        await at.pause()
        assert "Ayat nomor 39." in text(at.app)

    desk.play(scene)


def test_the_words_of_the_pack_come_back(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        before = load(desk.located.workspace, ID).agreement.clauses
        await at.press("down", "enter", "X", "f10")
        await at.pause()
        await at.press("B")
        assert load(desk.located.workspace, ID).agreement.clauses == before

    desk.play(scene)


def test_a_clause_of_the_office_is_put_behind_the_one_pointed_at(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        await at.press("n")
        form = at.app.screen
        form.query_one("#f-judul").value = "Pasar"
        form.query_one("#f-teks").value = "{peserta} tidak berkampanye di Pasar Serpong."
        await at.press("f10")
        await until(at, lambda: "pasar" in clauses(desk))
        assert clauses(desk)[1] == "pasar"

    desk.play(scene)


def test_what_is_typed_comes_to_the_journal_by_itself(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        await at.press("down", "enter", *"ketikan")
        journal = desk.folder.parent / "data" / "kampanye" / "jurnal"
        await until(at, lambda: any("ketikan" in path.read_text() for path in journal.glob("*.toml")))

    desk.play(scene)


@pytest.mark.parametrize(("answer", "taken"), [("y", True), ("t", False)])
def test_typing_of_a_session_that_ended_is_offered(desk: Desk, answer: str, taken: bool) -> None:
    left = Draft.open(desk.located.workspace, ID, operator="petugas-uji", home=data_home())
    left.typing(f"klausul:{SECOND}", {"judul": "Judul", "teks": "Kalimat yang belum selesai"})
    left.close()

    async def scene(at: Pilot) -> None:
        await at.press("enter")
        await until(at, lambda: "Ketikan yang belum selesai" in text(at.app))
        assert "Kalimat yang belum selesai" in text(at.app)
        await at.press(answer)
        await at.pause(0.2)
        assert bool(at.app.screen.query(TextArea)) is taken

    desk.play(scene, opened=False)


def typed_again(at: Pilot) -> str:
    """Return what stands in the editor."""
    return at.app.screen.query_one(TextArea).text


def test_typing_over_a_file_that_somebody_changed_by_hand_is_merged_by_one_key(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        await at.press("down", "enter", "X")
        changed_by_hand(desk)
        await at.press("f10", "f10")
        await until(at, lambda: "Digabungkan" in text(at.app))

    desk.play(scene)
    found = next(one for one in load(desk.located.workspace, ID).agreement.clauses if one.id == SECOND)
    assert found.text.endswith("X")


def test_words_that_a_full_disk_refused_stay_in_the_journal(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def scene(at: Pilot) -> None:
        draft = at.app.screen.work.draft
        await at.press("down", "enter", "X")
        draft.flush()
        monkeypatch.setattr(os, "fsync", full)
        await at.press("f10")
        await at.pause()
        assert "BELUM TERSIMPAN" in lines(at.app)[0]
        (left,) = recover(journal_path(data_home(), desk.located.workspace, ID))
        assert left.fields["teks"].endswith("X")

    desk.play(scene)


def test_typing_left_with_esc_is_there_when_the_agreement_is_opened_again(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        await at.press("down", "enter", "X", "f12", "escape", "enter")
        await until(at, lambda: getattr(at.app.screen, "ready", False))
        await at.press("down", "enter")
        await at.pause()
        assert typed_again(at).endswith("X")

    desk.play(scene)


def test_opening_another_clause_leaves_what_was_postponed(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        draft = at.app.screen.work.draft
        await at.press("down", "enter", "X", "f12", "down", "enter", "Y", "backspace", "f12")
        await at.pause()
        assert draft.left(f"klausul:{SECOND}")["teks"].endswith("X")

    desk.play(scene)


def test_f5_puts_the_saved_words_back_and_forgets_the_typing(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        draft = at.app.screen.work.draft
        await at.press("down", "enter", "X", "f5")
        await at.pause()
        assert not typed_again(at).endswith("X")
        assert draft.left(f"klausul:{SECOND}") == {}

    desk.play(scene)


def test_a_new_clause_that_was_being_typed_comes_back(desk: Desk) -> None:
    left = Draft.open(desk.located.workspace, ID, operator="petugas-uji", home=data_home())
    left.typing("klausul:", {"judul": "Pasar", "teks": "{peserta} tidak berkampanye di"})
    left.close()

    async def scene(at: Pilot) -> None:
        await at.press("enter")
        await until(at, lambda: "di tengah ketikan pada klausul baru" in words(at.app))
        await at.press("y")
        await at.pause()
        assert at.app.screen.values == {"judul": "Pasar", "teks": "{peserta} tidak berkampanye di"}

    desk.play(scene, opened=False)


def test_typing_into_a_new_clause_is_in_the_journal(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        draft = at.app.screen.work.draft
        await at.press("n", *"Pasar")
        assert draft.left("klausul:")["judul"] == "Pasar"

    desk.play(scene)


def test_q_in_a_locked_clause_closes_the_editor_as_esc_does(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        draft = at.app.screen.work.draft
        await at.press("down", "enter", "X")
        at.app.screen.query_one(TextArea).read_only = True
        await at.press("q")
        await at.pause()
        assert draft.standing.words.startswith("tersimpan")
        assert draft.left(f"klausul:{SECOND}")["teks"].endswith("X")

    desk.play(scene)


EDITORS = {
    "a character nobody sees": (r'printf "baru\342\200\213\n" > "$1"', "baru\u200b", "tak terlihat"),
    "what is no UTF-8": (r'printf "baru \377\n" > "$1"', "baru \ufffd", "tidak terbaca"),
    "what steers a terminal": (r'printf "baru\033[31m\n" > "$1"', "baru\ufffd[31m", "tidak terbaca"),
    "an end with an error": ('echo baru > "$1"; exit 3', "baru", "berakhir dengan kode 3"),
}


@pytest.mark.parametrize("case", EDITORS)
def test_text_of_an_editor_is_kept_whatever_is_wrong_with_it(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, case: str
) -> None:
    script, kept, told = EDITORS[case]
    editor = tmp_path / "editor"
    editor.write_text(f"#!/bin/sh\n{script}\n")
    editor.chmod(0o755)
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", os.fspath(editor))

    async def scene(at: Pilot) -> None:
        monkeypatch.setattr(type(at.app), "suspend", lambda _app: nullcontext())
        await at.press("down", "enter", "f4")
        await at.pause()
        assert (typed_again(at), told in words(at.app)) == (kept, True)

    desk.play(scene)


@pytest.mark.parametrize("command", ["tiada-program-ini -w", "'tidak ditutup"])
def test_an_editor_that_is_not_there_is_told_in_words_of_ours(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", command)

    async def scene(at: Pilot) -> None:
        await at.press("down", "enter", "f4")
        assert f"Program penyunting {command} tidak ditemukan" in words(at.app)

    desk.play(scene)


def test_the_users_own_editor_gives_its_text_back(desk: Desk, tmp_path, monkeypatch) -> None:
    editor = tmp_path / "editor"
    editor.write_text('#!/bin/sh\nprintf "Dari penyunting.\\n" > "$1"\n')
    editor.chmod(editor.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("EDITOR", os.fspath(editor))

    async def scene(at: Pilot) -> None:
        monkeypatch.setattr(type(at.app), "suspend", lambda _app: nullcontext())
        await at.press("down", "enter", "f4")
        await at.pause()
        assert at.app.screen.query_one(TextArea).text == "Dari penyunting."

    desk.play(scene)


def test_the_editor_says_what_its_clause_is_called_on_paper(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        await at.press("down", "enter")
        await until(at, lambda: isinstance(at.app.screen, ClauseEditor))
        assert lines(at.app)[0].startswith(" Klausul 2 dari 11 · Pasal 4")

    desk.play(scene)


def test_who_opens_a_clause_of_a_final_text_is_told_what_an_edit_would_do(desk: Desk) -> None:
    made_final(desk)

    async def scene(at: Pilot) -> None:
        await at.press("enter")
        await until(at, lambda: isinstance(at.app.screen, ClauseEditor))
        assert at.app.message == (
            "Naskah final r01 tidak berubah lagi; "
            "yang Anda simpan menjadi konsep r02 dan ditandatangani lagi."
        )

    desk.play(scene)


def test_pages_are_counted_while_one_rests(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        await at.press("down", "enter", "X")
        await until(at, lambda: "10 halaman" in lines(at.app)[0])
        area = at.app.screen.query_one(TextArea)
        area.text = f"{area.text}\n\n" + "Peserta menjaga ketertiban umum selama kampanye. " * 60
        await until(at, lambda: "11 halaman" in lines(at.app)[0])

    desk.play(scene)


def test_a_text_that_cannot_be_set_has_no_count(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        await at.press("down", "enter", "X")
        await until(at, lambda: "10 halaman" in lines(at.app)[0])
        at.app.screen.query_one(TextArea).text += " 😀"
        await until(at, lambda: "halaman" not in lines(at.app)[0])

    desk.play(scene)
