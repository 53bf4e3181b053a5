"""Beranda: the list of agreements and what can be done with one."""

from __future__ import annotations

import shutil
import threading
from pathlib import Path

import msgspec
import pytest
from textual.pilot import Pilot

from kampanye_tui.store.workspace import agreement_ids, create, load
from tests.tui.desk import ID, Desk, full, lines, text, until


def another(desk: Desk, name: str, topic: str) -> None:
    """Save another agreement in the workspace."""
    agreement = load(desk.located.workspace, ID).agreement
    create(desk.located.workspace, msgspec.structs.replace(agreement, id=name, topic=topic))


def test_a_word_filters_the_list_and_esc_shows_all_again(desk: Desk) -> None:
    another(desk, "pilkada", "Kampanye Damai Pilkada")

    async def scene(at: Pilot) -> None:
        await until(at, lambda: "Pilkada" in text(at.app))
        await at.press("slash", *"pilkada")
        assert "1 dari 2 naskah" in text(at.app)
        assert "Pemilihan Umum" not in text(at.app)
        await at.press("escape")
        assert "2 naskah" in text(at.app)

    desk.play(scene, opened=False)


def test_an_unreadable_agreement_is_listed_with_its_reason(desk: Desk) -> None:
    (desk.located.workspace / "naskah" / ID / "naskah.toml").write_text("ini bukan [TOML")

    async def scene(at: Pilot) -> None:
        await until(at, lambda: "tak terbaca" in text(at.app))
        assert f"naskah/{ID}/naskah.toml" in text(at.app)

    desk.play(scene, opened=False)


def test_markup_in_a_title_is_shown_as_it_is(desk: Desk) -> None:
    another(desk, "aneh", "[b]tebal[/b] <b> *x* ::: kop")

    async def scene(at: Pilot) -> None:
        await until(at, lambda: "[b]tebal[/b] <b> *x* ::: kop" in text(at.app))

    desk.play(scene, opened=False)


def test_an_agreement_goes_to_the_archive_and_comes_back(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        await at.press("a")
        assert agreement_ids(desk.located.workspace) == ()
        assert "Semua naskah di arsip. Tekan A untuk melihatnya, n untuk menyusun yang baru." in text(at.app)
        await at.press("A")
        assert "1 dalam arsip" in text(at.app)
        await at.press("a")
        assert agreement_ids(desk.located.workspace) == (ID,)

    desk.play(scene, opened=False)


def test_a_copy_has_another_id_and_the_same_clauses(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        await at.press("d", "f10")
        await until(at, lambda: len(agreement_ids(desk.located.workspace)) == 2)
        made = load(desk.located.workspace, f"{ID}-2").agreement
        assert made.clauses == load(desk.located.workspace, ID).agreement.clauses

    desk.play(scene, opened=False)


def test_what_was_said_before_a_naskah_was_opened_is_not_said_again_after_it(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        at.app.tell("Konfigurasi kantor tersimpan. Tekan n untuk menyusun naskah pertama.")
        await at.press("enter")
        await until(at, lambda: getattr(at.app.screen, "ready", False))
        await at.press("escape")
        assert "naskah pertama" not in text(at.app)

    desk.play(scene, opened=False)


def test_a_new_agreement_is_composed_and_opened(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        await at.press("n", "f10")
        await until(at, lambda: getattr(at.app.screen, "ready", False))
        assert at.app.screen.work.agreement.id == f"{ID}-2"

    desk.play(scene, opened=False)


def naskah_as_pdf(desk: Desk) -> Path:
    """Write the naskah of the agreement as a PDF and return where it is."""
    from kampanye_tui.export import Request, maker_for, plan
    from kampanye_tui.work import library_for

    agreement = load(desk.located.workspace, ID).agreement
    library = library_for(desk.located, agreement)
    (job,) = plan(agreement, library, Request(("naskah",), ("pdf",)))
    path = desk.located.folder / "dari-partai.pdf"
    path.write_bytes(maker_for(desk.located, library, agreement).make(job).data)
    return path


def test_a_draft_comes_back_from_a_pdf_and_is_opened(desk: Desk) -> None:
    path = naskah_as_pdf(desk)
    folder = desk.located.workspace / "naskah" / ID
    before = (folder / "naskah.toml").read_bytes()
    folder.rename(desk.located.folder / "dahulu")

    async def scene(at: Pilot) -> None:
        await at.press("b")
        at.app.screen.query_one("#f-path").value = str(path)
        await at.press("f10")
        await until(at, lambda: getattr(at.app.screen, "ready", False))
        assert at.app.screen.work.agreement.id == ID
        assert (folder / "naskah.toml").read_bytes() == before

    desk.play(scene, opened=False)


def test_what_is_no_pdf_is_told_in_the_form(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        await at.press("b")
        at.app.screen.query_one("#f-path").value = str(desk.located.path)
        await at.press("f10")
        await at.pause()
        assert "berkas ini bukan pdf" in " ".join(text(at.app).casefold().split())

    desk.play(scene, opened=False)


def test_a_taken_id_is_told_in_the_form_and_nothing_is_lost(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        await at.press("n")
        at.app.screen.query_one("#f-id").value = ID
        at.app.screen.query_one("#f-topic").value = "Topik yang baru diketik"
        before = load(desk.located.workspace, ID)
        await at.press("f10")
        await at.pause()
        assert f'naskah "{ID}" sudah ada' in " ".join(text(at.app).casefold().split())
        assert at.app.screen.query_one("#f-topic").value == "Topik yang baru diketik"
        assert load(desk.located.workspace, ID) == before

    desk.play(scene, opened=False)


def test_what_is_filled_in_late_never_shows_on_the_other_shelf(desk: Desk, monkeypatch) -> None:
    from kampanye_tui.tui import filling

    go_on, fill = threading.Event(), filling.fill

    def late(located, listed, most, told, *, archived=False) -> None:
        go_on.wait(10)
        fill(located, listed, most, told, archived=archived)

    monkeypatch.setattr(filling, "fill", late)

    async def scene(at: Pilot) -> None:
        await at.press("A")
        go_on.set()
        await at.app.workers.wait_for_complete()
        await at.pause()
        assert "0 dalam arsip" in text(at.app)

    desk.play(scene, opened=False)


def test_an_agreement_whose_rules_fail_leaves_the_others_counted(desk: Desk, monkeypatch) -> None:
    another(desk, "kedua", "Naskah kedua")
    from kampanye_tui.agreement import checks

    run = checks.run

    def failing(agreement, *others):
        if agreement.id == "kedua":
            raise ValueError("aturan ini rusak")
        return run(agreement, *others)

    monkeypatch.setattr(checks, "run", failing)

    async def scene(at: Pilot) -> None:
        await until(at, lambda: "catatan" in text(at.app))
        assert "Naskah kedua" in text(at.app)

    desk.play(scene, opened=False)


@pytest.mark.parametrize("key", ["enter", "d", "a"])
def test_in_an_empty_workspace_a_key_says_what_to_press(desk: Desk, key: str) -> None:
    (desk.located.workspace / "naskah" / ID / "naskah.toml").unlink()

    async def scene(at: Pilot) -> None:
        await at.press(key)
        assert "tekan n untuk menyusun yang baru" in text(at.app)

    desk.play(scene, opened=False)


@pytest.mark.penuh
def test_a_new_office_is_called_by_its_name_and_not_by_a_code(desk: Desk) -> None:
    shutil.rmtree(desk.located.workspace / "naskah")

    async def scene(at: Pilot[int]) -> None:
        await until(at, lambda: "KPU Kota Tangerang Selatan" in lines(at.app)[0])

    desk.play(scene, opened=False)


@pytest.mark.penuh
def test_an_office_that_packs_do_not_know_is_called_by_its_code(desk: Desk, monkeypatch) -> None:
    shutil.rmtree(desk.located.workspace / "naskah")
    monkeypatch.setattr("kampanye_tui.work.library_for", full)

    async def scene(at: Pilot[int]) -> None:
        await until(at, lambda: "wilayah 36.74" in lines(at.app)[0])

    desk.play(scene, opened=False)
