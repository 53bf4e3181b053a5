"""What a page is once it is laid out: glyphs, ink, pictures and symbols at their places, in reading order."""

from __future__ import annotations

from typing import NamedTuple

from kampanye_tui.model.document import Picture
from kampanye_tui.typeset.font import Word
from kampanye_tui.typeset.qr_symbol import Bar


class Glyphs(NamedTuple):
    """Words on one baseline in one face. Spaces are words too; ``gap`` is added to each of them."""

    x: int
    y: int
    face: int
    size: int
    words: tuple[Word, ...]
    gap: int = 0

    def at(self, x: int, y: int) -> Glyphs:
        """Return the same, moved."""
        return Glyphs(self.x + x, self.y + y, self.face, self.size, self.words, self.gap)


class Ink(NamedTuple):
    """A filled rectangle: rules, frames, shades. ``grey`` is 0 for black and 100 for white."""

    x: int
    y: int
    width: int
    height: int
    grey: int = 0

    def at(self, x: int, y: int) -> Ink:
        """Return the same, moved."""
        return Ink(self.x + x, self.y + y, self.width, self.height, self.grey)


class Image(NamedTuple):
    """A picture, scaled into its rectangle."""

    x: int
    y: int
    width: int
    height: int
    picture: Picture

    def at(self, x: int, y: int) -> Image:
        """Return the same, moved."""
        return Image(self.x + x, self.y + y, self.width, self.height, self.picture)


class Symbol(NamedTuple):
    """A QR symbol without its margin: black rectangles, counted in modules of ``module`` each."""

    x: int
    y: int
    module: int
    bars: tuple[Bar, ...]

    def at(self, x: int, y: int) -> Symbol:
        """Return the same, moved."""
        return Symbol(self.x + x, self.y + y, self.module, self.bars)


Item = Glyphs | Ink | Image | Symbol


class Anchor(NamedTuple):
    """A place that bookmarks lead to. ``level`` 0 is the outermost."""

    title: str
    level: int


class Mark(NamedTuple):
    """An anchor where it landed."""

    anchor: Anchor
    y: int


class Page(NamedTuple):
    """A page; body first, then what every page carries."""

    items: tuple[Item, ...]
    marks: tuple[Mark, ...]


class Layout(NamedTuple):
    """All pages of a document, and their size."""

    width: int
    height: int
    pages: tuple[Page, ...]
    body: int
    """How many pages come before the first that holds a place to sign: all of them where nobody signs."""
