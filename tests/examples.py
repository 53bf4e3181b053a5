"""How many examples a property is tried with: all of them by ``make test-semua``, a quarter by ``make test``.

@examples(200)
@given(st.text())
def test_any_text_is_read(text: str) -> None: ...

A property without it has a hundred. Which part it is, the profile says that ``--hypothesis-profile`` names.
"""

from __future__ import annotations

from typing import Any

from hypothesis import settings

WHOLE = 100
"""Examples of a property that names no number, where all are tried."""
FEWEST = 5

PART = "sebagian"

settings.register_profile(PART, deadline=None, max_examples=WHOLE // 4)
settings.register_profile("penuh", deadline=None, max_examples=WHOLE)


def examples(number: int, **more: Any) -> settings:
    """Return settings for ``number`` examples where all are tried, with ``more`` that hypothesis knows."""
    part = number * settings.default.max_examples // WHOLE
    return settings(max_examples=max(part, FEWEST), **more)
