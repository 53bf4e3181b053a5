"""Answers as somebody types them at the program, or as a pipe does."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterable

import pytest


def answers(monkeypatch: pytest.MonkeyPatch, *lines: str | bytes) -> None:
    """Put lines where the program reads its answers."""
    data = b"\n".join(line.encode() if isinstance(line, str) else line for line in lines)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))


class Keyboard(io.TextIOWrapper):
    """Lines that are typed when they are asked for; a function among them is called before the next."""

    def __init__(self, lines: Iterable[str | Callable[[], object]]) -> None:
        super().__init__(io.BytesIO(), encoding="utf-8")
        self.lines = iter(lines)

    def readline(self, _size: int = -1, /) -> str:
        """Return the next line, or nothing behind the last."""
        for line in self.lines:
            if isinstance(line, str):
                return f"{line}\n"
            line()
        return ""
