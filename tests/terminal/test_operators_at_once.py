"""Four operators who type at once, each in an agreement of their own: every text is in its file after it."""

from __future__ import annotations

import pytest
from bench.operators import at_once

pytestmark = pytest.mark.penuh


def test_what_four_operators_typed_at_once_is_saved() -> None:
    assert at_once(4).lost == 0
