"""What differs between two texts → a document, so that every format prints it.

Marks are signs and style, so that a black-and-white print and a screen reader tell them as well: what is gone
stands in ``[-…-]`` and italics, what is new in ``{+…+}`` and bold, what was moved begins with ``=``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kampanye_tui.agreement.redline import ClauseRedline, Redline
from kampanye_tui.agreement.word_diff import Piece, Sign, marked
from kampanye_tui.document.build import SAMPLE_MARK
from kampanye_tui.document.context import merged, plain
from kampanye_tui.document.watermark import SAMPLE
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.document import (
    Align,
    Block,
    Document,
    Furniture,
    Heading,
    Page,
    Paragraph,
    Run,
    Runs,
)

TITLE = "Perbandingan Naskah"
LEGEND = (
    "Cara membaca: [-dihapus-] bercetak miring, {+ditambahkan+} bercetak tebal; tanda + klausul baru, "
    "- klausul yang dihapus, ~ bunyi yang diubah, dan = klausul yang dipindahkan."
)
PAGE = Page(width=210, height=297, top=25, bottom=25, left=25, right=20, size=11.5)


def comparison(redline: Redline, after: Agreement, names: tuple[str, str]) -> Document:
    """Return the document; ``names`` say which two texts are compared, the earlier first."""
    return Document(
        id="perbandingan",
        title=f"{TITLE}: {names[0]} dan {names[1]}",
        author=after.office.name,
        page=PAGE,
        blocks=tuple(_blocks(redline, names)),
        day=after.occasion.day,
        furniture=Furniture(
            mark=SAMPLE_MARK if after.office.sample else "",
            foot=f"{TITLE} · {names[0]} dan {names[1]}",
            watermark=SAMPLE if after.office.sample else "",
        ),
    )


def _blocks(redline: Redline, names: tuple[str, str]) -> Iterator[Block]:
    yield Heading(level=1, runs=plain(TITLE))
    yield Paragraph(runs=plain(f"Semula: {names[0]}\nMenjadi: {names[1]}"), align=Align.LEFT)
    yield Paragraph(runs=plain(LEGEND), align=Align.LEFT)
    yield Paragraph(runs=plain(redline.words), align=Align.LEFT)
    for clause in redline.differing:
        yield from _clause(clause)
    if redline.others:
        yield Heading(level=2, runs=plain("Selain klausul"), align=Align.LEFT)
        for line in redline.others:
            yield Paragraph(runs=plain(line), align=Align.LEFT)


def _clause(clause: ClauseRedline) -> Iterator[Block]:
    source = f"klausul {clause.id}"
    yield Heading(level=2, runs=plain(clause.head), align=Align.LEFT, source=source)
    for line in clause.words:
        yield Paragraph(runs=marked_runs(line), align=Align.LEFT, source=source)
    if clause.words and clause.citations:
        runs = merged((Run("Dasar: "), *_listed(clause.citations)))
        yield Paragraph(runs=runs, align=Align.LEFT, source=source)


def marked_runs(pieces: Iterable[Piece]) -> Runs:
    """Return words with signs and style; words without a blank behind them get one."""
    runs: list[Run] = []
    for piece in pieces:
        run = _marked(piece)
        if runs and not runs[-1].text[-1].isspace() and not run.text[0].isspace():
            runs.append(Run(" "))
        runs.append(run)
    return merged(runs)


def _listed(pieces: Iterable[Piece]) -> Iterator[Run]:
    for number, piece in enumerate(pieces):
        if number:
            yield Run("; ")
        yield _marked(piece)


def _marked(piece: Piece) -> Run:
    return Run(marked((piece,)), bold=piece.sign is Sign.NEW, italic=piece.sign is Sign.GONE)
