"""Where answers stand: the matrix, its counts, what is open and who is silent."""

from __future__ import annotations

import pytest

from kampanye_tui.agreement.response_matrix import (
    Standing,
    changed_since,
    matrix,
    missing,
    objections_asked_again,
    open_objections,
    standing_of,
)
from kampanye_tui.model.event import Answer

from .making import with_clause, without_clause
from .responses import DRAFT, answers

EDITED = with_clause(DRAFT, "damai", resolved="Peserta Pemilu berkampanye dengan tertib.")
MIXED = (
    ("1", "damai", Answer.AGREED),
    ("2", "damai", Answer.OBJECTION, "Kurang jelas."),
    ("bawaslu", "damai", Answer.REMARK, "Baik."),
)

STANDINGS = {
    "consent": (Answer.AGREED, "", Standing.AGREED),
    "a remark": (Answer.REMARK, "Baik.", Standing.REMARK),
    "an objection": (Answer.OBJECTION, "Tidak.", Standing.OBJECTION),
}


@pytest.mark.parametrize("what", STANDINGS)
def test_an_answer_to_the_present_words_stands_as_it_was_given(what: str) -> None:
    answer, remark, standing = STANDINGS[what]
    given = answers(("1", "damai", answer, remark))
    assert standing_of(DRAFT, given, "partai-a", "damai") is standing


def test_silence_stands_as_no_answer() -> None:
    assert standing_of(DRAFT, {}, "partai-a", "damai") is Standing.NONE


def test_an_answer_that_was_taken_back_stands_as_no_answer() -> None:
    given = answers(("1", "damai", Answer.AGREED), ("1", "damai", Answer.NONE))
    assert standing_of(DRAFT, given, "partai-a", "damai") is Standing.NONE


def test_an_edit_makes_answers_to_that_clause_stale() -> None:
    rows = matrix(EDITED, answers(*MIXED, ("1", "jujur", Answer.AGREED)))
    assert [len(row.of(Standing.STALE)) for row in rows] == [3, 0]


def test_a_row_has_a_cell_for_each_pihak_that_is_asked() -> None:
    assert [cell.party.id for cell in matrix(DRAFT, {})[0].cells] == ["partai-a", "partai-b", "bawaslu"]


def test_consent_with_a_remark_counts_as_consent() -> None:
    assert matrix(DRAFT, answers(*MIXED))[0].agreed == 2


def test_the_counts_are_told_in_short() -> None:
    assert matrix(DRAFT, answers(*MIXED))[0].words == "2/3, cat 1, keb 1"


def test_stale_answers_are_told_among_the_counts() -> None:
    assert matrix(EDITED, answers(*MIXED))[0].words == "0/3, basi 3"


def test_an_objection_is_open_while_the_words_stand() -> None:
    (found,) = open_objections(DRAFT, answers(*MIXED))
    assert (found.clause.id, found.party.id, found.remark) == ("damai", "partai-b", "Kurang jelas.")


def test_an_objection_that_an_edit_answered_is_not_open() -> None:
    assert open_objections(EDITED, answers(*MIXED)) == ()


def test_it_is_asked_again_until_the_pihak_answers_the_new_words() -> None:
    (found,) = objections_asked_again(EDITED, answers(*MIXED))
    assert (found.clause.id, found.party.id) == ("damai", "partai-b")
    assert objections_asked_again(DRAFT, answers(*MIXED)) == ()


def test_an_objection_to_a_clause_that_was_dropped_is_not_open() -> None:
    assert open_objections(without_clause(DRAFT, "damai"), answers(*MIXED)) == ()


def test_a_pihak_that_answered_everything_is_not_missing() -> None:
    given = answers(("1", "damai", Answer.AGREED), ("1", "jujur", Answer.OBJECTION, "Tidak."))
    assert [one.party.id for one in missing(DRAFT, given)] == ["partai-b", "bawaslu"]


def test_who_has_answered_nothing_is_silent() -> None:
    given = answers(("1", "damai", Answer.AGREED))
    assert [one.silent for one in missing(DRAFT, given)] == [False, True, True]


def test_a_stale_answer_is_missing_but_its_pihak_is_not_silent() -> None:
    found = missing(EDITED, answers(("1", "damai", Answer.AGREED), ("1", "jujur", Answer.AGREED)))[0]
    assert ([clause.id for clause in found.clauses], found.silent) == (["damai"], False)


def test_what_changed_since_a_pihak_answered_is_known_by_clause() -> None:
    since = changed_since(EDITED, answers(("1", "damai", Answer.AGREED), ("1", "jujur", Answer.AGREED)), "1")
    assert [clause.id for clause in since.reworded] == ["damai"]


def test_clauses_that_came_later_were_never_answered() -> None:
    since = changed_since(DRAFT, answers(("1", "damai", Answer.AGREED)), "1")
    assert [clause.id for clause in since.unanswered] == ["jujur"]


def test_clauses_that_were_answered_and_are_gone_are_told() -> None:
    given = answers(("1", "damai", Answer.AGREED), ("2", "jujur", Answer.AGREED))
    assert changed_since(without_clause(DRAFT, "damai"), given, "1").dropped == ("damai",)
