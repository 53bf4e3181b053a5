"""Markdown between directives → passages and lists.

Only what papers need is switched on: paragraphs, headings, bold, italics, lists, line breaks and
backslashes. Everything else (links, HTML, tables, code) is text.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from kampanye_tui.document.parts import Items, Part, Passage, Piece


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("zero").enable(["heading", "list", "emphasis", "newline", "escape"])


def parts_of(text: str, first_line: int) -> tuple[Part, ...]:
    """Return the parts of a stretch of Markdown that begins at ``first_line`` of its file."""
    return _parts(_parser().parse(text), first_line)


def _parts(tokens: Sequence[Token], first_line: int) -> tuple[Part, ...]:
    parts: list[Part] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        line = first_line + (token.map[0] if token.map else 0)
        if token.type in ("paragraph_open", "heading_open"):
            level = int(token.tag[1]) if token.type == "heading_open" else 0
            parts.append(Passage(_lines(tokens[at + 1].children or []), level, line))
            at += 3
        elif token.type in ("ordered_list_open", "bullet_list_open"):
            end = _closing(tokens, at)
            items = _items(tokens[at + 1 : end], first_line)
            first = int(token.attrGet("start") or 1)
            parts.append(Items(token.type == "ordered_list_open", first, items, line))
            at = end + 1
        else:
            at += 1
    return tuple(parts)


def _items(tokens: Sequence[Token], first_line: int) -> tuple[tuple[Part, ...], ...]:
    items = []
    at = 0
    while at < len(tokens):
        end = _closing(tokens, at)
        items.append(_parts(tokens[at + 1 : end], first_line))
        at = end + 1
    return tuple(items)


def _closing(tokens: Sequence[Token], opened: int) -> int:
    """Return the index of the token that closes the one at ``opened``."""
    level = tokens[opened].level
    return next(
        at for at in range(opened + 1, len(tokens)) if tokens[at].level == level and tokens[at].nesting == -1
    )


def _lines(children: Sequence[Token]) -> tuple[tuple[Piece, ...], ...]:
    lines: list[list[Piece]] = [[]]
    bold = italic = False
    for child in children:
        if child.type in ("strong_open", "strong_close"):
            bold = child.nesting == 1
        elif child.type in ("em_open", "em_close"):
            italic = child.nesting == 1
        elif child.type == "softbreak":
            lines.append([])
        elif child.type == "hardbreak":
            lines[-1].append(Piece("\n", bold, italic))
            lines.append([])
        elif child.content:
            lines[-1].append(Piece(child.content, bold, italic))
    return tuple(tuple(line) for line in lines)
