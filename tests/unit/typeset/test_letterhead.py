"""The kop: names in the middle, logo at the left, a double rule below."""

from __future__ import annotations

import pytest

from kampanye_tui.model.document import Letterhead, Picture
from kampanye_tui.typeset.boxes import Strip
from kampanye_tui.typeset.letterhead_block import letterhead
from kampanye_tui.typeset.page import Glyphs, Image, Ink
from kampanye_tui.typeset.units import millimetres
from tests.unit.typeset.setting import FAMILY, laid_out, places, said, style

NAMES = ("KOMISI PEMILIHAN UMUM", "KOTA TANGERANG SELATAN")
ADDRESS = ("Jalan Contoh 1", "Telepon 021")
SHAPES = {"square": (300, 300), "tall": (100, 400), "wide": (900, 100)}


def kop(shape: str = "", names: tuple[str, ...] = NAMES) -> Strip:
    width, height = SHAPES.get(shape, (0, 0))
    logo = Picture(data=b"", width=width, height=height, alternative="Logo") if shape else None
    (strip,) = letterhead(Letterhead(names=names, address=ADDRESS, logo=logo), FAMILY, style())
    return strip


def lines(strip: Strip) -> list[Glyphs]:
    return [item for item in strip.items if isinstance(item, Glyphs)]


def logo(strip: Strip) -> Image:
    return next(item for item in strip.items if isinstance(item, Image))


def rules(strip: Strip) -> list[Ink]:
    return [item for item in strip.items if isinstance(item, Ink)]


def test_names_stand_above_the_address() -> None:
    assert [said((line,)) for line in lines(kop())] == [*NAMES, *ADDRESS]


def test_a_kop_without_a_logo_has_no_picture() -> None:
    assert not [item for item in kop().items if isinstance(item, Image)]


@pytest.mark.parametrize("shape", ["", *SHAPES])
def test_every_line_stands_in_the_middle_of_the_page(shape: str) -> None:
    for line in lines(kop(shape)):
        spans = list(places((line,)))
        assert abs(spans[0][0] + spans[-1][1] - style().width) <= 10


@pytest.mark.parametrize("shape", SHAPES)
def test_the_logo_keeps_its_shape(shape: str) -> None:
    width, height = SHAPES[shape]
    picture = logo(kop(shape))
    assert abs(picture.width * height - picture.height * width) <= 1000 * max(width, height)


@pytest.mark.parametrize("shape", SHAPES)
def test_the_logo_is_no_taller_than_22_mm_and_no_wider_than_a_fifth(shape: str) -> None:
    picture = logo(kop(shape))
    assert (picture.height <= millimetres(22), picture.width <= style().width // 5) == (True, True)


@pytest.mark.parametrize("shape", SHAPES)
def test_no_line_touches_the_logo(shape: str) -> None:
    strip = kop(shape, ("KOMISI PEMILIHAN UMUM KABUPATEN " * 3,))
    picture = logo(strip)
    assert min(start for start, _end, _text in places(strip.items)) > picture.x + picture.width


@pytest.mark.parametrize("shape", ["", *SHAPES])
def test_two_rules_run_from_margin_to_margin(shape: str) -> None:
    assert [(rule.x, rule.width) for rule in rules(kop(shape))] == [(0, style().width)] * 2


@pytest.mark.parametrize("shape", ["", *SHAPES])
def test_the_rules_stand_below_everything_else(shape: str) -> None:
    strip = kop(shape)
    ends = [item.y + item.height for item in strip.items if isinstance(item, Image)]
    ends += [line.y for line in lines(strip)]
    assert min(rule.y for rule in rules(strip)) > max(ends)


def test_the_rules_do_not_touch() -> None:
    upper, lower = rules(kop())
    assert upper.y + upper.height < lower.y


@pytest.mark.parametrize("shape", ["", *SHAPES])
def test_nothing_reaches_over_the_foot_of_the_kop(shape: str) -> None:
    strip = kop(shape)
    assert max(rule.y + rule.height for rule in rules(strip)) <= strip.height


def test_a_kop_of_many_lines_pushes_its_rules_down() -> None:
    few, many = kop("square"), kop("square", NAMES * 4)
    assert many.height > few.height


def test_the_kop_begins_at_the_head_of_the_body() -> None:
    page = laid_out(Letterhead(names=NAMES)).pages[0]
    first = next(item for item in page.items if isinstance(item, Glyphs))
    assert millimetres(25) < first.y < millimetres(32)
