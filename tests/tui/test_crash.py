"""What is told of an unexpected error: whether the last change is saved, in nothing that a terminal obeys."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from kampanye_tui.agreement.edit import drop_party
from kampanye_tui.store.draft import Draft
from kampanye_tui.store.settings import data_home
from kampanye_tui.tui.crash import record
from tests.tui.desk import ID, OPERATOR, Desk


@pytest.fixture
def draft(desk: Desk):
    """The agreement, opened."""
    opened = Draft.open(desk.located.workspace, ID, operator=OPERATOR, home=data_home())
    yield opened
    opened.close()


def test_a_text_that_is_saved_is_told_to_be(draft: Draft) -> None:
    assert "naskah Anda sudah disimpan" in record(ValueError(), [draft])


def test_a_change_that_the_disk_refused_is_not_told_to_be_saved(draft: Draft, monkeypatch) -> None:
    def full(*_arguments: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("kampanye_tui.store.workspace.save", full)
        draft.edit(drop_party(draft.agreement, "bawaslu"))
        told = record(ValueError(), [draft])
    assert "sudah disimpan" not in told
    assert f"Perubahan terakhir pada naskah {ID} BELUM TERSIMPAN: ruang di diska habis." in told


def test_the_name_of_a_folder_is_never_obeyed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data\x1b[2J"))
    assert "\x1b" not in record(ValueError(), [])
