"""A recap as a page for browsers: its tables as in every format, and before them bars for each province.

The parts of a bar differ by pattern and stand in one order, and the figures stand below in words: neither a
print in black and white nor a reader for the blind loses anything.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from html import escape
from itertools import chain

from kampanye_tui.agreement.summary import Recap, by_province, summed
from kampanye_tui.document.recap_paper import ALL, blocks, recap_paper
from kampanye_tui.formats.html import blocks_of, page_of
from kampanye_tui.model.recap import Stage, Sum

_WIDE, _HIGH = 240, 14
"""Of a bar in units of its drawing."""
_STYLE = """
.bars td { width: 30% }
.bars th { text-align: left; font-weight: normal; background: none }
.bars thead th { font-weight: bold }
.bars p { margin: .2em 0 0; font-size: .87em; text-align: left }
.bar { display: block; width: 100%; height: 1.1em; color: CanvasText }
.bar rect { stroke: currentColor; stroke-width: 1 }
.patterns { position: absolute; width: 0; height: 0 }
.bars span { display: inline-block; margin-right: .9em }
.key { width: 1.6em; height: .9em; margin-right: .35em; vertical-align: -.1em }
@media print { .bar, .bar rect, .key { print-color-adjust: exact; -webkit-print-color-adjust: exact } }
"""
_FILLS = ("penuh", "miring", "titik", "garis", "kosong")
_DRAWN = {
    "penuh": '<rect width="6" height="6"/>',
    "miring": '<path d="M-1 7 7 -1M-1 1 1 -1M5 7 7 5" stroke="currentColor" stroke-width="1.4"/>',
    "titik": '<circle cx="3" cy="3" r="1.3"/>',
    "garis": '<path d="M0 3H6" stroke="currentColor" stroke-width="1.2"/>',
    "kosong": "",
}
"""What each pattern draws on a square of six units."""
Parts = tuple[tuple[str, int], ...]
"""Words and figures of a bar, in the order of :data:`_FILLS`."""


def recap_page(recap: Recap, day: date, told: str = "") -> bytes:
    """Return the page of a recap up to a day; ``told`` says what was left out."""
    title, per, legend, *others = blocks(recap, day, told)
    body = chain(blocks_of((title, per, legend)), _bars(recap, day), blocks_of(others, level=1))
    return page_of(recap_paper(recap, day, told), body, _STYLE).encode()


def _bars(recap: Recap, day: date) -> Iterator[str]:
    sums = (summed(ALL, recap, day), *by_province(recap, day))
    yield '<h2 class="title left">Bagan menurut provinsi</h2>'
    yield _patterns()
    yield '<table class="bars">'
    heads = ("Provinsi", "Keadaan naskah", "Penanda tangan", "Salinan")
    named = "".join(f'<th scope="col">{name}</th>' for name in heads)
    yield f"<thead><tr>{named}</tr></thead>"
    yield "<tbody>"
    for one in sums:
        cells = "".join(f"<td>{_bar(parts)}{_words(parts)}</td>" for parts in _parts(one))
        yield f'<tr><th scope="row">{escape(one.name)}</th>{cells}</tr>'
    yield "</tbody>"
    yield "</table>"


def _parts(one: Sum) -> tuple[Parts, Parts, Parts]:
    tally, stages = one.tally, one.stages
    return (
        tuple(
            (stage.words, stages[stage]) for stage in (Stage.CLOSED, Stage.SIGNING, Stage.FINAL, Stage.DRAFT)
        ),
        (
            ("menandatangani", tally.signed),
            ("hadir, tidak menandatangani", tally.present),
            ("menyusul", tally.later),
            ("tidak hadir", tally.absent),
            ("belum ada hasil", tally.open),
        ),
        (
            ("diterima", tally.received),
            ("diserahkan, belum diterima", tally.handed - tally.received),
            ("dicetak, belum diserahkan", tally.printed - tally.handed),
            ("belum dicetak", tally.copies - tally.printed),
        ),
    )


def _patterns() -> str:
    made = "".join(
        f'<pattern id="{name}" width="6" height="6" patternUnits="userSpaceOnUse">{drawn}</pattern>'
        for name, drawn in _DRAWN.items()
    )
    return f'<svg class="patterns" aria-hidden="true"><defs>{made}</defs></svg>'


def _fills(parts: Parts) -> Sequence[str]:
    """Return the pattern of each part: the first is full, the last is empty."""
    return (*_FILLS[: len(parts) - 1], _FILLS[-1])


def _bar(parts: Parts) -> str:
    """Return a bar; a part of nothing is not drawn, one of little stays to be seen."""
    total = sum(max(0, number) for _word, number in parts)
    drawn, at = [], 0.0
    for (_word, number), fill in zip(parts, _fills(parts), strict=True):
        if number > 0:
            wide = (_WIDE - 2) * number / total
            drawn.append(_rect(at + 1, wide, fill))
            at += wide
    told = ", ".join(f"{word} {number}" for word, number in parts)
    return (
        f'<svg class="bar" role="img" aria-label="{escape(told)}" viewBox="0 0 {_WIDE} {_HIGH}" '
        f'preserveAspectRatio="none">{"".join(drawn)}</svg>'
    )


def _rect(at: float, wide: float, fill: str) -> str:
    return f'<rect x="{at:.1f}" y="1" width="{wide:.1f}" height="{_HIGH - 2}" fill="url(#{fill})"/>'


def _words(parts: Parts) -> str:
    """Return the figures, each behind a piece of its pattern."""
    told = "".join(
        f'<span><svg class="key" aria-hidden="true" viewBox="0 0 20 10"><rect x="1" y="1" width="18" '
        f'height="8" '
        f'fill="url(#{fill})" stroke="currentColor"/></svg>{escape(word)} {number}</span>'
        for (word, number), fill in zip(parts, _fills(parts), strict=True)
        if number > 0
    )
    return f"<p>{told or '–'}</p>"
