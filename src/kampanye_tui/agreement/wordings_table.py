"""Where clauses differ as a table for Excel: a row for each clause in each province, or for each wording."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from kampanye_tui.agreement.spreadsheet_cell import guarded
from kampanye_tui.agreement.word_diff import marked
from kampanye_tui.agreement.wordings import ClauseAcross
from kampanye_tui.model.recap import ClauseFate

FATES = tuple(fate.value for fate in ClauseFate)
CLAUSE_HEADS = ("klausul", "judul", "provinsi", *FATES)
WORDING_HEADS = ("klausul", "bunyi", "nasional", "wilayah", "kantor", "naskah", "judul", "beda")


def clauses_table(clauses: Iterable[ClauseAcross]) -> bytes:
    """Return the counts of each clause in each province as CSV; what looks like a formula is none."""
    return _csv(
        CLAUSE_HEADS,
        (
            (one.id, one.title, province, *map(str, counts))
            for one in clauses
            for province, counts in one.provinces
        ),
    )


def wordings_table(clause: ClauseAcross) -> bytes:
    """Return the agreements of a clause as CSV, each with its wording beside the national one."""
    return _csv(WORDING_HEADS, _wording_rows(clause))


def _wording_rows(clause: ClauseAcross) -> Iterator[Sequence[str]]:
    for wording in clause.wordings:
        found = clause.redline(wording)
        title = marked(found.title) if found else ""
        words = "\n".join(marked(line).strip() for line in found.lines) if found else ""
        told = "ya" if wording.national else "tidak"
        for office in wording.offices:
            yield clause.id, wording.code, told, office.region, office.office, office.id, title, words
    for office in clause.dropped:
        yield clause.id, ClauseFate.DROPPED.value, "", office.region, office.office, office.id, "", ""


def _csv(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    text = io.StringIO(newline="")
    written = csv.writer(text, delimiter=";", lineterminator="\r\n")
    written.writerow(heads)
    written.writerows([guarded(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")
