"""What fuzzing has found stays mended: a file of ``corpus/`` is named for its entrance and its trick."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.each import for_each
from tests.hostile.entrances import PARSERS, outcome
from tests.hostile.ways import ways

FOUND = {path.name: path for path in sorted((Path(__file__).parent / "corpus").iterdir())}


@for_each("path", FOUND)
def test_a_file_that_was_found_is_refused_in_words_or_taken(path: Path) -> None:
    name = max((name for name in PARSERS if path.name.startswith(f"{name} ")), key=len)
    assert outcome(name, path.read_bytes()) == ""


@pytest.mark.penuh
@pytest.mark.parametrize("name", PARSERS)
def test_every_way_that_fuzzing_has_found_ends_in_words_or_in_a_value(name: str) -> None:
    assert {found for data in ways(name) if (found := outcome(name, data))} == set()
