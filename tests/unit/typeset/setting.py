"""Setting text in the made-up typeface, where every character is 5,000 wide at size 10,000."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kampanye_tui.model.document import Align, Block, Document, Furniture, Page, Run
from kampanye_tui.typeset.font import EM
from kampanye_tui.typeset.layout import lay_out
from kampanye_tui.typeset.lines import Line, set_lines
from kampanye_tui.typeset.page import Glyphs, Item, Layout
from kampanye_tui.typeset.style import Style, style_of
from tests.fonts import monospaced

SIZE = 10_000
CHARACTER = 5_000
FAMILY = monospaced()
A4 = Page(width=210, height=297, top=25, bottom=25, left=30, right=20, size=11.5)
F4 = Page(width=215, height=330, top=25, bottom=25, left=30, right=20, size=11.5)


def set_text(text: str, characters: int, align: Align = Align.LEFT) -> tuple[Line, ...]:
    """Return the lines of a text set so many characters wide."""
    return set_lines((Run(text),), FAMILY, SIZE, characters * CHARACTER, align)


def broken(text: str, characters: int, align: Align = Align.LEFT) -> list[str]:
    """Return the text of each line, without the space at its end."""
    return [said(line.items).rstrip() for line in set_text(text, characters, align)]


def said(items: tuple[Item, ...]) -> str:
    """Return the text of items."""
    return "".join(word.text for item in items if isinstance(item, Glyphs) for word in item.words)


def places(items: tuple[Item, ...]) -> Iterator[tuple[int, int, str]]:
    """Yield where each word that is not a space begins and ends, and the word."""
    for item in items:
        if not isinstance(item, Glyphs):
            continue
        x = item.x
        for word in item.words:
            end = x + word.advance * item.size // EM
            if word.is_space:
                end += item.gap
            else:
                yield x, end, word.text
            x = end


def left_edge(line: Line) -> int:
    """Return where the first letter of a line begins."""
    return min(start for start, _end, _text in places(line.items))


def right_edge(line: Line) -> int:
    """Return where the last letter of a line ends."""
    return max((end for _start, end, _text in places(line.items)), default=0)


def style(page: Page = A4) -> Style:
    """Return the style of a page."""
    return style_of(page)


def document(*blocks: Block, page: Page = A4, foot: str = "Kaki", **more: Any) -> Document:
    """Return a document of these blocks."""
    furniture = Furniture(mark=more.pop("mark", ""), foot=foot)
    given = {"id": "uji", "title": "Uji", "author": "KPU", "page": page, "furniture": furniture}
    return Document(**(given | more), blocks=blocks)


def laid_out(*blocks: Block, **more: Any) -> Layout:
    """Return the pages of a document of these blocks."""
    return lay_out(document(*blocks, **more), FAMILY)
