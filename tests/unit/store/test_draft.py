"""A draft: changes are saved at once, what the disk refuses stays, and who comes second may read only."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest

from kampanye_tui.agreement.account import account
from kampanye_tui.agreement.edit import drop_party, in_ballot_order
from kampanye_tui.agreement.edit_clauses import drop_clause, move_clause, reword
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.problem import Declined, Refused
from kampanye_tui.store.draft import Draft, StandingKind, in_words
from kampanye_tui.store.lease import FILE as LEASE
from kampanye_tui.store.workspace import Saved
from tests.unit.store.drafting import NOON, Clock, Opening, change, full, topic


def test_an_unknown_agreement_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="tidak ada di ruang kerja"):
        Draft.open(tmp_path, "tiada", operator="operator1", home=tmp_path)


def test_a_change_is_saved_at_once(draft: Draft) -> None:
    change(draft, "Dua")
    assert topic(draft) == "Dua"


def test_a_change_is_told(draft: Draft) -> None:
    before = draft.agreement
    assert change(draft, "Dua") == account(before, draft.agreement)


def test_what_changes_nothing_is_told_with_nothing(draft: Draft) -> None:
    assert draft.edit(draft.agreement) == ()


def test_what_changes_nothing_is_not_saved(draft: Draft) -> None:
    before = draft.saved.path.stat().st_ino
    draft.edit(draft.agreement)
    assert draft.saved.path.stat().st_ino == before


def test_a_saved_change_is_told_with_its_hour_where_the_office_is(draft: Draft, clock: Clock) -> None:
    clock.time = NOON.replace(hour=10, minute=41, second=7)
    change(draft, "Dua")
    assert draft.standing == (StandingKind.SAVED, "tersimpan 17.41.07")


def test_a_change_of_another_day_is_told_with_its_day(draft: Draft, clock: Clock) -> None:
    change(draft, "Dua")
    clock.time += timedelta(days=1)
    assert draft.standing.words == "tersimpan 24 November 2026 19.00"


def test_a_change_that_cannot_be_stored_whole_leaves_the_agreement(draft: Draft) -> None:
    before = draft.agreement
    with pytest.raises(Refused):
        change(draft, "Kampanye\u200b Damai")
    assert (draft.agreement, draft.read_only) == (before, "")


def test_a_change_that_the_disk_refuses_stays(unsaved: Draft) -> None:
    assert unsaved.agreement.topic == "Dua"


def test_a_change_that_the_disk_refuses_is_told_as_unsaved(unsaved: Draft) -> None:
    assert unsaved.standing == (
        StandingKind.UNSAVED,
        "BELUM TERSIMPAN: ruang di diska habis; dicoba lagi",
    )


@pytest.mark.parametrize("way", ["beat", "retry", "flush", "close"])
def test_a_change_that_the_disk_refused_is_tried_again(way: str, unsaved: Draft) -> None:
    getattr(unsaved, way)()
    assert topic(unsaved) == "Dua"


def test_the_next_change_saves_the_refused_one_as_well(unsaved: Draft) -> None:
    unsaved.edit(in_ballot_order(drop_party(unsaved.agreement, unsaved.agreement.parties[-1].id)))
    assert (topic(unsaved), unsaved.standing.kind) == ("Dua", StandingKind.SAVED)


def test_the_first_undo_of_an_unsaved_change_goes_back_to_the_saved_text(unsaved: Draft) -> None:
    unsaved.undo()
    assert (unsaved.agreement, unsaved.standing.kind) == (unsaved.saved.agreement, StandingKind.SAVED)


def test_an_unsaved_change_that_was_undone_can_be_redone(unsaved: Draft) -> None:
    unsaved.undo()
    unsaved.redo()
    assert topic(unsaved) == "Dua"


def test_an_unsaved_change_is_not_lost_to_reloading(unsaved: Draft, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Declined, match="belum tersimpan"):
        unsaved.reload()
    assert unsaved.agreement.topic == "Dua"


def test_an_undo_brings_the_earlier_text_back(draft: Draft) -> None:
    before = draft.agreement
    change(draft, "Dua")
    draft.undo()
    assert draft.agreement == before


def test_an_undo_tells_what_became(draft: Draft) -> None:
    before = draft.agreement
    change(draft, "Dua")
    after = draft.agreement
    assert draft.undo() == account(after, before)


def test_a_redo_brings_the_change_back(draft: Draft) -> None:
    change(draft, "Dua")
    draft.undo()
    draft.redo()
    assert topic(draft) == "Dua"


def test_with_nothing_to_undo_it_is_said(draft: Draft) -> None:
    with pytest.raises(Declined, match="Belum ada perubahan"):
        draft.undo()


def test_with_nothing_to_redo_it_is_said(draft: Draft) -> None:
    with pytest.raises(Declined, match="Tidak ada yang baru saja diurungkan"):
        draft.redo()


def test_an_undo_on_a_full_disk_says_why(draft: Draft, monkeypatch: pytest.MonkeyPatch) -> None:
    change(draft, "Dua")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Refused, match="ruang penyimpanan penuh"):
        draft.undo()
    assert draft.agreement.topic == "Dua"


def test_a_fresh_draft_has_nothing_to_undo_or_redo(draft: Draft) -> None:
    assert (draft.undo_words(), draft.redo_words()) == ("", "")


def test_what_would_be_undone_is_said(draft: Draft) -> None:
    change(draft, "Dua")
    assert draft.undo_words() == "tentang berubah"


def test_what_would_be_redone_is_said(draft: Draft) -> None:
    change(draft, "Dua")
    draft.undo()
    assert (draft.undo_words(), draft.redo_words()) == ("", "tentang berubah")


def test_an_unsaved_change_is_what_would_be_undone(unsaved: Draft) -> None:
    assert (unsaved.undo_words(), unsaved.redo_words()) == ("tentang berubah", "")


def test_an_undone_unsaved_change_is_what_would_be_redone(unsaved: Draft) -> None:
    unsaved.undo()
    assert (unsaved.undo_words(), unsaved.redo_words()) == ("", "tentang berubah")


def test_asking_again_what_would_be_undone_reads_no_file(
    draft: Draft, monkeypatch: pytest.MonkeyPatch
) -> None:
    change(draft, "Dua")
    draft.undo_words()
    monkeypatch.setattr(Path, "read_bytes", full)
    assert draft.undo_words() == "tentang berubah"


def first_clause(one: Agreement) -> str:
    """Return the id of the first clause."""
    return one.clauses[0].id


SHORT: dict[str, tuple[Callable[[Agreement], Agreement], str]] = {
    "rewording": (
        lambda one: reword(one, first_clause(one), text="{peserta} damai."),
        "klausul {title}: bunyi berubah",
    ),
    "dropping a clause": (lambda one: drop_clause(one, first_clause(one)), "klausul {title} dihapus"),
    "moving": (lambda one: move_clause(one, first_clause(one), 1), "klausul: urutan berubah"),
    "a revision": (lambda one: msgspec.structs.replace(one, revision=2), "revisi diisi"),
    "filling": (
        lambda one: msgspec.structs.replace(
            one, occasion=msgspec.structs.replace(one.occasion, place="Aula")
        ),
        "tempat acara diisi",
    ),
}


@pytest.mark.parametrize("name", SHORT)
def test_a_change_is_said_in_short(name: str, agreement: Agreement) -> None:
    edit, words = SHORT[name]
    after = edit(agreement)
    told = in_words(account(agreement, after), after)
    assert told.partition(", dan ")[0] == words.format(title=agreement.clauses[0].title)


def test_who_comes_second_may_read_only(draft: Draft, opening: Opening) -> None:
    second = opening("operator2")
    assert second.standing == (
        StandingKind.READ_ONLY,
        f"hanya baca: dibuka oleh operator1 di {os.uname().nodename} sejak 19.00",
    )


def test_who_may_read_only_changes_nothing(draft: Draft, opening: Opening) -> None:
    second = opening("operator2")
    with pytest.raises(Declined, match="hanya dapat dibaca: dibuka oleh operator1"):
        change(second, "Dua")
    assert topic(draft) != "Dua"


def test_who_may_read_only_has_nothing_to_undo(draft: Draft, opening: Opening) -> None:
    change(draft, "Dua")
    assert opening("operator2").undo_words() == ""


def test_a_reader_sees_what_the_editor_saved(draft: Draft, opening: Opening) -> None:
    second = opening("operator2")
    change(draft, "Dua")
    assert (second.beat(), second.agreement.topic) == (True, "Dua")


def test_a_beat_without_news_says_so(draft: Draft) -> None:
    assert not draft.beat()


def test_a_beat_of_a_reader_without_news_says_so(draft: Draft, opening: Opening) -> None:
    assert not opening("operator2").beat()


def test_a_reader_is_told_when_the_editor_leaves(draft: Draft, opening: Opening) -> None:
    second = opening("operator2")
    draft.close()
    assert (second.beat(), "tidak lagi dibuka" in second.read_only) == (True, True)


def test_who_takes_over_may_edit(draft: Draft, opening: Opening) -> None:
    second = opening("operator2")
    second.take_over()
    change(second, "Dua")
    assert topic(second) == "Dua"


def test_who_takes_over_goes_on_from_the_saved_text(draft: Draft, opening: Opening) -> None:
    second = opening("operator2")
    change(draft, "Dua")
    second.take_over()
    assert second.agreement.topic == "Dua"


def test_who_was_replaced_notices_at_the_next_beat(draft: Draft, opening: Opening) -> None:
    opening("operator2").take_over()
    assert (draft.beat(), draft.standing.kind) == (True, StandingKind.READ_ONLY)


def test_who_was_replaced_is_told_by_whom(draft: Draft, opening: Opening) -> None:
    opening("operator2").take_over()
    draft.beat()
    assert draft.read_only.startswith("naskah ini telah diambil alih; dibuka oleh operator2 di ")


def test_who_was_replaced_saves_nothing_before_noticing(draft: Draft, opening: Opening) -> None:
    opening("operator2").take_over()
    with pytest.raises(Declined, match="telah diambil alih"):
        change(draft, "Dua")
    assert topic(draft) != "Dua"


def test_who_was_replaced_can_take_over_again(draft: Draft, opening: Opening) -> None:
    opening("operator2").take_over()
    draft.beat()
    draft.take_over()
    assert draft.read_only == ""


def test_an_unsaved_change_of_who_was_replaced_is_saved(unsaved: Draft, opening: Opening) -> None:
    opening("operator2").take_over()
    unsaved.beat()
    assert topic(unsaved) == "Dua"


def test_after_closing_somebody_else_may_edit(draft: Draft, opening: Opening) -> None:
    draft.close()
    assert opening("operator2").read_only == ""


def test_after_closing_nothing_is_changed(draft: Draft) -> None:
    draft.close()
    with pytest.raises(Declined, match="sudah ditutup"):
        change(draft, "Dua")


def test_a_draft_that_was_closed_is_not_taken_over(draft: Draft) -> None:
    draft.close()
    with pytest.raises(Declined, match="sudah ditutup"):
        draft.take_over()


def barred(monkeypatch: pytest.MonkeyPatch) -> None:
    """Be a folder that may be read only."""
    opened = os.open

    def refused(path: str, flags: int, *rest: int) -> int:
        if str(path).endswith(LEASE) and flags & os.O_CREAT:
            raise OSError(errno.EROFS, "Read-only file system")
        return opened(path, flags, *rest)

    monkeypatch.setattr(os, "open", refused)


def test_in_a_folder_that_may_not_be_written_an_agreement_is_read(
    opening: Opening, saved: Saved, monkeypatch: pytest.MonkeyPatch
) -> None:
    barred(monkeypatch)
    assert opening().agreement == saved.agreement


def test_in_a_folder_that_may_not_be_written_it_is_said_why(
    opening: Opening, monkeypatch: pytest.MonkeyPatch
) -> None:
    barred(monkeypatch)
    draft = opening()
    draft.beat()
    assert draft.read_only == "folder naskah ini berada di tempat yang hanya dapat dibaca"
