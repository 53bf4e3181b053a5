"""What is made once for many tests is made by one worker."""

from __future__ import annotations

from tests.conftest import ROOT
from tests.each import for_each
from tests.together import TOGETHER, unit_of


@for_each("file", TOGETHER)
def test_a_file_that_is_run_by_one_worker_is_there_and_shares_something(file: str) -> None:
    assert 'scope="module"' in (ROOT / file).read_text()


def test_tests_of_such_a_file_are_one_unit() -> None:
    assert unit_of(f"{TOGETHER[0]}::test_a[x::y]") == unit_of(f"{TOGETHER[0]}::test_b")


def test_other_tests_are_units_of_their_own() -> None:
    assert unit_of("tests/unit/test_batch.py::test_a[x]") == "tests/unit/test_batch.py::test_a[x]"
