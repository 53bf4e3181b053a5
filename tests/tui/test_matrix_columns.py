"""The answers of all pihak as narrow columns."""

from __future__ import annotations

import pytest

from kampanye_tui.agreement.response_matrix import matrix
from kampanye_tui.model.event import Answer
from kampanye_tui.model.party import Role
from kampanye_tui.tui.matrix_columns import (
    fitting,
    heads,
    in_columns,
    letters_told,
    line_of,
    page_of,
    sign,
    stale_count,
)
from tests.unit.agreement.making import changed, party, with_clause
from tests.unit.agreement.responses import DRAFT, answers

MIXED = answers(
    ("1", "damai", Answer.AGREED),
    ("2", "damai", Answer.OBJECTION, "Kurang jelas."),
    ("bawaslu", "damai", Answer.REMARK, "Baik."),
)
EDITED = with_clause(DRAFT, "damai", text="Lain.", resolved="Lain.")
NUMBERED = changed(party("a"), ballot_number=1)
REGION = DRAFT.reference.region


def signs(agreement=DRAFT, row: int = 0) -> list[str]:
    return [sign(cell) for cell in matrix(agreement, MIXED)[row].cells]


def test_answers_are_letters_and_silence_is_a_dot() -> None:
    assert (signs(), signs(row=1)) == (["s", "k", "c"], ["·", "·", "·"])


def test_a_stale_answer_says_what_it_was() -> None:
    assert signs(EDITED) == ["s*", "k*", "c*"]


def test_stale_answers_are_counted() -> None:
    assert stale_count(matrix(EDITED, MIXED)) == 3


def test_an_answer_that_was_taken_back_is_a_dot() -> None:
    given = answers(("1", "damai", Answer.AGREED), ("1", "damai", Answer.NONE))
    assert sign(matrix(EDITED, given)[0].cells[0]) == "·"


def test_those_with_a_ballot_number_stand_first() -> None:
    bawaslu, *others = reversed(matrix(DRAFT, {})[0].cells)
    assert in_columns((bawaslu, *others))[-1] == bawaslu


def test_who_has_no_ballot_number_is_headed_by_a_letter() -> None:
    many = [NUMBERED, *(party(f"lembaga-{number}", Role.WITNESS) for number in range(28))]
    assert heads(many)[1:3] + heads(many)[26:] == ("A", "B", "Z", "AA", "AB")


@pytest.mark.parametrize(("width", "count", "fit"), [(80, 24, 12), (120, 24, 24), (60, 24, 5), (40, 3, 1)])
def test_as_many_columns_as_fit_are_shown(width: int, count: int, fit: int) -> None:
    assert fitting(width, count) == fit


@pytest.mark.parametrize(("at", "page"), [(0, (0, 12)), (11, (0, 12)), (12, (12, 24)), (24, (24, 25))])
def test_a_page_begins_where_the_one_before_it_ends(at: int, page: tuple[int, int]) -> None:
    assert page_of(at, 12, 25) == range(*page)


def test_the_column_that_is_pointed_at_has_a_mark() -> None:
    assert line_of(("s", "k*", "·"), range(1, 3), 1) == "›k* · "


def test_letters_are_told_without_the_name_of_the_region() -> None:
    institutions = (
        party("bawaslu", Role.WITNESS, short=f"Bawaslu {REGION.name}"),
        party("polres", Role.WITNESS, short=f"Polres {REGION.place}"),
    )
    assert letters_told((NUMBERED, *institutions), range(3), REGION) == "A Bawaslu  B Polres"


def test_names_that_would_become_the_same_stay_whole() -> None:
    twins = (
        party("polres", Role.WITNESS, short=f"Polres {REGION.place}"),
        party("polres-lain", Role.WITNESS, short="Polres"),
    )
    assert letters_told(twins, range(2), REGION) == f"A Polres {REGION.place}  B Polres"


def test_letters_of_another_page_are_not_told() -> None:
    assert letters_told((NUMBERED, party("b", Role.WITNESS)), range(1), REGION) == ""
