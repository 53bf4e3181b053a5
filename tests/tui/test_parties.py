"""Pihak: the list by role, the form, pihak from packs, and tables taken in and written."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from textual.pilot import Pilot
from textual.widgets import Input

from kampanye_tui.agreement.edit import with_party
from kampanye_tui.agreement.party_numbers import with_own_number
from kampanye_tui.agreement.party_table import table_of
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.finding import Finding, Level, Place, Section
from kampanye_tui.model.party import Party, Role
from kampanye_tui.model.signing_group import SigningMode
from kampanye_tui.store.workspace import load, save
from tests.tui.desk import ID, Desk, changed_by_hand, lines, text, until, words

pytestmark = pytest.mark.penuh

TABLE = f"naskah/{ID}/keluaran/pihak.csv"


def saved(desk: Desk) -> Agreement:
    """Return the agreement as it stands on the disk."""
    return load(desk.located.workspace, ID).agreement


def ids(desk: Desk, role: Role) -> list[str]:
    """Return the ids of the saved pihak of a role."""
    return [party.id for party in saved(desk).of_role(role)]


def kept(desk: Desk, party_id: str) -> Party:
    """Return a saved pihak."""
    party = saved(desk).party(party_id)
    assert party is not None
    return party


def pointed(at: Pilot) -> str:
    """Return the id of the pihak that is pointed at."""
    row = at.app.screen.pane.rows.pointed
    return row.id if row else ""


async def fill(at: Pilot, field: str, words: str) -> None:
    """Put words into a field, as typing them would."""
    at.app.screen.query_one(f"#f-{field}", Input).value = words
    await at.pause()


async def opened(at: Pilot, party_id: str) -> None:
    """Open the tab and point at a pihak."""
    await at.press("3")
    at.app.screen.pane.rows.point(party_id)
    await at.pause()


def test_a_name_is_typed_at_once_where_it_is_missing(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        await opened(at, "polres")
        await at.press("enter", *"Ani", "f10")
        assert kept(desk, "polres").signatories[0].name == "Ani"
        assert "Polres Tangerang Selatan diubah · u mengurungkan" in lines(at.app)[-2]

    desk.play(scene)


def test_what_is_typed_is_in_the_journal_until_it_is_given_up(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        await opened(at, "polres")
        draft = at.app.screen.work.draft
        await at.press("enter", "A")
        assert draft.standing.words.startswith("mengetik")
        await at.press("f12", "y")
        assert draft.standing.words.startswith("tersimpan")

    desk.play(scene)


def test_typing_that_a_session_left_comes_back_into_its_form(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        screen = at.app.screen
        screen.work.draft.typing("pihak:polres", {"penandatangan": "Ani"})
        await screen.resume_typing("pihak:polres")
        await at.pause()
        await at.press("f10")
        assert kept(desk, "polres").signatories[0].name == "Ani"

    desk.play(scene)


def test_typing_over_a_file_that_somebody_changed_is_merged_by_one_key(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        await opened(at, "polres")
        await at.press("enter", *"Ani")
        changed_by_hand(desk)
        await at.press("f10", "f10")
        await until(at, lambda: "Digabungkan" in text(at.app))

    desk.play(scene)
    assert saved(desk).party("polres").signatories[0].name == "Ani"


def test_an_empty_name_is_told_and_the_form_stays(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        await opened(at, "polres")
        await at.press("enter")
        await fill(at, "nama", "")
        await at.press("f10")
        await at.pause()
        assert "Nama lengkap: belum diisi" in text(at.app)

    desk.play(scene)


def test_a_pihak_goes_and_comes_back(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        before = saved(desk)
        await opened(at, "kejari")
        await at.press("d")
        assert "kejari" not in ids(desk, Role.ACKNOWLEDGING)
        await at.press("u")
        assert saved(desk) == before

    desk.play(scene)


def test_the_organiser_stays(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        await opened(at, "penyelenggara")
        await at.press("d")
        assert "Penyelenggara tidak dapat dikeluarkan" in lines(at.app)[-2]

    desk.play(scene)


def test_a_pihak_moves_up_and_stays_pointed_at(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        await opened(at, "dprd")
        await at.press("K")
        assert ids(desk, Role.ACKNOWLEDGING)[:2] == ["dprd", "wali-kota"]
        assert pointed(at) == "dprd"

    desk.play(scene)


def test_the_ballot_number_decides_where_a_contestant_stands(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        await opened(at, "partai-nasdem")
        await at.press("K")
        assert "mengikuti nomor urutnya" in lines(at.app)[-2]

    desk.play(scene)


def test_a_pihak_that_packs_know_comes_in_as_they_know_it(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        before = kept(desk, "partai-nasdem")
        await opened(at, "partai-nasdem")
        await at.press("d", "n", "enter", "f10")
        assert kept(desk, "partai-nasdem") == before
        assert pointed(at) == "partai-nasdem"

    desk.play(scene)


def test_a_pihak_that_no_pack_knows_is_typed_in(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        await at.press("3", "n", "G", "enter")
        await fill(at, "nama", "Forum [b]Kerukunan[/]")
        await at.press("f10")
        assert kept(desk, "forum-b-kerukunan").name == "Forum [b]Kerukunan[/]"
        assert "Forum [b]Kerukunan[/] ditambahkan" in lines(at.app)[-2]

    desk.play(scene)


def test_a_table_is_taken_in_as_one_edit_after_its_changes_were_shown(desk: Desk) -> None:
    (desk.folder / "nama.csv").write_text("id;penandatangan\npolres;Ani\nkodim;Budi\n")

    async def scene(at: Pilot) -> None:
        before = saved(desk)
        await at.press("3", "i")
        await fill(at, "berkas", "nama.csv")
        await at.press("enter")
        assert "nama penanda tangan ke-1: “Budi”" in text(at.app)
        assert saved(desk) == before
        await at.press("y")
        assert [kept(desk, one).signatories[0].name for one in ("polres", "kodim")] == ["Ani", "Budi"]
        await at.press("u")
        assert saved(desk) == before

    desk.play(scene)


def test_a_table_that_was_looked_at_and_left_changes_nothing(desk: Desk) -> None:
    (desk.folder / "nama.csv").write_text("id;penandatangan\npolres;Ani\n")

    async def scene(at: Pilot) -> None:
        before = saved(desk)
        await at.press("3", "i")
        await fill(at, "berkas", "nama.csv")
        await at.press("enter", "t")
        assert saved(desk) == before

    desk.play(scene)


def test_every_mistake_of_a_table_is_shown_and_none_of_it_is_taken(desk: Desk) -> None:
    (desk.folder / "salah.csv").write_text("id;peran;nomor_urut\npolres;bos;\nkodim;;x\n")

    async def scene(at: Pilot) -> None:
        await at.press("3", "i")
        await fill(at, "berkas", "salah.csv")
        await at.press("enter", "y")
        told = text(at.app)
        assert "baris 2" in told
        assert "baris 3" in told
        assert "Perbaiki dahulu berkasnya" in told

    desk.play(scene)


def test_a_table_that_is_not_there_is_told_in_the_form(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        await at.press("3", "i")
        await fill(at, "berkas", "tiada.csv")
        await at.press("enter")
        assert "tiada.csv: tidak ada" in lines(at.app)[-2]

    desk.play(scene)


def test_the_pihak_are_written_into_the_folder_of_the_agreement(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        await at.press("3", "e", "enter")
        assert (desk.folder / TABLE).read_bytes() == table_of(saved(desk))
        assert f"Tertulis: {TABLE}" in lines(at.app)[-2]

    desk.play(scene)


def test_a_file_with_other_content_is_replaced_only_after_a_question(desk: Desk, tmp_path: Path) -> None:
    there = tmp_path / "punya-orang.csv"
    there.write_text("lama")

    async def scene(at: Pilot) -> None:
        await at.press("3", "e")
        await fill(at, "berkas", str(there))
        await at.press("enter")
        assert "Ganti berkas?" in text(at.app)
        assert there.read_text() == "lama"
        await at.press("y")
        assert there.read_bytes() == table_of(saved(desk))

    desk.play(scene)


def test_a_finding_leads_to_its_pihak_and_its_field(desk: Desk) -> None:
    finding = Finding(
        rule="uji",
        level=Level.ATTENTION,
        message="uji",
        place=Place(section=Section.PARTIES, id="kodim", field="nomor_urut"),
    )

    async def scene(at: Pilot) -> None:
        await at.app.screen.go(finding)
        await at.pause()
        assert pointed(at) == "kodim"
        await at.press("enter")
        assert at.app.screen.focused.id == "f-nomor_urut"

    desk.play(scene)


def test_the_cursor_of_the_terminal_is_on_the_row_again_after_a_form(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        await at.press("3", "j")
        before = at.app.cursor_position
        await at.press("e", "f12")
        await at.pause()
        assert at.app.cursor_position == before

    desk.play(scene)


def test_how_the_group_of_a_pihak_signs_is_chosen(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        await opened(at, "bawaslu")
        await at.press("c", "down", "enter")
        assert saved(desk).mode_of(3) is SigningMode.TOGETHER

    desk.play(scene)


def test_a_group_that_does_not_sign_one_by_one_says_so(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        await opened(at, "bawaslu")
        await at.press("c", "down", "enter")
        assert "· kelompok 3 (semua, bersama-sama)" in words(at.app)

    desk.play(scene)


def test_who_is_merely_present_has_no_way_of_signing(desk: Desk) -> None:
    save(
        load(desk.located.workspace, ID),
        with_party(saved(desk), replace(kept(desk, "kodim"), role=Role.PRESENT)),
    )

    async def scene(at: Pilot) -> None:
        await opened(at, "kodim")
        await at.press("c")
        assert "hanya hadir" in text(at.app)

    desk.play(scene)


def test_a_number_that_two_pihak_would_give_is_refused_in_the_form(desk: Desk) -> None:
    before = load(desk.located.workspace, ID)
    numbered = with_own_number(before.agreement, "polres", "naskah", "B/812")
    save(before, with_party(numbered, replace(kept(desk, "kejari"), has_own_number=True)))

    async def scene(at: Pilot) -> None:
        await at.press("3", "end", "up", "enter")
        form = at.app.screen
        form.query_one("#f-nomor-naskah").value = "B/812"
        await at.press("f10")
        assert at.app.message.startswith('Nomor "B/812" pada naskah sudah dicatat untuk Polres')
        assert at.app.screen is form

    desk.play(scene)
