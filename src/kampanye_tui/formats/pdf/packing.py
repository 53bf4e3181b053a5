"""Structure tree and outline → one object stream: small objects compressed together (ISO 32000-1, 7.5.7).

Those of a copy are those of every other copy whose blocks and pages have the same shape: they are made once.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from kampanye_tui.formats.pdf.content import Span
from kampanye_tui.formats.pdf.outline import Bookmark, outline_objects
from kampanye_tui.formats.pdf.streams import PACKED, row, stream
from kampanye_tui.formats.pdf.tags import tree_objects
from kampanye_tui.typeset.structure import Element


class Packed(NamedTuple):
    """Objects packed into one stream: its number and body, and their rows in the table of all objects.

    ``roots`` are the rows of the tree's root and of the outline's; ``rows`` those of the others, in order.
    """

    container: int
    data: bytes
    roots: tuple[tuple[int, int], ...]
    rows: bytes


@lru_cache(maxsize=64)
def packed_objects(
    elements: tuple[tuple[Element, ...], ...],
    spans: tuple[tuple[int, tuple[Span, ...]], ...],
    bookmarks: tuple[Bookmark, ...],
    pages: tuple[int, ...],
    roots: tuple[int, ...],
    first: int,
) -> Packed:
    """Return tree and outline.

    ``roots`` are the number of the tree's root and, with bookmarks, of the outline's; the other objects count
    from ``first``. For the rest see :func:`tree_objects` and :func:`outline_objects`.
    """
    tree, *outlines = roots
    objects = tree_objects(elements, spans, pages, tree, first)
    for outline in outlines:
        objects += outline_objects(bookmarks, pages, outline, first + len(objects) - 1)
    offsets, whole = [], bytearray()
    for own, body in objects:
        offsets.append(b"%d %d" % (own, len(whole)))
        whole += body + b"\n"
    head = b" ".join(offsets) + b"\n"
    container = first + len(objects) - len(roots)
    places = {own: place for place, (own, _body) in enumerate(objects)}
    return Packed(
        container,
        stream(head + bytes(whole), b"/Type/ObjStm/N %d/First %d" % (len(objects), len(head))),
        tuple((root, places[root]) for root in roots),
        b"".join(row.pack(PACKED, container, places[own]) for own in range(first, container)),
    )
