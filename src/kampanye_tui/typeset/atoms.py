"""Runs of text → atoms: what no line break divides.

Words are the unit, so that breaking a paragraph costs a sum per word and not, as in fpdf2, one per character.
A line may end at spaces that do not tie, behind a hyphen or slash between letters (``undang-undang``,
``kabupaten/kota``), where the text asks for it, and elsewhere only in what is wider than a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from kampanye_tui.model.document import Run
from kampanye_tui.typeset.font import BOLD, BOLD_ITALIC, EM, ITALIC, REGULAR, Family, Font, Word
from kampanye_tui.typeset.ties import TIED, tied

KEPT = 16_384
"""Words that are cut into atoms a single time: those of some hundred papers."""
_BREAK = re.compile(r"(?<=[^\W\d_][-/–])(?=[^\W\d_])")
_DIGIT = re.compile(r"\d")
"""A word with one is a number or a code, which is read, and typed, in one piece."""


class Fragment(NamedTuple):
    """A word, or part of one, in one face."""

    face: int
    word: Word


class Atom(NamedTuple):
    """What no line break divides."""

    fragments: tuple[Fragment, ...]
    width: int
    inner: int
    """How many tied spaces it holds."""
    space: int
    """The face of the space behind it, -1 for none."""
    forced: bool
    """Whether the line must end behind it."""


def face_of(run: Run) -> int:
    """Return the number of the face that a run asks for."""
    if run.bold:
        return BOLD_ITALIC if run.italic else BOLD
    return ITALIC if run.italic else REGULAR


def atoms_of(runs: Sequence[Run], family: Family, size: int, width: int) -> list[Atom]:
    """Return the atoms of runs, none wider than ``width``.

    A word that changes its face in the middle stays one atom.
    """
    text = tied("".join(run.text for run in runs))
    made: list[Atom] = []
    begun: tuple[Fragment, ...] = ()
    at = 0
    for run in runs:
        face = face_of(run)
        font = family[face]
        for number, line in enumerate(text[at : at + len(run.text)].split("\n")):
            if number:
                # A space is set at the end of a line, or its last word would run into the next one's first.
                made.append(_atom(begun, size, face if begun else -1, forced=True))
                begun = ()
            *spaced, last = line.split(" ")
            for part in spaced:
                if begun:
                    *parts, end = _parts(part, face, font, begun)
                    made += [_atom(one, size, -1) for one in parts]
                    made.append(_atom(end, size, face))
                    begun = ()
                else:
                    made += _word(part, face, font, size)
            if last:
                *parts, begun = _parts(last, face, font, begun)
                made += [_atom(one, size, -1) for one in parts]
        at += len(run.text)
    if begun:
        made.append(_atom(begun, size, -1))
    if any(atom.width > width for atom in made):
        return [part for atom in made for part in _fitting(atom, family, size, width)]
    return made


@lru_cache(maxsize=KEPT)
def _word(text: str, face: int, font: Font, size: int) -> tuple[Atom, ...]:
    """Return the atoms of a word with the space behind it, the face being the same throughout."""
    *parts, end = _parts(text, face, font, ())
    return (*(_atom(part, size, -1) for part in parts), _atom(end, size, face))


def _parts(text: str, face: int, font: Font, begun: tuple[Fragment, ...]) -> list[tuple[Fragment, ...]]:
    """Return what stands between the places where a word may be divided; ``begun`` is the word so far."""
    made: list[tuple[Fragment, ...]] = []
    part = [*begun]
    for number, word in enumerate(text.split(TIED)):
        if number:
            part.append(Fragment(face, font.space))
        pieces = [word] if _DIGIT.search(word) else _BREAK.split(word)
        for place, piece in enumerate(pieces):
            if place:
                made.append(tuple(part))
                part = []
            if piece:
                part.append(Fragment(face, font.word(piece)))
    return [*made, tuple(part)]


def _atom(fragments: tuple[Fragment, ...], size: int, space: int, *, forced: bool = False) -> Atom:
    inner = sum(fragment.word.is_space for fragment in fragments)
    return Atom(fragments, _width(fragments, size), inner, space, forced)


def _width(fragments: Iterable[Fragment], size: int) -> int:
    return sum(fragment.word.advance for fragment in fragments) * size // EM


def _fitting(atom: Atom, family: Family, size: int, width: int) -> Iterator[Atom]:
    """Yield an atom, or its parts where a line cannot hold it: at tied spaces, then between characters."""
    if atom.width <= width:
        yield atom
        return
    if atom.inner:
        begun: list[Fragment] = []
        for fragment in atom.fragments:
            if fragment.word.is_space:
                yield from _fitting(_atom(tuple(begun), size, fragment.face), family, size, width)
                begun = []
            else:
                begun.append(fragment)
        end = _atom(tuple(begun), size, atom.space, forced=atom.forced)
        yield from _fitting(end, family, size, width)
        return
    kept: list[Fragment] = []
    for face, word in atom.fragments:
        text = ""
        for character in word.text:
            longer = Fragment(face, family[face].word(text + character))
            if (kept or text) and _width([*kept, longer], size) > width:
                if text:
                    kept.append(Fragment(face, family[face].word(text)))
                yield _atom(tuple(kept), size, -1)
                kept = []
                text = ""
            text += character
        kept.append(Fragment(face, family[face].word(text)))
    yield _atom(tuple(kept), size, atom.space, forced=atom.forced)
