"""What text from people and files may hold, and the kinds of text a field can ask for.

A value comes in, sentences about its faults go out. Markup is nobody's business here: a name may hold
``*``, ``[b]`` or ``<b>`` and prints as that. What is refused are characters that nobody sees or that steer
a terminal or the direction of writing, because two texts that look alike must be alike.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Annotated, Final

ONE_LINE: Final = "satu-baris"
MANY_LINES: Final = "banyak-baris"
IDENTIFIER: Final = "id"
ADDRESS: Final = "alamat-paket"
NAME: Final = "nama-isian"
REGION: Final = "kode-wilayah"

Line = Annotated[str, ONE_LINE]
"""Text on one line."""
Text = Annotated[str, MANY_LINES]
"""Text that may run over several lines, separated by LF."""
Id = Annotated[str, IDENTIFIER]
"""Small letters, digits and hyphens; safe in file names and in references."""
PackAddress = Annotated[str, ADDRESS]
"""``paket/id``: something inside a pack."""
RegionCode = Annotated[str, REGION]
"""Two digits of a province, two more of a kabupaten or kota; empty is the nation."""
Placeholder = Annotated[str, NAME]
"""The bare name of a placeholder: small letters, digits and underscores."""

_PATTERNS: Final = {
    IDENTIFIER: (
        re.compile(r"[a-z0-9]+(-[a-z0-9]+)*"),
        'hanya boleh berisi huruf kecil, angka, dan tanda hubung, misalnya "partai-demokrat"',
    ),
    ADDRESS: (
        re.compile(r"[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*"),
        'harus berbentuk paket/id, misalnya "nasional/ringkas"',
    ),
    REGION: (
        re.compile(r"([0-9]{2}(\.[0-9]{2})?)?"),
        'bukan kode wilayah; misalnya "36" untuk provinsi, atau "36.74" untuk kabupaten atau kota',
    ),
    NAME: (
        re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*"),
        'hanya boleh berisi huruf kecil, angka, dan garis bawah, misalnya "nama_kantor"',
    ),
}

# Cc steers terminals, Cf hides or turns text, Cs/Co/Cn have no agreed look, Zl/Zp are line ends nobody sees.
_REFUSED: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
# Marks and letters of other categories that Unicode has shown as nothing (Default_Ignorable_Code_Point).
_BLANK: Final = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]"
)
LONGEST_ID: Final = 80
"""File names are made from ids; 80 leaves room for a prefix and a suffix on every file system."""
LONGEST: Final = {ONE_LINE: 2_000, MANY_LINES: 40_000}
"""Characters of a text; the longest of ours have 300 and 3,000, and every list and page is made from them."""


def unseen(text: str, *, lines: bool = False) -> Iterator[tuple[int, str]]:
    """Yield position (from 1) and description of each character that is refused.

    ``lines`` allows LF.
    """
    # A clause has hundreds of characters and a pack hundreds of clauses: they are not looked at one by one.
    shown = text.replace("\n", "") if lines else text
    if shown.isprintable() and (shown.isascii() or not _BLANK.search(shown)):
        return
    for position, character in enumerate(text, 1):
        if character == "\n" and lines:
            continue
        if hidden(character):
            yield position, describe(character)


def hidden(character: str) -> bool:
    """Tell whether a character shows as nothing, or steers what shows it."""
    return unicodedata.category(character) in _REFUSED or _BLANK.match(character) is not None


def describe(character: str) -> str:
    """Name a character that cannot be shown: ``U+200B (ZERO WIDTH SPACE)``."""
    known = {"\n": "BARIS BARU", "\r": "CARRIAGE RETURN", "\t": "TAB", "\x1b": "ESCAPE", "\x00": "NUL"}
    name = known.get(character) or unicodedata.name(character, "tanpa nama")
    return f"U+{ord(character):04X} ({name})"


def faults(text: str, kind: str) -> Iterator[str]:
    """Yield a sentence for each reason why ``text`` is not of ``kind``; nothing when it is."""
    if kind in _PATTERNS:
        pattern, expectation = _PATTERNS[kind]
        if not pattern.fullmatch(text):
            yield expectation
        elif len(text) > LONGEST_ID:
            yield f"paling panjang {LONGEST_ID} karakter; tertulis {len(text)}"
        return
    if kind == ONE_LINE and text and not text.strip():
        yield 'hanya berisi spasi; isi, atau kosongkan menjadi ""'
    if len(text) > LONGEST[kind]:
        yield f"paling panjang {LONGEST[kind]} karakter; tertulis {len(text)}"
    for position, name in unseen(text, lines=kind == MANY_LINES):
        yield f"karakter tak terlihat {name} pada karakter ke-{position}; hapus karakter itu"


def printable(text: str) -> str:
    """Return ``text`` with every refused character written out, safe to show on a terminal."""
    if text.isprintable() and not _BLANK.search(text):
        # Nearly every text, and a list of 500 agreements asks for thousands.
        return text
    return "".join(f"<U+{ord(character):04X}>" if hidden(character) else character for character in text)
