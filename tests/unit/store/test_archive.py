"""Putting agreements away, bringing them back, and making another paper of one."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from kampanye_tui.model.problem import Declined, Refused
from kampanye_tui.store.lease import take
from kampanye_tui.store.shelving import archive, unarchive
from kampanye_tui.store.workspace import (
    ARCHIVE,
    FILE,
    Saved,
    agreement_ids,
    create,
    duplicate,
    list_agreements,
    load,
    peek,
    save,
    undo,
)
from tests.unit.store.saving import about

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


def test_an_archived_agreement_is_no_longer_listed(saved: Saved, tmp_path: Path) -> None:
    archive(tmp_path, saved.agreement.id)
    assert list_agreements(tmp_path) == ()


def test_an_archived_agreement_is_listed_in_the_archive(saved: Saved, tmp_path: Path) -> None:
    archive(tmp_path, saved.agreement.id)
    (listed,) = list_agreements(tmp_path, ARCHIVE)
    assert listed.saved is not None
    assert listed.saved.agreement == saved.agreement


def test_an_agreement_is_archived_with_its_history(saved: Saved, tmp_path: Path) -> None:
    save(saved, about(saved.agreement, "Dua"))
    archive(tmp_path, saved.agreement.id)
    unarchive(tmp_path, saved.agreement.id)
    back = undo(load(tmp_path, saved.agreement.id))
    assert back.agreement == saved.agreement


def test_archiving_changes_no_byte_of_the_text(saved: Saved, tmp_path: Path) -> None:
    before = saved.path.read_bytes()
    archive(tmp_path, saved.agreement.id)
    assert (tmp_path / ARCHIVE / saved.agreement.id / FILE).read_bytes() == before


def test_an_agreement_comes_back_from_the_archive(saved: Saved, tmp_path: Path) -> None:
    archive(tmp_path, saved.agreement.id)
    unarchive(tmp_path, saved.agreement.id)
    assert load(tmp_path, saved.agreement.id) == saved


def test_an_unknown_agreement_is_not_archived(saved: Saved, tmp_path: Path) -> None:
    with pytest.raises(Refused, match='Naskah "tiada" tidak ada di folder naskah'):
        archive(tmp_path, "tiada")


def test_what_is_no_id_is_not_archived(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="bukan id naskah"):
        archive(tmp_path, "../x")


def test_what_is_not_in_the_archive_does_not_come_back(saved: Saved, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="tidak ada di folder arsip"):
        unarchive(tmp_path, saved.agreement.id)


def test_into_a_taken_place_of_the_archive_nothing_is_moved(saved: Saved, tmp_path: Path) -> None:
    archive(tmp_path, saved.agreement.id)
    create(tmp_path, saved.agreement)
    with pytest.raises(Declined, match=f'Folder arsip sudah memuat "{saved.agreement.id}"'):
        archive(tmp_path, saved.agreement.id)


def test_over_an_agreement_of_that_id_nothing_comes_back(saved: Saved, tmp_path: Path) -> None:
    archive(tmp_path, saved.agreement.id)
    create(tmp_path, about(saved.agreement, "Baru"))
    with pytest.raises(Declined):
        unarchive(tmp_path, saved.agreement.id)
    assert load(tmp_path, saved.agreement.id).agreement.topic == "Baru"


def test_an_agreement_that_somebody_edits_is_not_archived(saved: Saved, tmp_path: Path) -> None:
    _lease = take(saved.path.parent, "operator2", NOON)
    with pytest.raises(Declined, match="sedang dibuka oleh operator2"):
        archive(tmp_path, saved.agreement.id)
    assert agreement_ids(tmp_path) == (saved.agreement.id,)


def test_a_duplicate_has_the_words_of_the_first(saved: Saved, tmp_path: Path) -> None:
    copy = duplicate(tmp_path, saved, "2024-damai")
    assert (copy.agreement.clauses, copy.agreement.parties) == (
        saved.agreement.clauses,
        saved.agreement.parties,
    )


def test_a_duplicate_is_saved_under_its_own_id(saved: Saved, tmp_path: Path) -> None:
    duplicate(tmp_path, saved, "2024-damai")
    assert load(tmp_path, "2024-damai").agreement.id == "2024-damai"


def test_a_duplicate_is_another_paper_with_numbers_of_its_own(saved: Saved, tmp_path: Path) -> None:
    issued = msgspec.structs.replace(saved.agreement, revision=3, numbers={"naskah": "7/2023"})
    copy = duplicate(tmp_path, save(saved, issued), "2024-damai")
    assert (copy.agreement.revision, copy.agreement.numbers) == (1, {})


def test_a_duplicate_under_a_taken_id_is_declined(saved: Saved, tmp_path: Path) -> None:
    with pytest.raises(Declined, match="sudah ada"):
        duplicate(tmp_path, saved, saved.agreement.id)


def test_what_an_undo_would_bring_is_what_it_brings(saved: Saved) -> None:
    after = save(saved, about(saved.agreement, "Dua"))
    ahead = peek(after)
    assert ahead == undo(after).agreement


def test_what_a_redo_would_bring_is_what_it_brings(saved: Saved) -> None:
    back = undo(save(saved, about(saved.agreement, "Dua")))
    ahead = peek(back, again=True)
    assert ahead == undo(back, again=True).agreement


def test_without_a_change_an_undo_would_bring_nothing(saved: Saved) -> None:
    assert peek(saved) is None


def test_of_a_text_that_somebody_else_changed_an_undo_would_bring_nothing(saved: Saved) -> None:
    after = save(saved, about(saved.agreement, "Dua"))
    save(after, about(saved.agreement, "Tiga"))
    assert peek(after) is None
