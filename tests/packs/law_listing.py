"""The list of laws that the national clauses cite, as docs/dasar-hukum.md shows it.

``make dasar-hukum`` writes the file; a test compares it with what the pack says.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from kampanye_tui.agreement.law import short_name
from kampanye_tui.agreement.words import long_date
from kampanye_tui.model.legal import Citation, LegalBasis
from kampanye_tui.model.pack import NATIONAL_ID
from kampanye_tui.plugin.data_pack import read_pack
from kampanye_tui.plugin.folder import read_folder
from kampanye_tui.plugin.host import NATIONAL

PAGE = Path(__file__).parent.parent.parent / "docs" / "dasar-hukum.md"
HEAD = """\
# Dasar hukum yang dirujuk klausul nasional

Berkas ini dibuat dari paket nasional dengan `make dasar-hukum`; jangan disunting dengan tangan.

Bukti: **ditemukan** berarti isi pasal terlihat pada sumber terbuka, **sebagian** berarti terlihat tidak utuh,
**ingatan** berarti belum dicocokkan dengan bunyi aslinya. Tanggal berlaku hanya ditulis bila sebuah sumber
menyebutnya; selain itu tertulis "belum diperiksa". Daftar ini bukan nasihat hukum.
"""


class Cited(NamedTuple):
    """A citation and the clauses that make it."""

    citation: Citation
    clauses: tuple[str, ...]


def listing() -> str:
    """Return the page."""
    pack = read_pack(read_folder(NATIONAL, NATIONAL_ID))
    cited: dict[tuple[str, str], Cited] = {}
    for clause_set in pack.clause_sets:
        for clause in clause_set.clauses:
            for citation in clause.citations:
                key = citation.law, citation.article
                known = cited.get(key, Cited(citation, ())).clauses
                if clause.id not in known:
                    cited[key] = Cited(citation, (*known, clause.id))
    parts = [HEAD, f"Jumlah rujukan tingkat pasal yang berbeda: {len(cited)}.\n"]
    for law in pack.legal_basis:
        rows = sorted((one for (law_id, _article), one in cited.items() if law_id == law.id), key=_in_order)
        if rows:
            parts.append("\n".join([*_about(law), *map(_row, rows), ""]))
    return "\n".join(parts)


def _in_order(one: Cited) -> tuple[list[int], str]:
    """Articles stand by their numbers, 72A behind 72."""
    article = one.citation.article
    return [int(number) for number in re.findall(r"[0-9]+", article)], article


def _about(law: LegalBasis) -> list[str]:
    force = long_date(law.in_force) if law.in_force else "belum diperiksa"
    return [
        f"## {short_name(law)}",
        "",
        f"{law.title}. Berlaku sejak: {force}. Bukti atas data peraturan: {law.evidence.value}.",
        "",
        "| Rujukan | Bukti | Klausul |",
        "|---|---|---|",
    ]


def _row(one: Cited) -> str:
    return f"| {one.citation.article} | {one.citation.evidence.value} | {', '.join(one.clauses)} |"


if __name__ == "__main__":
    PAGE.write_text(listing(), encoding="utf-8")
