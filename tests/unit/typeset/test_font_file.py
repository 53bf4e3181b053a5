"""The characters of a font file, against what HarfBuzz reads in it."""

from __future__ import annotations

import struct

import pytest
import uharfbuzz as hb

from kampanye_tui.formats.pdf.default_fonts import default_fonts
from kampanye_tui.typeset.font_file import characters, fault, lacking, tables
from tests.fonts import monospaced_bytes, postscript_bytes

REGULAR = default_fonts().regular.read_bytes()
FILES = {"serif": REGULAR, "bold": default_fonts().bold.read_bytes(), "made": monospaced_bytes()}


def rebuilt(form: int, body: bytes) -> bytes:
    """Return a file of nothing but a character map of that form."""
    cmap = struct.pack(">HHHHI", 0, 1, 3, 10 if form == 12 else 1, 12) + body
    return (
        struct.pack(">IHHHH", 0x10000, 1, 0, 0, 0) + struct.pack(">4sIII", b"cmap", 0, 28, len(cmap)) + cmap
    )


@pytest.mark.parametrize("name", FILES)
def test_the_characters_are_those_that_harfbuzz_finds(name: str) -> None:
    assert characters(FILES[name]) == frozenset(hb.Face(hb.Blob(FILES[name])).unicodes)


def test_a_map_of_groups_is_read() -> None:
    groups = struct.pack(">HHIIIIIIIII", 12, 0, 40, 0, 2, 0x41, 0x43, 5, 0x1F600, 0x1F601, 0)
    assert characters(rebuilt(12, groups)) == {0x41, 0x42, 0x43, 0x1F601}


@pytest.mark.parametrize("data", [b"", REGULAR[:5000], rebuilt(4, b"\x00\x04"), rebuilt(13, b"\x00\x0d")])
def test_a_map_that_cannot_be_read_is_none(data: bytes) -> None:
    assert characters(data) is None


def test_a_file_that_was_cut_short_has_no_tables() -> None:
    assert tables(REGULAR[: len(REGULAR) // 2]) == {}


def test_right_to_left_writing_lacks_even_where_the_font_has_it() -> None:
    assert lacking("a م\u00a0", lambda _character: True) == {"م"}


@pytest.mark.parametrize("data", [REGULAR, monospaced_bytes(), postscript_bytes()])
def test_a_whole_font_has_no_fault(data: bytes) -> None:
    assert fault(data) == ""


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "bukan jenis huruf TrueType atau OpenType"),
        (b"<!doctype html>", "bukan jenis huruf TrueType atau OpenType"),
        (b"wOF2" + bytes(60), "adalah jenis huruf untuk laman (WOFF2)"),
        (b"ttcf" + bytes(60), "adalah kumpulan beberapa jenis huruf (TTC)"),
        (b"%!PS-AdobeFont-1.0", "adalah jenis huruf Type 1"),
        (b"OTTO", "tidak utuh, mungkin terpotong ketika disalin"),
        (postscript_bytes()[:-200], "tidak utuh, mungkin terpotong ketika disalin"),
        (postscript_bytes().replace(b"CFF ", b"CFF2", 1), "adalah jenis huruf variabel"),
        (postscript_bytes().replace(b"hmtx", b"hxxx", 1), "tidak lengkap: tabel hmtx tidak ada"),
        (monospaced_bytes().replace(b"loca", b"lxxx", 1), "tidak lengkap: tabel loca tidak ada"),
    ],
)
def test_a_file_that_cannot_be_used_is_told_apart(data: bytes, told: str) -> None:
    assert fault(data) == told
