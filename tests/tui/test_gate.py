"""The gate before a final text: what stands in the way, how it is mended, and what is only told."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from kampanye_tui.agreement.edit import drop_party
from kampanye_tui.agreement.edit_clauses import reword
from kampanye_tui.agreement.facts import of_kind
from kampanye_tui.agreement.responding import to_agree_with
from kampanye_tui.model.event import Finalised
from kampanye_tui.store.workspace import load, save
from tests.tui.desk import ID, Desk, lines, text, until, words
from tests.tui.scenes import answered, said
from tests.tui.signing import events


def without_ummat(desk: Desk) -> None:
    """Save the agreement without one contestant, which a rule finds and can mend."""
    kept = load(desk.located.workspace, ID)
    save(kept, drop_party(kept.agreement, "partai-ummat"))


@pytest.mark.penuh
def test_what_is_settled_elsewhere_is_told_with_the_way_out_of_this_screen(desk: Desk) -> None:
    answered(desk)

    async def scene(at: Pilot) -> None:
        await at.press("7")
        await until(at, lambda: "Keberatan Demokrat" in text(at.app))
        assert "Tutup dahulu layar ini (Esc)." in words(at.app)

    desk.play(scene)


def test_a_clean_text_is_made_final_with_one_key(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        await at.press("7")
        assert "Tidak ada yang menghalangi" in text(at.app)
        await at.press("f10")
        await at.pause()
        assert [event.revision for event in of_kind(events(desk), Finalised)] == [1]
        assert (desk.located.workspace / "naskah" / ID / "revisi" / "r01.toml").exists()

    desk.play(scene)


def test_what_stands_in_the_way_is_listed_and_enter_opens_its_place(desk: Desk) -> None:
    without_ummat(desk)

    async def scene(at: Pilot) -> None:
        await at.press("7")
        assert "Partai Ummat (nomor urut 24) belum ada" in text(at.app)
        await at.press("enter")
        await until(at, lambda: "▌3 Pihak▐" in text(at.app))

    desk.play(scene)


def test_what_a_mend_would_change_is_shown_and_one_key_applies_it(desk: Desk) -> None:
    without_ummat(desk)

    async def scene(at: Pilot) -> None:
        await at.press("7")
        assert "f: " in text(at.app)
        await at.press("f")
        await until(at, lambda: "Tidak ada yang menghalangi" in text(at.app))
        assert load(desk.located.workspace, ID).agreement.party("partai-ummat") is not None

    desk.play(scene)


def test_going_on_all_the_same_needs_a_reason_that_is_recorded(desk: Desk) -> None:
    without_ummat(desk)

    async def scene(at: Pilot) -> None:
        await at.press("7", "f10", *"pleno", "f10")
        await until(at, lambda: len(events(desk)) == 2)
        assert events(desk)[0].reason == "pleno"

    desk.play(scene)


@pytest.mark.penuh
def test_an_objection_to_earlier_words_is_told_with_its_clause(desk: Desk) -> None:
    answered(desk)
    kept = load(desk.located.workspace, ID)
    save(kept, reword(kept.agreement, "tanpa-politik-uang", title="Tanpa Uang"))

    async def scene(at: Pilot) -> None:
        await at.press("7")
        await until(at, lambda: "belum dijawab lagi" in text(at.app))
        assert "(tidak menghalangi): Demokrat atas Tanpa Uang" in words(at.app)

    desk.play(scene)


@pytest.mark.penuh
def test_who_has_not_answered_is_told_and_stands_in_nobodys_way(desk: Desk) -> None:
    agreement = load(desk.located.workspace, ID).agreement
    said(desk, *to_agree_with(agreement, (), "1"), *to_agree_with(agreement, (), "2"))

    async def scene(at: Pilot) -> None:
        await at.press("7")
        assert "22 pihak belum menanggapi" in words(at.app)
        await at.press("f10")
        await until(at, lambda: of_kind(events(desk), Finalised))

    desk.play(scene)


@pytest.mark.penuh
def test_an_edit_after_final_is_a_draft_of_the_next_revision(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        await at.press("7", "f10")
        await at.pause()
        await at.press("2", "space")
        await at.pause()
        assert lines(at.app)[0].startswith(" Kampanye Damai Pemilihan Umum Tahun 2024 · konsep r02")

    desk.play(scene)
