"""A draft whose file somebody else has saved: nobody's work is overwritten, and both can be merged."""

from __future__ import annotations

import os

import pytest

from kampanye_tui.model.problem import Declined, Refused
from kampanye_tui.store.apart import Diverged
from kampanye_tui.store.draft import Draft, StandingKind
from kampanye_tui.store.workspace import save
from tests.unit.store.drafting import NOON, Opening, change, full, topic
from tests.unit.store.saving import about


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
