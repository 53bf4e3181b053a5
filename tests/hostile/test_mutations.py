"""Whole files changed here and there, and bytes of any kind: every reader refuses in words or takes them."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.hostile.entrances import PARSERS, outcome
from tests.hostile.seeds import seeds

pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")

PIECES = (
    *(bytes([one]) for one in b"\0\t\n\r\x1b\"'#,;:=+-@[]{}()<>/\\*_%0"),
    *("“", "\u00a0", "\u202e", "\u200b", "\ufeff", "\x9b", "é", "𐍈", "²"),
    *(
        b'"""',
        b"'''",
        b"[[",
        b"]]",
        b":::",
        b"+++",
        b"{@",
        b"\xff",
        b"\xed\xa0\x80",
        b"9" * 30,
        b"-1",
        b"1e999",
    ),
    *(
        b"true",
        b"null",
        b"2023-02-30",
        b"25:61:00",
        b"../",
        b"../../etc/passwd",
        b"\\u0000",
        b"id",
        b"format",
    ),
)
"""What stands for something in one kind of file or another."""


def _as_bytes(piece: str | bytes) -> bytes:
    return piece.encode() if isinstance(piece, str) else piece


@st.composite
def changed(draw: st.DrawFn, name: str) -> bytes:
    """Return a whole file with up to five changes: pieces put in, taken out, doubled, cut, put over."""
    data = seeds(name)[draw(st.integers(0, len(seeds(name)) - 1))]
    for _ in range(draw(st.integers(1, 5))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.sampled_from((1, 2, 5, 20, 200, 5000))))
        piece = _as_bytes(draw(st.sampled_from(PIECES)))
        way = draw(st.sampled_from(("in", "out", "twice", "over", "cut", "lines")))
        if way == "in":
            data = data[:start] + piece + data[start:]
        elif way == "out":
            data = data[:start] + data[end:]
        elif way == "twice":
            data = data[:end] + data[start:]
        elif way == "over":
            data = data[:start] + piece + data[start + len(piece) :]
        elif way == "cut":
            data = data[:start]
        else:
            lines = data.split(b"\n")
            lines.insert(start % len(lines), lines[end % len(lines)])
            data = b"\n".join(lines)
    return data


@pytest.mark.parametrize("name", PARSERS)
def test_a_changed_file_is_refused_in_words_or_taken(name: str) -> None:
    @settings(max_examples=6, suppress_health_check=list(HealthCheck), database=None)
    @given(changed(name))
    def every(data: bytes) -> None:
        assert outcome(name, data) == ""

    every()


@pytest.mark.penuh
@pytest.mark.parametrize("name", PARSERS)
def test_many_changed_files_are_refused_in_words_or_taken(name: str) -> None:
    @settings(max_examples=150, suppress_health_check=list(HealthCheck), database=None)
    @given(changed(name))
    def every(data: bytes) -> None:
        assert outcome(name, data) == ""

    every()


@settings(max_examples=40)
@given(st.binary(max_size=200), st.sampled_from(sorted(PARSERS)))
def test_any_bytes_are_refused_in_words_or_taken(data: bytes, name: str) -> None:
    assert outcome(name, data) == ""
