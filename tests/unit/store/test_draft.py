"""A draft: changes are saved at once, what the disk refuses stays, and nobody's work is overwritten."""

from __future__ import annotations

import errno
import os
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NoReturn

import msgspec
import pytest

from kampanye_tui.agreement.account import account
from kampanye_tui.agreement.edit import drop_party, in_ballot_order
from kampanye_tui.agreement.edit_clauses import drop_clause, move_clause, reword
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.problem import Declined, Refused
from kampanye_tui.store.apart import Diverged
from kampanye_tui.store.draft import Draft, StandingKind, in_words
from kampanye_tui.store.journal import journal_path, recover
from kampanye_tui.store.lease import FILE as LEASE
from kampanye_tui.store.workspace import Saved, load, save
from tests.unit.store.saving import about

Opening = Callable[..., Draft]
NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


class Clock:
    """A clock that stands still until it is told."""

    def __init__(self) -> None:
        self.time = NOON

    def __call__(self) -> datetime:
        return self.time


@pytest.fixture
def clock() -> Clock:
    """Noon."""
    return Clock()


@pytest.fixture
def opening(saved: Saved, tmp_path: Path, clock: Clock) -> Iterator[Opening]:
    """Opens the agreement of the sample, and closes it in the end."""
    opened: list[Draft] = []

    def opens(operator: str = "operator1", home: str = "rumah") -> Draft:
        draft = Draft.open(tmp_path, saved.agreement.id, operator=operator, home=tmp_path / home, now=clock)
        opened.append(draft)
        return draft

    yield opens
    for draft in opened:
        draft.close()


@pytest.fixture
def draft(opening: Opening) -> Draft:
    """The agreement, opened for editing."""
    return opening()


def topic(draft: Draft) -> str:
    """Return the topic that is on the disk."""
    return load(draft.saved.path.parent.parent.parent, draft.agreement.id).agreement.topic


def change(draft: Draft, words: str) -> tuple[str, ...]:
    """Edit the topic."""
    return draft.edit(about(draft.agreement, words))


def full(*_arguments: object) -> NoReturn:
    """Fail as a full disk does."""
    raise OSError(errno.ENOSPC, "No space left on device")


@pytest.fixture
def unsaved(draft: Draft, monkeypatch: pytest.MonkeyPatch) -> Draft:
    """A draft with a change that the disk refused; by now there is room."""
    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        change(draft, "Dua")
    return draft


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


@pytest.fixture
def overtaken(draft: Draft) -> Draft:
    """A draft whose file somebody else has saved from the command line."""
    save(draft.saved, about(draft.agreement, "Milik orang lain"))
    return draft


def test_taking_over_what_is_ours_shows_what_somebody_else_saved(overtaken: Draft) -> None:
    overtaken.beat()
    assert overtaken.holds
    overtaken.take_over()
    assert (overtaken.read_only, overtaken.agreement.topic) == ("", "Milik orang lain")


def test_a_text_that_was_read_anew_has_the_hour_of_its_file(overtaken: Draft) -> None:
    os.utime(overtaken.saved.path, (NOON.timestamp() - 3600, NOON.timestamp() - 3600))
    overtaken.beat()
    overtaken.reload()
    assert overtaken.standing == (StandingKind.SAVED, "tersimpan 18.00.00")


def test_what_somebody_else_saved_is_noticed(overtaken: Draft) -> None:
    assert (overtaken.beat(), "diubah orang lain" in overtaken.read_only) == (True, True)


def test_what_stands_in_the_place_of_the_text_is_noticed_and_not_waited_for(draft: Draft) -> None:
    draft.saved.path.unlink()
    os.mkfifo(draft.saved.path)
    assert (draft.beat(), "diubah orang lain" in draft.read_only) == (True, True)


def test_over_what_somebody_else_saved_nothing_is_written(overtaken: Draft) -> None:
    with pytest.raises(Declined, match=r"Versi Anda disimpan sebagai naskah\.bentrok-01\.toml"):
        change(overtaken, "Milik kami")
    assert topic(overtaken) == "Milik orang lain"


def test_a_conflict_is_kept_beside_once(overtaken: Draft) -> None:
    with pytest.raises(Declined):
        change(overtaken, "Milik kami")
    overtaken.beat()
    overtaken.flush()
    assert len(list(overtaken.saved.path.parent.glob("naskah.bentrok-*"))) == 1


def test_after_a_conflict_nothing_is_changed_before_reloading(overtaken: Draft) -> None:
    with pytest.raises(Declined):
        change(overtaken, "Milik kami")
    with pytest.raises(Declined, match="telah diubah orang lain sejak dibuka"):
        change(overtaken, "Lagi")


def test_reloading_shows_what_somebody_else_saved(overtaken: Draft) -> None:
    overtaken.beat()
    overtaken.reload()
    assert overtaken.agreement.topic == "Milik orang lain"


def test_after_reloading_changes_are_saved(overtaken: Draft) -> None:
    overtaken.beat()
    overtaken.reload()
    change(overtaken, "Dua")
    assert topic(overtaken) == "Dua"


def test_an_undo_takes_nothing_of_somebody_else_back(overtaken: Draft) -> None:
    with pytest.raises(Declined, match="diubah orang lain"):
        overtaken.undo()
    assert topic(overtaken) == "Milik orang lain"


def test_a_file_that_was_deleted_is_noticed(draft: Draft) -> None:
    draft.saved.path.unlink()
    assert (draft.beat(), draft.read_only != "") == (True, True)


def test_a_conflict_found_while_trying_again_is_told(unsaved: Draft) -> None:
    save(unsaved.saved, about(unsaved.agreement, "Milik orang lain"))
    unsaved.beat()
    assert "naskah.bentrok-01.toml" in unsaved.notice


def test_an_edit_after_somebody_else_saved_was_noticed_is_kept_as_well(overtaken: Draft) -> None:
    overtaken.beat()
    with pytest.raises(Diverged, match=r"naskah\.bentrok-01\.toml"):
        change(overtaken, "Milik kami")
    assert (topic(overtaken), overtaken.apart.ours.topic) == ("Milik orang lain", "Milik kami")


def test_what_was_kept_is_merged_once_the_file_is_read_anew(overtaken: Draft) -> None:
    with pytest.raises(Diverged):
        change(overtaken, "Milik kami")
    overtaken.take_over()
    overtaken.unite(about(overtaken.agreement, "Milik berdua"), overtaken.apart)
    assert (topic(overtaken), overtaken.apart, overtaken.read_only) == ("Milik berdua", None, "")


def test_a_merge_can_be_undone(overtaken: Draft) -> None:
    with pytest.raises(Diverged):
        change(overtaken, "Milik kami")
    overtaken.take_over()
    overtaken.unite(about(overtaken.agreement, "Milik berdua"), overtaken.apart)
    overtaken.undo()
    assert topic(overtaken) == "Milik orang lain"


def test_a_merge_over_what_was_saved_meanwhile_is_refused(overtaken: Draft) -> None:
    with pytest.raises(Diverged):
        change(overtaken, "Milik kami")
    overtaken.take_over()
    save(overtaken.saved, about(overtaken.agreement, "Lebih baru"))
    with pytest.raises(Diverged):
        overtaken.unite(about(overtaken.agreement, "Milik berdua"), overtaken.apart)
    assert (topic(overtaken), overtaken.apart.ours.topic) == ("Lebih baru", "Milik kami")


def test_a_merge_that_the_disk_refuses_leaves_the_version_waiting(
    overtaken: Draft, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(Diverged):
        change(overtaken, "Milik kami")
    overtaken.take_over()
    monkeypatch.setattr("kampanye_tui.store.workspace.write_whole", full)
    with pytest.raises(Refused):
        overtaken.unite(about(overtaken.agreement, "Milik berdua"), overtaken.apart)
    assert (topic(overtaken), overtaken.apart.ours.topic) == ("Milik orang lain", "Milik kami")


def test_an_edit_of_who_was_replaced_is_kept(opening: Opening) -> None:
    first, second = opening(), opening("operator2", "lain")
    opened = first.agreement
    second.take_over()
    change(second, "Milik operator2")
    first.beat()
    with pytest.raises(Diverged, match="telah diambil alih; dibuka oleh operator2"):
        first.edit(about(opened, "Milik operator1"), opened)
    assert (topic(first), first.apart.ours.topic) == ("Milik operator2", "Milik operator1")


def test_an_edit_of_another_text_than_stands_here_is_kept(overtaken: Draft) -> None:
    opened = overtaken.agreement
    overtaken.reload()
    with pytest.raises(Diverged):
        overtaken.edit(about(opened, "Milik kami"), opened)
    assert (topic(overtaken), overtaken.apart.base) == ("Milik orang lain", opened)


def test_a_version_that_waits_is_there_at_the_next_start(overtaken: Draft, opening: Opening) -> None:
    with pytest.raises(Diverged):
        change(overtaken, "Milik kami")
    overtaken.close()
    assert opening().apart.ours.topic == "Milik kami"


PLACE, FIELDS = "klausul:apk", {"teks": "Peserta dila"}


def test_typing_given_up_while_somebody_else_edited_is_not_offered_again(opening: Opening) -> None:
    first = opening()
    first.typing(PLACE, FIELDS)
    first.flush()
    opening("operator2", "lain").take_over()
    first.beat()
    first.stop_typing(PLACE)
    first.take_over()
    assert (first.recovered, first.left(PLACE)) == (None, {})


def test_what_nobody_typed_into_is_as_the_text_says_now(draft: Draft) -> None:
    draft.typing(PLACE, {"judul": "Lama", "teks": "Ketikan"}, {"judul": "Lama", "teks": "Semula"})
    assert draft.left(PLACE, {"judul": "Baru", "teks": "Semula"}) == {"judul": "Baru", "teks": "Ketikan"}


def test_what_was_typed_into_and_changed_elsewhere_is_contested(draft: Draft) -> None:
    draft.typing(PLACE, {"judul": "Lama", "teks": "Ketikan"}, {"judul": "Lama", "teks": "Semula"})
    assert draft.contested(PLACE, {"judul": "Baru", "teks": "Lain"}) == {"teks": "Semula"}


def test_what_typing_began_from_survives_the_session(opening: Opening) -> None:
    draft = opening()
    draft.typing(PLACE, {"teks": "Ketikan"}, {"teks": "Semula"})
    draft.close()
    assert opening().contested(PLACE, {"teks": "Lain"}) == {"teks": "Semula"}


def interrupted(opening: Opening) -> Draft:
    """Type, end in the middle, and open again."""
    draft = opening()
    draft.typing(PLACE, FIELDS)
    draft.close()
    return opening()


def test_typing_is_told(draft: Draft) -> None:
    draft.typing(PLACE, FIELDS)
    assert draft.standing == (StandingKind.TYPING, "mengetik, belum disimpan")


def test_what_an_ended_session_left_is_offered(opening: Opening) -> None:
    recovered = interrupted(opening).recovered
    assert recovered is not None
    assert (recovered.place, recovered.fields) == (PLACE, FIELDS)


def test_what_an_ended_session_left_knows_its_text(opening: Opening, saved: Saved) -> None:
    recovered = interrupted(opening).recovered
    assert recovered is not None
    assert recovered.stamp == saved.stamp


def test_what_was_left_is_offered_until_it_is_answered(opening: Opening) -> None:
    interrupted(opening).close()
    assert opening().recovered is not None


def test_what_was_left_and_given_up_is_not_offered_again(opening: Opening) -> None:
    draft = interrupted(opening)
    draft.stop_typing(PLACE)
    draft.close()
    assert opening().recovered is None


def test_what_was_left_survives_a_change_made_before_it_is_answered(opening: Opening) -> None:
    draft = interrupted(opening)
    change(draft, "Dua")
    draft.close()
    assert opening().recovered is not None


def test_what_was_typed_and_saved_is_not_offered(opening: Opening) -> None:
    draft = opening()
    draft.typing(PLACE, FIELDS)
    change(draft, "Dua")
    draft.close()
    assert opening().recovered is None


def test_what_was_typed_and_given_up_is_not_offered(opening: Opening) -> None:
    draft = opening()
    draft.typing(PLACE, FIELDS)
    draft.stop_typing(PLACE)
    draft.close()
    assert opening().recovered is None


OTHER = "acara"


def test_what_was_postponed_survives_typing_at_another_place(opening: Opening) -> None:
    draft = interrupted(opening)
    draft.postpone(PLACE)
    draft.typing(OTHER, {"tempat": "Aula"})
    draft.stop_typing(OTHER)
    draft.close()
    assert opening().left(PLACE) == FIELDS


def test_what_was_postponed_is_not_offered(opening: Opening) -> None:
    draft = interrupted(opening)
    draft.postpone(PLACE)
    draft.close()
    assert (draft.recovered, opening().recovered) == (None, None)


def test_what_is_typed_again_is_no_longer_postponed(opening: Opening) -> None:
    draft = interrupted(opening)
    draft.postpone(PLACE)
    draft.typing(PLACE, FIELDS)
    draft.close()
    assert opening().recovered is not None


def test_a_change_made_elsewhere_leaves_what_was_postponed(draft: Draft) -> None:
    draft.typing(PLACE, FIELDS)
    draft.postpone(PLACE)
    change(draft, "Dua")
    assert draft.left(PLACE) == FIELDS


def test_a_change_takes_what_was_typed_for_it_away(draft: Draft) -> None:
    draft.typing(PLACE, FIELDS)
    change(draft, "Dua")
    assert draft.left(PLACE) == {}


def test_words_of_a_change_that_is_unsaved_are_not_put_into_its_place_again(
    draft: Draft, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft.typing(PLACE, FIELDS)
    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        change(draft, "Dua")
    assert draft.left(PLACE) == {}


def test_a_change_that_somebody_elses_hinders_leaves_the_typing(overtaken: Draft) -> None:
    overtaken.typing(PLACE, FIELDS)
    with pytest.raises(Declined):
        change(overtaken, "Milik kami")
    assert overtaken.left(PLACE) == FIELDS


def test_what_is_typed_after_somebody_took_over_is_there_after_taking_back(
    draft: Draft, opening: Opening
) -> None:
    opening("operator2", "rumah2").take_over()
    draft.beat()
    draft.typing(PLACE, FIELDS)
    draft.take_over()
    assert draft.left(PLACE) == FIELDS


@pytest.fixture
def journal(tmp_path: Path, saved: Saved) -> Path:
    """Where typing is kept."""
    return journal_path(tmp_path / "rumah", tmp_path, saved.agreement.id)


def typed_over_a_full_disk(draft: Draft, monkeypatch: pytest.MonkeyPatch) -> None:
    """Type something and save its change, which the disk refuses."""
    draft.typing(PLACE, FIELDS)
    draft.flush()
    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        change(draft, "Dua")


def test_what_was_typed_stays_as_long_as_its_change_is_unsaved(
    draft: Draft, journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed_over_a_full_disk(draft, monkeypatch)
    draft.stop_typing(PLACE)
    assert recover(journal)


def test_what_was_typed_goes_when_its_change_is_saved_in_the_end(
    draft: Draft, journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed_over_a_full_disk(draft, monkeypatch)
    draft.beat()
    assert not recover(journal)


def test_trying_again_forgets_nothing_that_is_being_typed(unsaved: Draft, journal: Path) -> None:
    unsaved.typing(PLACE, FIELDS)
    unsaved.flush()
    unsaved.beat()
    assert recover(journal)


def test_a_reader_types_nothing(draft: Draft, opening: Opening, journal: Path) -> None:
    second = opening("operator2")
    second.typing(PLACE, FIELDS)
    second.flush()
    assert not recover(journal)


def test_a_reader_is_offered_nothing(draft: Draft, opening: Opening) -> None:
    draft.typing(PLACE, FIELDS)
    draft.flush()
    assert opening("operator2").recovered is None


def test_who_takes_over_from_themselves_is_offered_what_they_typed(draft: Draft, opening: Opening) -> None:
    draft.typing(PLACE, FIELDS)
    draft.flush()
    second = opening()
    second.take_over()
    assert second.recovered is not None


def test_who_was_replaced_takes_nothing_typed_away(draft: Draft, opening: Opening, journal: Path) -> None:
    draft.typing(PLACE, FIELDS)
    second = opening()
    second.take_over()
    second.typing(PLACE, {"teks": "Lain"})
    second.flush()
    draft.stop_typing(PLACE)
    assert [left.fields for left in recover(journal)] == [{"teks": "Lain"}]


def test_a_journal_that_cannot_be_read_is_told_and_hinders_nobody(opening: Opening, journal: Path) -> None:
    journal.parent.mkdir(parents=True)
    journal.write_bytes(b"rusak")
    draft = opening()
    assert ("rusak-01" in draft.notice, draft.read_only) == (True, "")


def test_a_flush_from_another_thread_writes_what_is_typed(draft: Draft, journal: Path) -> None:
    draft.typing(PLACE, FIELDS)
    thread = threading.Thread(target=draft.flush)
    thread.start()
    thread.join(10)
    assert recover(journal)
