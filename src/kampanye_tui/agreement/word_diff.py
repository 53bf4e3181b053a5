"""What differs between two texts, word by word: ``berkampanye [-damai-] {+dengan damai+}``.

Two texts come in, pieces with signs go out; how the signs look is for who shows them. Signs, not colours, as
in :mod:`kampanye_tui.agreement.diff`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from enum import StrEnum
from typing import NamedTuple

AROUND = 8
"""Words that stay on either side of what differs, where only that is shown."""
_WORD = re.compile(r"\S+|\n+")
"""A word, or where a line ends: lines that were joined or parted are a difference as well."""


class Sign(StrEnum):
    """What became of some words."""

    SAME = "="
    GONE = "-"
    NEW = "+"


_MARKS = {Sign.SAME: ("", ""), Sign.GONE: ("[-", "-]"), Sign.NEW: ("{+", "+}")}


class Piece(NamedTuple):
    """Words of one kind, with the blanks behind them as they were written."""

    sign: Sign
    text: str


def word_diff(before: str, after: str) -> tuple[Piece, ...]:
    """Return the pieces in reading order: those that are not gone are ``after``, letter by letter."""
    return tuple(_pieces(before, after))


def unchanged(pieces: Iterable[Piece]) -> bool:
    """Tell whether nothing differs in some pieces."""
    return all(sign is Sign.SAME for sign, _text in pieces)


def marked(pieces: Iterable[Piece]) -> str:
    """Return pieces as plain text: ``[-gone-]`` and ``{+new+}``, the blanks outside the marks."""
    made = ""
    for sign, text in pieces:
        opening, closing = _MARKS[sign]
        words = text.strip()
        if not words:
            # A line end alone is no word that could be marked; a new one is simply there.
            made += "" if sign is Sign.GONE else text
            continue
        # Words at the very end of a text have no blank behind them.
        between = " " if made and not made[-1].isspace() and not text[0].isspace() else ""
        made += between + text.replace(words, f"{opening}{words}{closing}")
    return made


def near(pieces: tuple[Piece, ...]) -> Iterator[Piece]:
    """Yield the pieces, those that are the same cut down to a few words beside the others."""
    for at, (sign, text) in enumerate(pieces):
        words = text.split()
        head = words[:AROUND] if at > 0 else []
        tail = words[-AROUND:] if at < len(pieces) - 1 else []
        if sign is Sign.SAME and len(words) > len(head) + len(tail):
            kept = " ".join((*head, "…", *tail))
            yield Piece(sign, f" {kept} " if head else f"{kept} ")
        else:
            yield Piece(sign, text)


def _pieces(before: str, after: str) -> Iterator[Piece]:
    old, new = _WORD.findall(before), _WORD.findall(after)
    old_cuts, new_cuts = _cuts(before), _cuts(after)
    for same, i, j, k, m in _joined(_spans(old, new), old):
        gone, come = before[old_cuts[i] : old_cuts[j]], after[new_cuts[k] : new_cuts[m]]
        if same:
            yield Piece(Sign.SAME, come)
            continue
        if gone:
            yield Piece(Sign.GONE, gone)
        if come:
            yield Piece(Sign.NEW, come)


class _Span(NamedTuple):
    """Words of the earlier text and those in their place in the later one, by their positions."""

    same: bool
    i: int
    j: int
    k: int
    m: int

    @property
    def most(self) -> int:
        """How many words it takes in the text that has more of them."""
        return max(self.j - self.i, self.m - self.k)


def _spans(old: list[str], new: list[str]) -> Iterator[_Span]:
    # Short words are the most frequent in a clause, so none is taken for noise.
    for kind, *places in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        yield _Span(kind == "equal", *places)


def _joined(spans: Iterable[_Span], old: list[str]) -> list[_Span]:
    """Return the spans without a word or two that stayed by chance between longer ones that did not.

    Nobody can read a sentence out of which single words are picked as being the same. Lines stay apart.
    """
    made: list[_Span] = []
    for span in spans:
        made.append(span)
        while len(made) >= 3 and made[-2].same:
            first, middle, last = made[-3:]
            if middle.most >= min(first.most, last.most) or "\n" in "".join(old[middle.i : middle.j]):
                break
            made[-3:] = [_Span(False, first.i, last.j, first.k, last.m)]
    return made


def _cuts(text: str) -> list[int]:
    """Return where each word begins, the first with the blanks before it, and where the text ends."""
    starts = [word.start() for word in _WORD.finditer(text)]
    return [0, *starts[1:], len(text)] if starts else [0]
