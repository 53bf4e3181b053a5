"""What differs between two texts, word by word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kampanye_tui.agreement.word_diff import Sign, marked, word_diff

TEXTS = st.lists(st.sampled_from(["damai", "dan", "jujur,", "-", "\n\n", "[-x-]", "é"])).map(" ".join)


def words(text):
    return text.split()


@given(TEXTS, TEXTS)
def test_what_is_not_gone_is_the_later_text(before, after):
    kept = "".join(text for sign, text in word_diff(before, after) if sign is not Sign.GONE)
    assert kept == after if words(after) else not words(kept)


@given(TEXTS, TEXTS)
def test_what_is_not_new_has_the_words_of_the_earlier_text(before, after):
    kept = " ".join(text for sign, text in word_diff(before, after) if sign is not Sign.NEW)
    assert words(kept) == words(before)


@given(TEXTS)
def test_a_text_does_not_differ_from_itself(text):
    assert {sign for sign, _text in word_diff(text, text)} <= {Sign.SAME}


SHOWN = {
    "a word for another": ("yang lama ada", "yang baru ada", "yang [-lama-] {+baru+} ada"),
    "words that come": ("yang ada", "yang baru itu ada", "yang {+baru itu+} ada"),
    "words that go": ("yang lama itu ada", "yang ada", "yang [-lama itu-] ada"),
    "a word at the very end": ("yang lama", "yang baru", "yang [-lama-] {+baru+}"),
    "a word behind the end": ("yang", "yang baru", "yang {+baru+}"),
    "nothing yet": ("", "yang baru", "{+yang baru+}"),
    "nothing left": ("yang lama", "", "[-yang lama-]"),
    "nothing at all": ("", "", ""),
    "only blanks": ("yang  lama", "yang lama", "yang lama"),
    "an ayat that comes": ("Satu.", "Satu.\n\nDua.", "Satu.\n\n{+Dua.+}"),
    "an ayat that was parted": ("Satu. Dua.", "Satu.\n\nDua.", "Satu.\n\nDua."),
    "an ayat that was joined": ("Satu.\n\nDua.", "Satu. Dua.", "Satu. Dua."),
}


@pytest.mark.parametrize("what", SHOWN)
def test_a_difference_is_shown_in_plain_text(what):
    before, after, shown = SHOWN[what]
    assert marked(word_diff(before, after)) == shown


@pytest.mark.parametrize(("before", "after", "sign"), [("a b", "a\n\nb", "+"), ("a\n\nb", "a b", "-")])
def test_an_ayat_that_was_parted_or_joined_is_a_difference(before, after, sign):
    assert (sign, "\n\n") in word_diff(before, after)


ISLANDS = {
    "a word that stayed by chance": (
        "menghasut masyarakat dan mengancam siapa pun",
        "memasang alat peraga dan merusak pepohonan",
        "[-menghasut masyarakat dan mengancam siapa pun-] {+memasang alat peraga dan merusak pepohonan+}",
    ),
    "as many words as on one side": ("a b c d", "a x c y", "a [-b-] {+x+} c [-d-] {+y+}"),
    "a line that stayed": (
        "satu dua tiga\nini\nempat lima enam",
        "tujuh delapan satu\nini\nsembilan sepuluh dua",
        "[-satu dua tiga-] {+tujuh delapan satu+}\nini\n[-empat lima enam-] {+sembilan sepuluh dua+}",
    ),
}


@pytest.mark.parametrize("what", ISLANDS)
def test_words_between_longer_differences_are_told_with_them(what):
    before, after, shown = ISLANDS[what]
    assert marked(word_diff(before, after)) == shown
