"""A process killed at any call of the system, or any call refused: nothing is lost, nothing is half.

The first test has Python count and is cheap; the others have strace, which sees the calls of C as well, and
do all deeds.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kampanye_tui.model.agreement import Agreement
from kampanye_tui.store.storage_findings import agreement_troubles
from kampanye_tui.store.storage_scan import agreement_folders, see_agreement
from kampanye_tui.store.storage_troubles import Trouble
from tests.unit.store.deeds import DEEDS, LOANS, THEN, Deed, small
from tests.unit.store.killed import (
    Kill,
    at_calls_of_python,
    at_calls_of_the_system,
    at_failures_of_the_system,
)

Killing = Callable[[Callable[[], object], Callable[[], None]], Iterator[Kill]]


def judged(deed: Deed, agreement: Agreement, base: Path, killing: Killing) -> list[str]:
    """Do a deed as often as it has calls, killed at each; return where, the last one after its end."""
    agreement = small(agreement)
    kept, place = base / "sebelum", base / "sesudah"
    kept.mkdir()
    deed.prepare(kept, agreement)

    def begin() -> None:
        shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(kept, place)

    where = []
    for kill in killing(lambda: deed.do(place, agreement), begin):
        try:
            # Whatever was left: what is broken is told, and can be mended.
            assert [one for one in _told(place) if one.broken and not one.mend] == []
            deed.judge(place, agreement, kill.finished)
        except Exception as error:
            error.add_note(f"killed at {kill.at}")
            raise
        where.append(kill.at)
    return where


def _told(place: Path) -> list[Trouble]:
    told: list[Trouble] = []
    for folder in agreement_folders(place):
        told += agreement_troubles(see_agreement(place, folder, place, THEN))
    return told


@pytest.mark.parametrize(
    "name",
    [
        "record behind a torn line",
        *(pytest.param(name, marks=pytest.mark.penuh) for name in ("save", "record", "finalise")),
    ],
)
def test_what_is_killed_between_two_calls_of_python_leaves_all_as_before_or_as_after(
    name: str, agreement: Agreement, tmp_path: Path
) -> None:
    where = judged(DEEDS[name], agreement, tmp_path, at_calls_of_python)
    assert len(where) > 3


@pytest.mark.penuh
@pytest.mark.parametrize("name", DEEDS)
def test_what_is_killed_at_any_call_of_the_system_leaves_all_as_before_or_as_after(
    name: str, agreement: Agreement, tmp_path: Path
) -> None:
    def killing(deed: Callable[[], object], begin: Callable[[], None]) -> Iterator[Kill]:
        return at_calls_of_the_system(deed, begin, tmp_path / "panggilan")

    assert len(judged(DEEDS[name], agreement, tmp_path, killing)) > 5


@pytest.mark.penuh
@pytest.mark.parametrize(
    ("name", "error"),
    [*((name, "ENOSPC") for name in DEEDS), *((name, "EIO") for name in DEEDS if name not in LOANS)],
)
def test_a_disk_that_refuses_any_call_leaves_all_as_before_or_as_after(
    name: str, error: str, agreement: Agreement, tmp_path: Path
) -> None:
    def refusing(deed: Callable[[], object], begin: Callable[[], None]) -> Iterator[Kill]:
        return at_failures_of_the_system(deed, begin, tmp_path / "panggilan", error)

    assert len(judged(DEEDS[name], agreement, tmp_path, refusing)) > 2
