"""A question with two answers. The harmless one needs only ESC; nothing is ever chosen by Enter alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from kampanye_tui.tui.actions import Group
from kampanye_tui.tui.keymap import key_of
from kampanye_tui.tui.perform import bound
from kampanye_tui.tui.reading import Paragraph, Reading


class Question(Reading[bool]):
    """Asks, and returns whether the answer was yes. Paragraphs are ``(text, look)``; long ones scroll."""

    groups = (Group.QUESTION,)
    BINDINGS: ClassVar = bound(Group.QUESTION)

    def __init__(self, title: str, paragraphs: Sequence[tuple[str, str]]) -> None:
        super().__init__(title, "", (Paragraph(text, look) for text, look in paragraphs))

    def do_yes(self) -> None:
        """Answer yes."""
        self.dismiss(True)

    def do_no(self) -> None:
        """Answer no."""
        self.dismiss(False)


def answers(yes: str, no: str, own: Mapping[str, str]) -> str:
    """Return the line that names both keys and what they do; ``own`` are the user's keys."""
    return f"Tekan {key_of('tanya.ya', own)} untuk {yes}, {key_of('tanya.tidak', own)} untuk {no}."
