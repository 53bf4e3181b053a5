"""Redlines to be read: signs around what is gone and what is new, opened where the first of them is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kampanye_tui.tui.reader import Reader
from kampanye_tui.tui.reading import Paragraph, Reading, wrapped

SIGNS = ("[-", "{+")
"""How what is gone, and what is new, begins."""


class Redlined(Reading[None]):
    """Paragraphs with signs in them, which are explained above."""

    def __init__(self, title: str, paragraphs: Iterable[Paragraph]) -> None:
        super().__init__(title, "[-yang hilang-]  {+yang baru+}", paragraphs)

    def on_mount(self) -> None:
        """Begin at the first difference: what comes before it is as it was."""
        super().on_mount()
        self.call_after_refresh(self._to_the_first)

    def _to_the_first(self) -> None:
        lines = wrapped(self.paragraphs, self.size.width - 2)
        changed = (at for at, line in enumerate(lines) if any(sign in line.text for sign in SIGNS))
        self.query_one(Reader).reveal(next(changed, 0))


class Difference(Redlined):
    """What an office has changed in the words of a pack. Paragraphs are ``(text, look)``."""

    def __init__(self, title: str, paragraphs: Sequence[tuple[str, str]]) -> None:
        super().__init__(f"Beda dengan bunyi paket · {title}", (Paragraph(*one) for one in paragraphs))
