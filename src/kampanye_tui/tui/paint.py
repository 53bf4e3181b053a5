"""Colours for those who do not want the terminal's own: dark on light, or light on dark, on the whole screen.

Widgets name no colours but the few of :mod:`looks`; a filter over finished lines gives each cell its own, so
that no text of the program stands on a ground that the terminal has chosen.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from rich.color import Color, ColorType
from rich.segment import Segment
from rich.style import Style
from textual.filter import LineFilter

if TYPE_CHECKING:
    from textual.color import Color as Background


class Paint(NamedTuple):
    """The colours of a screen, and what stands for those that looks name."""

    text: str
    ground: str
    quiet: str
    red: str
    green: str
    yellow: str


PAINTS = {
    "terang": Paint("#1f1f1f", "#e4e4e4", "#5f5f5f", "#af0000", "#005f00", "#6f4f00"),
    "gelap": Paint("#e4e4e4", "#121212", "#a8a8a8", "#ff8787", "#87d787", "#ffd75f"),
}
"""The user's word → colours; who follows the terminal has none."""


class Painted(LineFilter):
    """Gives each piece of a line the colours of a paint, where it names none or one of a terminal's own."""

    def __init__(self, paint: Paint) -> None:
        super().__init__()
        self.paint = paint

    def apply(self, segments: list[Segment], background: Background) -> list[Segment]:
        """Return the pieces in their colours."""
        del background
        return [Segment(one.text, painted(one.style or Style(), self.paint), one.control) for one in segments]


@lru_cache(256)
def painted(style: Style, paint: Paint) -> Style:
    """Return a style with colours of its own; text that was dim has a quiet colour instead."""
    named = {1: paint.red, 2: paint.green, 3: paint.yellow}
    usual = paint.quiet if style.dim else paint.text
    color = (
        usual
        if style.color is None or _free(style.color)
        else named.get(style.color.number or 0, style.color)
    )
    ground = paint.ground if _free(style.bgcolor) else style.bgcolor
    return style + Style(color=color, bgcolor=ground, dim=False)


def _free(color: Color | None) -> bool:
    return color is None or color.type is ColorType.DEFAULT
