"""Each look can be read in each of the user's colours, on terminals of each depth; no app runs."""

from __future__ import annotations

import pytest
from rich.color import ColorSystem
from rich.style import Style
from rich.terminal_theme import DEFAULT_TERMINAL_THEME

from kampanye_tui.tui.looks import LOOKS
from kampanye_tui.tui.paint import PAINTS, Painted, painted

pytestmark = pytest.mark.penuh

DEPTHS = {
    ColorSystem.TRUECOLOR: 4.5,
    ColorSystem.EIGHT_BIT: 4.5,
    ColorSystem.STANDARD: 2.0,
}
"""Depth → the least contrast between text and ground; 16 colours leave little choice."""
EVERY_TERMINAL = {1, 2, 3}
"""Colours by number that looks may name: red, green, yellow, as each terminal shows them."""


def light(color: tuple[int, int, int]) -> float:
    """Return the relative luminance of a colour (WCAG 2.2)."""
    parts = [one / 255 for one in color]
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(style: Style, depth: ColorSystem) -> float:
    """Return the contrast of a style as a terminal of that depth shows it (WCAG 2.2)."""
    shown = [
        light(color.downgrade(depth).get_truecolor(DEFAULT_TERMINAL_THEME))
        for color in (style.color, style.bgcolor)
    ]
    return (max(shown) + 0.05) / (min(shown) + 0.05)


@pytest.mark.parametrize("depth", DEPTHS, ids=lambda one: one.name.lower())
@pytest.mark.parametrize("word", PAINTS)
@pytest.mark.parametrize("look", LOOKS)
def test_a_look_can_be_read(look: str, word: str, depth: ColorSystem) -> None:
    assert contrast(painted(LOOKS[look], PAINTS[word]), depth) >= DEPTHS[depth]


@pytest.mark.parametrize("look", LOOKS)
def test_a_look_names_no_ground_and_no_colour_but_what_each_terminal_has(look: str) -> None:
    style = LOOKS[look]
    named = set() if style.color is None else {style.color.number}
    assert (named <= EVERY_TERMINAL, style.bgcolor) == (True, None)


def test_what_has_a_ground_of_its_own_keeps_it() -> None:
    assert painted(Style(color="black", bgcolor="white"), PAINTS["terang"]) == Style(
        color="black", bgcolor="white", dim=False
    )


def test_what_is_reversed_stays_so() -> None:
    assert painted(Style(reverse=True), PAINTS["gelap"]).reverse


def test_a_piece_without_a_style_is_painted_too() -> None:
    from rich.segment import Segment
    from textual.color import Color

    (piece,) = Painted(PAINTS["gelap"]).apply([Segment("   ")], Color(0, 0, 0))
    assert piece.style.bgcolor.name == PAINTS["gelap"].ground
