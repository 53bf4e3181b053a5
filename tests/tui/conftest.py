"""The desk that tests of screens begin at."""

from __future__ import annotations

from pathlib import Path

import pytest

from kampanye_tui.model.agreement import Agreement
from tests.tui.desk import Desk, made_desk


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, agreement: Agreement) -> Desk:
    """An office of the sample with one agreement, away from the user's own files."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("NO_COLOR", "1")
    folder = tmp_path / "kantor"
    folder.mkdir()
    return made_desk(folder, agreement)
