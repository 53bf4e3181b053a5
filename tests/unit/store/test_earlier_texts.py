"""The texts of an agreement that are still kept."""

from __future__ import annotations

from kampanye_tui.store import history
from kampanye_tui.store.earlier_texts import earlier_texts
from kampanye_tui.store.revisions import keep_revision
from kampanye_tui.store.workspace import Saved, save
from tests.unit.store.saving import about


def topics(saved: Saved) -> list[str]:
    """Return what the kept texts are about."""
    return [text.topic for text in earlier_texts(saved.path.parent)]


def test_texts_before_changes_come_the_latest_first_and_final_ones_behind_them(saved: Saved) -> None:
    first = saved.agreement.topic
    keep_revision(saved.path.parent, about(saved.agreement, "Final"))
    for topic in ("Kedua", "Ketiga"):
        saved = save(saved, about(saved.agreement, topic))
    assert topics(saved) == ["Kedua", first, "Final"]


def test_a_text_that_cannot_be_read_hides_no_other(saved: Saved) -> None:
    first = saved.agreement.topic
    saved = save(saved, about(saved.agreement, "Kedua"))
    (saved.path.parent / history.FOLDER / "0002.toml").write_text("rusak")
    assert topics(saved) == [first]


def test_where_nothing_was_ever_changed_there_is_none(saved: Saved) -> None:
    assert topics(saved) == []
