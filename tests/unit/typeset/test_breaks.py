"""Where lines end: worked out by hand, against all ways there are, and with a bound on the work."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kampanye_tui.model.document import Align
from kampanye_tui.typeset import breaks
from kampanye_tui.typeset.breaks import Give, Places, best, filled
from kampanye_tui.typeset.page import Glyphs
from tests.examples import examples
from tests.unit.typeset.setting import CHARACTER, broken, right_edge, set_text

SPACE = 6
JUSTIFIED = Give(stretch=SPACE, shrink=SPACE // 3, edge=0, syllable=10)
RAGGED = Give(stretch=0, shrink=0, edge=40, syllable=10)
MEASURES = pytest.mark.parametrize("give", [JUSTIFIED, RAGGED], ids=["justified", "ragged"])
WORDS = st.lists(st.tuples(st.integers(4, 60), st.booleans()), min_size=1, max_size=9)
"""The width of each word, and whether a space or a hyphen stands behind it."""


def places(words: list[tuple[int, bool]]) -> Places:
    """Return where lines of these words may end."""
    made = Places([0], [0], [0], [0], [False])
    x = spaces = 0
    for number, (width, spaced) in enumerate(words, 1):
        x += width
        made.ends.append(x)
        made.spaces_before_end.append(spaces)
        x += SPACE * spaced
        spaces += spaced
        made.starts.append(x)
        made.spaces_before_start.append(spaces)
        made.divided.append(not spaced and number < len(words))
    return made


def demerits(text: Places, ends: list[int], width: int, give: Give) -> tuple[int, int]:
    """Return how many lines are too loose, and the demerits of all, by the words of the module."""
    total = too_loose = 0
    kind_before = None
    for start, end in pairwise([0, *ends]):
        left = width - text.width(start, end)
        stretch = text.spaces(start, end) * give.stretch + give.edge
        shrink = text.spaces(start, end) * give.shrink
        if left < 0:
            ratio = -((100 * -left + shrink - 1) // shrink)
        elif left == 0 or end == ends[-1]:
            ratio = 0
        else:
            ratio = min(1000, (100 * left + stretch - 1) // stretch) if stretch else 1000
        too_loose += ratio > 400
        total += (10 + abs(ratio) ** 3 // 10_000) ** 2
        kind = sum(ratio > limit for limit in (-51, 50, 100))
        if kind_before is not None and abs(kind - kind_before) > 1:
            total += 10_000
        kind_before = kind
        if text.divided[end]:
            total += 2_500
        if end == ends[-1] and start and text.width(start, end) < give.syllable:
            total += 1_000_000
    return too_loose, total


def fits(text: Places, ends: list[int], width: int, give: Give) -> bool:
    return all(
        text.width(start, end) - width <= text.spaces(start, end) * give.shrink
        for start, end in pairwise([0, *ends])
    )


def all_ways(text: Places, width: int, give: Give) -> list[list[int]]:
    """Return all ways to break a text into lines that fit."""
    last = len(text.ends) - 1
    inner = range(1, last)
    ways = [[*some, last] for count in range(last) for some in combinations(inner, count)]
    return [ends for ends in ways if fits(text, ends, width, give)]


def test_a_line_that_is_too_loose_takes_a_word_from_the_line_before() -> None:
    # 24 characters a line. As many words as fit: "jujur di pihak dan damai" is full, 10² = 100; but
    # "untuk tertib warga" lacks 6 with 2 spaces, ratio 300, badness 2700, 2710² = 7,344,100, and its spaces
    # stand out against those above and below, 2 × 10,000. With "damai" below, the first line lacks 6 with 3
    # spaces, ratio 200, badness 800, 810² = 656,100, the second is full, 100, and one contrast is 10,000.
    text = "jujur di pihak dan damai untuk tertib warga menjaga"
    assert broken(text, 24, Align.JUSTIFY) == [
        "jujur di pihak dan",
        "damai untuk tertib warga",
        "menjaga",
    ]


def test_spaces_shrink_where_that_is_better() -> None:
    # 20 characters a line: 21 need each of 4 spaces to lose a quarter, 76 hundredths of the third that it may
    # lose: badness 43, 53² = 2,809. Without "dan", 17 lack 3 with 3 spaces, ratio 100, 110² = 12,100.
    text = "aman di kota kita dan damai warga"
    assert broken(text, 20, Align.JUSTIFY) == ["aman di kota kita dan", "damai warga"]


def test_a_shrunk_line_ends_at_the_margin() -> None:
    line = set_text("aman di kota kita dan damai warga", 20, Align.JUSTIFY)[0]
    assert right_edge(line) == 20 * CHARACTER


@examples(100)
@given(st.lists(st.text("abc", min_size=1, max_size=6), min_size=5, max_size=40))
def test_no_space_loses_more_than_a_third(words: list[str]) -> None:
    lines = set_text(" ".join(words), 25, Align.JUSTIFY)
    assert all(
        item.gap >= -CHARACTER // 3 for line in lines for item in line.items if isinstance(item, Glyphs)
    )


def test_ragged_lines_do_not_shrink() -> None:
    assert broken("aman yang kota tertib", 20) == ["aman yang kota", "tertib"]


def test_ragged_lines_are_of_about_one_length() -> None:
    # 12 characters a line: as many words as fit leave 12, 3 and 11.
    text = "aaaaaaa bbbb ccc ddddddddddd"
    assert broken(text, 12) == ["aaaaaaa", "bbbb ccc", "ddddddddddd"]


def test_a_rag_takes_no_line_more_than_the_words_need() -> None:
    # 16 characters a line: lines of 10, 13 and 2 would be the more even ones.
    assert broken("pihak yang menjaga sopan di", 16) == ["pihak yang", "menjaga sopan di"]


def test_the_last_line_is_no_mere_syllable() -> None:
    # 36 characters a line: "itu" would stand alone below a full line.
    text = "kami dan para warga kota yang tertib itu"
    assert broken(text, 36, Align.JUSTIFY) == ["kami dan para warga kota yang", "tertib itu"]


def test_a_line_rather_ends_at_a_space_than_behind_a_hyphen() -> None:
    # Both ways leave 4 characters in one of two lines.
    assert broken("aaaa bbbb-cccc dddd eeee ffff", 10)[0] == "aaaa bbbb-"


@MEASURES
@examples(150)
@given(words=WORDS, width=st.integers(60, 200))
def test_no_other_way_has_less_demerits(give: Give, words: list[tuple[int, bool]], width: int) -> None:
    text = places(words)
    ways = [(ends, *demerits(text, ends, width, give)) for ends in all_ways(text, width, give)]
    good = [way for way in ways if not way[1]] or ways
    assert demerits(text, best(text, width, give), width, give)[1] == min(way[2] for way in good)


@MEASURES
@examples(100)
@given(words=st.lists(st.tuples(st.integers(4, 60), st.booleans()), min_size=1, max_size=60))
def test_filling_lines_has_no_less_demerits(give: Give, words: list[tuple[int, bool]]) -> None:
    text = places(words)
    loose, known = demerits(text, filled(text, 200), 200, give)
    assert loose or demerits(text, best(text, 200, give), 200, give)[1] <= known


@given(words=WORDS)
def test_a_text_of_one_line_is_not_divided(words: list[tuple[int, bool]]) -> None:
    text = places(words)
    assert best(text, text.width(0, len(words)), JUSTIFIED) == [len(words)]


class Counted(list[tuple[int, int]]):
    """Costs that count how often one is looked up: once for each line that is weighed."""

    weighed = 0

    def __getitem__(self, ratio: int) -> tuple[int, int]:  # type: ignore[override]
        self.weighed += 1
        return super().__getitem__(ratio)


def weighed(count: int, give: Give, monkeypatch: pytest.MonkeyPatch) -> int:
    """Return how many lines are weighed for a text of so many words, eleven of them a line."""
    counted = Counted(breaks.COSTS)
    monkeypatch.setattr(breaks, "COSTS", counted)
    best(places([(40 + number * 37 % 91, True) for number in range(count)]), 1000, give)
    return counted.weighed


@pytest.mark.parametrize(("give", "most"), [(JUSTIFIED, 4), (RAGGED, 9)], ids=["justified", "ragged"])
def test_few_lines_are_weighed_for_a_word(give: Give, most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    assert weighed(1000, give, monkeypatch) <= most * 1000
