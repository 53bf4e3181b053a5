"""KREDIT.md names whatever is installed with the program."""

from __future__ import annotations

import re

import pytest

from tests.unit.cli.office import ROOT


@pytest.mark.parametrize("locked", ["requirements.lock", "requirements-klaster.lock"])
def test_every_locked_dependency_is_credited(locked: str) -> None:
    lock = (ROOT / locked).read_text(encoding="utf-8")
    credited = (ROOT / "KREDIT.md").read_text(encoding="utf-8").lower()
    names = re.findall(r"^([a-z0-9-]+)==", lock, re.MULTILINE)
    assert [name for name in names if not re.search(rf"(?<![\w-]){name}(?![\w-])", credited)] == []
