"""What fuzzing has found stays mended: a file of ``corpus/`` is named for its entrance and its trick."""

from __future__ import annotations

from pathlib import Path

from tests.each import for_each
from tests.hostile.entrances import PARSERS, outcome

FOUND = {path.name: path for path in sorted((Path(__file__).parent / "corpus").iterdir())}


@for_each("path", FOUND)
def test_a_file_that_was_found_is_refused_in_words_or_taken(path: Path) -> None:
    name = max((name for name in PARSERS if path.name.startswith(f"{name} ")), key=len)
    assert outcome(name, path.read_bytes()) == ""
