"""Boxes → pages: what stays together, what is broken, and that nothing is lost."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from kampanye_tui.typeset.boxes import RULE, Cell, Row, Strip
from kampanye_tui.typeset.font import Word
from kampanye_tui.typeset.lines import Line
from kampanye_tui.typeset.page import Anchor, Glyphs, Ink, Page
from kampanye_tui.typeset.pages import drawn, place
from kampanye_tui.typeset.text_blocks import strips_of
from tests.examples import examples
from tests.unit.typeset.setting import style

LEFT, TOP, BOTTOM = 1_000, 1_000, 2_000
"""A page holds boxes of 1,000 in all."""
LINE = 100
PADDING = 20


def fill(boxes: Sequence[Strip | Row], left: int, top: int, bottom: int) -> list[Page]:
    return [Page(drawn(page, left, lambda _number: 0)) for page in place(boxes, top, bottom)]


def named(name: str) -> Glyphs:
    return Glyphs(0, 0, 0, 1, (Word(name, (), 0),))


def strip(name: str, height: int = LINE, *, before: int = 0, keep: bool = False) -> Strip:
    return Strip(height, (named(name),), before=before, keep=keep)


def row(name: str, lines: int, *, head: tuple[Row, ...] = (), least: int = 0, second: int = 0) -> Row:
    cells = [Cell(0, 500, tuple(strip(f"{name}{n}") for n in range(lines)))]
    cells.append(Cell(500, 500, tuple(strip(f"{name}'{n}") for n in range(second))))
    return Row(tuple(cells), PADDING, least, head=head)


def paragraph(name: str, lines: int) -> list[Strip]:
    made = [Line((named(f"{name}{n}"),), 0) for n in range(lines)]
    return [box._replace(height=LINE) for box in strips_of(made, style(), 1, before=30)]


def pages(*boxes: Strip | Row) -> list[list[str]]:
    """Return the names on each page, in order."""
    return [names(page) for page in fill(boxes, LEFT, TOP, BOTTOM)]


def names(page: Page) -> list[str]:
    return [item.words[0].text for item in page.items if isinstance(item, Glyphs)]


def heights(page: Page) -> list[int]:
    return [item.y for item in page.items if isinstance(item, Glyphs)]


HEAD = row("kepala", 1)._replace(keep=True)
AGAIN = (HEAD._replace(keep=False),)


def test_boxes_follow_each_other_down_the_page() -> None:
    (page,) = fill([strip("a"), strip("b", before=30)], LEFT, TOP, BOTTOM)
    assert heights(page) == [TOP, TOP + LINE + 30]


def test_what_does_not_fit_goes_to_the_next_page() -> None:
    assert pages(strip("a", 600), strip("b", 400), strip("c", 1)) == [["a", "b"], ["c"]]


def test_space_before_a_box_is_dropped_at_the_head_of_a_page() -> None:
    second = fill([strip("a", 1000), strip("b", before=300)], LEFT, TOP, BOTTOM)[1]
    assert heights(second) == [TOP]


def test_space_before_a_box_counts_when_it_is_asked_whether_it_fits() -> None:
    assert pages(strip("a", 900), strip("b", 100, before=1)) == [["a"], ["b"]]


def test_a_box_is_kept_with_the_one_that_follows() -> None:
    assert pages(strip("a", 800), strip("b", keep=True), strip("c", 200)) == [["a"], ["b", "c"]]


def test_a_chain_of_kept_boxes_stays_whole() -> None:
    chain = [strip("b", keep=True), strip("c", keep=True), strip("d")]
    assert pages(strip("a", 800), *chain) == [["a"], ["b", "c", "d"]]


def test_a_chain_taller_than_a_page_is_broken() -> None:
    chain = [strip(str(number), 300, keep=True) for number in range(5)]
    assert pages(*chain) == [["0", "1", "2"], ["3", "4"]]


def test_a_paragraph_does_not_leave_its_first_line_behind() -> None:
    assert pages(strip("x", 860), *paragraph("a", 4)) == [["x"], ["a0", "a1", "a2", "a3"]]


def test_a_paragraph_does_not_send_its_last_line_ahead() -> None:
    assert pages(strip("x", 660), *paragraph("a", 4)) == [["x", "a0", "a1"], ["a2", "a3"]]


def test_a_paragraph_of_three_lines_stays_whole() -> None:
    assert pages(strip("x", 760), *paragraph("a", 3)) == [["x"], ["a0", "a1", "a2"]]


@examples(150)
@given(st.lists(st.integers(2, 25), min_size=1, max_size=12))
def test_no_page_holds_a_lone_line_of_a_paragraph(lengths: list[int]) -> None:
    boxes = [box for n, lines in enumerate(lengths) for box in paragraph(f"{n}:", lines)]
    for page in pages(*boxes):
        found = [name.split(":")[0] for name in page]
        assert min(found.count(name) for name in found) >= 2


def test_an_anchor_lands_where_its_box_stands() -> None:
    boxes = [strip("a", 900), strip("b", before=50)._replace(anchor=Anchor("B", 1))]
    (mark,) = fill(boxes, LEFT, TOP, BOTTOM)[1].marks
    assert (mark.anchor.title, mark.y) == ("B", TOP)


def test_the_head_of_a_table_comes_again_on_each_page() -> None:
    rows = [row(name, 3, head=AGAIN) for name in "abc"]
    assert [page[0] for page in pages(HEAD, *rows)] == ["kepala0", "kepala0"]


def test_the_head_of_a_table_comes_once_on_a_page() -> None:
    assert pages(HEAD, row("a", 1, head=AGAIN), row("b", 1, head=AGAIN)) == [["kepala0", "a0", "b0"]]


def test_the_head_of_a_table_does_not_stay_at_the_foot_of_a_page() -> None:
    assert pages(strip("x", 800), HEAD, row("a", 1, head=AGAIN))[0] == ["x"]


def test_the_head_of_a_table_comes_again_before_the_rest_of_a_row() -> None:
    second = pages(HEAD, row("a", 12, head=AGAIN))[1]
    assert second[:2] == ["kepala0", "a8"]


def test_a_row_that_is_kept_with_what_follows_counts_the_head_that_comes_again() -> None:
    kept = row("a", 1, head=AGAIN)._replace(keep=True)
    assert pages(strip("x", 900), kept, strip("b", 800)) == [["x"], ["kepala0", "a0"], ["b"]]


def test_a_row_taller_than_a_page_runs_on() -> None:
    assert [len(page) for page in pages(row("a", 20))] == [9, 8, 3]


def test_a_row_that_begins_low_on_a_page_runs_on() -> None:
    assert pages(strip("x", 500), row("a", 7)) == [["x", "a0", "a1", "a2", "a3"], ["a4", "a5", "a6"]]


def test_a_row_leaves_no_lone_line_behind() -> None:
    assert pages(strip("x", 860), row("a", 4))[0] == ["x"]


def test_a_row_sends_no_lone_line_ahead() -> None:
    assert len(pages(strip("x", 560), row("a", 5))[1]) >= 2


def test_a_row_that_only_its_least_height_makes_too_tall_goes_whole_to_the_next_page() -> None:
    assert pages(strip("x", 800), row("a", 1, least=300), strip("y")) == [["x"], ["a0", "y"]]


def test_lines_without_letters_do_not_keep_a_row_from_its_page() -> None:
    blank = [Strip(LINE, ()) for _ in range(100)]
    assert pages(*blank, row("a", 2), strip("b"))[-1] == ["a0", "a1", "b"]


def test_cells_of_a_row_are_read_one_after_the_other() -> None:
    assert pages(row("a", 2, second=2)) == [["a0", "a1", "a'0", "a'1"]]


def test_a_row_is_as_tall_as_its_tallest_cell() -> None:
    assert row("a", 1, second=3).height == 3 * LINE + 2 * PADDING


def test_a_row_is_no_less_tall_than_it_must_be() -> None:
    assert row("a", 1, least=400).height == 400


STRIPS = st.builds(
    lambda height, before, keep: ("strip", height, before, keep),
    st.integers(1, 1000),
    st.integers(0, 200),
    st.booleans(),
)
ROWS = st.builds(
    lambda lines, second, least, headed: ("row", lines, second, least, headed),
    st.integers(0, 30),
    st.integers(0, 30),
    st.integers(0, 500),
    st.booleans(),
)
BOXES = st.lists(st.one_of(STRIPS, STRIPS, ROWS), max_size=25)


def made(described: list[tuple[object, ...]]) -> tuple[list[Strip | Row], list[str]]:
    """Return the boxes that are described, and the names of all that they hold."""
    boxes: list[Strip | Row] = []
    expected: list[str] = []
    for number, (kind, *values) in enumerate(described):
        if kind == "strip":
            height, before, keep = values
            boxes.append(strip(f"{number}", height, before=before, keep=keep))
            expected.append(f"{number}")
        else:
            lines, second, least, headed = values
            head = AGAIN if headed else ()
            boxes.append(row(f"{number}:", lines, second=second, least=least, head=head))
            expected += [f"{number}:{n}" for n in range(lines)]
            expected += [f"{number}:'{n}" for n in range(second)]
    return boxes, expected


@examples(200)
@given(BOXES)
def test_everything_appears_exactly_once(described: list[tuple[object, ...]]) -> None:
    boxes, expected = made(described)
    found = [name for page in pages(*boxes) for name in page if not name.startswith("kepala")]
    assert sorted(found) == sorted(expected)


@examples(200)
@given(BOXES)
def test_nothing_lies_outside_the_body(described: list[tuple[object, ...]]) -> None:
    boxes, _expected = made(described)
    for page in fill(boxes, LEFT, TOP, BOTTOM):
        for item in page.items:
            end = item.y + item.height - RULE if isinstance(item, Ink) else item.y
            assert item.y >= TOP
            assert end <= BOTTOM


@examples(100)
@given(st.lists(STRIPS, max_size=25))
def test_strips_keep_their_order_and_fit(described: list[tuple[object, ...]]) -> None:
    boxes, expected = made(described)
    tall = {name: box.height for name, box in zip(expected, boxes, strict=True) if isinstance(box, Strip)}
    found = fill(boxes, LEFT, TOP, BOTTOM)
    assert [name for page in found for name in names(page)] == expected
    for page in found:
        ends = [y + tall[name] for name, y in zip(names(page), heights(page), strict=True)]
        assert all(end <= BOTTOM for end in ends)
