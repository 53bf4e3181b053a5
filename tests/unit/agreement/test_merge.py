"""Two texts that began as one are put together: nobody's change is lost, and what both changed is asked."""

from __future__ import annotations

from datetime import time

from hypothesis import given
from hypothesis import strategies as st

from kampanye_tui.agreement.checks import run
from kampanye_tui.agreement.compose import plan_of_copies
from kampanye_tui.agreement.edit import drop_party
from kampanye_tui.agreement.edit_clauses import drop_clause, move_clause, reword
from kampanye_tui.agreement.merge import from_whom, merged
from kampanye_tui.agreement.merge_values import Conflict, Side
from kampanye_tui.agreement.settle import settled
from kampanye_tui.agreement.take import own_clause
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.party import Signatory
from kampanye_tui.model.reading import read
from kampanye_tui.model.writing import write
from tests.examples import examples

from .edits import ANY, CLAUSES, PARTIES, Edit, all_of, edits_of, larger_agreement
from .making import changed, library_of, with_clause, with_party

BASE = larger_agreement()
SOME = st.lists(ANY, max_size=5)
FEW = examples(40)
"""Each example settles a text several times."""


def ids(agreement: Agreement) -> list[str]:
    """Return the ids of the clauses in their order."""
    return [clause.id for clause in agreement.clauses]


def text(agreement: Agreement, clause_id: str) -> str:
    """Return the words of a clause."""
    return next(clause.text for clause in agreement.clauses if clause.id == clause_id)


@FEW
@given(SOME)
def test_what_only_one_changed_is_taken_as_it_is(edits: list[Edit]) -> None:
    ours = all_of(edits, BASE)
    assert merged(BASE, ours, BASE) == (ours, ())


@FEW
@given(SOME)
def test_what_only_the_other_changed_is_taken_as_it_is(edits: list[Edit]) -> None:
    theirs = all_of(edits, BASE)
    assert merged(BASE, BASE, theirs) == (theirs, ())


@FEW
@given(SOME)
def test_what_both_changed_alike_is_no_conflict(edits: list[Edit]) -> None:
    both = all_of(edits, BASE)
    assert merged(BASE, both, both) == (both, ())


@FEW
@given(SOME, SOME)
def test_who_merges_makes_no_difference_where_nothing_is_asked(first: list[Edit], second: list[Edit]) -> None:
    ours, theirs = all_of(first, BASE), all_of(second, BASE)
    one, other = merged(BASE, ours, theirs), merged(BASE, theirs, ours)
    if not one.conflicts:
        assert one == other


@FEW
@given(SOME, SOME)
def test_the_same_is_asked_whoever_merges(first: list[Edit], second: list[Edit]) -> None:
    ours, theirs = all_of(first, BASE), all_of(second, BASE)
    one, other = merged(BASE, ours, theirs).conflicts, merged(BASE, theirs, ours).conflicts
    assert {asked.place for asked in one} == {asked.place for asked in other}


def test_a_clause_that_stays_by_choice_takes_no_move_of_who_dropped_it_back() -> None:
    ours = reword(BASE, "apk", text="Aman.")
    theirs = move_clause(drop_clause(BASE, "apk"), "jadwal", 0)
    (asked,) = merged(BASE, ours, theirs).conflicts
    together = merged(BASE, ours, theirs, {asked.place: Side.OURS})
    assert (ids(together.agreement), len(together.conflicts)) == (
        ["jadwal", "damai", "apk", "media", "lapor"],
        1,
    )


@FEW
@given(SOME, SOME)
def test_answers_for_one_side_are_those_against_the_other(first: list[Edit], second: list[Edit]) -> None:
    ours, theirs = all_of(first, BASE), all_of(second, BASE)
    asked = merged(BASE, ours, theirs).conflicts
    mine = merged(BASE, ours, theirs, {one.place: Side.OURS for one in asked}).agreement
    assert ids(mine) == ids(merged(BASE, theirs, ours).agreement)


@FEW
@given(
    st.lists(edits_of(CLAUSES[:2], PARTIES[:1]), max_size=5),
    st.lists(edits_of(CLAUSES[2:], PARTIES[1:]), max_size=5),
)
def test_edits_of_different_clauses_are_never_asked(first: list[Edit], second: list[Edit]) -> None:
    ours, theirs = all_of(first, BASE), all_of(second, BASE)
    assert merged(BASE, ours, theirs) == (all_of(second, ours), ())


@FEW
@given(SOME, SOME)
def test_no_id_stands_twice(first: list[Edit], second: list[Edit]) -> None:
    after = merged(BASE, all_of(first, BASE), all_of(second, BASE)).agreement
    named = [*ids(after), *(party.id for party in after.parties)]
    assert len(named) == len(set(named))


@FEW
@given(SOME, SOME)
def test_nothing_follows_from_it_that_it_does_not_say(first: list[Edit], second: list[Edit]) -> None:
    after = merged(BASE, all_of(first, BASE), all_of(second, BASE)).agreement
    assert (settled(after, after), after.copies) == (after, plan_of_copies(after.parties))


@FEW
@given(SOME, SOME)
def test_it_can_be_saved(first: list[Edit], second: list[Edit]) -> None:
    after = merged(BASE, all_of(first, BASE), all_of(second, BASE)).agreement
    assert read(Agreement, write(after), "naskah.toml") == after


@FEW
@given(
    st.lists(edits_of(CLAUSES[:2], PARTIES[:1]), max_size=4),
    st.lists(edits_of(CLAUSES[2:], PARTIES[1:]), max_size=4),
)
def test_rules_find_nothing_that_they_did_not_find_in_either(first: list[Edit], second: list[Edit]) -> None:
    rules = library_of("36.74").rules
    ours, theirs = all_of(first, BASE), all_of(second, BASE)
    known, *now = (
        {(one.rule, one.place) for one in run(text, text.reference, rules)}
        for text in (BASE, ours, theirs, merged(BASE, ours, theirs).agreement)
    )
    assert now[2] <= known | now[0] | now[1]


@FEW
@given(SOME, SOME)
def test_what_stands_there_is_of_one_of_both(first: list[Edit], second: list[Edit]) -> None:
    ours, theirs = all_of(first, BASE), all_of(second, BASE)
    said = {one.text for side in (ours, theirs) for one in side.clauses}
    assert {one.text for one in merged(BASE, ours, theirs).agreement.clauses} <= said


OURS = reword(BASE, "apk", text="Bunyi kami.")
THEIRS = reword(BASE, "apk", text="Bunyi mereka.")


def test_words_that_both_changed_are_asked_with_both_wordings() -> None:
    assert merged(BASE, OURS, THEIRS).conflicts == (
        Conflict(
            "klausul apk: teks",
            "klausul Apk: bunyi",
            "Bunyi apk untuk {peserta}.",
            "Bunyi kami.",
            "Bunyi mereka.",
        ),
    )


def test_until_it_is_answered_the_file_stands() -> None:
    assert text(merged(BASE, OURS, THEIRS).agreement, "apk") == "Bunyi mereka."


def test_the_wording_that_was_chosen_stands() -> None:
    chosen = {"klausul apk: teks": Side.OURS}
    assert text(merged(BASE, OURS, THEIRS, chosen).agreement, "apk") == "Bunyi kami."


def test_title_and_words_of_one_clause_go_together() -> None:
    theirs = reword(BASE, "apk", title="Alat Peraga")
    (clause,) = (one for one in merged(BASE, OURS, theirs).agreement.clauses if one.id == "apk")
    assert (clause.title, clause.text, clause.resolved) == ("Alat Peraga", "Bunyi kami.", "Bunyi kami.")


def test_a_clause_that_one_left_out_and_the_other_reworded_is_asked() -> None:
    (asked,) = merged(BASE, drop_clause(BASE, "apk"), THEIRS).conflicts
    assert (asked.about, asked.ours, asked.theirs) == ("klausul Apk", "dikeluarkan", "Apk\nBunyi mereka.")


def test_a_clause_that_one_left_out_and_nobody_reworded_is_gone() -> None:
    after = merged(BASE, drop_clause(BASE, "apk"), reword(BASE, "media", text="Lain.")).agreement
    assert ids(after) == ["damai", "jadwal", "media", "lapor"]


def test_clauses_that_both_added_stand_where_each_put_them() -> None:
    ours = own_clause(BASE, "pasar", "Pasar", "Bunyi.", after="damai")
    theirs = own_clause(BASE, "sekolah", "Sekolah", "Bunyi.", after="media")
    assert ids(merged(BASE, ours, theirs).agreement) == [
        "damai", "pasar", "apk", "jadwal", "media", "sekolah", "lapor",
    ]  # fmt: skip


def test_different_clauses_that_both_moved_are_both_moved() -> None:
    ours, theirs = move_clause(BASE, "damai", 4), move_clause(BASE, "media", 0)
    assert ids(merged(BASE, ours, theirs).agreement) == ["media", "apk", "jadwal", "lapor", "damai"]


def test_moves_that_cannot_both_hold_are_asked() -> None:
    ours, theirs = move_clause(BASE, "apk", 0), move_clause(BASE, "apk", 2)
    (asked,) = merged(BASE, ours, theirs).conflicts
    assert (asked.about, asked.ours) == ("urutan klausul", "Apk, Damai, Jadwal, Media, Lapor")


def test_persons_who_sign_are_told_apart_by_their_place() -> None:
    two = with_party(BASE, "polres", signatories=(Signatory(office="Kapolres"), Signatory(office="Wakil")))
    ours = with_party(
        two, "polres", signatories=(Signatory(office="Kapolres", name="Ani"), Signatory(office="Wakil"))
    )
    theirs = with_party(
        two, "polres", signatories=(Signatory(office="Kapolres"), Signatory(office="Wakil", name="Budi"))
    )
    signing = merged(two, ours, theirs).agreement.party("polres").signatories
    assert [one.name for one in signing] == ["Ani", "Budi"]


def test_a_signatory_whom_both_named_is_asked() -> None:
    ours, theirs = (
        with_party(BASE, "polres", signatories=(Signatory(office="Kapolres", name=name),))
        for name in ("Ani", "Budi")
    )
    (asked,) = merged(BASE, ours, theirs).conflicts
    assert (asked.about, asked.ours, asked.theirs) == (
        "pihak Polres: nama penanda tangan ke-1",
        "Ani",
        "Budi",
    )


def test_copies_follow_the_pihak_of_both() -> None:
    after = merged(BASE, drop_party(BASE, "partai-a"), drop_party(BASE, "polres")).agreement
    assert after.copies == plan_of_copies(after.parties)


def test_a_plan_of_copies_of_its_own_stays() -> None:
    ours = changed(BASE, copies=BASE.copies[:-1])
    after = merged(BASE, ours, reword(BASE, "apk", text="Lain.")).agreement
    assert after.copies == ours.copies


def test_how_a_clause_reads_by_hand_stays() -> None:
    theirs = with_clause(BASE, "media", resolved="Ditulis dengan tangan.")
    (clause,) = (one for one in merged(BASE, OURS, theirs).agreement.clauses if one.id == "media")
    assert clause.resolved == "Ditulis dengan tangan."


def test_words_and_a_reading_by_hand_of_the_words_before_are_asked() -> None:
    theirs = with_clause(BASE, "apk", resolved="Ditulis dengan tangan.")
    (asked,) = merged(BASE, OURS, theirs).conflicts
    assert (asked.ours, asked.theirs) == ("Bunyi kami.", "Ditulis dengan tangan.")


def test_an_id_that_stands_twice_loses_no_clause() -> None:
    doubled = changed(BASE, clauses=(*BASE.clauses, BASE.clauses[0]))
    after = merged(BASE, OURS, doubled).agreement
    assert ids(after) == ids(doubled)


def test_hours_are_chosen_together() -> None:
    base = changed(BASE, occasion=changed(BASE.occasion, start=time(9), end=time(12)))
    ours = changed(base, occasion=changed(base.occasion, start=time(13), end=time(15)))
    theirs = changed(base, occasion=changed(base.occasion, end=time(11)))
    (asked,) = merged(base, ours, theirs).conflicts
    assert (asked.ours, asked.theirs) == ("pukul 13.00–pukul 15.00", "pukul 09.00–pukul 11.00")


def test_the_account_tells_what_came_from_whom() -> None:
    theirs = reword(BASE, "media", title="Media Massa")
    after = merged(BASE, OURS, theirs).agreement
    assert from_whom(OURS, theirs, after) == (
        ("~ klausul Apk: bunyi: “Bunyi apk untuk {peserta}.” → “Bunyi kami.”",),
        ("~ klausul Media Massa: judul: “Media” → “Media Massa”",),
    )
