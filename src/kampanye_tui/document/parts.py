"""A template taken apart: passages of text, lists and directives, each with its line in the file.

Values are not in it yet.
"""

from __future__ import annotations

from typing import NamedTuple


class Piece(NamedTuple):
    """A piece of text in one style; ``"\\n"`` is a line break that the template asks for."""

    text: str
    bold: bool
    italic: bool


class Passage(NamedTuple):
    """A paragraph, or a heading when ``level`` is above 0. ``lines`` are its lines as written."""

    lines: tuple[tuple[Piece, ...], ...]
    level: int
    line: int


class Items(NamedTuple):
    """A list: numbered from ``first`` when the template numbers it, lettered when it has bullets."""

    numbered: bool
    first: int
    items: tuple[tuple[Part, ...], ...]
    line: int


class Directive(NamedTuple):
    """``::: name argument key="value"`` with what stands inside, up to its ``:::``."""

    name: str
    argument: str
    options: tuple[tuple[str, str], ...]
    parts: tuple[Part, ...]
    line: int


Part = Passage | Items | Directive


class Stretch(NamedTuple):
    """Markdown between directives that has not been parsed yet."""

    text: str
    line: int


class Frame(NamedTuple):
    """A directive whose inside has not been parsed yet."""

    name: str
    argument: str
    options: tuple[tuple[str, str], ...]
    inside: tuple[Stretch | Frame, ...]
    line: int
