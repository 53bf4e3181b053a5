"""Every message about a file, compared with what was typed by hand in messages.md."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from kampanye_tui.model import messages
from kampanye_tui.model.clause import ClauseSet, Overlay
from kampanye_tui.model.election import Contestant, Election
from kampanye_tui.model.office import Configuration
from kampanye_tui.model.pack import Manifest
from kampanye_tui.model.problem import Refused
from kampanye_tui.model.reading import read
from kampanye_tui.model.rows import read_rows
from kampanye_tui.model.template import FrontMatter
from tests.each import for_each

GOLDEN = (Path(__file__).parent / "messages.md").read_text(encoding="utf-8")
READERS: dict[str, Callable[[bytes, str], object]] = {
    "kampanye.toml": lambda data, file: read(Configuration, data, file),
    "kumpulan.toml": lambda data, file: read(ClauseSet, data, file),
    "penyesuaian.toml": lambda data, file: read(Overlay, data, file),
    "plugin.toml": lambda data, file: read(Manifest, data, file),
    "pemilu.toml": lambda data, file: read(Election, data, file),
    "naskah.md": lambda data, file: read(FrontMatter, data, file),
    "peserta.csv": lambda data, file: read_rows(Contestant, data, file),
}


class Pair(NamedTuple):
    heading: str
    how: str
    typed: str
    text: str

    @property
    def file(self) -> str:
        return re.split("[,:]", self.text)[0]

    def data(self) -> bytes:
        typed = re.sub(r"<U\+([0-9A-F]{4,6})>", lambda found: chr(int(found[1], 16)), self.typed)
        if self.how.endswith("bita"):
            return typed.encode().ljust(int(self.how.split()[0]), b"#")
        return typed.encode(self.how or "utf-8")


PAIRS = [
    Pair(*found)
    for found in re.findall(
        r"^## (.+)\n\n```(?:toml|csv) ?(.*)\n((?:.*\n)*?)```\n\n```text\n((?:.+\n)+?)```$",
        GOLDEN,
        re.MULTILINE,
    )
]
TOLD = [line for pair in PAIRS for line in pair.text.splitlines() if line.startswith(pair.file)]


@for_each("pair", {pair.heading: pair for pair in PAIRS})
def test_the_operator_reads_what_was_typed_by_hand(pair: Pair) -> None:
    with pytest.raises(Refused) as refused:
        READERS[pair.file](pair.data(), pair.file)
    assert f"{refused.value}\n" == pair.text


def test_every_heading_of_the_golden_file_is_a_pair() -> None:
    assert len(PAIRS) == GOLDEN.count("\n## ")


@for_each("told", TOLD)
def test_code_at_the_end_is_not_followed_by_a_full_stop_that_would_be_typed_along(told: str) -> None:
    assert not re.search(r"""([]}=]|\"""|= "[^"]*"|: \S+)\.$""", told)


WORDS = {
    **messages.SYNTAX,
    **messages.SHAPES,
    **messages.CSV_FAULTS,
    "UTF-16": messages.UTF16,
    "deep key": messages.DEEP_KEY,
    **{name: messages.typographic(*named) for name, named in messages.TYPOGRAPHIC.items()},
}


@for_each("words", WORDS)
def test_every_word_for_what_parsers_stumble_over_is_shown(words: messages.Words) -> None:
    assert ". ".join(words) in GOLDEN


def test_a_word_with_some_letters_missing_is_still_recognised() -> None:
    assert messages.nearest("almt", ["kontak", "alamat", "kota"]) == 'Mungkin maksudnya "alamat"'


def test_nothing_is_suggested_where_nothing_is_known() -> None:
    assert messages.nearest("kota", []) == ""


@pytest.mark.parametrize(("count", "hint"), [(2, "Pilihannya: 10, 11"), (25, "")])
def test_only_a_short_list_of_choices_is_read_out(count: int, hint: str) -> None:
    assert messages.nearest("xyz", map(str, range(10, 10 + count))) == hint
