"""Sections of TOML that are parsed once: whatever a file holds, it reads as tomllib reads it."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kampanye_tui.model.toml_sections import Sections

WHOLE = {
    "no header": "a = 1\n",
    "tables and rows": "a = 1\n[b]\nc = 2\n[[d]]\ne = 3\n[[d]]\ne = 4\n",
    "rows below rows": "[[a]]\nb = 1\n[[a.c]]\nd = 2\n[a.e]\nf = 3\n[[a]]\n[[a.c]]\nd = 4\n",
    "a table above that comes later": "[a.b]\nc = 1\n[a]\nd = 2\n",
    "a header within a text": 'a = """\n[b]\nc = 1\n"""\n[d]\n',
    "a row within an array": "a = [\n[1, 2],\n[3],\n]\n[b]\n",
    "a header with a comment": "[a] # ini\nb = 1\n",
    "a quoted header": '["a.b"]\nc = 1\n',
    "blanks in a header": "[ a . b ]\nc = 1\n",
    "no line end behind the last header": "[a]\nb = 1\n[c]",
    "a table below dotted keys": "[a]\nb.c = 1\n[a.b.d]\ne = 1\n",
    "dotted keys": "a.b = 1\n[c]\nd.e = 2\n",
}
BROKEN = {
    "a table twice": "[a]\nb = 1\n[a]\nc = 2\n",
    "a row behind an array": "a = []\n[[a]]\nb = 1\n",
    "a table below braces": "a = {}\n[a.b]\nc = 1\n",
    "a row in place of a table": "[a]\n[[a]]\n",
    "a table in place of a row": "[[a]]\n[a]\n",
    "a table below a number": "a = 1\n[a.b]\n",
    "a text without end": '[a]\nb = """\n[c]\nd = 1\n',
    "brackets that differ": "[[a]\nb = 1\n",
    "brackets that differ at the end": "[a]]\nb = 1\n",
    "a key twice": "[a]\nb = 1\nb = 2\n",
}
PIECES = (
    "a = 1\n",
    "a = {}\n",
    "a = []\n",
    "a.b = 1\n",
    "b = [\n",
    "[1],\n",
    "]\n",
    't = """\n',
    '"""\n',
    *(f"[{name}]\n" for name in ("a", "b", "a.b", "a.b.c")),
    *(f"[[{name}]]\n" for name in ("a", "b", "a.b", "a.b.c")),
)


def read(parser: Sections | None, text: str) -> object:
    """Return what a text holds, or the error that it has."""
    try:
        return (parser.loads if parser else tomllib.loads)(text)
    except tomllib.TOMLDecodeError as error:
        return str(error)


@pytest.mark.parametrize("case", WHOLE)
def test_a_file_reads_as_tomllib_reads_it(case: str) -> None:
    assert Sections().loads(WHOLE[case]) == tomllib.loads(WHOLE[case])


@pytest.mark.parametrize("case", BROKEN)
def test_an_error_is_that_of_tomllib(case: str) -> None:
    with pytest.raises(tomllib.TOMLDecodeError) as whole:
        tomllib.loads(BROKEN[case])
    assert read(Sections(), BROKEN[case]) == str(whole.value)


@given(st.lists(st.sampled_from(PIECES), max_size=7).map("".join))
def test_lines_in_any_order_read_as_tomllib_reads_them(text: str) -> None:
    assert read(Sections(), text) == read(None, text)


def test_one_file_changes_nothing_for_the_next() -> None:
    parser = Sections()
    parser.loads("[[a]]\nb = 1\n[[a.c]]\nd = 2\n")
    assert parser.loads("[[a]]\nb = 1\n") == {"a": [{"b": 1}]}
