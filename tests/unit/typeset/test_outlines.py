"""Fonts with PostScript outlines, converted: what is drawn and set with them is what it was."""

from __future__ import annotations

import os
import subprocess
import sys
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
import uharfbuzz as hb
from font_source_serif_pro import font_files_otf
from fontTools.pens.areaPen import AreaPen
from fontTools.pens.boundsPen import BoundsPen
from fontTools.ttLib import TTFont

from kampanye_tui.model.problem import Problem, Refused
from kampanye_tui.typeset import outlines
from kampanye_tui.typeset.font import Font
from kampanye_tui.typeset.font_file import tables
from kampanye_tui.typeset.outlines import converted, is_postscript
from tests.fonts import monospaced_bytes, postscript_bytes, unreadable_bytes

BEFORE = Path(font_files_otf["SourceSerifProIt"]).read_bytes()
"""The smallest of those with kerning and ligatures that come with the program: 551 glyphs."""
WORDS = ["Taufiq", "AVATAR", "office", "Wakil", "(28-11-2023)", "Nyakʼ"]
ELSEWHERE = """
import sys
from kampanye_tui.typeset.outlines import converted
sys.stdout.buffer.write(converted(sys.stdin.buffer.read(), "biasa"))
"""


@cache
def after() -> bytes:
    """Return the font with its outlines converted; it takes 0.4 s."""
    return converted(BEFORE, "miring")


@cache
def opened(data: bytes) -> TTFont:
    return TTFont(BytesIO(data))


def drawn(data: bytes, pen_class: type) -> list:
    """Return what a pen says of each glyph, in the order of the glyphs."""
    font = opened(data)
    glyphs = font.getGlyphSet()
    pens = []
    for name in font.getGlyphOrder():
        pen = pen_class(glyphs)
        glyphs[name].draw(pen)
        pens.append(pen)
    return pens


def shaped(data: bytes, text: str) -> list[tuple[int, int, int]]:
    """Return glyph, place in the text and advance as HarfBuzz sets a word."""
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(hb.Font(hb.Face(hb.Blob(data))), buffer, {})
    pairs = zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    return [(info.codepoint, info.cluster, position.x_advance) for info, position in pairs]


def problem_of(data: bytes) -> Problem:
    with pytest.raises(Refused) as caught:
        converted(data, "Rumah (biasa.otf)")
    return caught.value.problems[0]


def test_it_is_a_truetype_font_afterwards() -> None:
    assert Font(after(), "miring").metrics.name == "SourceSerifPro-It"


def test_widths_are_what_they_were() -> None:
    widths = [
        [opened(data)["hmtx"][name][0] for name in opened(data).getGlyphOrder()] for data in (BEFORE, after())
    ]
    assert widths[0] == widths[1]


def test_every_glyph_reaches_as_far_as_it_did_to_a_thousandth_of_an_em() -> None:
    edges = [[pen.bounds or (0, 0, 0, 0) for pen in drawn(data, BoundsPen)] for data in (BEFORE, after())]
    off = [abs(one - other) for pair in zip(*edges, strict=True) for one, other in zip(*pair, strict=True)]
    assert max(off) <= 1


def test_every_glyph_has_as_much_ink_and_turns_the_other_way_round() -> None:
    inks = zip(*([pen.value for pen in drawn(data, AreaPen)] for data in (BEFORE, after())), strict=True)
    assert max(abs(one + other) / max(abs(one), 2500) for one, other in inks) < 0.02


def test_glyphs_begin_where_their_outlines_do() -> None:
    font = opened(after())
    lefts = [(font["hmtx"][name][1], getattr(font["glyf"][name], "xMin", 0)) for name in font.getGlyphOrder()]
    assert [one for one in lefts if one[0] != one[1]] == []


@pytest.mark.parametrize("tag", ["GPOS", "GSUB", "GDEF", "cmap", "name", "OS/2"])
def test_what_sets_and_names_the_font_is_the_same_bytes(tag: str) -> None:
    assert tables(after())[tag] == tables(BEFORE)[tag]


@pytest.mark.parametrize("text", WORDS)
def test_a_word_is_set_as_with_the_file_itself(text: str) -> None:
    assert shaped(after(), text) == shaped(BEFORE, text)


def test_nothing_of_the_old_outlines_stays() -> None:
    assert set(tables(after())) & {"CFF ", "VORG", "DSIG"} == set()


def test_no_clock_gets_into_the_font() -> None:
    assert opened(after())["head"].modified == opened(BEFORE)["head"].modified


def test_another_process_makes_the_same_bytes() -> None:
    done = subprocess.run(
        [sys.executable, "-c", ELSEWHERE],
        input=postscript_bytes(),
        capture_output=True,
        env=os.environ | {"PYTHONHASHSEED": "4321", "TZ": "Asia/Jayapura"},
        check=True,
    )
    assert done.stdout == converted(postscript_bytes(), "biasa")


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (postscript_bytes(), True),
        (monospaced_bytes(), False),
        (postscript_bytes()[:-200], False),
        (b"", False),
    ],
    ids=["otf", "ttf", "cut short", "empty"],
)
def test_only_whole_fonts_with_postscript_outlines_are_converted(data: bytes, expected: bool) -> None:
    assert is_postscript(data) is expected


def test_outlines_that_cannot_be_read_are_refused_with_what_to_do() -> None:
    problem = problem_of(unreadable_bytes())
    assert problem.what == "jenis huruf Rumah (biasa.otf) rusak, jadi bentuk hurufnya tidak dapat dibaca"
    assert problem.hint == "Salin ulang berkasnya, atau pakai berkas .ttf atau .otf lain"


def test_a_font_of_too_many_glyphs_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outlines, "MOST_GLYPHS", 2)
    assert "memuat 3 bentuk huruf, terlalu banyak" in problem_of(postscript_bytes()).what


def test_a_font_that_forbids_embedding_still_does() -> None:
    with pytest.raises(Refused, match="tidak mengizinkan penyematan"):
        Font(converted(postscript_bytes(2), "biasa"), "biasa")
