"""What the tests of the workspace start from: one agreement, saved."""

from __future__ import annotations

from pathlib import Path

import pytest

from kampanye_tui.model.agreement import Agreement
from kampanye_tui.store.workspace import Saved, create


@pytest.fixture
def saved(tmp_path: Path, agreement: Agreement) -> Saved:
    """The agreement of the sample, created in an empty workspace."""
    return create(tmp_path, agreement)
