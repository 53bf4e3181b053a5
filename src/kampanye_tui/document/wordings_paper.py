"""Where clauses differ from the national ones → a document, so that every format prints it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from kampanye_tui.agreement.redline import WordsRedline
from kampanye_tui.agreement.word_diff import unchanged
from kampanye_tui.agreement.wordings import ClauseAcross, Counts, Wording
from kampanye_tui.agreement.words import long_date
from kampanye_tui.document.comparison import marked_runs
from kampanye_tui.document.context import plain
from kampanye_tui.document.recap_paper import ALL, paper_of_many
from kampanye_tui.model.document import (
    Align,
    Block,
    Column,
    Document,
    Heading,
    Paragraph,
    Runs,
    Table,
)
from kampanye_tui.model.recap import ClauseFate, OfficeSummary

TITLE = "Perbandingan Klausul"
LEGEND = (
    "Angka menghitung naskah: klausulnya tetap, diubah, dibuang, atau ditambahkan, dibandingkan dengan "
    "kumpulan nasional asalnya. Bunyi yang sama, kecuali isian seperti nama kantor, berkode sama. "
    "Cara membaca: [-bunyi nasional-] bercetak miring, {+bunyi kantor+} bercetak tebal."
)
SAME = "Semua klausul tetap di semua naskah."
KEPT = "Baris yang tetap: {}."
TOO_LONG = "Bunyinya terlalu panjang untuk disimpan; baca naskah kantornya."
_COUNTS = (
    *(Column(head=fate.value.capitalize(), share=4, align=Align.RIGHT) for fate in ClauseFate),
    Column(head="Bunyi", share=3, align=Align.RIGHT),
)
_HERE = (Column(head="Klausul", share=10), Column(head="Provinsi", share=7), *_COUNTS[:-1])


def wordings_paper(clauses: Sequence[ClauseAcross], day: date, told: str = "") -> Document:
    """Return the document; ``told`` says what was left out."""
    return paper_of_many("perbandingan-klausul", TITLE, _blocks(clauses, day, told), day)


def _blocks(clauses: Sequence[ClauseAcross], day: date, told: str) -> Iterator[Block]:
    yield Heading(level=1, runs=plain(TITLE))
    yield Paragraph(runs=plain(f"Per {long_date(day)}{told and f'; {told}'}"), align=Align.CENTRE)
    yield Paragraph(runs=plain(LEGEND), align=Align.LEFT)
    rows = tuple(_cells(one.title or one.id, one.whole, str(len(one.wordings))) for one in clauses)
    yield Table(columns=(Column(head="Klausul", share=14), *_COUNTS), rows=rows)
    differing = [one for one in clauses if one.whole.differing]
    if not differing:
        yield Paragraph(runs=plain(SAME), align=Align.LEFT)
        return
    yield Heading(level=2, runs=plain("Menurut provinsi"), align=Align.LEFT)
    rows = tuple(
        (plain(one.title or one.id), *_cells(province, counts))
        for one in differing
        for province, counts in (
            *((name, some) for name, some in one.provinces if some.differing),
            (ALL, one.whole),
        )
    )
    yield Table(columns=_HERE, rows=rows)
    for one in differing:
        yield from _clause(one)


def _cells(name: str, counts: Counts, *more: str) -> tuple[Runs, ...]:
    return tuple(map(plain, (name, *map(str, counts), *more)))


def _clause(clause: ClauseAcross) -> Iterator[Block]:
    yield Heading(level=2, runs=plain(clause.title or clause.id), align=Align.LEFT)
    for number, wording in enumerate(clause.wordings, 1):
        yield Heading(level=3, runs=plain(head(number, wording)), align=Align.LEFT)
        if wording.national:
            # Nearly everybody has it: who has not is what somebody looks for.
            continue
        yield Paragraph(runs=plain(named(wording.offices)), align=Align.LEFT)
        if found := clause.redline(wording):
            yield from _words(found)
        else:
            yield Paragraph(runs=plain(TOO_LONG), align=Align.LEFT)
    if clause.dropped:
        yield Heading(level=3, runs=plain(f"Dibuang oleh {len(clause.dropped)} naskah"), align=Align.LEFT)
        yield Paragraph(runs=plain(named(clause.dropped)), align=Align.LEFT)


def _words(found: WordsRedline) -> Iterator[Block]:
    for line in (found.title, *found.lines):
        if not unchanged(line):
            yield Paragraph(runs=marked_runs(line), align=Align.LEFT)
    if kept := sum(map(unchanged, found.lines)):
        yield Paragraph(runs=plain(KEPT.format(kept)), align=Align.LEFT)


def head(number: int, wording: Wording) -> str:
    """Return the line above a wording: ``Bunyi 2 · 4F2A-9C01-77QX · 3 naskah``."""
    national = " · bunyi nasional" if wording.national else ""
    return f"Bunyi {number} · {wording.code} · {len(wording.offices)} naskah{national}"


def named(offices: Iterable[OfficeSummary]) -> str:
    """Return agreements by region: ``36.71 Kota Tangerang, 36.74 Kota Tangerang Selatan``."""
    return ", ".join(f"{one.region} {one.name}" for one in offices)
