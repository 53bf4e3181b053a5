"""What is being typed into a draft: it outlives the session, and is offered until it is answered."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from kampanye_tui.model.problem import Declined
from kampanye_tui.store.draft import Draft, StandingKind
from kampanye_tui.store.journal import journal_path, recover
from kampanye_tui.store.workspace import Saved
from tests.unit.store.drafting import Opening, change, full

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
