"""What a paper that somebody holds says, against the final text: clause by clause, pihak by pihak.

The text of its pages and the final agreement come in; the first place that differs goes out, in words.
Blanks, line ends and characters that nobody sees do not count: a viewer sets them as it likes. What an office
writes around the clauses is not compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple
from unicodedata import normalize

from kampanye_tui.document.build import SAMPLE_MARK
from kampanye_tui.document.clause_words import Printed, printed_clauses, printed_points
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.occasion import Style
from kampanye_tui.model.text import hidden

_FOOT = re.compile(r"\s*(?:Naskah final r\d+ · kode |KONSEP r\d+).*")
_NUMBER = re.compile(r"(?:Pasal)?(\d+)\.?|\d+\.")
_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "\u6600": "f", "\u6900": "i", "\u6c00": "l"}
)
"""Other programs write two letters as one; Ghostscript 10 turns the bytes of such letters around."""
_BESIDE = 24
"""So many characters of what stands before a difference are told."""
_TOLD = 60
"""And so many behind it."""
_BEGINNING = 30
"""Letters by which a clause without a title is known."""


class Letters:
    """The letters of a text in a row, without blanks, each with the page and the place that it has."""

    def __init__(self, pages: Iterable[str]) -> None:
        self.pages = tuple(normalize("NFC", text) for text in pages)
        shown = [
            (page, at, character)
            for page, text in enumerate(self.pages)
            for at, character in enumerate(text)
            if not character.isspace() and not hidden(character)
        ]
        self.row = "".join(character for _page, _at, character in shown)
        self._places = [(page, at) for page, at, _character in shown]

    def page(self, index: int) -> int:
        """Return the number of the page on which a letter stands, from 1."""
        return self._place(index)[0] + 1

    def before(self, index: int) -> str:
        """Return all text before a letter."""
        page, at = self._place(index)
        return "\n".join((*self.pages[:page], self.pages[page][:at]))

    def around(self, index: int) -> str:
        """Return the words of the page around a letter."""
        if not self._places:
            return ""
        page, at = self._place(index)
        text = self.pages[page]
        start, end = max(0, at - _BESIDE), min(len(text), at + _TOLD)
        while 0 < start < at and not text[start - 1].isspace():
            start += 1
        while end < len(text) and not text[end - 1].isspace():
            end += 1
        return " ".join(text[start:end].split())

    def _place(self, index: int) -> tuple[int, int]:
        return self._places[min(index, len(self._places) - 1)]


class Difference(NamedTuple):
    """The first place at which a paper differs: its page, and what is wrong there."""

    page: int
    what: str


def readable(pages: Iterable[str]) -> tuple[str, ...]:
    """Return the text of pages with each letter by itself, whichever program wrote them."""
    return tuple(text.translate(_LIGATURES) for text in pages)


def paper_letters(pages: Iterable[str]) -> Letters:
    """Return the letters of a paper without what its program printed at the foot of every page."""
    return Letters("\n".join(_without_foot(text.split("\n"))) for text in pages)


def holds_clauses(agreement: Agreement, paper: Letters) -> bool:
    """Tell whether a paper holds the title or the words of any clause: a receipt does not."""
    return any(_begin(one) in paper.row for one in _as_printed(agreement, paper).clauses)


def clause_difference(agreement: Agreement, paper: Letters) -> Difference | None:
    """Return the first clause that does not read as it was agreed, or None where all do.

    Every clause has to follow on the one before it. A clause is looked for as papers print it: in Pasal, in
    numbers, or as the points of one sentence.
    """
    wanted, start = _as_printed(agreement, paper)
    if start is None:
        return Difference(1, f'klausul "{wanted[0].clause.title}" tidak ada, atau judulnya diubah')
    early = _numbers_before(wanted, paper, start)
    if early:
        title = wanted[0].clause.title
        return Difference(
            paper.page(start), f'sebelum klausul pertama, "{title}", sudah tertulis {early} yang lain'
        )
    at = start
    for number, one in enumerate(wanted):
        letters = Letters([one.words])
        if not paper.row.startswith(letters.row, at):
            return _told(wanted, number, paper, at)
        at += len(letters.row)
    return None


def missing_names(agreement: Agreement, paper: Letters) -> tuple[str, ...]:
    """Return the topic and the names of pihak that a paper does not hold."""
    row = paper.row.casefold()
    names = (agreement.topic, *(party.name for party in agreement.parties))
    return tuple(name for name in names if Letters([name]).row.casefold() not in row)


def _without_foot(lines: list[str]) -> list[str]:
    kept = [line for line in lines if line.strip() != SAMPLE_MARK]
    while kept and not kept[-1].strip():
        kept.pop()
    # The last line alone: elsewhere such words were put there by somebody.
    return kept[:-1] if kept and _FOOT.fullmatch(kept[-1]) else kept


class _Form(NamedTuple):
    """The clauses in a form of print, and where the first clause has its place; None where nobody knows."""

    clauses: tuple[Printed, ...]
    start: int | None


def _as_printed(agreement: Agreement, paper: Letters) -> _Form:
    """Return the clauses in the form of which most are on the paper."""
    forms = []
    for make in (printed_clauses, printed_points):
        for style in Style:
            first, start = _placed(make(agreement, style, 1), paper)
            forms.append(_Form(make(agreement, style, first), start))
    return max(forms, key=lambda form: sum(Letters([one.words]).row in paper.row for one in form.clauses))


def _placed(wanted: Sequence[Printed], paper: Letters) -> tuple[int, int | None]:
    """Return number and place of the first clause: what the first heading of any clause says.

    Without a heading of the first clause nobody knows its place.
    """
    headings = [
        (met.start(), int(met[1]), at)
        for at, one in enumerate(wanted)
        for met in [re.search(_numbered(one) + re.escape(_begin(one)), paper.row)]
        if met
    ]
    if not headings:
        return 1, None
    start, number, at = min(headings)
    own = next((its for _start, its, other in headings if other == 0), None)
    if own is not None:
        return min(number, own), start
    return max(number - at, 1), None


def _numbered(one: Printed) -> str:
    """Return the pattern of the numbers that clauses of a form have."""
    return re.sub(r"\d+", r"(\\d+)", re.escape(Letters([one.label]).row))


def _begin(one: Printed) -> str:
    return (
        Letters([one.begin]).row[:_BEGINNING] if one.begin != one.clause.title else Letters([one.begin]).row
    )


def _numbers_before(wanted: Sequence[Printed], paper: Letters, start: int) -> str:
    """Return the number of a clause that already heads something else before the first one; else nothing.

    Who puts other clauses before the true ones shows a reader the wrong ones first.
    """
    numbers = {one.label.replace("\u00a0", " ") for one in wanted if one.label.startswith("Pasal")}
    lines = (" ".join(line.split()) for line in paper.before(start).split("\n"))
    return next((line for line in lines if line in numbers), "")


def _told(wanted: Sequence[Printed], number: int, paper: Letters, at: int) -> Difference:
    """Say what stands in the place of a clause."""
    one = wanted[number]
    called = f'klausul "{one.clause.title}" ({one.label.replace(chr(0xA0), " ")})'
    letters = Letters([one.words])
    behind = _NUMBER.match(paper.row, at)
    place = behind.end() if behind else at
    there = next((other for other in wanted if paper.row.startswith(_begin(other), place)), one)
    if there is not one:
        what = "tidak pada tempatnya" if _begin(one) in paper.row[at:] else "tidak ada"
        told = f'{called} {what}; di sana tertulis klausul "{there.clause.title}"'
        return Difference(paper.page(at), told)
    if paper.row.find(letters.row) > at:
        told = f'sebelum {called} ditambahkan kata-kata: "{paper.around(at)}"'
        return Difference(paper.page(at), told)
    same = _common(letters.row, paper.row, at)
    wrong, right = paper.around(at + same), letters.around(same)
    return Difference(paper.page(at + same), f'{called} berbeda: seharusnya "{right}", tertulis "{wrong}"')


def _common(wanted: str, row: str, at: int) -> int:
    """Return how many letters are the same from ``at`` on."""
    same = 0
    while same < len(wanted) and row[at + same : at + same + 1] == wanted[same]:
        same += 1
    return same
