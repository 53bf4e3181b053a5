"""What the tests of the workspace start from: one agreement, saved; and that agreement as a draft at work."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from kampanye_tui.model.agreement import Agreement
from kampanye_tui.store.draft import Draft
from kampanye_tui.store.workspace import Saved, create, save
from tests.unit.store.drafting import Clock, Opening, change, full
from tests.unit.store.saving import about


@pytest.fixture
def saved(tmp_path: Path, agreement: Agreement) -> Saved:
    """The agreement of the sample, created in an empty workspace."""
    return create(tmp_path, agreement)


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


@pytest.fixture
def unsaved(draft: Draft, monkeypatch: pytest.MonkeyPatch) -> Draft:
    """A draft with a change that the disk refused; by now there is room."""
    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        change(draft, "Dua")
    return draft


@pytest.fixture
def overtaken(draft: Draft) -> Draft:
    """A draft whose file somebody else has saved from the command line."""
    save(draft.saved, about(draft.agreement, "Milik orang lain"))
    return draft
