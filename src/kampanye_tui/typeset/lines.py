"""Runs of text → lines of a given width.

Words are the unit, so that breaking a paragraph costs a sum per word and not, as in fpdf2, one per character.
Lines break at spaces, behind a hyphen or slash between letters (``undang-undang``, ``kabupaten/kota``), where
the text asks for it, and inside a word only when it is wider than a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kampanye_tui.model.document import Align, Run
from kampanye_tui.typeset.font import BOLD, BOLD_ITALIC, EM, ITALIC, REGULAR, Family, Word
from kampanye_tui.typeset.page import Glyphs, Item

_TIED = re.compile(r"\b(Pasal|ayat|huruf|angka|Nomor|nomor|Tahun|tahun) (?=\d|\(\d|[a-z]\b)")
"""Spaces that never end a line: a citation is read in one piece."""
_BREAK = re.compile(r"(?<=[^\W\d_][-/–])(?=[^\W\d_])")
_DIGIT = re.compile(r"\d")
"""A word with one is a number or a code, which is read, and typed, in one piece."""


LOOSEST = 4
"""Spaces that may be added to one space; a line that needs more ends before the margin instead."""


class Fragment(NamedTuple):
    """A word, or part of one, in one face."""

    face: int
    word: Word


class Atom(NamedTuple):
    """What no line break divides. ``space`` is the face of the space behind it, -1 for none."""

    fragments: tuple[Fragment, ...]
    width: int
    space: int
    forced: bool
    """Whether the line must end behind it."""


class Line(NamedTuple):
    """A set line: its items with the baseline at 0, and its natural width."""

    items: tuple[Item, ...]
    width: int


def face_of(run: Run) -> int:
    """Return the number of the face that a run asks for."""
    if run.bold:
        return BOLD_ITALIC if run.italic else BOLD
    return ITALIC if run.italic else REGULAR


def set_lines(runs: Iterable[Run], family: Family, size: int, width: int, align: Align) -> tuple[Line, ...]:
    """Return the lines of a paragraph; ``size`` and ``width`` in thousandths of a point.

    An empty paragraph is one empty line.
    """
    atoms = list(_fitting(atoms_of(runs, family, size), family, size, width))
    if align is Align.CENTRE:
        return _balanced(atoms, family, size, width) or (Line((), 0),)
    return tuple(_lines(atoms, family, size, width, align)) or (Line((), 0),)


def _balanced(atoms: list[Atom], family: Family, size: int, width: int) -> tuple[Line, ...]:
    """Return centred lines of about one length: the narrowest measure that needs no line more."""

    def broken(measure: int) -> list[list[Atom]]:
        return list(_groups(atoms, family, size, measure))

    wanted = len(broken(width))
    low, high = max((atom.width for atom in atoms), default=0), width
    if wanted > 1:
        while high - low > size // 4:
            middle = (low + high) // 2
            if len(broken(middle)) > wanted:
                low = middle
            else:
                high = middle
    return tuple(_set(group, family, size, width, Align.CENTRE, last=True) for group in broken(high))


def atoms_of(runs: Iterable[Run], family: Family, size: int) -> Iterator[Atom]:
    """Yield the atoms of runs; a word that changes its face in the middle stays one atom."""
    open_fragments: list[Fragment] = []

    def close(space: int, forced: bool = False) -> Atom:
        atom = Atom(tuple(open_fragments), _width(open_fragments, size), space, forced)
        open_fragments.clear()
        return atom

    for run in runs:
        face = face_of(run)
        for number, text in enumerate(_TIED.sub("\\1\u00a0", run.text).split("\n")):
            if number:
                yield close(-1, forced=True)
            parts = text.split(" ")
            last = len(parts) - 1
            for position, part in enumerate(parts):
                if part:
                    pieces = [part] if _DIGIT.search(part) else _BREAK.split(part)
                    for piece in pieces[:-1]:
                        open_fragments += _fragments(piece, face, family)
                        yield close(-1)
                    open_fragments += _fragments(pieces[-1], face, family)
                if position < last and (open_fragments or not part):
                    yield close(face)
    if open_fragments:
        yield close(-1)


def _fragments(text: str, face: int, family: Family) -> Iterator[Fragment]:
    """Yield a stretch without a break; its no-break spaces are spaces that stretch with the others."""
    font = family[face]
    for number, part in enumerate(text.split("\u00a0")):
        if number:
            yield Fragment(face, font.space)
        if part:
            yield Fragment(face, font.word(part))


def _width(fragments: Iterable[Fragment], size: int) -> int:
    return sum(fragment.word.advance for fragment in fragments) * size // EM


def _fitting(atoms: Iterable[Atom], family: Family, size: int, width: int) -> Iterator[Atom]:
    """Yield the atoms, with those wider than a line cut between characters."""
    for atom in atoms:
        if atom.width <= width:
            yield atom
            continue
        kept: list[Fragment] = []
        for face, word in atom.fragments:
            text = ""
            for character in word.text:
                longer = Fragment(face, family[face].word(text + character))
                if (kept or text) and _width([*kept, longer], size) > width:
                    if text:
                        kept.append(Fragment(face, family[face].word(text)))
                    yield Atom(tuple(kept), _width(kept, size), -1, forced=False)
                    kept = []
                    text = ""
                text += character
            kept.append(Fragment(face, family[face].word(text)))
        yield Atom(tuple(kept), _width(kept, size), atom.space, atom.forced)


def _lines(atoms: list[Atom], family: Family, size: int, width: int, align: Align) -> Iterator[Line]:
    groups = list(_groups(atoms, family, size, width))
    for number, group in enumerate(groups, 1):
        last = number == len(groups) or group[-1].forced
        yield _set(group, family, size, width, align, last=last)


def _groups(atoms: list[Atom], family: Family, size: int, width: int) -> Iterator[list[Atom]]:
    """Yield the atoms of each line, as many as fit; spaces at either end of a line take no room."""
    line: list[Atom] = []
    used = 0
    for atom in atoms:
        if not (line or atom.fragments or atom.forced):
            continue
        gap = _gap(line[-1], family, size) if line else 0
        if line and atom.fragments and used + gap + atom.width > width:
            yield line
            line, used, gap = [], 0, 0
        line.append(atom)
        used += gap + atom.width
        if atom.forced:
            yield line
            line, used = [], 0
    if line:
        yield line


def _set(atoms: list[Atom], family: Family, size: int, width: int, align: Align, *, last: bool) -> Line:
    """Place the atoms of one line; the space at its end is set too, or extracted words run together."""
    used = sum(atom.width for atom in atoms) + sum(_gap(atom, family, size) for atom in atoms[:-1])
    stretch = 0
    start = 0
    if align is Align.JUSTIFY and not last:
        stretchable = sum(atom.space >= 0 for atom in atoms[:-1])
        stretchable += sum(fragment.word.is_space for atom in atoms for fragment in atom.fragments)
        stretch = (width - used) // stretchable if stretchable else 0
        if stretch > LOOSEST * family.regular.space.advance * size // EM:
            stretch = 0
    elif align is Align.CENTRE:
        start = (width - used) // 2
    elif align is Align.RIGHT:
        start = width - used
    items: list[Item] = []
    words: list[Word] = []
    face = -1
    x = at = start
    for atom in atoms:
        for fragment in (*atom.fragments, *_space(atom, family)):
            if fragment.face != face:
                if words:
                    items.append(Glyphs(at, 0, face, size, tuple(words), stretch))
                face, words, at = fragment.face, [], x
            words.append(fragment.word)
            x += fragment.word.advance * size // EM
            if fragment.word.is_space:
                x += stretch
    if words:
        items.append(Glyphs(at, 0, face, size, tuple(words), stretch))
    return Line(tuple(items), used)


def _gap(atom: Atom, family: Family, size: int) -> int:
    """Return the width of the space behind an atom."""
    return family[atom.space].space.advance * size // EM if atom.space >= 0 else 0


def _space(atom: Atom, family: Family) -> tuple[Fragment, ...]:
    return (Fragment(atom.space, family[atom.space].space),) if atom.space >= 0 else ()
