"""A font file, given as bytes → words with their glyphs and widths, shaped once and kept.

HarfBuzz shapes (kerning, ligatures); each distinct word of a face is shaped a single time in a process, which
is what makes layout cheap: an agreement of 5,000 words has some 600 distinct ones.
"""

from __future__ import annotations

import hashlib
import struct
import unicodedata
from functools import cached_property
from typing import NamedTuple

import uharfbuzz as hb

from kampanye_tui.model.problem import refuse
from kampanye_tui.typeset.font_file import TRUETYPE, fault, forbids_embedding, lacking, tables

_NO_BREAK_SPACE = 0xA0
WORDS_KEPT = 20_000
"""Words of a face that are kept: an office has some thousand; a batch of offices is not to grow for ever."""
EM = 1000
"""Widths are in thousandths of an em, as PDF has them."""


class Glyph(NamedTuple):
    """A glyph as it stands in a word: its id, the text it shows, and the kerning behind it."""

    id: int
    text: str
    kern: int


class Word:
    """A shaped stretch of text without a place to break. Compared by identity: one object a word and face."""

    __slots__ = ("advance", "glyphs", "ids", "is_plain", "is_space", "text")

    def __init__(self, text: str, glyphs: tuple[Glyph, ...], advance: int, *, is_plain: bool = True) -> None:
        """``is_plain`` tells whether each glyph stands for the text that its face has it for."""
        self.text = text
        self.glyphs = glyphs
        self.ids = frozenset(glyph.id for glyph in glyphs)
        self.advance = advance
        self.is_plain = is_plain
        self.is_space = text == " "

    def __repr__(self) -> str:
        return f"Word({self.text!r}, {self.advance})"


class Metrics(NamedTuple):
    """What a PDF says of a font, in thousandths of an em."""

    name: str
    ascent: int
    descent: int
    cap_height: int
    box: tuple[int, int, int, int]
    italic_angle: int
    weight: int
    fixed_pitch: bool


class Font:
    """One face of a family."""

    def __init__(self, data: bytes, label: str) -> None:
        """Take the bytes of a TrueType file; ``label`` names it in messages.

        Raises :class:`Refused` for other kinds of files, fonts with PostScript outlines among them, and for
        fonts that forbid embedding.
        """
        self.data = data
        self.label = label
        broken = fault(data) or ("" if tables(data).keys() >= TRUETYPE else "bukan jenis huruf TrueType")
        if broken:
            raise refuse(f"jenis huruf {label} {broken}", "Pakai berkas .ttf atau .otf yang utuh")
        self.face = hb.Face(hb.Blob(data))
        self.font = hb.Font(self.face)
        self.metrics = self._read_metrics()
        self._words: dict[str, Word] = {}
        self._advances: dict[int, int] = {}
        self._ligatures: dict[int, str] = {}
        self._covered: set[str] = set()
        self.space = self.word(" ")

    @cached_property
    def sha256(self) -> str:
        """The SHA-256 of the file, in hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()

    def missing(self, text: str) -> str:
        """Return the characters of ``text`` that this face cannot print, each once.

        Right-to-left writing counts as missing even where the font has it: lines are set from the left.
        """
        unknown = set(unicodedata.normalize("NFC", text)) - self._covered
        if not unknown:
            return ""
        absent = lacking("".join(unknown), lambda character: self.font.get_nominal_glyph(ord(character)))
        self._covered |= unknown - absent
        return "".join(sorted(absent))

    def word(self, text: str) -> Word:
        """Return ``text`` shaped; it must hold nothing that is missing."""
        word = self._words.get(text)
        if word is None:
            if len(self._words) >= WORDS_KEPT:
                self._words.clear()
            word = self._words[text] = self._shape(unicodedata.normalize("NFC", text))
        return word

    def advance(self, glyph: int) -> int:
        """Return the width of a glyph."""
        width = self._advances.get(glyph)
        if width is None:
            width = self._advances[glyph] = self._scaled(self.font.get_glyph_h_advance(glyph))
        return width

    def _shape(self, text: str) -> Word:
        # A no-break space prints as a space that does not stretch.
        plain = text.replace("\u00a0", " ")
        buffer = self._shaped(plain)
        infos, positions = buffer.glyph_infos, buffer.glyph_positions
        starts = [info.cluster for info in infos]
        glyphs = []
        total = 0
        for index, (info, position) in enumerate(zip(infos, positions, strict=True)):
            if position.x_offset or position.y_offset:
                raise refuse(
                    f'tanda pada "{text}" belum dapat diletakkan dengan jenis huruf {self.label}',
                    "Tulis dengan huruf yang sudah bertanda, misalnya é",
                )
            end = next((start for start in starts[index + 1 :] if start > info.cluster), len(plain))
            first = index == 0 or starts[index - 1] != info.cluster
            width = self._scaled(position.x_advance)
            kern = width - self.advance(info.codepoint)
            letters = plain[info.cluster : end] if first else ""
            if len(letters) > 1 and not self.text_of(info.codepoint):
                self._learn(info.codepoint, letters)
            glyphs.append(Glyph(info.codepoint, letters, kern))
            total += width
        plain_glyphs = all(self.text_of(glyph.id) == glyph.text for glyph in glyphs)
        return Word(text, tuple(glyphs), total, is_plain=plain_glyphs)

    def _shaped(self, text: str) -> hb.Buffer:
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.language = "id"
        hb.shape(self.font, buffer, {})
        return buffer

    def nominal(self, character: str) -> int:
        """Return the glyph of a single character; 0 where there is none."""
        return int(self.font.get_nominal_glyph(ord(character)) or 0)

    def text_of(self, glyph: int) -> str:
        """Return the text that a glyph stands for wherever it is met; empty for one that only shaping brings.

        One glyph may serve two characters (’ and ʼ in many fonts); the first by code point is taken. A
        ligature stands for its letters, also where it is no character of its own (ft in many fonts).
        """
        return self._characters.get(glyph) or self._ligatures.get(glyph, "")

    def _learn(self, glyph: int, letters: str) -> None:
        """Remember the letters of a ligature that they make by themselves: every word teaches the same."""
        if [info.codepoint for info in self._shaped(letters).glyph_infos] == [glyph]:
            self._ligatures[glyph] = letters

    @cached_property
    def _characters(self) -> dict[int, str]:
        found: dict[int, str] = {}
        for code in self.face.unicodes:
            glyph = self.font.get_nominal_glyph(code)
            if glyph and code != _NO_BREAK_SPACE:
                character = chr(code)
                letters = unicodedata.normalize("NFKC", character)
                is_ligature = (
                    unicodedata.decomposition(character).startswith("<compat>") and letters.isalpha()
                )
                found.setdefault(glyph, letters if is_ligature else character)
        return found

    def _scaled(self, units: int) -> int:
        return round(units * EM / int(self.face.upem))

    def _read_metrics(self) -> Metrics:
        head = self.face.reference_table("head").data
        os2 = self.face.reference_table("OS/2").data
        post = self.face.reference_table("post").data
        (weight,) = struct.unpack_from(">4xH", os2)
        if forbids_embedding(os2):
            raise refuse(
                f"jenis huruf {self.label} tidak mengizinkan penyematan",
                "Pilih jenis huruf lain; naskah harus memuat jenis hurufnya sendiri",
            )
        ascent, descent = struct.unpack_from(">hh", os2, 68)
        # sCapHeight came with version 2 of the table.
        tall = struct.unpack_from(">H", os2)[0] >= 2
        cap_height = struct.unpack_from(">h", os2, 88)[0] if tall else ascent
        angle, fixed = struct.unpack_from(">4xi4xI", post)
        box = struct.unpack_from(">hhhh", head, 36)
        name = self.face.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME, "en") or "Font"
        left, bottom, right, top = (self._scaled(edge) for edge in box)
        return Metrics(
            name="".join(character for character in name if character.isalnum() or character in "-_"),
            ascent=self._scaled(ascent),
            descent=self._scaled(descent),
            cap_height=self._scaled(cap_height),
            box=(left, bottom, right, top),
            italic_angle=round(angle / 65536),
            weight=weight,
            fixed_pitch=bool(fixed),
        )


REGULAR, BOLD, ITALIC, BOLD_ITALIC = range(4)


class Family(NamedTuple):
    """The four faces, in the order of their numbers."""

    regular: Font
    bold: Font
    italic: Font
    bold_italic: Font
