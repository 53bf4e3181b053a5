"""What differs between two texts, clause by clause."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kampanye_tui.agreement.redline import Fate, redline
from kampanye_tui.agreement.word_diff import Sign, marked
from kampanye_tui.model.agreement import AgreedClause
from kampanye_tui.model.legal import Citation
from kampanye_tui.model.party import Role

from .making import changed, small_agreement, with_clause, with_party, without_clause, without_party

BASE = small_agreement()
IDS = st.lists(st.sampled_from("abcdefgh"), unique=True, max_size=8)


def of_ids(*ids: str):
    """The small agreement with a clause for each of these ids."""
    clauses = (AgreedClause(id=one, title=one, text=f"Isi {one}.", resolved=f"Isi {one}.") for one in ids)
    return changed(BASE, clauses=tuple(clauses))


def fates(before, after) -> dict[str, Fate]:
    return {one.id: one.fate for one in redline(before, after).clauses}


def moved(before: str, after: str) -> set[str]:
    return {one.id for one in redline(of_ids(*before), of_ids(*after)).clauses if one.moved}


def shown(before: str, after: str, text: str | None = None) -> list[str]:
    """The lines of the clause "damai" that reads ``before`` in one text and ``after`` in the other."""
    old = with_clause(BASE, "damai", text=before, resolved=before)
    new = with_clause(BASE, "damai", text=text or after, resolved=after)
    return [marked(line) for line in redline(old, new).clauses[0].words]


def test_a_text_does_not_differ_from_itself() -> None:
    found = redline(BASE, BASE)
    assert (found.differing, found.others, found.words) == ((), (), "Semua klausul sama.")


def test_a_clause_that_came_is_added() -> None:
    assert fates(of_ids("a"), of_ids("a", "b")) == {"a": Fate.SAME, "b": Fate.ADDED}


def test_a_clause_that_went_stands_behind_the_one_it_followed() -> None:
    assert fates(of_ids("a", "b", "c"), of_ids("c", "a")) == {
        "c": Fate.SAME,
        "a": Fate.SAME,
        "b": Fate.REMOVED,
    }


MOVES = {
    "one down": ("abcd", "bcda", {"a"}),
    "one up": ("abcd", "dabc", {"d"}),
    "behind one that went": ("abcd", "bcd", set()),
    "around one that came": ("abcd", "axbcd", set()),
    "nothing left": ("ab", "", set()),
}


@pytest.mark.parametrize("what", MOVES)
def test_only_what_was_moved_is_moved(what: str) -> None:
    before, after, expected = MOVES[what]
    assert moved(before, after) == expected


@given(IDS, IDS)
def test_what_was_not_moved_kept_its_order(before: list[str], after: list[str]) -> None:
    stayed = [one for one in before if one in after and one not in moved("".join(before), "".join(after))]
    assert stayed == [one for one in after if one in stayed]


@given(IDS, IDS)
def test_every_clause_of_both_texts_is_told_once(before: list[str], after: list[str]) -> None:
    found = [one.id for one in redline(of_ids(*before), of_ids(*after)).clauses]
    assert sorted(found) == sorted({*before, *after})


@given(IDS, IDS)
def test_clauses_stand_in_the_order_of_the_later_text(before: list[str], after: list[str]) -> None:
    found = [one.id for one in redline(of_ids(*before), of_ids(*after)).clauses]
    assert [one for one in found if one in after] == after


def test_a_clause_that_was_moved_and_reworded_is_both() -> None:
    after = with_clause(of_ids("b", "c", "a"), "a", text="Lain.", resolved="Lain.")
    (found,) = [one for one in redline(of_ids("a", "b", "c"), after).clauses if one.id == "a"]
    assert found.head == "=~ Klausul 3 (semula 1): a"


HEADS = {
    "added": ("a", "ab", "b", "+ Klausul 2: {+b+}"),
    "removed": ("ab", "a", "b", "- Klausul 2: [-b-]"),
    "moved": ("abc", "bca", "a", "= Klausul 3 (semula 1): a"),
}


@pytest.mark.parametrize("what", HEADS)
def test_a_sign_tells_what_became_of_a_clause(what: str) -> None:
    before, after, clause_id, head = HEADS[what]
    found = {one.id: one for one in redline(of_ids(*before), of_ids(*after)).clauses}
    assert found[clause_id].head == head


def test_of_a_clause_that_was_only_moved_no_words_are_shown() -> None:
    found = redline(of_ids("a", "b", "c"), of_ids("b", "c", "a")).differing
    assert [one.words for one in found] == [()]


SHOWN = {
    "a word for another": ("Kita damai.", "Kita rukun.", ["Kita [-damai.-] {+rukun.+}"]),
    "an ayat that came": ("Satu.", "Satu.\n\nDua.", ["Satu.", "{+Dua.+}"]),
    "an ayat that went": ("Satu.\n\nDua.", "Satu.", ["Satu.", "[-Dua.-]"]),
    "a huruf that went": ("Dilarang:\n- a;\n- b.", "Dilarang:\n- b.", ["Dilarang:", "[-• a;-]", "• b."]),
}


@pytest.mark.parametrize("what", SHOWN)
def test_words_are_shown_line_by_line_with_their_marks(what: str) -> None:
    before, after, lines = SHOWN[what]
    assert shown(before, after) == lines


def test_lines_that_were_only_wrapped_anew_are_no_difference() -> None:
    assert shown("Kita semua\ndamai.", "Kita semua damai.") == []


def test_a_title_is_marked_as_words_are() -> None:
    found = redline(BASE, with_clause(BASE, "damai", title="Rukun")).clauses[0]
    assert found.head == "~ Klausul 1: [-Damai-] {+Rukun+}"


def test_a_reference_does_not_change_with_the_place_of_what_it_names() -> None:
    swapped = changed(BASE, clauses=tuple(reversed(BASE.clauses)))
    assert {one.fate for one in redline(BASE, swapped).clauses} == {Fate.SAME}


def test_citations_are_compared_one_by_one() -> None:
    after = with_clause(BASE, "damai", citations=(Citation(law="uu-7-2017", article="Pasal 281"),))
    assert redline(BASE, after).clauses[0].citations == (
        (Sign.GONE, "Pasal 280 UU 7/2017"),
        (Sign.NEW, "Pasal 281 UU 7/2017"),
    )


OTHERS = {
    "a pihak that went": (without_party(BASE, "partai-b"), "- pihak Partai-B"),
    "a name": (with_party(BASE, "partai-b", name="Lain"), "~ pihak Lain: nama: “Partai-B” → “Lain”"),
    "the place": (
        changed(BASE, occasion=changed(BASE.occasion, place="Gedung")),
        "~ tempat acara: “Aula” → “Gedung”",
    ),
    "whom a clause binds": (
        with_clause(BASE, "damai", subject=Role.WITNESS),
        "+ klausul Damai: subjek: “saksi”",
    ),
}


@pytest.mark.parametrize("what", OTHERS)
def test_everything_else_is_told_in_one_line(what: str) -> None:
    after, line = OTHERS[what]
    assert redline(BASE, after).others == (line,)


def test_the_sum_tells_what_became_of_how_many() -> None:
    after = with_clause(of_ids("b", "c", "a", "x"), "b", text="Lain.", resolved="Lain.")
    found = redline(of_ids("a", "b", "c", "d"), after)
    assert found.words == "Klausul: 1 ditambahkan, 1 dihapus, 1 diubah, 1 dipindahkan."


def test_an_explanation_is_no_part_of_what_is_compared() -> None:
    assert redline(BASE, with_clause(BASE, "damai", explanation="Lain.")).differing == ()


def test_a_clause_that_is_gone_shows_its_words_as_gone() -> None:
    found = redline(BASE, without_clause(BASE, "jujur")).differing[0]
    assert [marked(line) for line in found.words] == ["[-Peserta Pemilu jujur sebagaimana klausul “Damai”.-]"]
