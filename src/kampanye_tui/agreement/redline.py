"""What differs between two texts as lawyers read it: clause by clause, matched by id, then word by word.

Two agreements come in, a value that is shown goes out. A clause that was moved is moved, not removed and
added. Who takes part, the day and the place are told in one line each. Marks are signs, never colour alone.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

import msgspec

from kampanye_tui.agreement.account_words import changes_told
from kampanye_tui.agreement.law import short_name
from kampanye_tui.agreement.place_words import with_paper
from kampanye_tui.agreement.placeholders import finish
from kampanye_tui.agreement.provisions import provisions
from kampanye_tui.agreement.word_diff import Piece, Sign, marked, unchanged, word_diff
from kampanye_tui.model.agreement import AgreedClause, Agreement

BLANK = "……"
"""Stands for a value that a clause still lacks."""
POINT = "• "
"""Begins a huruf; its letter would change when one before it goes."""
_TIED = "•\ue000"
"""The same while words are compared: tied to its first word, it comes and goes with it. No text holds it."""


class Fate(StrEnum):
    """What became of a clause's words; whether it was moved as well is told apart."""

    SAME = "tetap"
    ADDED = "ditambahkan"
    REMOVED = "dihapus"
    REWORDED = "diubah"


_SIGNS = {Fate.SAME: "", Fate.ADDED: "+", Fate.REMOVED: "-", Fate.REWORDED: "~"}


class ClauseRedline(NamedTuple):
    """A clause in both texts, with its position in each, from 1; None where it is not in it."""

    id: str
    fate: Fate
    before: int | None
    after: int | None
    moved: bool
    title: tuple[Piece, ...]
    lines: tuple[tuple[Piece, ...], ...]
    """Its words, line by line."""
    citations: tuple[Piece, ...]
    """Where it stands in law, a piece each."""
    printed: str = ""
    """What it is called on the paper that somebody holds: ``Pasal 9``; empty where that is not asked."""

    @property
    def head(self) -> str:
        """What became of it, sign first: ``=~ Klausul 7 (semula 3): Alat Peraga``."""
        signs = ("=" if self.moved else "") + _SIGNS[self.fate]
        place = f"Klausul {with_paper(self.after or self.before, self.printed)}"
        was = f" (semula {self.before})" if self.moved else ""
        return f"{signs} {place}{was}: {marked(self.title)}"

    @property
    def words(self) -> tuple[tuple[Piece, ...], ...]:
        """The lines to be shown: none where only its place differs."""
        return () if self.fate is Fate.SAME else self.lines


class Redline(NamedTuple):
    """The clauses of both texts in the order of the later one, and everything else in lines with signs."""

    clauses: tuple[ClauseRedline, ...]
    others: tuple[str, ...]

    @property
    def differing(self) -> tuple[ClauseRedline, ...]:
        """The clauses of which there is something to tell."""
        return tuple(one for one in self.clauses if one.moved or one.fate is not Fate.SAME)

    def count(self, fate: Fate) -> int:
        """Return how many clauses have that fate."""
        return sum(one.fate is fate for one in self.clauses)

    @property
    def words(self) -> str:
        """The sum: ``1 klausul ditambahkan, 2 dipindahkan``; a sentence where nothing differs."""
        counts = [(self.count(fate), fate.value) for fate in (Fate.ADDED, Fate.REMOVED, Fate.REWORDED)]
        counts += [(sum(one.moved for one in self.clauses), "dipindahkan")]
        told = [f"{count} {word}" for count, word in counts if count]
        if not told:
            return "Semua klausul sama."
        return f"Klausul: {', '.join(told)}."


def redline(before: Agreement, after: Agreement) -> Redline:
    """Return what differs from ``before`` to ``after``."""
    old = {clause.id: (number, clause) for number, clause in enumerate(before.clauses, 1)}
    new = {clause.id: (number, clause) for number, clause in enumerate(after.clauses, 1)}
    moved = _moved([one for one in old if one in new], [one for one in new if one in old])
    made = [
        _clause_redline(one, old.get(one), new.get(one), before, after, moved=one in moved)
        for one in _reading_order(list(old), list(new))
    ]
    return Redline(tuple(made), _others(before, after))


class WordsRedline(NamedTuple):
    """What differs between two wordings of one clause: its title, and its words line by line."""

    title: tuple[Piece, ...]
    lines: tuple[tuple[Piece, ...], ...]


def words_redline(before: tuple[str, str], after: tuple[str, str]) -> WordsRedline:
    """Return what differs between two titles and raw texts; placeholders stand there by their names."""

    def read(raw: str) -> str:
        return _read(raw, raw, lambda name: f"{{{name}}}", {})

    words = word_diff(read(before[1]), read(after[1]))
    return WordsRedline(word_diff(before[0], after[0]), tuple(_lines(words)))


_Placed = tuple[int, AgreedClause]
"""A clause with its position from 1."""


def _clause_redline(
    clause_id: str,
    old: _Placed | None,
    new: _Placed | None,
    before: Agreement,
    after: Agreement,
    *,
    moved: bool,
) -> ClauseRedline:
    old_place, old_clause = old or (None, None)
    new_place, new_clause = new or (None, None)
    title = word_diff(_title(old_clause), _title(new_clause))
    titles = {one.id: one.title for one in (*before.clauses, *after.clauses)}
    words = word_diff(_words(old_clause, titles), _words(new_clause, titles))
    cited = tuple(_citations(_cited(old_clause, before), _cited(new_clause, after)))
    fate = Fate.REWORDED
    if old_clause is None:
        fate = Fate.ADDED
    elif new_clause is None:
        fate = Fate.REMOVED
    elif unchanged((*title, *words, *cited)):
        fate = Fate.SAME
    return ClauseRedline(clause_id, fate, old_place, new_place, moved, title, tuple(_lines(words)), cited)


def _moved(old: list[str], new: list[str]) -> set[str]:
    """Return which of the same ids were moved: all but the longest row of them that kept its order."""
    place = {one: at for at, one in enumerate(old)}
    ends: list[int] = []
    rows: list[tuple[str, ...]] = []
    for one in new:
        at = bisect_left(ends, place[one])
        row = (*(rows[at - 1] if at else ()), one)
        ends[at : at + 1] = [place[one]]
        rows[at : at + 1] = [row]
    return set(new) - set(rows[-1] if rows else ())


def _reading_order(old: list[str], new: list[str]) -> list[str]:
    """Return all ids in the order of the later text, each that is gone behind the one it followed."""
    order = list(new)
    for at, one in enumerate(old):
        if one not in new:
            order.insert(order.index(old[at - 1]) + 1 if at else 0, one)
    return order


def _title(clause: AgreedClause | None) -> str:
    return clause.title if clause else ""


def _words(clause: AgreedClause | None, titles: Mapping[str, str]) -> str:
    """Return how a clause reads, an ayat or huruf a line.

    Another clause is called by its later title, since numbers change when one moves.
    """
    return _read(clause.text, clause.resolved, lambda _name: BLANK, titles) if clause else ""


def _read(raw: str, resolved: str, value: Callable[[str], str], titles: Mapping[str, str]) -> str:
    lines = [
        line
        for ayat in provisions(raw, resolved)
        for line in (ayat.text, *(f"{_TIED}{point}" for point in ayat.points))
    ]
    return finish(
        "\n".join(lines),
        value,
        lambda clause_id: f"klausul “{titles[clause_id]}”" if clause_id in titles else f"klausul {clause_id}",
    )


def _cited(clause: AgreedClause | None, agreement: Agreement) -> list[str]:
    told = []
    for citation in clause.citations if clause else ():
        law = agreement.reference.law(citation.law)
        told.append(f"{citation.article} {short_name(law) if law else citation.law}")
    return told


def _citations(old: list[str], new: list[str]) -> Iterator[Piece]:
    yield from (Piece(Sign.SAME if one in new else Sign.GONE, one) for one in old)
    yield from (Piece(Sign.NEW, one) for one in new if one not in old)


def _lines(pieces: Iterable[Piece]) -> Iterator[tuple[Piece, ...]]:
    """Yield the pieces line by line, without empty lines; a line end that is gone parts nothing."""
    line: list[Piece] = []
    for sign, text in pieces:
        if sign is Sign.GONE and not text.strip():
            continue
        for number, part in enumerate(text.split("\n")):
            if number and line:
                yield tuple(line)
                line = []
            if part.strip():
                line.append(Piece(sign, part.replace(_TIED, POINT)))
    if line:
        yield tuple(line)


def _others(before: Agreement, after: Agreement) -> tuple[str, ...]:
    """Return what differs besides the words of clauses: whom they bind, who takes part, day and place."""
    subjects = {clause.id: clause.subject for clause in before.clauses}
    told = msgspec.structs.replace(
        before,
        id=after.id,
        revision=after.revision,
        clauses=tuple(
            msgspec.structs.replace(clause, subject=subjects.get(clause.id, clause.subject))
            for clause in after.clauses
        ),
        copies=after.copies,
        packs=after.packs,
        reference=after.reference,
    )
    return changes_told(told, after)
