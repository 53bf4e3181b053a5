"""A block → the elements that a reader for the blind walks through: standard structure types of PDF.

The type names are those of ISO 32000-1, 14.8.4. What stands on the page carries the tag of its element; tags
count within a block: :data:`PART` is what a block has one of, :data:`FIRST` the first of what it has many of.
The blocks of ``typeset`` give these tags to their items, and this module says what they mean.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from kampanye_tui.model.document import (
    Block,
    Box,
    ClauseBlock,
    Entry,
    Form,
    Heading,
    Letterhead,
    Listing,
    PageBreak,
    Paragraph,
    QRCode,
    SignatureGrid,
    Table,
)

PART = 0
FIRST = 1
TAGS = 2
"""Tags of an entry: its label and its text."""
NONE = -1
_CLAUSE = 9
"""The level of a clause's heading: below every heading of a paper."""


class Element(NamedTuple):
    """An element: its type, the tag of its own content, what is below it.

    ``alternative`` is said in place of a picture, ``numbering`` tells how the labels of a list count,
    ``level`` is that of a heading in its document.
    """

    role: str
    tag: int = NONE
    kids: tuple[Element, ...] = ()
    alternative: str = ""
    numbering: str = ""
    level: int = 0


def stretches_of(blocks: Iterable[Block]) -> tuple[tuple[Block, ...], ...]:
    """Return blocks in parts: page breaks by themselves, and what lies between them."""
    return tuple(tuple(part) for _break, part in groupby(blocks, lambda one: isinstance(one, PageBreak)))


def structure_of(stretches: Iterable[tuple[Block, ...]]) -> tuple[tuple[Element, ...], ...]:
    """Return the elements of each block."""
    return tuple(elements for blocks in stretches for elements in _structure(blocks))


@lru_cache(maxsize=64)
def _structure(blocks: tuple[Block, ...]) -> tuple[tuple[Element, ...], ...]:
    return tuple(map(_elements, blocks))


def _elements(block: Block) -> tuple[Element, ...]:
    match block:
        case Paragraph():
            return (Element("P", PART),)
        case Heading():
            return (Element("H", PART, level=block.level),)
        case Listing():
            return tuple(_entries(block.entries, FIRST))
        case ClauseBlock():
            return (Element("H", PART, level=_CLAUSE), *_entries(block.entries, FIRST))
        case Form():
            return tuple(Element("P", tag) for tag in range(len(block.fields)))
        case Table():
            return (_table(block),)
        case SignatureGrid():
            return tuple(_signatures(block))
        case Letterhead():
            lines = len(block.names) + len(block.address)
            logo = [Element("Figure", PART, alternative=block.logo.alternative)] if block.logo else []
            return (*logo, *_paragraphs(lines))
        case Box():
            return (Element("Div", kids=tuple(Element("P", tag) for tag in range(len(block.lines)))),)
        case QRCode():
            symbol = Element("Figure", PART, alternative=block.alternative)
            return (Element("Div", kids=(*_paragraphs(len(block.lines)), symbol)),)
        case PageBreak():
            return ()


def entries_in(entries: Iterable[Entry]) -> int:
    """Return how many entries these are with all below them."""
    return sum(1 + entries_in(entry.entries) for entry in entries)


def stamp_tag(block: SignatureGrid) -> int:
    """Return the tag of the words for a revenue stamp."""
    return FIRST + len(block.fields)


def _paragraphs(count: int) -> Iterator[Element]:
    return (Element("P", tag) for tag in range(FIRST, FIRST + count))


def _entries(entries: Iterable[Entry], tag: int) -> Iterator[Element]:
    """Yield lists of what has labels, and paragraphs of what has none."""
    listed: list[Element] = []
    numbering = ""
    for entry in entries:
        below = tuple(_entries(entry.entries, tag + TAGS))
        if entry.label:
            numbering = numbering if listed else _numbering(entry.label)
            listed.append(Element("LI", kids=(Element("Lbl", tag), Element("LBody", tag + 1, below))))
        else:
            if listed:
                yield _list(listed, numbering)
                listed = []
            yield Element("P", tag + 1)
            yield from below
        tag += TAGS * entries_in((entry,))
    if listed:
        yield _list(listed, numbering)


def _list(entries: list[Element], numbering: str) -> Element:
    return Element("L", kids=tuple(entries), numbering=numbering)


def _numbering(label: str) -> str:
    """Return how labels count, by the first one of a list (ISO 32000-1, table 347)."""
    sign = label.strip("().")
    if sign.isdecimal():
        return "Decimal"
    if sign.isalpha() and sign.isascii():
        return "LowerAlpha" if sign.islower() else "UpperAlpha"
    return "None"


def _table(block: Table) -> Element:
    across = len(block.columns)
    rows = [
        Element(
            "TR", kids=tuple(Element("TD" if row else "TH", row * across + cell) for cell in range(across))
        )
        for row in range(len(block.rows) + 1)
    ]
    return Element("Table", kids=tuple(rows))


def _signatures(block: SignatureGrid) -> Iterator[Element]:
    if block.heading:
        yield Element("P", PART)
    if block.stamp and block.fields:
        yield Element("P", stamp_tag(block))
    yield from _paragraphs(len(block.fields))
