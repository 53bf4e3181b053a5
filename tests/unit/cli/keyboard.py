"""Answers as somebody types them at the program, or as a pipe does."""

from __future__ import annotations

import io
import sys

import pytest


def answers(monkeypatch: pytest.MonkeyPatch, *lines: str | bytes) -> None:
    """Put lines where the program reads its answers."""
    data = b"\n".join(line.encode() if isinstance(line, str) else line for line in lines)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))
