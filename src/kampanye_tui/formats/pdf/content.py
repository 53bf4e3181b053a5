"""A page → its content stream.

Codes in the stream are glyph ids, so the bytes of a line do not depend on what else a document holds.
"""

from __future__ import annotations

from collections.abc import Mapping

from kampanye_tui.typeset.font import EM, Word
from kampanye_tui.typeset.page import Glyphs, Image, Ink, Page, Symbol
from kampanye_tui.typeset.units import POINT

_ESCAPED = {ord("\\"): b"\\\\", ord("("): b"\\(", ord(")"): b"\\)", ord("\r"): b"\\r"}


class TextOfGlyphs:
    """Which text each glyph of each face shows in one document, and the words for which that is not true.

    One glyph may stand for two characters (’ and ʼ in many fonts). A viewer can be told only one of them per
    glyph; words with the other carry their text with them.
    """

    def __init__(self) -> None:
        self.shown: dict[int, dict[int, str]] = {}

    def learn(self, face: int, words: set[Word]) -> None:
        """Take note of the words set in a face. The result does not depend on their order."""
        shown = self.shown.setdefault(face, {})
        for word in words:
            for glyph in word.glyphs:
                known = shown.setdefault(glyph.id, glyph.text)
                # The second glyph of a letter has no text of its own; among texts the smallest is taken.
                if glyph.text and (not known or glyph.text < known):
                    shown[glyph.id] = glyph.text

    def differs(self, face: int, word: Word) -> bool:
        """Tell whether a viewer would read another text than the word's own."""
        shown = self.shown[face]
        return any(shown.get(glyph.id, "") != glyph.text for glyph in word.glyphs)


class Encoder:
    """Writes pages; remembers the bytes of each word for the length of a document."""

    def __init__(self, texts: TextOfGlyphs, pictures: Mapping[int, int]) -> None:
        """``pictures`` maps the identity of a picture to its number in the file."""
        self.texts = texts
        self.pictures = pictures
        self.words: dict[tuple[int, Word], bytes] = {}

    def content(self, page: Page, height: int) -> bytes:
        """Return the stream of a page that is ``height`` thousandths of a point tall."""
        made = bytearray()
        grey = 0
        for item in page.items:
            if isinstance(item, Glyphs):
                if grey:
                    made += b"0 g\n"
                    grey = 0
                made += self.glyphs(item, height)
            elif isinstance(item, Ink):
                if item.grey != grey:
                    grey = item.grey
                    made += b"%s g\n" % _number(grey * POINT // 100)
                made += b"%s %s %s %s re f\n" % (
                    _number(item.x),
                    _number(height - item.y - item.height),
                    _number(item.width),
                    _number(item.height),
                )
            elif isinstance(item, Symbol):
                made += symbol(item, height)
            else:
                made += self.image(item, height)
        return bytes(made)

    def glyphs(self, item: Glyphs, height: int) -> bytes:
        """Return one text object: font, place, words with kerning and stretched spaces."""
        between = b"" if not item.gap else b")%d(" % -round(item.gap * EM / item.size)
        shown = bytearray()
        for word in item.words:
            shown += self.word(item.face, word)
            if word.is_space:
                shown += between
        return b"BT /F%d %s Tf %s %s Td [(%s)] TJ ET\n" % (
            item.face + 1,
            _number(item.size),
            _number(item.x),
            _number(height - item.y),
            shown,
        )

    def word(self, face: int, word: Word) -> bytes:
        """Return a word inside the parentheses of a TJ array."""
        known = self.words.get((face, word))
        if known is not None:
            return known
        made = bytearray()
        for glyph in word.glyphs:
            for byte in glyph.id.to_bytes(2, "big"):
                made += _ESCAPED.get(byte) or bytes((byte,))
            if glyph.kern:
                made += b")%d(" % -glyph.kern
        encoded = bytes(made)
        if self.texts.differs(face, word):
            text = b"\xfe\xff" + word.text.encode("utf-16-be")
            # A marked span may not begin inside an array: close the array around it.
            encoded = b")] TJ /Span <</ActualText <%s>>> BDC [(%s)] TJ EMC [(" % (
                text.hex().upper().encode(),
                encoded,
            )
        self.words[face, word] = encoded
        return encoded

    def image(self, item: Image, height: int) -> bytes:
        """Return the operators that draw a picture."""
        return b"q %s 0 0 %s %s %s cm /I%d Do Q\n" % (
            _number(item.width),
            _number(item.height),
            _number(item.x),
            _number(height - item.y - item.height),
            self.pictures[id(item.picture)],
        )


def symbol(item: Symbol, height: int) -> bytes:
    """Return the operators that fill all bars at once, in black: one path shows no seams between them."""
    bars = b"".join(b"%d %d %d %d re " % bar for bar in item.bars)
    size = _number(item.module)
    return b"q 0 g %s 0 0 -%s %s %s cm %sf Q\n" % (
        size,
        size,
        _number(item.x),
        _number(height - item.y),
        bars,
    )


def _number(thousandths: int) -> bytes:
    """Return thousandths of a point as a PDF number with at most two decimals, without an exponent."""
    hundredths = (thousandths + 5) // 10
    whole, rest = divmod(abs(hundredths), 100)
    sign = b"-" if hundredths < 0 else b""
    if not rest:
        return b"%s%d" % (sign, whole)
    return b"%s%d.%02d" % (sign, whole, rest)
