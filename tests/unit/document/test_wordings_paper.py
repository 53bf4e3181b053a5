"""Where clauses differ, as a paper: only what differs is printed, the rest is counted."""

from __future__ import annotations

from datetime import date

from kampanye_tui.agreement.fingerprint import words_digest
from kampanye_tui.agreement.wordings import ClauseAcross, Counts, Wording
from kampanye_tui.document.wordings_paper import wordings_paper
from kampanye_tui.model.document import Heading, Paragraph
from kampanye_tui.model.recap import Chain, OfficeSummary, Stage
from tests.unit.document.papers import said

NATIONAL = ("Alat Peraga", "Alat peraga dipasang di:\n- lapangan; dan\n- jalan raya.\n\nYang rusak diganti.")
TANGERANG = OfficeSummary(
    place="kiriman/36.71",
    region="36.71",
    name="Kota Tangerang",
    province="Banten",
    office="KPU",
    id="damai",
    revision=1,
    stage=Stage.DRAFT,
    code="A",
    chain=Chain.EMPTY,
)


def told(title: str, text: str) -> list[str]:
    """Return what the paper prints of a clause of which one office has other words."""
    own = Wording(words_digest(title, text), (title, text), national=False, offices=(TANGERANG,))
    counts = Counts(changed=1)
    clause = ClauseAcross("alat", NATIONAL, (("Banten", counts),), counts, (own,), ())
    blocks = wordings_paper([clause], date(2023, 12, 1)).blocks
    said_by = [said(block.runs) for block in blocks if isinstance(block, Heading | Paragraph)]
    return said_by[said_by.index("36.71 Kota Tangerang") + 1 :]


def test_lines_that_stayed_are_counted() -> None:
    assert told(NATIONAL[0], NATIONAL[1].replace("jalan raya", "jalan desa")) == [
        "• jalan [-raya.-] {+desa.+}",
        "Baris yang tetap: 3.",
    ]


def test_a_title_is_printed_where_it_differs() -> None:
    assert told("Alat Peraga Kampanye", NATIONAL[1]) == ["Alat Peraga {+Kampanye+}", "Baris yang tetap: 4."]


def test_where_nothing_stayed_nothing_is_counted() -> None:
    assert [line for line in told("Poster", "Tanpa poster.") if line.startswith("Baris")] == []
