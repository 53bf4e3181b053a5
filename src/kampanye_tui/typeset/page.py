"""What a page is once it is laid out: glyphs, ink, pictures and shapes at their places, in reading order."""

from __future__ import annotations

from typing import NamedTuple

from kampanye_tui.model.document import Picture
from kampanye_tui.typeset.font import Word
from kampanye_tui.typeset.qr_symbol import Bar
from kampanye_tui.typeset.structure import Element

ARTIFACT = -1
"""The tag of what is no part of the text: rules, and what every page carries."""


class Glyphs(NamedTuple):
    """Words on one baseline in one face. Spaces are words too; ``gap`` is added to each of them.

    ``tag`` says which element of its block it belongs to, as ``structure`` numbers them.
    """

    x: int
    y: int
    face: int
    size: int
    words: tuple[Word, ...]
    gap: int = 0
    tag: int = ARTIFACT

    def at(self, x: int, y: int) -> Glyphs:
        """Return the same, moved."""
        return Glyphs(self.x + x, self.y + y, self.face, self.size, self.words, self.gap, self.tag)


class Ink(NamedTuple):
    """A filled rectangle: rules, frames, shades. ``grey`` is 0 for black and 100 for white."""

    x: int
    y: int
    width: int
    height: int
    grey: int = 0
    tag: int = ARTIFACT

    def at(self, x: int, y: int) -> Ink:
        """Return the same, moved."""
        return Ink(self.x + x, self.y + y, self.width, self.height, self.grey, self.tag)


class Image(NamedTuple):
    """A picture, scaled into its rectangle."""

    x: int
    y: int
    width: int
    height: int
    picture: Picture
    tag: int = ARTIFACT

    def at(self, x: int, y: int) -> Image:
        """Return the same, moved."""
        return Image(self.x + x, self.y + y, self.width, self.height, self.picture, self.tag)


class Symbol(NamedTuple):
    """A QR symbol without its margin: black rectangles, counted in modules of ``module`` each."""

    x: int
    y: int
    module: int
    bars: tuple[Bar, ...]
    tag: int = ARTIFACT

    def at(self, x: int, y: int) -> Symbol:
        """Return the same, moved."""
        return Symbol(self.x + x, self.y + y, self.module, self.bars, self.tag)


class Outline(NamedTuple):
    """A filled shape. A contour is a start, then straight lines to a point and curves over three points.

    Points are pairs of numbers, from the place of the shape.
    """

    x: int
    y: int
    contours: tuple[tuple[tuple[int, ...], ...], ...]
    grey: int = 0
    tag: int = ARTIFACT

    def at(self, x: int, y: int) -> Outline:
        """Return the same, moved."""
        return Outline(self.x + x, self.y + y, self.contours, self.grey, self.tag)


Item = Glyphs | Ink | Image | Symbol | Outline


class Anchor(NamedTuple):
    """A place that bookmarks lead to. ``level`` 0 is the outermost."""

    title: str
    level: int


class Mark(NamedTuple):
    """An anchor where it landed."""

    anchor: Anchor
    y: int
    leaf: int = 0
    """As of a share."""


class Share(NamedTuple):
    """What stands on a page of one block, in reading order; ``block`` is its place in its stretch of pages.

    What is ``again`` a table head is shown to the eye alone: a reader has heard it.
    """

    block: int
    items: tuple[Item, ...]
    again: bool = False
    leaf: int = 0
    """The number of its page in reading order, where several pages stand on one sheet."""


class Text:
    """The text of a page. Compared by identity, so that what is made from one is kept for the next copy."""

    __slots__ = ("marks", "shares")

    def __init__(self, shares: tuple[Share, ...], marks: tuple[Mark, ...]) -> None:
        self.shares = shares
        self.marks = marks


class Page(NamedTuple):
    """A page: its text, what every page carries alike, and its number.

    Blocks count in its text from ``first``, the place in the document of the first one.
    """

    text: Text
    first: int = 0
    carried: tuple[Item, ...] = ()
    numbered: tuple[Item, ...] = ()

    @property
    def items(self) -> tuple[Item, ...]:
        """All that is to be seen, text first."""
        text = tuple(item for share in self.text.shares for item in share.items)
        return text + self.carried + self.numbered

    @property
    def marks(self) -> tuple[Mark, ...]:
        """Where bookmarks lead to on this page."""
        return self.text.marks


class Layout(NamedTuple):
    """All pages of a document, and their size."""

    width: int
    height: int
    pages: tuple[Page, ...]
    body: int
    """How many pages come before the first that holds a place to sign: all of them where nobody signs."""
    elements: tuple[tuple[Element, ...], ...] = ()
    """What the tags of each block of the document mean."""
    first: int = 1
    """The number that the first of these pages bears."""
    behind: tuple[Item, ...] = ()
    """What lies under the text of every page."""
    word: str = ""
    """What its outlines spell; whoever cannot see it is told at the beginning."""
    cut: int = 0
    """How far from the edges of the sheet a print shop cuts."""
    bleed: int = 0
    """How far what is printed up to the cut runs on beyond it."""
