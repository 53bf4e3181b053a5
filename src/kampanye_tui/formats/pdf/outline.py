"""Bookmarks → the outline of a PDF (ISO 32000-1, 12.3.3): entries below each other, linked in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kampanye_tui.formats.pdf.content import number
from kampanye_tui.formats.pdf.metadata import hexadecimal


class Bookmark(NamedTuple):
    """An entry: level and page from 0, and ``y`` from the foot of the page in thousandths of a point."""

    title: str
    level: int
    page: int
    y: int


class _Entry(NamedTuple):
    own: int
    bookmark: Bookmark
    below: tuple[_Entry, ...]


def outline_objects(
    bookmarks: Sequence[Bookmark], pages: Sequence[int], root: int, first: int
) -> Iterator[tuple[int, bytes]]:
    """Yield the number and the body of each object: the root, and the entries, which count from ``first``.

    ``pages`` are the numbers of the page objects. Entries below others are closed at first.
    """
    top = _tree(bookmarks, first)
    yield root, b"<</Type/Outlines%s/Count %d>>" % (_ends(top), len(top))
    yield from _written(top, root, pages)


def _tree(bookmarks: Sequence[Bookmark], first: int) -> tuple[_Entry, ...]:
    """Return entries with those of deeper levels below them."""
    made = []
    at = 0
    while at < len(bookmarks):
        end = at + 1
        while end < len(bookmarks) and bookmarks[end].level > bookmarks[at].level:
            end += 1
        made.append(_Entry(first + at, bookmarks[at], _tree(bookmarks[at + 1 : end], first + at + 1)))
        at = end
    return tuple(made)


def _written(entries: Sequence[_Entry], parent: int, pages: Sequence[int]) -> Iterator[tuple[int, bytes]]:
    for place, (own, mark, below) in enumerate(entries):
        body = b"/Title<%s>/Parent %d 0 R/Dest[%d 0 R/XYZ null %s null]" % (
            hexadecimal(mark.title), parent, pages[mark.page], number(mark.y),
        )  # fmt: skip
        if place:
            body += b"/Prev %d 0 R" % entries[place - 1].own
        if place + 1 < len(entries):
            body += b"/Next %d 0 R" % entries[place + 1].own
        if below:
            body += b"%s/Count -%d" % (_ends(below), len(below))
        yield own, b"<<%s>>" % body
        yield from _written(below, own, pages)


def _ends(entries: Sequence[_Entry]) -> bytes:
    return b"/First %d 0 R/Last %d 0 R" % (entries[0].own, entries[-1].own)
