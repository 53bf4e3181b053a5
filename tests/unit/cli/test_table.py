"""Tables on a terminal: what has no room is cut, ids never are, and a pipe gets everything."""

from __future__ import annotations

import io
import sys

import pytest

from kampanye_tui.cli.output import table

ID, LONG = "partai-kebangkitan-bangsa", "Pimpinan partai politik tingkat Kota Tangerang Selatan " * 2


class Terminal(io.StringIO):
    """A terminal that remembers what was drawn."""

    def isatty(self) -> bool:
        return True


def drawn(monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, whole: int | None = 1) -> list[str]:
    """Return the lines of a table with an id and two long cells, 60 columns wide."""
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setattr(sys, "stdout", stream)
    table(("ID", "A", "B"), [(ID, LONG, LONG)], whole=whole)
    return stream.getvalue().splitlines()


def test_on_a_terminal_rows_have_room(monkeypatch: pytest.MonkeyPatch) -> None:
    assert max(map(len, drawn(monkeypatch, Terminal()))) <= 60


def test_on_a_terminal_the_id_stays_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    assert drawn(monkeypatch, Terminal())[1].split()[0] == ID


def test_what_is_cut_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    assert drawn(monkeypatch, Terminal())[1].count("…") == 2


def test_a_pipe_gets_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    assert LONG.strip() in drawn(monkeypatch, io.StringIO())[1]


def test_a_table_that_may_not_be_cut_is_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    assert LONG.strip() in drawn(monkeypatch, Terminal(), None)[1]
