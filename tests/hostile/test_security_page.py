"""SECURITY.md names the limits that the code has."""

from __future__ import annotations

import re
from importlib import import_module

from kampanye_tui.model.text import LONGEST, MANY_LINES, ONE_LINE
from tests.conftest import ROOT

PAGE = (ROOT / "SECURITY.md").read_text()
ROWS = re.findall(r"^\| [^|]+ \| (\d+)(?: [a-z]+)? \| `([a-z_.]+)\.([A-Z_]+)` \|$", PAGE, re.MULTILINE)


def test_every_row_of_limits_is_read() -> None:
    assert len(ROWS) == PAGE.count("\n| ") - 1


def test_the_limits_are_those_of_the_code() -> None:
    told = {f"{module}.{name}": int(number) for number, module, name in ROWS}
    held = {
        f"{module}.{name}": getattr(import_module(f"kampanye_tui.{module}"), name)
        for _n, module, name in ROWS
    }
    assert told == held


def test_the_lengths_of_texts_are_those_of_the_code() -> None:
    assert (
        f"at most {LONGEST[ONE_LINE]:,} characters, a text of several lines {LONGEST[MANY_LINES]:,}" in PAGE
    )
