"""A clause below the list of clauses: as it prints, an ayat or huruf a line."""

from __future__ import annotations

import pytest

from kampanye_tui.model.occasion import Style
from kampanye_tui.tui.screens.clause_lines import lines_of
from tests.unit.agreement.making import changed, small_agreement, with_clause

BASE = small_agreement()
FIRST, SECOND = (clause.id for clause in BASE.clauses[:2])
LISTED = "Tidak di:\n- tempat ibadah; dan\n- rumah sakit."
CASES = {
    "one ayat": (Style.ARTICLES, "Satu\nkalimat.", ["Satu kalimat."]),
    "ayat": (Style.ARTICLES, "Satu.\n\nDua.", ["(1) Satu.", "(2) Dua."]),
    "huruf": (
        Style.ARTICLES,
        f"Satu.\n\n{LISTED}",
        ["(1) Satu.", "(2) Tidak di:", "   a. tempat ibadah; dan", "   b. rumah sakit."],
    ),
    "numbered": (
        Style.NUMBERS,
        f"Satu.\n\n{LISTED}",
        ["a. Satu.", "b. Tidak di:", "   1) tempat ibadah; dan", "   2) rumah sakit."],
    ),
    "numbered alone": (
        Style.NUMBERS,
        LISTED,
        ["Tidak di:", "   a. tempat ibadah; dan", "   b. rumah sakit."],
    ),
    "another clause": (Style.ARTICLES, f"Lihat {{@{SECOND}}}.", ["Lihat klausul 2."]),
    "still open": (Style.ARTICLES, "Pukul {jam}.", ["Pukul {jam}."]),
}


@pytest.mark.parametrize("what", CASES)
def test_a_clause_reads_line_by_line(what: str) -> None:
    style, words, told = CASES[what]
    agreement = with_clause(changed(BASE, style=style), FIRST, text=words, resolved=words)
    assert list(lines_of(agreement, agreement.clauses[0])) == told
