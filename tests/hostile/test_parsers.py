"""Each reader of files against each attack: refused in words or taken and harmless, in bounded time."""

from __future__ import annotations

from time import process_time

import pytest

from tests.hostile.attacks import attacks
from tests.hostile.entrances import KINDS, PARSERS, outcome

SECONDS = 2.0
"""Of one file, in this process."""


def entered(name: str, data: bytes) -> str:
    """Give an entrance a file; return what is wrong with what came of it, or how long it took."""
    began = process_time()
    wrong = outcome(name, data)
    took = process_time() - began
    return wrong or (f"takes {took:.1f} s" if took > SECONDS else "")


@pytest.mark.penuh
@pytest.mark.parametrize("name", PARSERS)
def test_a_reader_holds(name: str) -> None:
    found = {attack: entered(name, data) for attack, data in attacks(KINDS[name]).items()}
    assert {attack: words for attack, words in found.items() if words} == {}
