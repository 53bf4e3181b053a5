"""What all files of one shape have in common: made by fpdf2 once, and kept, between starts as well.

A paper differs from the next one of as many pages in its text, not in its frame. fpdf2 takes longer to import
than everything else here together, so it is asked only for a frame that nobody has had before.
"""

from __future__ import annotations

import hashlib
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

import msgspec

from kampanye_tui import __version__
from kampanye_tui.formats.pdf.glyph_sets import FontUse
from kampanye_tui.formats.pdf.setting import versions
from kampanye_tui.model.document import Picture
from kampanye_tui.store.cache import Cache, cache_home

FOLDER = "kerangka-pdf"
_FORMAT = 4
"""Of what is kept; goes up with every change of what a frame holds."""
NO_DAY = date(1970, 1, 1)
"""Of an attachment in a document without a day, for PDF/A asks for one."""


class Attached(NamedTuple):
    """The entry of an attached file: its name, what it is, and how it relates to the document."""

    name: str
    mime: str
    description: str
    relationship: str


class Shape(NamedTuple):
    """What the frame of a file depends on; lengths in thousandths of a point.

    ``pages`` is how many there are, ``first`` the number that the first one bears.
    """

    width: int
    height: int
    pages: int
    first: int
    language: str
    outline: bool
    pictures: tuple[Picture, ...]
    fonts: tuple[FontUse, ...]
    attached: tuple[Attached, ...]
    day: date | None
    behind: bool
    """Whether anything lies under the text of every page."""
    cut: int
    bleed: int
    """As a layout has them."""


class Frame(NamedTuple):
    """A file but for its open objects: its bytes, the rows of its objects in the table, and the open numbers.

    Of each page are open its text and its number; what they all carry is one object for all. What lies
    ``behind`` their text, if anything does, is one object for the first and one for all others.
    """

    data: bytes
    rows: bytes
    size: int
    """The next free number."""
    catalogue: int
    pages: tuple[int, ...]
    texts: tuple[int, ...]
    numbered: tuple[int, ...]
    carried: int
    behind: tuple[int, ...]
    metadata: int
    roots: tuple[int, ...]
    """Of the structure tree and, where there are bookmarks, of the outline."""
    attached: tuple[int, ...]


@lru_cache(maxsize=32)
def frame(shape: Shape) -> Frame:
    """Return the frame of a file: a kept one, or a new one that is kept from now on."""
    kept = Cache(cache_home() / FOLDER, msgspec.json.encode((_FORMAT, __version__, versions())))
    name = _name(shape)
    known = kept.get(name)
    if known is not None:
        return msgspec.convert(msgspec.msgpack.decode(known), Frame)
    from kampanye_tui.formats.pdf.objects import made

    fresh = made(shape)
    kept.put(name, msgspec.msgpack.encode(tuple(fresh)))
    return fresh


@lru_cache(maxsize=32)
def digest(data: bytes) -> Any:
    """Return the digest of a frame's bytes, to be copied and continued."""
    return hashlib.md5(data, usedforsecurity=False)


def _name(shape: Shape) -> str:
    """Return a name for a shape that no other shape has: the hash of all that is in it."""
    pictures = [hashlib.sha256(picture.data).hexdigest() for picture in shape.pictures]
    fonts = [(use.number, use.font.sha256, use.shown) for use in shape.fonts]
    rest = shape._replace(pictures=(), fonts=())
    return hashlib.sha256(msgspec.msgpack.encode((tuple(rest), pictures, fonts))).hexdigest()
