"""TOML of many files that say much the same → their tables, each section parsed once.

Naskah of hundreds of offices repeat the same laws, terms, contestants and clauses, and parsing is most of
what reading them costs. A file is cut before every line that looks like a header. A piece that tomllib
takes for whole ends outside of every text and array, so the next one begins outside, too: cut so, the pieces
say what the file says. Wherever a piece is not whole, or a header is one that this module does not put
together, the file is parsed as it stands, and its errors are those of tomllib.
"""

from __future__ import annotations

import re
import tomllib
from typing import Any

_CUT = re.compile(r"^(?=\[)", re.MULTILINE)
_PATH = r"([a-z0-9_-]+(?:\.[a-z0-9_-]+)*)"
_HEADER = re.compile(rf"\[\[{_PATH}\]\]\n|\[{_PATH}\]\n")
MOST_KEPT = 2000
"""Sections; then all are forgotten. What offices share is soon known again."""


class Sections:
    """A parser that remembers sections; what it returns shares them, so nobody may change it."""

    def __init__(self) -> None:
        self._known: dict[str, dict[str, Any]] = {}

    def loads(self, text: str) -> dict[str, Any]:
        """Return the table as :func:`tomllib.loads` does; raises what that raises."""
        made = self._joined(text)
        return tomllib.loads(text) if made is None else made

    def _joined(self, text: str) -> dict[str, Any] | None:
        """Return the table put together of its sections; None where only the whole can tell."""
        first, *others = _CUT.split(text)
        begin = self._section(first)
        if begin is None:
            return None
        root = dict(begin)
        # Only what headers made may be gone on with: a value in braces or brackets is closed.
        opened = {id(root)}
        for piece in others:
            header = _HEADER.match(piece)
            body = self._section(piece[header.end() :]) if header else None
            if header is None or body is None:
                return None
            row, table = header.groups()
            if not _put(root, opened, (row or table).split("."), dict(body), is_row=row is not None):
                return None
        return root

    def _section(self, body: str) -> dict[str, Any] | None:
        known = self._known.get(body)
        if known is None:
            try:
                known = tomllib.loads(body)
            except (ValueError, RecursionError):
                return None
            if len(self._known) >= MOST_KEPT:
                self._known.clear()
            self._known[body] = known
        return known


def _put(
    root: dict[str, Any], opened: set[int], path: list[str], body: dict[str, Any], *, is_row: bool
) -> bool:
    """Put a section where its header says; tell whether that is a place where no rule of TOML forbids it."""
    *above, name = path
    at: Any = root
    for step in above:
        if step not in at:
            at[step] = {}
            opened.add(id(at[step]))
        if id(at[step]) not in opened:
            return False
        at = at[step][-1] if isinstance(at[step], list) else at[step]
    if not is_row:
        if name in at:
            return False
        at[name] = body
    else:
        if name not in at:
            at[name] = []
            opened.add(id(at[name]))
        if id(at[name]) not in opened or not isinstance(at[name], list):
            return False
        at[name].append(body)
    opened.add(id(body))
    return True
