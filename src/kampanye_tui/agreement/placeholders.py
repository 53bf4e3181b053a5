"""Placeholders in the text of clauses and templates: bare names, references to clauses, nothing else.

``{nama}`` stands for a value, ``{@id}`` for the number of a clause, ``{{`` and ``}}`` for braces. Text is
taken apart once; a value that is filled in is never read again, so a party may be called ``{x}``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from enum import Enum, auto
from functools import lru_cache
from typing import NamedTuple

_TOKEN = re.compile(
    r"\{\{|\}\}|\{(?P<name>[a-z][a-z0-9]*(?:_[a-z0-9]+)*)\}"
    r"|\{@(?P<id>[a-z0-9]+(?:-[a-z0-9]+)*)\}|(?P<stray>[{}][^\s{}]{0,20}\}?)"
)


class Kind(Enum):
    """What a piece of text is."""

    LITERAL = auto()
    NAME = auto()
    REFERENCE = auto()
    STRAY = auto()
    """A brace that belongs to nothing; a rule and the check of packs report it."""


class Piece(NamedTuple):
    """A piece of text: its kind, and its literal text, name or id."""

    kind: Kind
    text: str


@lru_cache(maxsize=4096)
def pieces(text: str) -> tuple[Piece, ...]:
    """Take ``text`` apart."""
    return tuple(_pieces(text))


def _pieces(text: str) -> Iterator[Piece]:
    at = 0
    for token in _TOKEN.finditer(text):
        if token.start() > at:
            yield Piece(Kind.LITERAL, text[at : token.start()])
        at = token.end()
        if token["name"]:
            yield Piece(Kind.NAME, token["name"])
        elif token["id"]:
            yield Piece(Kind.REFERENCE, token["id"])
        elif token["stray"]:
            yield Piece(Kind.STRAY, token["stray"])
        else:
            yield Piece(Kind.LITERAL, token[0][0])
    if at < len(text):
        yield Piece(Kind.LITERAL, text[at:])


def fill(text: str, values: Mapping[str, str]) -> str:
    """Return ``text`` with every known, non-empty name filled in; references and unknown names stay.

    The result can be taken apart again: all other braces are doubled, those of values and stray ones alike.
    """
    return "".join(_filled(piece, values) for piece in pieces(text))


def finish(text: str, value: Callable[[str], str], reference: Callable[[str], str]) -> str:
    """Return ``text`` as it prints: names through ``value``, references through ``reference``."""
    made = []
    for kind, content in pieces(text):
        if kind is Kind.NAME:
            made.append(value(content))
        elif kind is Kind.REFERENCE:
            made.append(reference(content))
        else:
            made.append(content)
    return "".join(made)


def reworded(text: str, change: Callable[[str], str]) -> str:
    """Return ``text`` with ``change`` made in the words between its placeholders, references and braces."""
    made = []
    at = 0
    for token in _TOKEN.finditer(text):
        made += [change(text[at : token.start()]), token[0]]
        at = token.end()
    return "".join([*made, change(text[at:])])


def found(text: str, kind: Kind) -> tuple[str, ...]:
    """Return the names, references or stray braces in ``text``, each once, in order."""
    return tuple(dict.fromkeys(piece.text for piece in pieces(text) if piece.kind is kind))


def _filled(piece: Piece, values: Mapping[str, str]) -> str:
    if piece.kind is Kind.NAME:
        value = values.get(piece.text)
        return _doubled(value) if value else f"{{{piece.text}}}"
    if piece.kind is Kind.REFERENCE:
        return f"{{@{piece.text}}}"
    return _doubled(piece.text)


def _doubled(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")
