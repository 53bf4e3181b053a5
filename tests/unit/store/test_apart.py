"""Versions that could not be saved wait beside the file, with the text they were made from, until merged."""

from __future__ import annotations

from pathlib import Path

import pytest

from kampanye_tui.agreement.merge import merged
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.problem import Declined
from kampanye_tui.model.reading import read
from kampanye_tui.store.apart import Apart, Diverged, waiting
from kampanye_tui.store.workspace import Saved, load, save, set_apart, unite
from tests.unit.store.saving import about

BESIDE = "naskah.bentrok-01.toml"


def now(saved: Saved, workspace: Path) -> Saved:
    """Return the agreement as its file says."""
    return load(workspace, saved.agreement.id)


@pytest.fixture
def parted(saved: Saved) -> Apart:
    """A version that was refused, since somebody else had saved."""
    save(saved, about(saved.agreement, "Milik orang lain"))
    with pytest.raises(Diverged):
        save(saved, about(saved.agreement, "Milik kami"))
    (one,) = waiting(saved.path.parent)
    return one


def test_a_version_that_was_refused_waits_with_what_it_was_made_from(saved: Saved, parted: Apart) -> None:
    assert (parted.path.name, parted.ours.topic, parted.base) == (BESIDE, "Milik kami", saved.agreement)


def test_also_a_text_edited_by_hand_is_kept_as_it_was_opened(saved: Saved) -> None:
    saved.path.write_bytes(saved.path.read_bytes().replace(b"tentang", b"# tangan\ntentang", 1))
    with pytest.raises(Diverged):
        save(saved, about(saved.agreement, "Milik kami"))
    assert [one.base for one in waiting(saved.path.parent)] == [saved.agreement]


def test_a_version_without_the_text_it_was_made_from_is_not_merged(saved: Saved, parted: Apart) -> None:
    (saved.path.parent / ".riwayat" / "bentrok-01.semula.toml").unlink()
    assert waiting(saved.path.parent) == ()


def test_merged_it_no_longer_waits(saved: Saved, parted: Apart, tmp_path: Path) -> None:
    file = now(saved, tmp_path)
    unite(file, about(file.agreement, "Milik berdua"), parted)
    assert (waiting(saved.path.parent), now(saved, tmp_path).agreement.topic) == ((), "Milik berdua")


def test_merged_it_is_kept_among_the_earlier_texts(saved: Saved, parted: Apart, tmp_path: Path) -> None:
    file = now(saved, tmp_path)
    unite(file, about(file.agreement, "Milik berdua"), parted)
    kept = (saved.path.parent / ".riwayat" / "bentrok-01.saya.toml").read_bytes()
    assert read(Agreement, kept, "kept").topic == "Milik kami"


def test_a_later_version_takes_no_name_of_a_merged_one(saved: Saved, parted: Apart, tmp_path: Path) -> None:
    file = now(saved, tmp_path)
    unite(file, about(file.agreement, "Milik berdua"), parted)
    with pytest.raises(Diverged, match=r"naskah\.bentrok-02\.toml"):
        save(file, about(file.agreement, "Lagi"))


def test_nothing_merged_is_saved_over_what_somebody_saved_meanwhile(
    saved: Saved, parted: Apart, tmp_path: Path
) -> None:
    file = now(saved, tmp_path)
    save(file, about(file.agreement, "Lebih baru"))
    with pytest.raises(Diverged):
        unite(file, about(file.agreement, "Milik berdua"), parted)
    assert now(saved, tmp_path).agreement.topic == "Lebih baru"


def test_a_version_waits_on_where_merging_was_refused(saved: Saved, parted: Apart, tmp_path: Path) -> None:
    file = now(saved, tmp_path)
    save(file, about(file.agreement, "Lebih baru"))
    with pytest.raises(Diverged):
        unite(file, about(file.agreement, "Milik berdua"), parted)
    assert waiting(saved.path.parent)[0] == parted


def test_what_was_merged_can_be_merged_from_what_is_kept(saved: Saved, parted: Apart, tmp_path: Path) -> None:
    (asked,) = merged(parted.base, parted.ours, now(saved, tmp_path).agreement).conflicts
    assert (asked.about, asked.ours, asked.theirs) == ("tentang", "Milik kami", "Milik orang lain")


def test_an_edit_that_must_not_be_saved_is_kept_with_its_reason(saved: Saved) -> None:
    refused = set_apart(
        saved, saved.agreement, about(saved.agreement, "Milik kami"), "naskah ini diambil alih"
    )
    assert str(refused) == f"Naskah ini diambil alih. Versi Anda disimpan sebagai {BESIDE}."


def test_diverging_is_declining(parted: Apart) -> None:
    assert issubclass(Diverged, Declined)
