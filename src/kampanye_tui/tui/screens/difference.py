"""What an office has changed in the words of a pack: signs around what is gone and what is new."""

from __future__ import annotations

from collections.abc import Sequence

from kampanye_tui.tui.reading import Paragraph, Reading


class Difference(Reading[None]):
    """A redline, to be read. Paragraphs are ``(text, look)``."""

    def __init__(self, title: str, paragraphs: Sequence[tuple[str, str]]) -> None:
        super().__init__(
            f"Beda dengan bunyi paket · {title}",
            "[-yang hilang-]  {+yang baru+}",
            (Paragraph(text, look) for text, look in paragraphs),
        )
