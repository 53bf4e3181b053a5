"""The document tree: what templates make, and what formats, the preview and plugins read.

A document is finished text: every placeholder filled, every number computed. It holds no layout but what a
reader would call its form (headings, clauses, lists, tables, places to sign). Parts keep their hash once it
is asked for: they are the keys of all that is made from them, and copies share them.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

import msgspec


class Node(msgspec.Struct, frozen=True, cache_hash=True, kw_only=True, omit_defaults=True, tag_field="node"):
    """A part of a document. ``source`` says where its text came from, for messages: ``pihak polres``."""

    source: str = ""


class Align(StrEnum):
    """How lines of a paragraph stand between the margins."""

    JUSTIFY = "justify"
    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


class Run(msgspec.Struct, frozen=True, cache_hash=True, omit_defaults=True):
    """A piece of text in one style. Never markup: ``*`` is an asterisk."""

    text: str
    bold: bool = False
    italic: bool = False


Runs = tuple[Run, ...]


class Picture(msgspec.Struct, frozen=True, cache_hash=True, kw_only=True):
    """A PNG or JPEG, its size in pixels, and its alternative text."""

    data: bytes
    width: int
    height: int
    alternative: str


class Letterhead(Node, frozen=True, kw_only=True, tag=True):
    """The kop: names in capitals, address, a double rule; with or without logo."""

    names: tuple[str, ...]
    address: tuple[str, ...] = ()
    logo: Picture | None = None


class Heading(Node, frozen=True, kw_only=True, tag=True):
    """A heading. Level 1 is the title of the paper; ``outline`` puts it into the bookmarks."""

    level: int
    runs: Runs
    align: Align = Align.CENTRE
    outline: bool = True


class Paragraph(Node, frozen=True, kw_only=True, tag=True):
    """A paragraph. ``keep`` holds it with the block that follows."""

    runs: Runs
    align: Align = Align.JUSTIFY
    keep: bool = False


class Entry(msgspec.Struct, frozen=True, cache_hash=True, kw_only=True, omit_defaults=True):
    """An item with its computed label (``a.``, ``(2)``), and items below it."""

    label: str
    runs: Runs
    entries: tuple[Entry, ...] = ()
    source: str = ""


class Listing(Node, frozen=True, kw_only=True, tag=True):
    """A list with hanging indents. ``align`` is how the lines of its items stand."""

    entries: tuple[Entry, ...]
    align: Align = Align.JUSTIFY


class ClauseBlock(Node, frozen=True, kw_only=True, tag=True):
    """A clause: its number (``Pasal 3`` or ``3.``), its title, and its ayat with their huruf.

    An entry with an empty label is a clause's only ayat. ``id`` is the clause's id.
    """

    id: str
    label: str
    title: str
    entries: tuple[Entry, ...]
    centred: bool = True
    """Number and title stand above the text, as in a law; otherwise number and text share a line."""


class FormField(msgspec.Struct, frozen=True, cache_hash=True, kw_only=True, omit_defaults=True):
    """A labelled value; an empty one is a dotted line to be filled by hand."""

    label: str
    value: str = ""

    @property
    def colon(self) -> str:
        """What stands between label and value: nothing behind a mere number, such as ``1.``."""
        return "" if self.label.endswith(".") and self.label[:-1].isdecimal() else ":"


class Form(Node, frozen=True, kw_only=True, tag=True):
    """Labelled values one below the other, aligned at the colon."""

    fields: tuple[FormField, ...]


class Column(msgspec.Struct, frozen=True, cache_hash=True, kw_only=True, omit_defaults=True):
    """A column: its head, its share of the width, and how its cells stand."""

    head: str
    share: int = 1
    align: Align = Align.LEFT


class Table(Node, frozen=True, kw_only=True, tag=True):
    """A table; the head is repeated on every page and rows may run over a page's end.

    ``row_height`` is the least height of a row in millimetres.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Runs, ...], ...]
    row_height: int = 0


class SignatureField(msgspec.Struct, frozen=True, cache_hash=True, kw_only=True, omit_defaults=True):
    """The place where one person signs for one pihak. An empty name is a dotted line."""

    party: str
    """Id of the pihak."""
    caption: str
    """For whom the person signs, as printed above the signature."""
    office: str
    name: str
    role: str
    ballot_number: int | None = None


class SignatureGrid(Node, frozen=True, kw_only=True, tag=True):
    """Places to sign in rows of ``columns``, with room for ink and stamp."""

    fields: tuple[SignatureField, ...]
    columns: int = 2
    heading: str = ""
    height: int = 0
    """Of one place in millimetres, where more or less room is wanted than for ink and stamp on paper."""
    framed: bool = False
    """Only for whom, above a frame of that height: boards are signed with thick pens, by whoever comes."""
    align: Align = Align.CENTRE
    """Where a row stands that is not full."""
    stamp: str = ""
    """Words in a small frame for a revenue stamp (meterai) beside the first ink; empty is none."""


class Box(Node, frozen=True, kw_only=True, tag=True):
    """Text in a frame: the label of a numbered copy, a notice."""

    lines: tuple[Runs, ...]


class QRCode(Node, frozen=True, kw_only=True, tag=True):
    """A QR symbol beside words that say what it holds and what it proves; it never stands alone.

    ``content`` is the text that a reader of the symbol gets, ``alternative`` is said in place of the picture.
    """

    content: str
    lines: tuple[Runs, ...]
    alternative: str
    size: int
    """Side of the symbol in millimetres, 25 at least; around it stays a margin of :data:`QUIET` modules."""


QUIET = 4
"""Width of the white margin around a QR symbol, in its modules (ISO/IEC 18004)."""


class PageBreak(Node, frozen=True, kw_only=True, tag=True):
    """What follows begins on a new page."""


Block = (
    Letterhead
    | Heading
    | Paragraph
    | Listing
    | ClauseBlock
    | Form
    | Table
    | SignatureGrid
    | Box
    | QRCode
    | PageBreak
)


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """Paper and margins in millimetres, size of body text in points."""

    width: int
    height: int
    top: int
    bottom: int
    left: int
    right: int
    size: float
    largest: float = 0
    """What the size grows to as long as all stands on one page; 0 is that it stays."""
    bleed: int = 0
    """How far a print shop prints beyond the edge that it cuts, in millimetres; 0 is paper of an office."""
    multiple: int = 1
    """The number of pages is a multiple of it; pages that are wanting are ruled for notes."""


class Furniture(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What every page carries: a mark at the head, words and the page's number at the foot."""

    mark: str = ""
    foot: str = ""
    numbered: bool = True
    watermark: str = ""
    """A word across each page under its text, where a format has pages; mark or foot say it everywhere."""

    @property
    def head(self) -> str:
        """What stands at the head where nothing lies under the text on a screen: the mark, else the word."""
        return self.mark or self.watermark


class Document(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A document, ready to be written in any format.

    ``day`` is the day of the event; nothing in a document depends on a clock.
    """

    id: str
    """Local id of the template."""
    title: str
    author: str
    page: Page
    blocks: tuple[Block, ...]
    language: str = "id-ID"
    day: date | None = None
    furniture: Furniture = Furniture()
    holder: str = ""
    """Id of the pihak whose copy this is; empty for a document of the agreement."""

    @property
    def announced(self) -> str:
        """The title behind the word across the pages: whoever cannot see that word hears it first."""
        word = self.furniture.watermark
        return f"{word}: {self.title}" if word else self.title
