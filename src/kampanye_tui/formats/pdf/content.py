"""The text of a page → its content stream, and which piece of the text each marked span of it is.

Codes in the stream are glyph ids, so the bytes of a line do not depend on what else a document holds, and
what is written for one copy serves for the next.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from hashlib import sha256
from typing import NamedTuple

from kampanye_tui.model.document import Picture
from kampanye_tui.typeset.font import EM, Word
from kampanye_tui.typeset.page import ARTIFACT, Glyphs, Image, Ink, Item, Outline, Symbol, Text
from kampanye_tui.typeset.structure import PART
from kampanye_tui.typeset.units import POINT

_ESCAPED = {ord("\\"): b"\\\\", ord("("): b"\\(", ord(")"): b"\\)", ord("\r"): b"\\r"}
_ARTIFACT = b"/Artifact BMC\n"
_END = b"EMC\n"


class Span(NamedTuple):
    """A marked span: the block and the tag that it is of, and the place of a picture on the page.

    Its number in the stream (MCID) is its place in the tuple of all spans. ``box`` is left, bottom, right and
    top in whole points.
    """

    block: int
    tag: int
    box: tuple[int, int, int, int] = (0, 0, 0, 0)
    leaf: int = 0
    """As of the share that it is from."""


Used = tuple[int, frozenset[int]]
"""A face, and the glyphs of it that are shown."""


class Content(NamedTuple):
    """A content stream with its spans, and the glyphs and pictures that it shows."""

    data: bytes
    spans: tuple[Span, ...]
    used: frozenset[Used]
    pictures: tuple[Picture, ...]


@lru_cache(maxsize=128)
def text_content(text: Text, height: int) -> Content:
    """Return the stream of a text on a page that is ``height`` thousandths of a point tall."""
    made = bytearray()
    spans: list[Span] = []
    pen = _Pen(height)
    # Rules and shades lie between the words of one paragraph: a span ends where another tag begins.
    for share in text.shares:
        open_tag = None
        for item in share.items:
            tag = ARTIFACT if share.again else item.tag
            if tag != open_tag:
                if open_tag is not None:
                    made += _END
                open_tag = tag
                if tag == ARTIFACT:
                    made += _ARTIFACT
                else:
                    role = b"Span" if isinstance(item, Glyphs) else b"Figure"
                    made += b"/%s <</MCID %d>> BDC\n" % (role, len(spans))
                    spans.append(Span(share.block, tag, _box(item, height), share.leaf))
            made += pen.drawn(item)
        if open_tag is not None:
            made += _END
    made += pen.black()
    items = [item for share in text.shares for item in share.items]
    return Content(bytes(made), tuple(spans), _used(items), _pictures(items))


@lru_cache(maxsize=512)
def carried_content(items: tuple[Item, ...], height: int) -> Content:
    """Return the stream of what is no part of the text."""
    if not items:
        return Content(b"", (), frozenset(), ())
    pen = _Pen(height)
    drawn = b"".join(map(pen.drawn, items))
    return Content(_ARTIFACT + drawn + pen.black() + _END, (), _used(items), _pictures(items))


@lru_cache(maxsize=64)
def word_content(items: tuple[Item, ...], height: int, block: int, mcid: int) -> Content:
    """Return the stream of what lies under the first page, its outlines being a picture numbered ``mcid``.

    On the other pages the same is no part of the text: nobody is told it again and again.
    """
    word = tuple(item for item in items if isinstance(item, Outline))
    rest = carried_content(tuple(item for item in items if not isinstance(item, Outline)), height)
    pen = _Pen(height)
    drawn = b"".join(map(pen.drawn, word))
    marked = b"/Figure <</MCID %d>> BDC\n" % mcid + drawn + pen.black() + _END
    return rest._replace(data=rest.data + marked, spans=(Span(block, PART, _around(word, height)),))


class _Pen:
    """Draws items one by one; knows which grey is set."""

    def __init__(self, height: int) -> None:
        self.height = height
        self.grey = 0

    def black(self) -> bytes:
        """Return what sets black again where grey is set: each stream ends as it began."""
        return self.shade(0)

    def shade(self, grey: int) -> bytes:
        if grey == self.grey:
            return b""
        self.grey = grey
        return b"%s g\n" % number(grey * POINT // 100)

    def drawn(self, item: Item) -> bytes:
        """Return the operators for an item."""
        if isinstance(item, Glyphs):
            return self.black() + _glyphs(item, self.height)
        if isinstance(item, Ink):
            place = item.x, self.height - item.y - item.height, item.width, item.height
            return self.shade(item.grey) + b"%s %s %s %s re f\n" % tuple(map(number, place))
        if isinstance(item, Outline):
            return self.shade(item.grey) + _outline(item, self.height)
        return _symbol(item, self.height) if isinstance(item, Symbol) else _image(item, self.height)


def _glyphs(item: Glyphs, height: int) -> bytes:
    """Return one text object: font, place, words with kerning and stretched spaces."""
    shown = [encoded(word) for word in item.words]
    if item.gap:
        between = b")%d(" % -round(item.gap * EM / item.size)
        shown = [one + between if word.is_space else one for one, word in zip(shown, item.words, strict=True)]
    return b"BT /F%d %s Tf %s %s Td [(%s)] TJ ET\n" % (
        item.face + 1,
        number(item.size),
        number(item.x),
        number(height - item.y),
        b"".join(shown),
    )


@lru_cache(maxsize=1 << 16)
def encoded(word: Word) -> bytes:
    """Return a word as it stands inside the parentheses of a TJ array."""
    made = bytearray()
    for glyph in word.glyphs:
        for byte in glyph.id.to_bytes(2, "big"):
            made += _ESCAPED.get(byte) or bytes((byte,))
        if glyph.kern:
            made += b")%d(" % -glyph.kern
    if word.is_plain:
        return bytes(made)
    # A viewer can be told only one text for each glyph; a word with another text carries it along. A marked
    # span may not begin inside an array, so the array is closed around it.
    text = (b"\xfe\xff" + word.text.encode("utf-16-be")).hex().upper().encode()
    return b")] TJ /Span <</ActualText <%s>>> BDC [(%s)] TJ EMC [(" % (text, made)


def _outline(item: Outline, height: int) -> bytes:
    """Return the operators that fill all contours of a shape at once, so that a letter keeps its counters."""

    def point(at: tuple[int, ...]) -> Iterator[bytes]:
        for x, y in zip(at[::2], at[1::2], strict=True):
            yield from (number(item.x + x), number(height - item.y - y))

    drawn = bytearray()
    for start, *segments in item.contours:
        drawn += b"%s %s m\n" % tuple(point(start))
        for segment in segments:
            drawn += b" ".join(point(segment)) + (b" l\n" if len(segment) == 2 else b" c\n")
        drawn += b"h\n"
    return bytes(drawn) + b"f\n"


def _image(item: Image, height: int) -> bytes:
    return b"q %s 0 0 %s %s %s cm /%s Do Q\n" % (
        number(item.width),
        number(item.height),
        number(item.x),
        number(height - item.y - item.height),
        picture_name(item.picture),
    )


def picture_name(picture: Picture) -> bytes:
    """Return the name of a picture in the file, the same in every file."""
    return b"I" + sha256(picture.data).hexdigest()[:12].encode()


def _symbol(item: Symbol, height: int) -> bytes:
    """Return the operators that fill all bars at once, in black: one path shows no seams between them."""
    bars = b"".join(b"%d %d %d %d re " % bar for bar in item.bars)
    size = number(item.module)
    return b"q 0 g %s 0 0 -%s %s %s cm %sf Q\n" % (size, size, number(item.x), number(height - item.y), bars)


def _box(item: Item, height: int) -> tuple[int, int, int, int]:
    """Return what a picture covers, in whole points; words need none."""
    if isinstance(item, Glyphs | Ink | Outline):
        return (0, 0, 0, 0)
    width, tall = (item.width, item.height) if isinstance(item, Image) else _extent(item)
    left, top = item.x, height - item.y
    return (left // POINT, (top - tall) // POINT, -(-(left + width) // POINT), -(-top // POINT))


def _around(outlines: Iterable[Outline], height: int) -> tuple[int, int, int, int]:
    """Return what shapes cover, in whole points."""
    across, down = [], []
    for item in outlines:
        for contour in item.contours:
            for segment in contour:
                across += [item.x + x for x in segment[::2]]
                down += [item.y + y for y in segment[1::2]]
    left, right, top, bottom = min(across), max(across), height - min(down), height - max(down)
    return (left // POINT, bottom // POINT, -(-right // POINT), -(-top // POINT))


def _extent(item: Symbol) -> tuple[int, int]:
    right = max(bar.x + bar.width for bar in item.bars)
    bottom = max(bar.y + bar.height for bar in item.bars)
    return right * item.module, bottom * item.module


def _used(items: Iterable[Item]) -> frozenset[Used]:
    words: dict[int, set[Word]] = {}
    for item in items:
        if isinstance(item, Glyphs):
            words.setdefault(item.face, set()).update(item.words)
    return frozenset(
        (face, frozenset().union(*(word.ids for word in of_face))) for face, of_face in words.items()
    )


def _pictures(items: Iterable[Item]) -> tuple[Picture, ...]:
    return tuple(dict.fromkeys(item.picture for item in items if isinstance(item, Image)))


@lru_cache(maxsize=1 << 14)
def number(thousandths: int) -> bytes:
    """Return thousandths of a point as a PDF number with at most two decimals, without an exponent."""
    hundredths = (thousandths + 5) // 10
    whole, rest = divmod(abs(hundredths), 100)
    sign = b"-" if hundredths < 0 else b""
    if not rest:
        return b"%s%d" % (sign, whole)
    return b"%s%d.%02d" % (sign, whole, rest)
