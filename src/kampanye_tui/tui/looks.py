"""The words for how a text looks → terminal attributes; never the only sign of a state. Pure."""

from __future__ import annotations

from rich.style import Style

LOOKS = {
    "": Style(),
    "bold": Style(bold=True),
    "quiet": Style(dim=True),
    "bad": Style(color="red", bold=True),
    "warn": Style(color="yellow"),
    "good": Style(color="green"),
}
