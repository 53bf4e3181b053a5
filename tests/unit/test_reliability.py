"""What docs/keandalan.md promises names tests that there are."""

from __future__ import annotations

import re

from tests.unit.cli.office import ROOT

PAGE = (ROOT / "docs" / "keandalan.md").read_text(encoding="utf-8")
ROWS = [
    line
    for line in PAGE.splitlines()
    if line.startswith("| ") and not line.startswith(("| gangguan", "| hal"))
]


def test_every_fault_names_its_test() -> None:
    assert [row for row in ROWS if "`tests/" not in row] == []


def test_every_test_that_is_named_is_there() -> None:
    named = set(re.findall(r"`(tests/[^`]+\.py)`", PAGE))
    assert len(named) > 10
    assert sorted(name for name in named if not (ROOT / name).is_file()) == []


def test_what_is_run_with_all_tests_alone_is_marked() -> None:
    for row in ROWS:
        for star, name in re.findall(r"(★ )?`(tests/[^`]+\.py)`", row):
            text = (ROOT / name).read_text(encoding="utf-8")
            assert bool(star) <= ("pytest.mark.penuh" in text), name
            assert bool(star) or "pytestmark = pytest.mark.penuh" not in text, name
