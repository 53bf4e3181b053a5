"""What a font calls itself, read without reading all of it."""

from __future__ import annotations

import struct

import pytest

from kampanye_tui.formats.pdf.default_fonts import default_fonts
from kampanye_tui.typeset.font_file import tables
from kampanye_tui.typeset.font_names import Naming, naming
from tests.fonts import monospaced_bytes


def named(family: bytes) -> bytes:
    """Return a table of nothing but the name of the family."""
    return struct.pack(">HHH6H", 0, 1, 18, 3, 1, 0x409, 1, len(family), 0) + family


@pytest.mark.parametrize(
    ("face", "bold", "italic"),
    [("regular", False, False), ("bold", True, False), ("italic", False, True), ("bold_italic", True, True)],
)
def test_the_four_faces_of_a_family_are_told_apart(face: str, bold: bool, italic: bool) -> None:
    data = getattr(default_fonts(), face).read_bytes()
    assert naming(tables(data)) == Naming("Source Serif Pro", bold, italic)


@pytest.mark.parametrize(("weight", "bold"), [(300, False), (599, False), (600, True)])
def test_a_face_is_bold_from_the_weight_of_urws_demi_on(weight: int, bold: bool) -> None:
    found = naming(tables(monospaced_bytes(weight=weight)))
    assert found is not None
    assert found.bold is bold


@pytest.mark.parametrize(
    "table",
    [b"", struct.pack(">HHH", 0, 5, 6), named(b"\xd8\x00"), named("A\x1b[2J".encode("utf-16-be"))],
    ids=["empty", "cut short", "half a character", "steers a terminal"],
)
def test_a_font_that_does_not_say_its_name_readably_has_none(table: bytes) -> None:
    assert naming({**tables(monospaced_bytes()), "name": table}) is None
