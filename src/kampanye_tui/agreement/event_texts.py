"""The texts of an entry of a chained file: none of them may steer, hide or turn what shows it.

Anybody can write a chain whose hashes are true; its words reach terminals, spreadsheets and papers.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from kampanye_tui.model.text import unseen


def refused_in(entry: msgspec.Struct, body: bytes = b"\\") -> str:
    """Return the name of the first refused character in an entry, empty where there is none.

    ``body`` is its JSON, where it is at hand: without a backslash, most have nothing to be looked for.
    """
    if b"\\" not in body and body.decode().isprintable():
        return ""
    for text in _texts(msgspec.to_builtins(entry)):
        for _position, name in unseen(text, lines=True):
            return name
    return ""


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)
