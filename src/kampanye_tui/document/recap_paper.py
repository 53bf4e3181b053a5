"""A recap → a document, so that every format prints it.

No template makes it: it is of many agreements, and a template tells of one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from kampanye_tui.agreement.summary import Recap, by_province, summed
from kampanye_tui.agreement.words import long_date
from kampanye_tui.document.context import plain
from kampanye_tui.model.document import (
    Align,
    Block,
    Column,
    Document,
    Furniture,
    Heading,
    Page,
    Paragraph,
    Runs,
    Table,
)
from kampanye_tui.model.recap import OfficeSummary, Stage, Sum, Tally

TITLE = "Rekap Kesepakatan Kampanye Damai"
ALL = "Semua"
PAGE = Page(width=297, height=210, top=20, bottom=20, left=15, right=15, size=10)
LEGEND = (
    "Salinan: direncanakan, diserahkan, diterima. Klausul dibandingkan dengan kumpulan nasional "
    "asalnya: tetap, diubah, dibuang, dan ditambahkan. Hari tanpa kabar dihitung dari catatan terakhir "
    "sampai tanggal rekap; pada jumlah provinsi, yang paling lama. Rangkaian cocok berarti catatan "
    "kejadian dan naskah final masih seperti saat dicatat; catatan yang terpotong di ujungnya hanya "
    "dapat diketahui dari kode catatan pada tanda terima."
)
_TALLY = (
    Column(head="Penanda tangan", share=3, align=Align.RIGHT),
    Column(head="Menandatangani", share=4, align=Align.RIGHT),
    Column(head="Hadir saja", share=2, align=Align.RIGHT),
    Column(head="Tidak hadir", share=2, align=Align.RIGHT),
    Column(head="Menyusul", share=3, align=Align.RIGHT),
    Column(head="Salinan", share=5, align=Align.RIGHT),
    Column(head="Klausul", share=5, align=Align.RIGHT),
    Column(head="Hari tanpa kabar", share=2, align=Align.RIGHT),
)
_SUMS = (
    Column(head="Provinsi", share=6),
    Column(head="Kantor", share=2, align=Align.RIGHT),
    *(Column(head=stage.words.capitalize(), share=2, align=Align.RIGHT) for stage in Stage),
    Column(head="Bermasalah", share=3, align=Align.RIGHT),
    *_TALLY,
)
_OFFICES = (
    Column(head="Wilayah", share=3),
    Column(head="Nama", share=8),
    Column(head="Keadaan", share=3),
    *_TALLY,
    Column(head="Rangkaian", share=3),
)
_TROUBLES = (Column(head="Asal", share=4), Column(head="Kantor", share=3), Column(head="Alasan", share=8))


def recap_paper(recap: Recap, day: date, told: str = "") -> Document:
    """Return the document of a recap up to a day; ``told`` says what was left out."""
    return paper_of_many("rekap", TITLE, blocks(recap, day, told), day)


def paper_of_many(document_id: str, title: str, blocks: Iterable[Block], day: date) -> Document:
    """Return a document that tells of many agreements up to a day."""
    return Document(
        id=document_id,
        title=f"{title}, {long_date(day)}",
        author=title,
        page=PAGE,
        blocks=tuple(blocks),
        day=day,
        furniture=Furniture(foot=f"{title} · per {long_date(day)}"),
    )


def blocks(recap: Recap, day: date, told: str = "") -> Iterator[Block]:
    """Yield all blocks: the sums of provinces, each province, and what was not counted."""
    yield from _head(day, told)
    sums = by_province(recap, day)
    yield Heading(level=2, runs=plain("Menurut provinsi"), align=Align.LEFT)
    yield Table(columns=_SUMS, rows=tuple(map(_sum_row, (*sums, summed(ALL, recap, day)))))
    for one in sums:
        offices = [office for office in recap.offices if office.province == one.name]
        if offices:
            yield Heading(level=2, runs=plain(one.name), align=Align.LEFT)
            yield Table(columns=_OFFICES, rows=tuple(_office_row(office, day) for office in offices))
    if recap.troubles or recap.older:
        yield Heading(level=2, runs=plain("Tidak dihitung"), align=Align.LEFT)
        rows = tuple(_cells((one.place, one.office, one.reason)) for one in (*recap.troubles, *recap.older))
        yield Table(columns=_TROUBLES, rows=rows)


def _head(day: date, told: str) -> Iterator[Block]:
    """Yield the title, and how the figures are read."""
    yield Heading(level=1, runs=plain(TITLE))
    yield Paragraph(runs=plain(f"Per {long_date(day)}{told and f'; {told}'}"), align=Align.CENTRE)
    yield Paragraph(runs=plain(LEGEND), align=Align.LEFT)


def _tally_cells(tally: Tally, days: int | None) -> tuple[str, ...]:
    outcomes = (tally.signers, tally.signed, tally.present, tally.absent, tally.later)
    copies, clauses = (
        " / ".join(map(str, figures)) for figures in (tally.copy_figures, tally.clause_figures)
    )
    return (*map(str, outcomes), copies, clauses, "–" if days is None else str(days))


def _sum_row(one: Sum) -> tuple[Runs, ...]:
    counts = (one.offices, *(one.stages[stage] for stage in Stage), one.troubles)
    return _cells((one.name, *map(str, counts), *_tally_cells(one.tally, one.silent)))


def _office_row(one: OfficeSummary, day: date) -> tuple[Runs, ...]:
    tally = _tally_cells(one.tally, one.silent(day))
    return _cells((one.region, one.name, one.stage.words, *tally, one.chain.value))


def _cells(texts: Iterable[str]) -> tuple[Runs, ...]:
    return tuple(plain(text) for text in texts)
