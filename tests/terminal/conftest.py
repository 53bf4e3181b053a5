"""What tests on a real terminal start from."""

from __future__ import annotations

from pathlib import Path

import pytest

from kampanye_tui.model.agreement import Agreement
from tests.terminal.desk import Desk, made_desk


@pytest.fixture
def desk(tmp_path: Path, agreement: Agreement) -> Desk:
    """A desk with one agreement."""
    return made_desk(tmp_path, agreement)
