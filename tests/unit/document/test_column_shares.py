"""Who gives room to whom in a table, in whatever its text is measured."""

from __future__ import annotations

import pytest

from kampanye_tui.document.column_shares import by_shares, divided, in_letters, with_room
from kampanye_tui.model.document import Column, Run, Table


def table(*columns: tuple[str, int, str]) -> Table:
    """Return a table of one row: of each column its head, its share and its cell."""
    return Table(
        columns=tuple(Column(head=head, share=share) for head, share, _cell in columns),
        rows=(tuple((Run(cell),) if cell else () for _head, _share, cell in columns),),
    )


WRITTEN = table(("A", 1, "a"), ("B", 1, "b"), ("C", 2, "c"))


@pytest.mark.parametrize(
    ("whole", "weights", "parts"),
    [(10, (1, 1), [5, 5]), (10, (1, 2), [3, 7]), (100, (1, 1, 1), [33, 33, 34]), (0, (1, 1), [0, 0])],
)
def test_parts_are_the_whole_again(whole: int, weights: tuple[int, ...], parts: list[int]) -> None:
    assert divided(whole, weights) == parts


def test_columns_are_as_wide_as_their_shares() -> None:
    assert by_shares(WRITTEN, 80) == [20, 20, 40]


def test_where_nothing_is_lacking_nothing_is_given() -> None:
    assert with_room(WRITTEN, [20, 20, 40], [20, 5, 5]) == [20, 20, 40]


def test_each_column_gives_as_much_of_what_it_can_spare() -> None:
    assert with_room(WRITTEN, [20, 20, 40], [29, 15, 10]) == [29, 19, 32]


def test_what_is_lacking_for_good_is_shared() -> None:
    assert with_room(WRITTEN, [20, 20, 40], [40, 30, 36]) == [22, 22, 36]


def test_a_column_that_a_hand_is_to_fill_gives_nothing() -> None:
    by_hand = table(("A", 1, "a"), ("B", 1, "b"), ("C", 2, ""))
    assert with_room(by_hand, [20, 20, 40], [25, 15, 10]) == [25, 15, 40]


def test_a_word_has_room_among_letters() -> None:
    made = table(("Bentuk", 1, "salinan"), ("Isi", 9, "kata"))
    assert in_letters(made, 53, 3) == [7, 43]


def test_a_code_makes_a_column_grow_to_a_fifth() -> None:
    made = table(("Kode", 1, "a1" * 32), ("Isi", 9, "kata"))
    assert in_letters(made, 53, 3) == [10, 40]


def test_no_column_is_without_room_for_a_letter() -> None:
    made = table(("Kode", 1, ""), ("Isi", 99, "kata"))
    assert in_letters(made, 12, 3)[0] >= 1
