"""The head of a CSV: columns that are unknown, missing, twice, without a name, or left over by Excel."""

from __future__ import annotations

import pytest

from tests.unit.model.sheets import GOLKAR, HEAD, PKB, ROWS, contestants, problems


def test_columns_stand_in_any_order() -> None:
    assert contestants("nama,nomor_urut,pemilu,id\nPartai Kebangkitan Bangsa,1,pemilu-2024,pkb\n") == (PKB,)


def test_a_head_alone_gives_no_value() -> None:
    assert contestants(HEAD) == ()


def test_an_unknown_column_is_named_with_the_nearest_one() -> None:
    (problem,) = problems("id,pemilu,nomor_urut,nama,singkatann\npkb,pemilu-2024,1,PKB,PKB\n")
    assert (problem.line, problem.what, problem.hint) == (
        1,
        'kolom "singkatann" tidak dikenal',
        'Mungkin maksudnya "singkatan"',
    )


def test_a_missing_column_is_one_problem_of_the_head() -> None:
    found = problems("id,nomor_urut,nama\npkb,1,PKB\ngolkar,4,Golkar\n")
    assert [(problem.line, problem.what) for problem in found] == [(1, 'kolom "pemilu" belum ada')]


def test_a_column_without_a_name_is_refused() -> None:
    (problem,) = problems("id,pemilu,nomor_urut,nama,\npkb,pemilu-2024,1,PKB,x\n")
    assert (problem.line, problem.what) == (1, "judul kolom ke-5 kosong")


@pytest.mark.parametrize(
    ("head", "times"), [("id,pemilu,nomor_urut,nama,nama", 2), ("id,nama,pemilu,nama,nomor_urut,nama", 3)]
)
def test_a_column_that_stands_twice_is_refused(head: str, times: int) -> None:
    (problem,) = problems(f"{head}\n")
    assert (problem.line, problem.what) == (1, f'kolom "nama" ada {times} kali')


STRAY = {
    "in every row": ROWS.replace("\n", ",,,\n"),
    "with spaces": ROWS.replace("\n", ", ,\u00a0\n"),
    "in the head alone": ROWS.replace("\n", ",,,\n", 1),
    "in the first rows": "".join(
        f"{row},,,\n" if number < 2 else f"{row}\n" for number, row in enumerate(ROWS.splitlines())
    ),
    "beside rows of empty cells": ROWS.replace("\n", ",,,\n") + ",,,,,,,\n",
}


@pytest.mark.parametrize("where", STRAY)
def test_empty_columns_at_the_right_do_not_count(where: str) -> None:
    assert contestants(STRAY[where]) == (PKB, GOLKAR)


def test_an_empty_last_column_with_a_name_counts() -> None:
    (problem,) = problems("id,pemilu,nomor_urut,nama,salah,,\npkb,pemilu-2024,1,PKB,,,\n")
    assert problem.what == 'kolom "salah" tidak dikenal'


def test_the_line_of_an_unknown_column_stays_true_below_an_empty_line() -> None:
    (problem,) = problems("\nid,pemilu,nomor_urut,nama,xyz\n")
    assert problem.line == 2
