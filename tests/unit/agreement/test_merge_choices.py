"""A merge while somebody chooses: the same as all at once, and what is not chosen yet is nobody's."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kampanye_tui.agreement.edit_clauses import reword
from kampanye_tui.agreement.merge import merged
from kampanye_tui.agreement.merge_choices import Choices, begin, saved_words
from kampanye_tui.agreement.merge_values import Side
from tests.examples import examples

from .edits import ANY, Edit, all_of, larger_agreement

BASE = larger_agreement()
SOME = st.lists(ANY, max_size=5)


def parted() -> Choices:
    """One title worded by both, another clause by each alone; nothing is chosen."""
    ours = reword(reword(BASE, "damai", title="Damai Kami"), "apk", title="Alat Kami")
    theirs = reword(reword(BASE, "damai", title="Damai Mereka"), "media", title="Media Mereka")
    return begin(BASE, ours, theirs)


@examples(20)
@given(SOME, SOME, st.randoms(use_true_random=False))
def test_one_by_one_is_the_same_as_all_at_once(first: list[Edit], second: list[Edit], random) -> None:
    ours, theirs = all_of(first, BASE), all_of(second, BASE)
    choices = begin(BASE, ours, theirs)
    while choices.left:
        choices = choices.choose(random.choice(choices.left).place, random.choice([*Side]))
    assert choices.made == merged(BASE, ours, theirs, choices.chosen)


def test_nothing_is_chosen_at_first() -> None:
    assert [one.about for one in parted().left] == ["klausul Damai: judul"]


def test_what_is_not_chosen_yet_is_told_of_neither() -> None:
    assert parted().told == (
        ("~ klausul Alat Kami: judul: “Apk” → “Alat Kami”",),
        ("~ klausul Media Mereka: judul: “Media” → “Media Mereka”",),
    )


def test_what_is_chosen_is_told_of_whose_it_is() -> None:
    choices = parted()
    ours, _theirs = choices.choose(choices.left[0].place, Side.OURS).told
    assert "~ klausul Damai Kami: judul: “Damai Mereka” → “Damai Kami”" in ours


def test_the_last_choice_holds() -> None:
    choices = parted()
    place = choices.left[0].place
    again = choices.choose(place, Side.OURS).choose(place, Side.THEIRS)
    assert again.made.agreement.clauses[0].title == "Damai Mereka"


def test_what_was_saved_is_told_in_one_sentence() -> None:
    choices = parted()
    after = choices.choose(choices.left[0].place, Side.OURS).made.agreement
    told = saved_words(choices.ours, choices.theirs, after)
    assert told == "Digabungkan: 2 hal dari versi Anda, 1 dari berkas"
