"""What was typed, place by place: which of it is offered, and what the end of one change leaves alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kampanye_tui.store.journal import Typing, journal_file
from kampanye_tui.store.typed_words import TypedWords

AT = datetime(2026, 11, 24, 9, 12, tzinfo=UTC)
LATER = AT + timedelta(minutes=1)


def typed(text: str, place: str = "acara", at: datetime = AT) -> Typing:
    """Return what is being typed at a place."""
    return Typing(place=place, fields={"tempat": text}, stamp="ab12", at=at)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the journal is."""
    return tmp_path / "a.toml"


@pytest.fixture
def words(path: Path) -> Iterator[TypedWords]:
    """Words in a journal that is not there yet."""
    made = TypedWords(path)
    yield made
    made.close()


def left_by_others(path: Path, *typings: Typing) -> None:
    """Write a journal as another session leaves it."""
    path.write_bytes(journal_file(typings))


def test_typing_at_the_place_of_a_change_that_waits_outlives_its_saving(words: TypedWords) -> None:
    words.put(typed("Aula"), ours=True)
    words.became_change()
    words.put(typed("Aula Besar"), ours=True)
    words.changes_are_saved(ours=True)
    assert words.left("acara") == typed("Aula Besar")


def test_the_words_of_a_change_go_when_it_is_saved(words: TypedWords) -> None:
    words.put(typed("Aula"), ours=True)
    words.became_change()
    words.changes_are_saved(ours=True)
    assert words.left("acara") is None


def test_what_others_typed_behind_a_giving_up_is_taken_up(words: TypedWords, path: Path) -> None:
    words.put(typed("Aula"), ours=False)
    words.give_up("acara", AT, ours=False)
    left_by_others(path, typed("Lapangan", at=LATER))
    words.take_up()
    assert words.left("acara") == typed("Lapangan", at=LATER)


def test_what_was_given_up_comes_back_from_no_journal(words: TypedWords, path: Path) -> None:
    left_by_others(path, typed("Aula"))
    words.give_up("acara", LATER, ours=False)
    words.take_up()
    assert words.left("acara") is None


def test_of_what_was_broken_off_the_last_is_offered(words: TypedWords, path: Path) -> None:
    left_by_others(path, typed("Aula"), typed("Polres", "pihak:polres", LATER), typed("Bunyi", "klausul:apk"))
    words.take_up()
    assert words.recovered == typed("Polres", "pihak:polres", LATER)


def test_nobody_types_where_the_right_to_write_is_not_theirs(words: TypedWords) -> None:
    words.put(typed("Aula"), ours=False)
    assert (words.place, words.left("acara")) == ("", typed("Aula"))
