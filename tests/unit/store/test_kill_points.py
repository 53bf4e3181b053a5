"""A process killed at any call of the system in the middle of its work: nothing is lost, nothing is half.

The first test has Python count and is cheap; the second has strace kill at every call, those of C as well.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kampanye_tui.model.agreement import Agreement
from tests.each import for_each
from tests.unit.store.deeds import DEEDS, Deed, small
from tests.unit.store.killed import Kill, at_calls_of_python, at_calls_of_the_system

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
            deed.judge(place, agreement, kill.finished)
        except Exception as error:
            error.add_note(f"killed at {kill.at}")
            raise
        where.append(kill.at)
    return where


@for_each("name", DEEDS.keys())
def test_what_is_killed_between_two_calls_of_python_leaves_all_as_before_or_as_after(
    name: str, agreement: Agreement, tmp_path_factory: pytest.TempPathFactory
) -> None:
    where = judged(DEEDS[name], agreement, tmp_path_factory.mktemp("mati"), at_calls_of_python)
    assert len(where) > 3


@pytest.mark.penuh
@pytest.mark.parametrize("name", DEEDS)
def test_what_is_killed_at_any_call_of_the_system_leaves_all_as_before_or_as_after(
    name: str, agreement: Agreement, tmp_path: Path
) -> None:
    def killing(deed: Callable[[], object], begin: Callable[[], None]) -> Iterator[Kill]:
        return at_calls_of_the_system(deed, begin, tmp_path / "panggilan")

    assert len(judged(DEEDS[name], agreement, tmp_path, killing)) > 5
