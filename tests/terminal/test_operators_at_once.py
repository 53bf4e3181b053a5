"""Four operators who type at once: every text is in its file after it, or beside it where two met in one."""

from __future__ import annotations

import pytest
from bench.operators import at_once, in_pairs

pytestmark = pytest.mark.penuh


def test_what_four_operators_typed_at_once_is_saved() -> None:
    assert at_once(4).lost == 0


def test_where_two_and_two_type_in_one_clause_each_is_told_and_both_wordings_are_kept() -> None:
    assert in_pairs(4).lost == 0
