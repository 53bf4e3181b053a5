"""Which characters of a text the typeface of a PDF lacks, without laying anything out.

Each file is read once a process, and again when it changed. A file that cannot be read lacks nothing here:
whoever prints with it is told.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from pathlib import Path

from kampanye_tui.formats.pdf.default_fonts import default_fonts
from kampanye_tui.model.export_format import FontFiles
from kampanye_tui.store.plain_file import stamp
from kampanye_tui.typeset.font_file import characters, lacking


def unprintable(text: str, fonts: FontFiles | None) -> tuple[str, ...]:
    """Return the characters, each once, that the upright faces of a family lack, in the order of the text.

    ``fonts`` are the office's own files; None is the program's typeface. What an agreement says is set in
    these two faces only.
    """
    family = fonts or default_fonts()
    normalised = unicodedata.normalize("NFC", text)
    lost: set[str] = set()
    for held in map(_held, (family.regular, family.bold)):
        lost |= set() if held is None else lacking(normalised, held.__contains__)
    return tuple(character for character in dict.fromkeys(normalised) if character in lost)


def _held(path: Path) -> frozenset[str] | None:
    try:
        seen = stamp(path)
        return None if seen is None else _read(path, seen)
    except OSError:
        return None


@lru_cache(maxsize=4)
def _read(path: Path, _seen: tuple[int, ...]) -> frozenset[str] | None:
    found = characters(path.read_bytes())
    return None if found is None else frozenset(map(chr, found))
