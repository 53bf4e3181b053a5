"""What is said before a text is made final: who has still to answer, in the order of what weighs most."""

from __future__ import annotations

import pytest

from kampanye_tui.agreement.final_words import another_revision, unanswered
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.event import Answer

from .making import with_clause
from .responses import DRAFT, Given, events_of

EDITED = with_clause(DRAFT, "damai", resolved="Peserta Pemilu berkampanye dengan tertib.")
OBJECTED: Given = ("1", "damai", Answer.OBJECTION, "Kurang jelas.")
ALL: tuple[Given, ...] = tuple(
    (party, clause, Answer.AGREED) for party in ("1", "2", "bawaslu") for clause in ("damai", "jujur")
)
SAID: dict[str, tuple[Agreement, tuple[Given, ...], str]] = {
    "nobody": (DRAFT, (), "Belum ada tanggapan yang tercatat; pembahasan boleh dilewati."),
    "everybody": (DRAFT, ALL, "Semua pihak sudah menanggapi semua klausul."),
    "some": (
        DRAFT,
        (*ALL[:2], ALL[2]),
        "2 pihak belum menanggapi semuanya (tidak menghalangi): Partai-B, Bawaslu",
    ),
    "an objection to other words": (
        EDITED,
        (OBJECTED, *ALL[1:]),
        "Keberatan atas bunyi lama yang belum dijawab lagi (tidak menghalangi): Partai-A atas Damai",
    ),
}


@pytest.mark.parametrize("who", SAID)
def test_who_has_still_to_answer_is_told(who: str) -> None:
    agreement, given, words = SAID[who]
    assert unanswered(agreement, events_of(*given)) == words


def test_an_edit_of_a_final_text_says_which_revision_it_makes() -> None:
    assert another_revision(1, 2) == "Naskah final r01 tetap ada; ini konsep r02, ditandatangani lagi."


def test_an_edit_of_a_draft_makes_no_revision() -> None:
    assert another_revision(2, 2) == ""
